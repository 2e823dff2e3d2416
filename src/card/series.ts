import { dayOf } from '../calendar/dates.ts';
import { instantOf, localOf } from '../calendar/wall-clock.ts';
import { holidayOn, isAnnounced, workingDayAfter } from '../calendar/working-days.ts';
import type { View } from '../domain/view.ts';
import { each } from '../text/languages.ts';
import { plainTime } from '../text/moment.ts';
import { ruleWords } from '../text/recurrence.ts';
import type { CardTree, Element, Words } from './elements.ts';
import { clip, escapeMarkdown } from './escape.ts';
import { frame } from './frame.ts';
import { joinLink } from './link.ts';
import { actButton, aside, callout, grey, grouped, iconLine, label, linkButton, markdown, pair, people, row } from './parts.ts';
import { lengthOf, timeLine } from './times.ts';
import { marked, same, weave, words } from './words.ts';

type SeriesView = Extract<View, { show: 'series' }>;
type Next = SeriesView['next'][number];

const TITLE = 60;
const MINUTE = 60_000;
/** Weekdays as they are, whatever the country does on them. */
const WEEKDAYS = /^FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR(?=;|$)/;

/** The rule in words, its next three days, and what can be done to all of it. */
export function seriesCard(view: SeriesView): CardTree {
  const { series, next } = view;
  const topic = clip(series.plan.topic ?? '', TITLE);
  const title = topic ? same(topic) : words('series');
  const rule = ruleOf(view);
  const on = series.status === 'on';
  const owner = series.chatKind === 'group' ? people([series.ownerId]) : null;
  return frame({
    title,
    template: on ? 'blue' : 'grey',
    icon: 'calendar_outlined',
    tag: on
      ? { text: words('series_tag'), color: 'blue' }
      : { text: words(series.status === 'over' ? 'series_tag_over' : 'series_tag_stopped'), color: 'neutral' },
    summary: each((lang) => words('summary_series', { topic: title[lang], rule: rule[lang] })[lang]),
    elements: [
      row([
        iconLine('time_outlined', weave`**${each((lang) => escapeMarkdown(rule[lang]))}**`, { text_size: 'heading' }),
        label(lengthOf(Math.round(series.length / MINUTE))),
      ]),
      ...(owner ? [pair(label(words('label_owner')), owner)] : []),
      ...(on
        ? next.flatMap((one) => dayRow(one, view))
        : [aside(words(series.status === 'over' ? 'series_over_note' : 'series_stopped_note'))]),
      ...(on && next.length < 3 ? [aside(words('series_ends'))] : []),
      ...unknownYear(view),
      ...(on ? foot(view) : []),
    ],
  });
}

/** `每周一 10:00 (UTC+8)`: on the clock that it keeps to, wherever it is read. */
const ruleOf = ({ series: { rrule, workdays, firstAt, zone } }: SeriesView): Words =>
  each((lang) => {
    const { clock, zone: offset } = plainTime({ at: firstAt, zone }, lang);
    const { often, end } = ruleWords(rrule, lang) ?? { often: rrule, end: '' };
    const weekdays = !workdays && WEEKDAYS.test(rrule);
    const rule = words('series_rule', {
      often: weekdays ? words('series_weekdays')[lang] : often,
      clock: `${clock}${offset}`,
      end,
    })[lang];
    return rule.charAt(0).toUpperCase() + rule.slice(1);
  });

function dayRow(one: Next, { series, now }: SeriesView): Element[] {
  const { zone, id } = series;
  const number: Words = one.meeting
    ? words('series_number', { no: grouped(one.meeting.meetingNo) })
    : one.bookAt <= now
      ? words('series_number_soon')
      : marked('series_number_follows', { at: { at: one.bookAt, zone } });
  const line = row([markdown(weave`**${timeLine({ ...one, zone })}**`), markdown(grey(number))]);
  const holiday = holidayOn(localOf(one.startAt, zone).day, zone);
  if (!holiday) return [line];
  const note = aside(each((lang) => escapeMarkdown(words('series_holiday_row', holiday)[lang])));
  const { minute } = localOf(one.startAt, zone);
  const to = instantOf(workingDayAfter(localOf(one.startAt, zone).day, 1, zone), minute, zone);
  const other = row([
    actButton(words('series_skip_day'), { act: 'series_skip', series: id, day: one.day }, { size: 'small' }),
    actButton(words('series_to_workday', { at: { at: to, zone } }), { act: 'series_shift', series: id, day: one.day }, { size: 'small' }),
  ]);
  return [line, callout('orange-50', [note, other])];
}

/** Working days of a year that nobody knows yet. */
function unknownYear({ series, next }: SeriesView): Element[] {
  const unknown = series.workdays ? next.find(({ day }) => !isAnnounced(dayOf(day), series.zone)) : undefined;
  return unknown ? [aside(words('series_year_unknown', { year: Number(unknown.day.slice(0, 4)) }))] : [];
}

function foot({ series, next, asksStop }: SeriesView): Element[] {
  const { id } = series;
  const meeting = next.find((one) => one.meeting)?.meeting;
  const link = meeting && joinLink(meeting, meeting.joinPreset);
  if (asksStop !== undefined) return [stopQuestion(id, series.plan.topic, asksStop)];
  return [
    row([
      ...(link ? [linkButton(words('join'), link, { type: 'primary_filled' })] : []),
      actButton(words('series_next'), { act: 'series_next', series: id }),
      actButton(words('series_skip'), { act: 'series_skip', series: id, ...(next[0] ? { day: next[0].day } : {}) }),
      actButton(words('series_change'), { act: 'series_change', series: id }),
      actButton(words('series_stop'), { act: 'series_stop', series: id }, { type: 'danger_text' }),
    ]),
  ];
}

function stopQuestion(series: string, topic: string | null, until: number): Element {
  return callout(
    'orange-50',
    [markdown(marked('series_ask_stop', { topic: topic ?? '' }))],
    row([
      actButton(words('series_stop_sure'), { act: 'series_stop', series, sure: true, until }, { size: 'small', type: 'danger' }),
      actButton(words('keep'), { act: 'series_keep', series }, { size: 'small' }),
    ]),
  );
}
