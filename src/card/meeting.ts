import { wallOf } from '../calendar/wall-clock.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { JoinPreset } from '../domain/settings.ts';
import type { Assumed, Millis } from '../domain/time.ts';
import type { View } from '../domain/view.ts';
import { each } from '../text/languages.ts';
import { cancelledCard, releasedCard } from './closed.ts';
import { facts, zoneWords } from './details.ts';
import type { Button, CardTree, Element, Words } from './elements.ts';
import { frame } from './frame.ts';
import { joinLink } from './link.ts';
import { actButton, aside, callout, code, grey, grouped, iconLine, label, linkButton, named, panel, people, row } from './parts.ts';
import { clockBeside, lengthWords, plainSpan, timeLine } from './times.ts';
import { titleOf } from './title.ts';
import { join, marked, told, weave, words } from './words.ts';

const IN_SUMMARY = 40;

const OPEN: JoinPreset = { preview: false, mic: true, speaker: true, camera: true };
const MUTED: JoinPreset = { preview: false, mic: false, speaker: true, camera: false };

export function meetingCard({ meeting, now, hidePassword, sharedBy, news = [] }: Extract<View, { show: 'meeting' }>): CardTree {
  if (meeting.status === 'cancelled') return cancelledCard(meeting);
  if (meeting.status === 'released') return releasedCard(meeting);
  const live = meeting.status === 'live';
  const due = !live && now >= meeting.startAt;
  const number = grouped(meeting.meetingNo);
  const brief = titleOf(meeting, IN_SUMMARY);
  return frame({
    title: titleOf(meeting),
    template: live ? 'green' : 'blue',
    icon: meeting.kind === 'call' ? 'phone_outlined' : 'video_outlined',
    tag: live
      ? { text: words('tag_live'), color: 'green' }
      : due
        ? { text: words(meeting.kind === 'call' ? 'tag_ready' : 'tag_due'), color: 'orange' }
        : { text: words('tag_booked'), color: 'blue' },
    summary: live
      ? each((lang) => words('summary_live', { topic: brief[lang], number })[lang])
      : each((lang) => words('summary_booked', { topic: brief[lang], time: plainSpan(meeting, lang), number })[lang]),
    elements: [
      ...news.map((one) => aside(told(one, 'markdown'))),
      timeRow(meeting),
      ...(meeting.kind === 'call' ? [label(marked('call_note'))] : [access(meeting, hidePassword ?? false)]),
      ...(sharedBy ? [aside(marked('shared_by', { who: { user: sharedBy } }))] : []),
      ...assumedLine(meeting, now),
      ...refusedLine(meeting),
      mainRow(meeting, now),
      panel(words('more'), [...facts(meeting), ...moreRows(meeting, now)]),
    ],
  });
}

const timeRow = (meeting: Meeting): Element =>
  row([iconLine('time_outlined', weave`**${timeLine(meeting)}**`, { text_size: 'heading' }), label(lengthWords(meeting))]);

/** Number and password, side by side where there is room. */
function access(meeting: Meeting, hidden: boolean): Element {
  return row(
    [
      iconLine('video_outlined', named(grey(words('label_number')), code(grouped(meeting.meetingNo)))),
      iconLine(
        'lock_outlined',
        hidden
          ? grey(words('password_hidden'))
          : meeting.password
            ? named(grey(words('label_password')), code(meeting.password))
            : grey(words('no_password')),
      ),
    ],
    '12px',
  );
}

/** What nobody said, or not so plainly, in one line, with the other reading a tap away. */
function assumedLine(meeting: Meeting, now: Millis): Element[] {
  const { startAt, zone, other } = meeting;
  const at = { at: startAt, zone };
  const minutes = Math.round((meeting.endAt - startAt) / 60_000);
  const clause: Record<Assumed, () => Words> = {
    afternoon: () => words(wallOf(startAt, zone).h < 18 ? 'assumed_afternoon' : 'assumed_evening', { clock: at }),
    morning: () => words('assumed_morning', { clock: at }),
    date: () => words('assumed_date', { day: at }),
    next_day: () => words('assumed_next_day', { day: at }),
    next_year: () => words('assumed_next_year', { day: at }),
    length: () => words('assumed_length', { minutes }),
  };
  const clauses = [
    ...(meeting.zoneSaid ? [zoneWords(meeting)] : []),
    ...meeting.assumed.map((assumed) => clause[assumed]()),
    ...(meeting.rrule ? [words('only_first')] : []),
  ];
  const elements = clauses.length > 0 ? [aside(join(clauses, words('assumed_join')))] : [];
  if (!other || other.start <= now || meeting.status !== 'booked') return elements.length > 0 ? [callout('grey-50', elements)] : [];
  const text = each((lang) => words('other_time', { time: clockBeside(other.start, startAt, zone)[lang] })[lang]);
  const change = actButton(text, { act: 'other_time', id: meeting.id, start: other.start }, { size: 'small' });
  return [elements.length > 0 ? callout('grey-50', elements, change) : change];
}

