import type { Wanted } from '../domain/action.ts';
import type { ListSpan } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Lang } from '../domain/settings.ts';
import type { Millis } from '../domain/time.ts';
import type { View } from '../domain/view.ts';
import { each } from '../text/languages.ts';
import { plainTime } from '../text/moment.ts';
import type { Button, CardTree, Element, Words } from './elements.ts';
import { escapeMarkdown } from './escape.ts';
import { cancelQuestion } from './foot.ts';
import { frame } from './frame.ts';
import { joinLink } from './link.ts';
import { actButton, aside, code, grey, grouped, label, linkButton, markdown, named, newMeeting, row } from './parts.ts';
import { timeLine } from './times.ts';
import { titleOf } from './title.ts';
import { join, same, weave, words } from './words.ts';

const rule: Element = { tag: 'hr' };

type List = Extract<View, { show: 'list' }>;

const HOUR = 3_600_000;

const SPANS: readonly ListSpan[] = ['all', 'today', 'tomorrow', 'this_week'];

export function listCard(view: List): CardTree {
  if (view.pick) return pickCard(view, view.pick);
  const title = words(`list_${view.scope}`);
  const count = words('list_total', { total: view.total });
  const empty = view.meetings.length === 0;
  return frame({
    title,
    template: 'blue',
    icon: 'calendar_outlined',
    summary: empty ? weave`${title} · ${words('list_empty')}` : weave`${title} · ${count}`,
    elements: [
      row([...new Set([...SPANS, view.span])].map((span) => spanButton(span, view))),
      ...(view.window ? [label(daysOf(view.window))] : []),
      ...(empty
        ? [
            markdown(words('list_empty')),
            label(weave`${words('list_empty_hint')} ${each((lang) => `\`${words('say_book')[lang]}\``)}`),
            row([newMeeting()]),
          ]
        : view.meetings.flatMap((meeting) => [rule, ...meetingRows(meeting, view)])),
      ...pager(view),
    ],
  });
}

/** Which one is meant: each with the one thing that was wanted of it. */
function pickCard(view: List, wanted: Wanted): CardTree {
  const title = words('several_match', { count: view.total });
  const rest = view.total - view.meetings.length;
  return frame({
    title,
    template: 'blue',
    icon: 'calendar_outlined',
    summary: title,
    elements: [
      ...view.meetings.flatMap((meeting, i) => [...(i > 0 ? [rule] : []), pickRow(meeting, view, wanted)]),
      ...(rest > 0 ? [aside(words('several_more', { count: rest }))] : []),
    ],
  });
}

/** Who asked for it to be cancelled and picks it here has said twice that it is meant. */
function wantedButton(meeting: Meeting, wanted: Wanted): Button {
  const { id } = meeting;
  if (wanted.act === 'cancel')
    return actButton(
      words(meeting.kind === 'call' ? 'cancel_call' : 'cancel'),
      { act: 'cancel', id, sure: true, onto: 'own' },
      { size: 'small', type: 'danger' },
    );
  const text = wanted.act === 'extend' ? words('extend', { minutes: wanted.minutes }) : words(wanted.act);
  return actButton(text, { ...wanted, id, onto: 'own' }, { size: 'small', type: 'primary' });
}

/** 11月20日(周五); 11月16日(周一) – 11月22日(周日): no relative word, the list stays. Days of the asker's, which begin elsewhere at another hour. */
function daysOf({ from, until, zone }: NonNullable<List['window']>): Words {
  const day = (at: Millis, lang: Lang): string => plainTime({ at, zone }, lang).day;
  return each((lang) => (until - from > 25 * HOUR ? `${day(from, lang)} – ${day(until - 1, lang)}` : day(from, lang)));
}

const spanButton = (span: ListSpan, { scope, span: shown }: List): Button =>
  actButton(
    words(`span_${span}`),
    { act: 'list', scope, span, page: 0, turn: true },
    { size: 'small', type: span === shown ? 'primary' : 'text' },
  );

/** The meeting on the left, what was wanted of it on the right. */
const pickRow = (meeting: Meeting, view: List, wanted: Wanted): Element => ({
  tag: 'column_set',
  horizontal_spacing: '12px',
  columns: [
    { tag: 'column', width: 'weighted', weight: 1, elements: [brief(meeting, view)] },
    { tag: 'column', width: 'auto', vertical_align: 'center', elements: [wantedButton(meeting, wanted)] },
  ],
});

/** Topic, time, and how to get in by number. */
function brief(meeting: Meeting, view: List): Element {
  const topic = titleOf(meeting, 30);
  const live = meeting.status === 'live' ? weave` <text_tag color='green'>${words('tag_live')}</text_tag>` : same('');
  const head = weave`**${each((lang) => escapeMarkdown(topic[lang]))}**${live}\n${timeLine(meeting)}`;
  if (meeting.kind === 'call') return markdown(head);
  const parts: Words[] = [named(words('label_number'), code(grouped(meeting.meetingNo)))];
  if (meeting.password && !view.hidePasswords) parts.push(named(words('label_password'), code(meeting.password)));
  return markdown(weave`${head}\n${grey(join(parts, '　'))}`);
}

function meetingRows(meeting: Meeting, view: List): Element[] {
  const { id, kind } = meeting;
  const { scope, span, page } = view;
  if (view.asksCancel?.id === id) return [brief(meeting, view), cancelQuestion(meeting, view.asksCancel.until, { scope, span, page })];
  const link = joinLink(meeting, meeting.joinPreset);
  return [
    brief(meeting, view),
    row([
      ...(link ? [linkButton(words(kind === 'call' ? 'start_call' : 'join'), link, { size: 'small', type: 'primary' })] : []),
      ...(kind === 'call' ? [] : [actButton(words('change'), { act: 'change', id }, { size: 'small' })]),
      actButton(words('cancel_short'), { act: 'cancel', id, scope, span, page }, { size: 'small', type: 'danger_text' }),
    ]),
  ];
}

/** Pages count from 0, people from 1. */
function pager({ scope, span, page, pages, total }: List): Element[] {
  if (pages <= 1) return [];
  const turn = (text: Words, to: number): Button => actButton(text, { act: 'list', scope, span, page: to, turn: true }, { size: 'small' });
  return [
    rule,
    row([
      ...(page > 0 ? [turn(words('previous'), page - 1)] : []),
      ...(page < pages - 1 ? [turn(words('next'), page + 1)] : []),
      aside(words('list_page', { page: page + 1, pages, total })),
    ]),
  ];
}
