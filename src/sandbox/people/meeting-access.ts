import { FEISHU_USER } from '../wire/meeting-events.ts';
import type { Platform } from '../world/platform.ts';
import { activeMeeting, type Person, type Reserve } from '../world/world.ts';

/** Who may join a meeting, and who may be its host. */

const openIdsOf = (platform: Platform, ids: readonly string[]): Set<string> => {
  const open = new Set(ids);
  for (const someone of platform.world.people.values()) if (open.has(someone.unionId) || open.has(someone.userId)) open.add(someone.openId);
  return open;
};

/** Several checkers and several entries of one permission are OR-ed; without an entry everybody passes. */
export function isAllowed(platform: Platform, reserve: Reserve, permission: number, someone: Person): boolean {
  const checkers = reserve.permissions.filter((entry) => entry.permission === permission).flatMap((entry) => entry.permission_checkers);
  if (checkers.length === 0) return true;
  return checkers.some((checker) => {
    const listed =
      checker.check_field === 1
        ? openIdsOf(platform, checker.check_list).has(someone.openId)
        : checker.check_list.includes(checker.check_field === 2 ? String(FEISHU_USER) : someone.tenantKey);
    return checker.check_mode === 1 ? listed : !listed;
  });
}

const isNamedHost = (reserve: Reserve, openId: string): boolean => openId === reserve.ownerId || reserve.hostIds.includes(openId);

/** A sentence that says why this person is kept out, or null. */
export function joinProblem(
  platform: Platform,
  reserve: Reserve,
  someone: Person,
  how: { byNumber: boolean; password: string | undefined },
): string | null {
  const running = activeMeeting(platform.world, reserve.id);
  if (reserve.deleted) return 'The meeting was cancelled.';
  if (reserve.endTime <= platform.clock.now() && !running) return 'The meeting number was released: the reserve has expired.';
  if (someone.openId !== reserve.ownerId && !isAllowed(platform, reserve, 3, someone))
    return 'This person is not allowed to join the meeting.';
  const needed = reserve.password !== '' && !isNamedHost(reserve, someone.openId);
  const typed = how.password !== undefined && how.password !== '';
  if (needed && (how.byNumber || typed) && how.password !== reserve.password)
    return typed ? 'Wrong password.' : 'The meeting asks for a password.';
  return null;
}