function refusedLine(meeting: Meeting): Element[] {
  if (meeting.refusedHostIds.length === 0) return [];
  const who = people(meeting.refusedHostIds);
  return [callout('orange-50', [aside(marked('hosts_refused', { count: meeting.refusedHostIds.length })), ...(who ? [who] : [])])];
}

/** The way in as this person set it, with the others a fold away. */
function joinButton(meeting: Meeting): Element[] {
  const preset = meeting.joinPreset;
  const link = joinLink(meeting, preset);
  if (!link) return [];
  if (meeting.kind === 'call') return [linkButton(words('start_call'), link, { type: 'primary_filled' })];
  const tip = words('join_tip', { mic: preset.mic ? 'on' : 'off', camera: preset.camera ? 'on' : 'off' });
  return [linkButton(words('join'), link, { type: 'primary_filled', tip })];
}

function otherWays(meeting: Meeting): Element[] {
  const preset = meeting.joinPreset;
  if (!joinLink(meeting, preset)) return [];
  const open = preset.mic && preset.camera;
  const ways = [linkButton(words(open ? 'join_muted' : 'join_av'), joinLink(meeting, open ? MUTED : OPEN), { size: 'small' })];
  if (!preset.preview) ways.push(linkButton(words('check_devices'), joinLink(meeting, { ...preset, preview: true }), { size: 'small' }));
  return [row(ways)];
}

function cancelButton(meeting: Meeting, looks: { size?: 'small' } = {}): Button {
  const confirm = {
    title: words('confirm_cancel'),
    text: words(meeting.status === 'live' ? 'confirm_cancel_live' : 'confirm_cancel_text'),
  };
  return actButton(
    words(meeting.kind === 'call' ? 'cancel_call' : 'cancel'),
    { act: 'cancel', id: meeting.id },
    { ...looks, type: 'danger_text', confirm },
  );
}

const extendButton = (meeting: Meeting, minutes: number, looks: { size?: 'small' } = {}): Button =>
  actButton(words('extend', { minutes }), { act: 'extend', id: meeting.id, minutes }, looks);

const does = (
  key: 'change' | 'who' | 'invitation' | 'share' | 'refresh' | 'undo',
  meeting: Meeting,
  looks: { size?: 'small' } = {},
): Button => actButton(words(key), { act: key, id: meeting.id }, looks);

/** What is wanted most at this stage of the meeting, joining first. */
function mainRow(meeting: Meeting, now: Millis): Element {
  const join = joinButton(meeting);
  if (meeting.status === 'live')
    return row([...join, does('who', meeting), extendButton(meeting, 15), extendButton(meeting, 30), does('invitation', meeting)]);
  const end = now < meeting.undoUntil ? does('undo', meeting) : cancelButton(meeting);
  if (meeting.kind === 'call') return row([...join, end]);
  return row([
    ...join,
    ...(now >= meeting.startAt ? [does('who', meeting)] : []),
    does('change', meeting),
    does('invitation', meeting),
    end,
  ]);
}

function moreRows(meeting: Meeting, now: Millis): Element[] {
  const small = { size: 'small' } as const;
  if (meeting.kind === 'call') return [row([does('refresh', meeting, small)])];
  const live = meeting.status === 'live';
  const early = !live && now < meeting.startAt;
  return [
    ...otherWays(meeting),
    row((live ? [60] : [15, 30, 60]).map((minutes) => extendButton(meeting, minutes, small))),
    row([
      ...(early ? [does('who', meeting, small)] : []),
      does('share', meeting, small),
      does('refresh', meeting, small),
      ...(live ? [does('change', meeting, small), cancelButton(meeting, small)] : []),
    ]),
  ];
}
