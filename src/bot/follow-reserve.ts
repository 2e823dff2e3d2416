import type { Meeting } from '../domain/meeting.ts';
import { actionPermissions, audiencesOf } from '../meeting/access.ts';
import type { ActionPermission, Reserve } from '../meeting/ports/platform.ts';
import { isOpen } from '../meeting/rules.ts';
import type { Deps } from './deps.ts';
import { saveMeeting } from './save-meeting.ts';
import { unlessRefused } from './unless-refused.ts';

/** What the platform says now; our copy follows it. A number that is gone makes the card say so. */
export const refreshed = (meeting: Meeting, deps: Deps): Promise<Meeting> =>
  deps.alone(meeting.id, async () => (await reread(meeting, deps)).meeting);

/** While nobody else changes it: what was read before a change must not be written after it. */
async function reread(before: Meeting, deps: Deps): Promise<{ meeting: Meeting; permissions: ActionPermission[] | null }> {
  const meeting = (await deps.store.get(before.id)) ?? before;
  if (!isOpen(meeting)) return { meeting, permissions: null };
  const reserve = await reserveOf(meeting, deps);
  const permissions = reserve?.settings?.action_permissions ?? null;
  const after: Partial<Meeting> = reserve
    ? copyOf(reserve, permissions, meeting)
    : { status: meeting.endAt <= deps.now() ? 'released' : 'cancelled' };
  const changed = Object.entries(after).some(([key, value]) => JSON.stringify(meeting[key as keyof Meeting]) !== JSON.stringify(value));
  if (!changed) return { meeting, permissions };
  const saved = await saveMeeting(meeting.id, (now) => (isOpen(now) ? after : null), [], deps);
  return { meeting: saved ?? meeting, permissions };
}

/** Null: there is none any more. */
export async function reserveOf(meeting: Meeting, deps: Deps): Promise<Reserve | null> {
  try {
    return await deps.reserves.get(meeting.reserveId);
  } catch (error) {
    if (deps.isFailure(error) && error.gone) return null;
    throw error;
  }
}

/** What the platform did not say stays as it is. */
function copyOf(reserve: Reserve, permissions: ActionPermission[] | null, meeting: Meeting): Partial<Meeting> {
  const { settings } = reserve;
  return {
    ...(reserve.meetingNo ? { meetingNo: reserve.meetingNo } : {}),
    ...(reserve.url ? { url: reserve.url } : {}),
    ...(reserve.liveLink ? { liveLink: reserve.liveLink } : {}),
    ...(reserve.appLink ? { appLink: reserve.appLink } : {}),
    ...(reserve.password === null ? {} : { password: reserve.password || null }),
    ...(reserve.endAt === null ? {} : { endAt: reserve.endAt }),
    ...(settings?.topic ? { topic: settings.topic } : {}),
    ...(settings?.auto_record === undefined ? {} : { record: settings.auto_record }),
    ...(settings?.meeting_connect === undefined ? {} : { connect: settings.meeting_connect }),
    ...(settings?.assign_host_list ? { hostIds: settings.assign_host_list.map((host) => host.id) } : {}),
    ...(permissions ? audiencesOf(permissions, meeting) : {}),
    ...(reserve.expired ? { status: 'released' as const } : {}),
  };
}

/** As `refreshed`, and people who joined or left the group since: the list that bounds the meeting follows. */
export const refreshAll = (before: Meeting, deps: Deps): Promise<void> => deps.alone(before.id, () => refreshBounds(before, deps));

async function refreshBounds(before: Meeting, deps: Deps): Promise<void> {
  const { meeting, permissions } = await reread(before, deps);
  if (!isOpen(meeting) || ![meeting.join, meeting.canHost, meeting.canInvite].some((open) => open?.who === 'chat')) return;
  const always = [meeting.ownerId, ...meeting.hostIds];
  // Where the members can't be read or the list can't be set, what was asked for, the card, is right all the same.
  await unlessRefused(async () => {
    const bounds = await actionPermissions(meeting, { tenantKey: meeting.tenantKey, chatId: meeting.chatId }, always, deps.directory);
    if (!Array.isArray(bounds) || sameBounds(bounds, permissions)) return;
    await deps.reserves.update(meeting.reserveId, { settings: { action_permissions: bounds } });
  }, deps);
}

/** In any order. */
export function sameBounds(some: ActionPermission[], others: ActionPermission[] | null): boolean {
  const flat = (all: ActionPermission[]): string =>
    all
      .flatMap(({ permission, permission_checkers: checkers }) =>
        checkers.map((one) => [permission, one.check_field, one.check_mode, ...one.check_list.toSorted()].join()),
      )
      .sort()
      .join(';');
  return others !== null && flat(some) === flat(others);
}
