import { wallOf } from '../calendar/wall-clock.ts';
import type { Audience } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { JoinPreset } from '../domain/settings.ts';
import type { Assumed, Millis } from '../domain/time.ts';
import type { View } from '../domain/view.ts';
import { plainTime } from '../text/moment.ts';
import { sayRule } from '../text/recurrence.ts';
import { clip, escapeMarkdown } from './escape.ts';
import { joinLink } from './link.ts';
import {
  actButton,
  aside,
  callout,
  code,
  fact,
  frame,
  grey,
  grouped,
  iconLine,
  label,
  linkButton,
  markdown,
  named,
  newMeeting,
  panel,
  people,
  row,
} from './parts.ts';
import { instant } from './time-tags.ts';
import { clockBeside, lengthWords, plainSpan, timeLine } from './times.ts';
import { each, join, marked, type Node, same, type Words, weave, words } from './words.ts';
import { zoneName } from './zones.ts';

/** Long enough to tell meetings apart, short enough for a title of four lines. */
const TITLE = 60;
const IN_SUMMARY = 40;
/** Names of those who are no mention; the rest is counted. */
const MOST_NAMES = 3;

const OPEN: JoinPreset = { preview: false, mic: true, speaker: true, camera: true };
const MUTED: JoinPreset = { preview: false, mic: false, speaker: true, camera: false };

/** Its topic, or what it is. */
export function titleOf(meeting: Meeting, most = TITLE): Words {
  if (meeting.kind === 'call' && meeting.callee) {
    const name = clip(meeting.callee.name ?? '', 30) || maskedPhone(meeting.callee.phone);
    return words('call_with', { name });
  }
  const topic = clip(meeting.topic ?? '', most);
  return topic ? same(topic) : words('meeting');
}

/** The middle stays hidden: whole numbers set off leak detection (230028). */
export const maskedPhone = (phone: string): string =>
  phone.replace(/\d(?=\d{4})/g, (digit, at: number, all: string) => (all.slice(0, at).replace(/\D/g, '').length < 5 ? digit : '*'));

