import { render } from '../card/render.ts';
import type { Meeting } from '../domain/meeting.ts';
import { invitableIds } from '../meeting/guests.ts';
import { isOpen, MAX_MEMBERS } from '../meeting/rules.ts';
import { line } from './answer.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-kinds.ts';
import { digestOf, invitedView } from './redraw-cards.ts';
import { saveMeeting } from './save-meeting.ts';
import { sendLine } from './send-under-card.ts';
import { unlessRefused } from './unless-refused.ts';

/** Who is to come and is not in the chat gets the meeting in their direct chat, once. Who cannot be written to is told to its owner, once. */
export async function invite({ meetingId }: JobPayloads['invite'], deps: Deps): Promise<void> {
  const meeting = await deps.store.get(meetingId);
  if (!meeting || !isOpen(meeting) || meeting.endAt <= deps.now()) return;
  const away = await awayOf(meeting, deps);
  if (away.length === 0) return;
  const reached: string[] = [];
  const unreached: Unreached[] = [];
  for (const openId of away) {
    const send = () => sendTo(openId, meeting, deps).then(() => openId);
    const sent = await unlessRefused(send, deps, ({ unavailable }) => void unreached.push({ openId, unavailable }));
    if (sent !== null) reached.push(sent);
  }
  for (const unavailable of [true, false]) await tellOwner(meeting, unreached, unavailable, deps);
  const gone = unreached.map(({ openId }) => openId);
  await saveMeeting(
    meetingId,
    (now) => ({ invitedIds: both(now.invitedIds, reached), unreachedIds: both(now.unreachedIds, gone) }),
    [],
    deps,
  );
}

/** A card like its others: it follows what becomes of the meeting. */
async function sendTo(openId: string, meeting: Meeting, deps: Deps): Promise<void> {
  const card = render(invitedView(meeting, openId), { langs: 'both' });
  const messageId = await sendLine(meeting, { openId }, card, `invite-${meeting.id}-${openId}`, deps);
  await deps.store.addCard({ messageId, meetingId: meeting.id, chatId: openId, sentAt: deps.now() });
  await deps.lives.endDraw(messageId, digestOf(card));
}

/** `unavailable`: the app is not available to them, which an administrator can change. */
interface Unreached {
  openId: string;
  unavailable: boolean;
}

const both = (some: string[] = [], others: string[]): string[] => [...new Set([...some, ...others])];

/** In a direct chat nobody else is; of a group whose members cannot be read, everybody is taken to be in it. */
async function awayOf(meeting: Meeting, deps: Deps): Promise<string[]> {
  const ids = invitableIds(meeting);
  if (ids.length === 0 || meeting.chatKind === 'direct') return ids;
  const members = await unlessRefused(() => deps.directory.members(meeting.chatId, MAX_MEMBERS), deps);
  return !members || members.more ? [] : ids.filter((id) => !members.ids.includes(id));
}

async function tellOwner({ id, ownerId, topic }: Meeting, all: Unreached[], unavailable: boolean, deps: Deps): Promise<void> {
  const [first, ...others] = all.filter((one) => one.unavailable === unavailable).map(({ openId }) => openId);
  if (first === undefined) return;
  const args = { topic: topic ?? '', who: { user: first }, count: others.length + 1 };
  const view = line({ key: unavailable ? 'invite_unavailable' : 'invite_unreached', args });
  const key = `invite-${id}-${unavailable ? 'unavailable' : 'unreached'}-${first}`;
  await unlessRefused(() => deps.messages.send({ openId: ownerId }, render(view, { langs: 'both' }), key.slice(0, 50)), deps);
}
