import { joinProblem } from '../people/meeting-access.ts';
import { end, join, leave } from '../people/meeting-life.ts';
import { NotPossible } from '../people/not-possible.ts';
import { activeMeeting, type Meeting, type Reserve } from '../world/world.ts';
import { actor, type ControlRoute, flag, type Request, text } from './request.ts';

/** Joining, leaving and ending a meeting as a person. */

/** By id, by number, or by the number in the link. */
function reserveFor({ parts, body }: Request): Reserve {
  const { world } = parts.platform;
  const id = text(body, 'reserve_id');
  const no = text(body, 'meeting_no')?.replace(/\s/g, '');
  const named = [...world.reserves.values()].filter((reserve) =>
    id ? reserve.id === id : reserve.meetingNo === no || reserve.urlNo === no,
  );
  const reserve = named.find((other) => !other.deleted) ?? named[0];
  if (!reserve) throw new NotPossible('There is no such meeting.', 404);
  return reserve;
}

function runningFor(request: Request): { reserve: Reserve; meeting: Meeting } {
  const reserve = reserveFor(request);
  const meeting = activeMeeting(request.parts.platform.world, reserve.id);
  if (!meeting) throw new NotPossible('The meeting is not running.', 409);
  return { reserve, meeting };
}

function joinMeeting(request: Request): object {
  const { parts, body } = request;
  const { platform, deliver } = parts;
  const someone = actor(request);
  const reserve = reserveFor(request);
  const problem = joinProblem(platform, reserve, someone, {
    byNumber: text(body, 'reserve_id') === undefined,
    password: text(body, 'password'),
  });
  if (problem) throw new NotPossible(problem, 403);
  const meeting = join(platform, deliver, reserve, someone, { mic: flag(body, 'mic') ?? false, camera: flag(body, 'camera') ?? false });
  return { ok: true, meeting_id: meeting.id };
}

export const meetingRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/_sandbox/meetings/join', handle: joinMeeting },
  {
    method: 'POST',
    path: '/_sandbox/meetings/leave',
    handle(request) {
      const { reserve, meeting } = runningFor(request);
      if (!leave(request.parts.platform, request.parts.deliver, meeting, reserve, actor(request).openId)) {
        throw new NotPossible('That person is not in the meeting.', 409);
      }
      return { ok: true };
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/meetings/end',
    handle(request) {
      const { reserve, meeting } = runningFor(request);
      const { openId } = actor(request);
      if (openId !== meeting.hostId && openId !== reserve.ownerId)
        throw new NotPossible('Only the host or the owner may end the meeting.', 403);
      end(request.parts.platform, request.parts.deliver, meeting, reserve, openId);
      return { ok: true };
    },
  },
];