export function meetingCard({ meeting, now, hidePassword, sharedBy }: Extract<View, { show: 'meeting' }>): Node {
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

const timeRow = (meeting: Meeting): Node =>
  row([iconLine('time_outlined', weave`**${timeLine(meeting)}**`, { text_size: 'heading' }), label(lengthWords(meeting))]);

/** Number and password, side by side where there is room. */
function access(meeting: Meeting, hidden: boolean): Node {
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
function assumedLine(meeting: Meeting, now: Millis): Node[] {
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

function refusedLine(meeting: Meeting): Node[] {
  if (meeting.refusedHostIds.length === 0) return [];
  const who = people(meeting.refusedHostIds);
  return [callout('orange-50', [aside(marked('hosts_refused', { count: meeting.refusedHostIds.length })), ...(who ? [who] : [])])];
}

/** The way in as this person set it, with the others a fold away. */
function joinButton(meeting: Meeting): Node[] {
  const preset = meeting.joinPreset;
  const link = joinLink(meeting, preset);
  if (!link) return [];
  if (meeting.kind === 'call') return [linkButton(words('start_call'), link, { type: 'primary_filled' })];
  const tip = words('join_tip', { mic: preset.mic ? 'on' : 'off', camera: preset.camera ? 'on' : 'off' });
  return [linkButton(words('join'), link, { type: 'primary_filled', tip })];
}

function otherWays(meeting: Meeting): Node[] {
  const preset = meeting.joinPreset;
  if (!joinLink(meeting, preset)) return [];
  const open = preset.mic && preset.camera;
  const ways = [linkButton(words(open ? 'join_muted' : 'join_av'), joinLink(meeting, open ? MUTED : OPEN), { size: 'small' })];
  if (!preset.preview) ways.push(linkButton(words('check_devices'), joinLink(meeting, { ...preset, preview: true }), { size: 'small' }));
  return [row(ways)];
}

function cancelButton(meeting: Meeting, looks: { size?: 'small' } = {}): Node {
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

const extendButton = (meeting: Meeting, minutes: number, looks: { size?: 'small' } = {}): Node =>
  actButton(words('extend', { minutes }), { act: 'extend', id: meeting.id, minutes }, looks);

const does = (
  key: 'change' | 'who' | 'invitation' | 'share' | 'refresh' | 'undo',
  meeting: Meeting,
  looks: { size?: 'small' } = {},
): Node => actButton(words(key), { act: key, id: meeting.id }, looks);

/** What is wanted most at this stage of the meeting, joining first. */
function mainRow(meeting: Meeting, now: Millis): Node {
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

function moreRows(meeting: Meeting, now: Millis): Node[] {
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

function facts(meeting: Meeting): Node[] {
  const rows: Node[] = [];
  const says = (name: Words, value: Words | Node | null): void => {
    if (value) rows.push(fact(name, isNode(value) ? value : markdown(value)));
  };
  says(words('label_owner'), people([meeting.ownerId]));
  if (meeting.kind === 'meeting') says(words('label_hosts'), people(meeting.hostIds.slice(0, 10)));
  const rule = meeting.rrule;
  says(words('label_repeats'), rule ? each((lang) => escapeMarkdown(sayRule(rule, lang) ?? rule)) : null);
  says(
    words('label_callee'),
    meeting.callee && same(escapeMarkdown(`${clip(meeting.callee.name ?? '', 30)} ${maskedPhone(meeting.callee.phone)}`.trim())),
  );
  if (meeting.kind === 'meeting') {
    says(words('label_record'), words(meeting.record ? 'record_on' : 'record_off'));
    says(words('label_join'), audience(meeting.join));
    says(words('label_can_host'), meeting.canHost && audience(meeting.canHost));
    says(words('label_can_invite'), meeting.canInvite && audience(meeting.canInvite));
    says(words('label_connect'), meeting.connect ? words('connect_on') : null);
  }
  says(words('label_zone'), zoneWords(meeting));
  says(words('label_valid'), same(`${instant(meeting.endAt, 'date_short')} ${instant(meeting.endAt, 'time')}`));
  says(words('label_link'), linkWords(meeting.url));
  says(words('label_live_link'), linkWords(meeting.liveLink ?? ''));
  return rows;
}

const isNode = (value: Words | Node): value is Node => 'tag' in value;

/** The time as it was meant; above, everybody reads it in their own zone. */
const zoneWords = ({ startAt, zone }: Meeting): Words =>
  each((lang) => `${zoneName(zone)[lang]} ${plainTime({ at: startAt, zone }, lang).clock}`);

/** Only what is plainly an address: anything else could close the link early. */
const linkWords = (url: string): Words | null =>
  /^https?:\/\/[\w.~:/?#@!$&'*+,;=%-]+$/.test(url) ? same(`[${escapeMarkdown(url.replace(/^https?:\/\//, ''))}](${url})`) : null;

function audience(open: Audience): Words {
  if (open.who !== 'people') return words(`audience_${open.who}`);
  if (open.people.length === 0) return words('audience_hosts');
  const named = open.people.filter((person) => !person.openId).map((person) => escapeMarkdown(clip(person.name, 12)));
  const count = words('audience_people', { count: open.people.length });
  return named.length > 0 ? weave`${count} (${named.slice(0, MOST_NAMES).join(' · ')})` : count;
}

/** Grey, without number, password or link: all of them are void. */
function closed(meeting: Meeting, title: Words, tag: Words | null, summary: 'summary_cancelled' | 'summary_ended', elements: Node[]): Node {
  const topic = titleOf(meeting, IN_SUMMARY);
  return frame({
    title,
    template: 'grey',
    ...(tag ? { tag: { text: tag, color: 'neutral' } } : {}),
    icon: meeting.kind === 'call' ? 'phone_outlined' : 'video_outlined',
    summary: each((lang) => words(summary, { topic: topic[lang], time: plainSpan(meeting, lang) })[lang]),
    elements,
  });
}

function cancelledCard(meeting: Meeting): Node {
  const topic = titleOf(meeting);
  const who = meeting.cancelledBy ? people([meeting.cancelledBy]) : null;
  return closed(meeting, words(meeting.kind === 'call' ? 'head_call_cancelled' : 'head_cancelled'), null, 'summary_cancelled', [
    markdown(weave`~~${each((lang) => escapeMarkdown(topic[lang]))}~~\n<font color='grey'>${timeLine(meeting)}</font>`),
    ...(who ? [fact(words('label_cancelled_by'), who)] : []),
    aside(marked('cancelled_note')),
  ]);
}

function releasedCard(meeting: Meeting): Node {
  return closed(meeting, titleOf(meeting), words('tag_ended'), 'summary_ended', [
    row([label(timeLine(meeting)), label(lengthWords(meeting))]),
    aside(marked('ended_note')),
    row([newMeeting()]),
  ]);
}
