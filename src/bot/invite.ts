import { render } from '../card/render.ts';
import type { Meeting } from '../domain/meeting.ts';
import { invitableIds } from '../meeting/guests.ts';
import { isOpen, MAX_MEMBERS } from '../meeting/rules.ts';
import { line } from './answer.ts';
import type { Deps } from './deps.ts';
import type { JobPayloads } from './job-kinds.ts';
import { saveMeeting } from './save-meeting.ts';
import { sendLine } from './send-under-card.ts';

/** Who is to come and is not in the chat gets the meeting in their direct chat, once. Who cannot be written to is told to its owner, once. */
export async function invite({ meetingId }: JobPayloads['invite'], deps: Deps): Promise<void> {
  const meeting = await deps.store.get(meetingId);
  if (!meeting || !isOpen(meeting) || meeting.endAt <= deps.now()) return;
  const away = await awayOf(meeting, deps);
  if (away.length === 0) return;
  const reached: string[] = [];
  const unreached: string[] = [];
  for (const openId of away) {
    try {
      const card = render({ show: 'invited', meeting, absent: false }, { langs: 'both' });
      await sendLine(meeting, { openId }, card, `invite-${meetingId}-${openId}`, deps);
      reached.push(openId);
    } catch (error) {
      if (!deps.isFailure(error) || error.verdict === 'retry') throw error;
      unreached.push(openId);
    }
  }
  await saveMeeting(meetingId, (now) => ({ invitedIds: [...new Set([...(now.invitedIds ?? []), ...reached])] }), [], deps);
  if (unreached.length > 0) await tellOwner(meeting, unreached, deps);
}

/** In a direct chat nobody else is; of a group whose members cannot be read, everybody is taken to be in it. */
async function awayOf(meeting: Meeting, deps: Deps): Promise<string[]> {
  const ids = invitableIds(meeting);
  if (ids.length === 0 || meeting.chatKind === 'direct') return ids;
  const members = await deps.directory.members(meeting.chatId, MAX_MEMBERS);
  return members.more ? [] : ids.filter((id) => !members.ids.includes(id));
}

async function tellOwner({ id, ownerId, topic }: Meeting, openIds: string[], deps: Deps): Promise<void> {
  const [first = ownerId] = openIds;
  const view = line({ key: 'invite_unreached', args: { topic: topic ?? '', who: { user: first }, count: openIds.length } });
  try {
    await deps.messages.send({ openId: ownerId }, render(view, { langs: 'both' }), `invite-${id}-unreached`);
  } catch (error) {
    if (!deps.isFailure(error) || error.verdict === 'retry') throw error;
  }
}
