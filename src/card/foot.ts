import type { Page } from '../domain/action.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { JoinPreset } from '../domain/settings.ts';
import type { Millis } from '../domain/time.ts';
import { each } from '../text/languages.ts';
import type { Button, Element, Words } from './elements.ts';
import { joinLink } from './link.ts';
import { actButton, aside, callout, linkButton, markdown, row } from './parts.ts';
import { titleOf } from './title.ts';
import { marked, words } from './words.ts';

const OPEN: JoinPreset = { preview: false, mic: true, speaker: true, camera: true };
const MUTED: JoinPreset = { preview: false, mic: false, speaker: true, camera: false };

const IN_QUESTION = 30;

type Small = { size?: 'small' };

/** What is wanted most at this stage of the meeting, joining first; or the question whether it is meant to be cancelled. */
export function foot(meeting: Meeting, now: Millis, asksCancel: Millis | undefined): Element[] {
  if (asksCancel === undefined) return [mainRow(meeting, now)];
  const join = joinButton(meeting);
  return [...(join.length > 0 ? [row(join)] : []), cancelQuestion(meeting, asksCancel)];
}

function mainRow(meeting: Meeting, now: Millis): Element {
  const join = joinButton(meeting);
  if (meeting.status === 'live' && meeting.kind === 'meeting')
    return row([...join, does('who', meeting), extendButton(meeting, 15), extendButton(meeting, 30), does('invitation', meeting)]);
  const end = now < meeting.undoUntil ? undoButton(meeting) : cancelButton(meeting);
  if (meeting.kind === 'call') return row([...join, ...(meeting.status === 'live' ? [] : [end])]);
  return row([
    ...join,
    ...(now >= meeting.startAt ? [does('who', meeting)] : []),
    does('change', meeting),
    does('invitation', meeting),
    end,
  ]);
}

/** What is wanted more rarely. */
export function moreRows(meeting: Meeting, now: Millis): Element[] {
  const small = { size: 'small' } as const;
  const live = meeting.status === 'live';
  if (meeting.kind === 'call') return [row([does('refresh', meeting, small), ...(live ? [cancelButton(meeting, small)] : [])])];
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

/** The way in as this person set it, with the others a fold away. */
function joinButton(meeting: Meeting): Button[] {
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

const cancelButton = (meeting: Meeting, looks: Small = {}): Button =>
  actButton(
    words(meeting.kind === 'call' ? 'cancel_call' : 'cancel'),
    { act: 'cancel', id: meeting.id },
    { ...looks, type: 'danger_text' },
  );

const undoButton = (meeting: Meeting): Button =>
  actButton(words(meeting.kind === 'call' ? 'undo_call' : 'undo'), { act: 'undo', id: meeting.id });

const extendButton = (meeting: Meeting, minutes: number, looks: Small = {}): Button =>
  actButton(words('extend', { minutes }), { act: 'extend', id: meeting.id, minutes, until: meeting.endAt + minutes * 60_000 }, looks);

const does = (key: 'change' | 'who' | 'invitation' | 'share' | 'refresh', meeting: Meeting, looks: Small = {}): Button =>
  actButton(words(key), { act: key, id: meeting.id }, looks);

/**
 * 「周会」不开了？ [不开了] [再想想]
 * @param list where a list's row asks
 */
export function cancelQuestion(meeting: Meeting, until: Millis, list: Partial<Page> = {}): Element {
  const call = meeting.kind === 'call';
  const { id } = meeting;
  const size = 'small';
  return callout(
    'orange-50',
    [markdown(questionOf(meeting)), ...(meeting.status === 'live' && !call ? [aside(words('ask_cancel_live'))] : [])],
    row([
      actButton(
        words(call ? 'cancel_sure_call' : 'cancel_sure'),
        { act: 'cancel', id, sure: true, until, ...list },
        { size, type: 'danger' },
      ),
      actButton(words('keep'), { act: 'keep', id, ...list }, { size }),
    ]),
  );
}

function questionOf(meeting: Meeting): Words {
  const topic = titleOf(meeting, IN_QUESTION);
  if (meeting.kind === 'call') return each((lang) => marked('ask_cancel_call', { topic: topic[lang] })[lang]);
  return each((lang) => marked('ask_cancel', { topic: meeting.topic ? topic[lang] : '' })[lang]);
}
