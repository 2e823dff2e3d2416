import type { Picture } from '../domain/live.ts';
import type { Meeting } from '../domain/meeting.ts';
import { each } from '../text/languages.ts';
import { facts } from './details.ts';
import type { Button, CardTree, Element, Words } from './elements.ts';
import { frame } from './frame.ts';
import { joinLink } from './link.ts';
import { actButton, aside, code, grey, grouped, iconLine, label, linkButton, named, panel, row } from './parts.ts';
import { plainSpan, timeLine } from './times.ts';
import { titleOf } from './title.ts';
import { words } from './words.ts';

const IN_SUMMARY = 40;
/** The last ones; a number that was used all day has had many. */
const MOST_SHOWN = 3;
const WEB = /^https:\/\/[\w.~:/?#@!$&'*+,;=%-]+$/;

type Held = Picture['held'][number];

/** A meeting that was held, or was to be: when it really was, how many came, the recording, and the next one. */
export function heldCard(meeting: Meeting, picture: Picture | undefined, hidden: boolean): CardTree {
  const released = meeting.status === 'released';
  const held = picture?.held ?? [];
  const call = meeting.kind === 'call';
  return frame({
    title: titleOf(meeting),
    template: 'grey',
    icon: call ? 'phone_outlined' : 'video_outlined',
    tag: { text: words('tag_ended'), color: 'neutral' },
    summary: summaryOf(meeting, held.at(-1)),
    elements: [
      ...(held.length > 0 ? held.slice(-MOST_SHOWN).flatMap((one) => heldRows(one, meeting)) : [row([label(timeLine(meeting))])]),
      ...(held.length === 0 && picture?.asked && !call ? [label(words('held_by_nobody'))] : []),
      ...(released ? [aside(words(call ? 'call_ended_note' : 'ended_note'))] : []),
      ...(call ? [] : [row(buttonsOf(meeting, held))]),
      ...(released ? [] : [panel(words('more'), [...(call ? [] : access(meeting, hidden)), ...facts(meeting)])]),
    ],
  });
}

function summaryOf(meeting: Meeting, last: Held | undefined): Words {
  const topic = titleOf(meeting, IN_SUMMARY);
  const span = last ? { startAt: last.startAt, endAt: last.endAt, zone: meeting.zone } : meeting;
  return each((lang) => words('summary_ended', { topic: topic[lang], time: plainSpan(span, lang) })[lang]);
}

/** `1月31日(周六) 10:02–10:47  开了 45 分钟 · 5 人参会` */
function heldRows({ startAt, endAt, count, recorded }: Held, meeting: Meeting): Element[] {
  const seconds = Math.round((endAt - startAt) / 1000);
  return [
    row([
      iconLine('time_outlined', timeLine({ startAt, endAt, zone: meeting.zone }), { text_size: 'heading' }),
      label(meeting.kind === 'call' ? words('held_call', { seconds }) : words('held', { seconds, count })),
    ]),
    ...(recorded && WEB.test(recorded.url)
      ? [
          row([
            linkButton(words('recording_open'), recorded.url, { size: 'small' }),
            ...(recorded.length === null ? [] : [label(words('recorded_length', { seconds: Math.round(recorded.length / 1000) }))]),
          ]),
        ]
      : []),
  ];
}

/** State is advice, never a lock: whoever wants back in gets in for as long as the number is valid. */
function buttonsOf(meeting: Meeting, held: Held[]): Button[] {
  const link = meeting.status === 'released' ? '' : joinLink(meeting, meeting.joinPreset);
  const { id } = meeting;
  return [
    actButton(words('again'), { act: 'again', id }, { type: 'primary' }),
    ...(link ? [linkButton(words('join_back'), link)] : []),
    ...(held.length > 0 ? [actButton(words('attendance'), { act: 'attendance', id })] : []),
  ];
}

const access = (meeting: Meeting, hidden: boolean): Element[] => [
  row(
    [
      iconLine('video_outlined', named(grey(words('label_number')), code(grouped(meeting.meetingNo)))),
      ...(meeting.password && !hidden ? [iconLine('lock_outlined', named(grey(words('label_password')), code(meeting.password)))] : []),
    ],
    '12px',
  ),
];
