import { dayIn, toInstant, wallOf } from '../calendar/wall-clock.ts';
import type { Intent, ListScope, ListSpan } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Millis, Zone } from '../domain/time.ts';
import type { View } from '../domain/view.ts';
import { actionPermissions, audiencesOf } from './access.ts';
import { type Answer, type Ask, tell } from './ask.ts';
import { save } from './change.ts';
import { maySeePassword, withoutPassword } from './find.ts';
import type { ActionPermission, Directory, FindMeetings, MeetingStore, PlatformFailure, Reserves } from './ports.ts';
import { DAY, isOpen } from './rules.ts';

export const PAGE = 5;

export interface LookDeps {
  reserves: Pick<Reserves, 'get' | 'active' | 'update'>;
  directory: Pick<Directory, 'members'>;
  store: MeetingStore;
  now(): Millis;
  isFailure(error: unknown): error is PlatformFailure;
}

/** What the platform says now; our copy follows it. A number that is gone makes the card say so. */
export const refreshed = async (meeting: Meeting, deps: LookDeps): Promise<Meeting> => (await reread(meeting, deps)).meeting;

async function reread(meeting: Meeting, deps: LookDeps): Promise<{ meeting: Meeting; permissions: ActionPermission[] | null }> {
  if (!isOpen(meeting)) return { meeting, permissions: null };
  let after: Partial<Meeting>;
  let permissions: ActionPermission[] | null = null;
  try {
    const reserve = await deps.reserves.get(meeting.reserveId);
    const settings = reserve.settings;
    permissions = settings?.action_permissions ?? null;
    after = {
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
  } catch (error) {
    if (!deps.isFailure(error)) throw error;
    if (error.code !== 121004) throw error;
    after = { status: meeting.endAt <= deps.now() ? 'released' : 'cancelled' };
  }
  const changed = Object.entries(after).some(([key, value]) => JSON.stringify(meeting[key as keyof Meeting]) !== JSON.stringify(value));
  if (!changed) return { meeting, permissions };
  const saved = await save(meeting.id, (now) => (isOpen(now) ? after : null), [], deps);
  return { meeting: saved ?? meeting, permissions };
}

/** As `refreshed`, and people who joined or left the group since: the list that bounds the meeting follows. */
export async function refresh(before: Meeting, deps: LookDeps): Promise<void> {
  const { meeting, permissions } = await reread(before, deps);
  if (!isOpen(meeting) || ![meeting.join, meeting.canHost, meeting.canInvite].some((open) => open?.who === 'chat')) return;
  const always = [meeting.ownerId, ...meeting.hostIds];
  try {
    const bounds = await actionPermissions(meeting, { tenantKey: meeting.tenantKey, chatId: meeting.chatId }, always, deps.directory);
    if (!Array.isArray(bounds) || sameBounds(bounds, permissions)) return;
    await deps.reserves.update(meeting.reserveId, { settings: { action_permissions: bounds } });
  } catch (error) {
    // The members can't be read or the list can't be set: what was asked for, the card, is right all the same.
    if (!deps.isFailure(error) || error.verdict === 'retry') throw error;
  }
}

/** In any order. */
function sameBounds(some: ActionPermission[], others: ActionPermission[] | null): boolean {
  const flat = (all: ActionPermission[]): string =>
    all
      .flatMap(({ permission, permission_checkers: checkers }) =>
        checkers.map((one) => [permission, one.check_field, one.check_mode, ...one.check_list.toSorted()].join()),
      )
      .sort()
      .join(';');
  return others !== null && flat(some) === flat(others);
}

/** Who shared its card to that chat, as the view has it. */
export const sharedTo = (meeting: Meeting, chatId: string): { sharedBy?: string } => {
  const by = meeting.sharedBy?.[chatId];
  return by ? { sharedBy: by } : {};
};

export async function show(meeting: Meeting, ask: Ask, deps: LookDeps): Promise<Answer> {
  const now = await refreshed(meeting, deps);
  const hidden = !maySeePassword(now, ask);
  const { chatId } = ask.place;
  // This card is redrawn like any other, and must not tell then what it does not tell now.
  if (hidden && !now.hiddenIn?.includes(chatId))
    await save(now.id, (latest) => ({ hiddenIn: [...(latest.hiddenIn ?? []), chatId] }), [], deps);
  const view: View = { show: 'meeting', meeting: now, now: deps.now(), hidePassword: hidden, ...sharedTo(now, chatId) };
  return { view, to: 'everyone', cardOf: now.id };
}

/** Not started and not existing are told apart by asking for the reserve first (121004 means both). */
export async function who(meeting: Meeting, ask: Ask, deps: LookDeps): Promise<Answer> {
  const now = await refreshed(meeting, deps);
  if (!isOpen(now)) return tell({ key: now.status === 'released' ? 'released' : 'already_cancelled' });
  const active = await deps.reserves.active(now.reserveId);
  return { view: { show: 'who', meeting: withoutPassword(now, ask), active, now: deps.now() }, to: 'everyone' };
}

const at0 = (day: string, zone: Zone): Millis => {
  const [y, mo, d] = day.split('-').map(Number) as [number, number, number];
  return toInstant({ y, mo, d, h: 0, mi: 0 }, zone);
};

/** `[from, until)` of a span on the asker's calendar; weeks start on Monday. */
export function spanOf(span: ListSpan, now: Millis, zone: Zone): { from: Millis; until?: Millis } {
  const day = (offset: number): Millis => at0(dayIn(at0(dayIn(now, zone), zone) + offset * DAY + DAY / 2, zone), zone);
  const { y, mo, d } = wallOf(now, zone);
  const monday = -((new Date(Date.UTC(y, mo - 1, d)).getUTCDay() + 6) % 7);
  switch (span) {
    case 'all':
      return { from: now };
    case 'today':
      return { from: day(0), until: day(1) };
    case 'tomorrow':
      return { from: day(1), until: day(2) };
    case 'this_week':
      return { from: day(monday), until: day(monday + 7) };
    case 'next_week':
      return { from: day(monday + 7), until: day(monday + 14) };
  }
}

export async function listView(
  wanted: { scope: ListScope; span: ListSpan; page: number },
  ask: Pick<Ask, 'from' | 'place' | 'zone'>,
  deps: Pick<LookDeps, 'store' | 'now'>,
): Promise<Extract<View, { show: 'list' }>> {
  const now = deps.now();
  const { from, until } = spanOf(wanted.span, now, ask.zone);
  const query: FindMeetings = {
    statuses: ['booked', 'live'],
    order: 'start',
    from: Math.max(from, now),
    ...(until === undefined ? {} : { until }),
    ...(wanted.scope === 'mine' ? { personId: ask.from } : { chatId: ask.place.chatId }),
    limit: PAGE,
    offset: wanted.page * PAGE,
  };
  const { meetings, total } = await deps.store.find(query);
  return {
    show: 'list',
    scope: wanted.scope,
    span: wanted.span,
    meetings: meetings.map((meeting) => withoutPassword(meeting, ask as Ask)),
    page: wanted.page,
    pages: Math.max(1, Math.ceil(total / PAGE)),
    total,
    now,
    hidePasswords: ask.place.kind === 'group' && wanted.scope === 'mine',
  };
}

/** Mine concerns the asker alone; what is booked in the group concerns the group. */
export async function list(intent: Extract<Intent, { want: 'list' }>, ask: Ask, deps: LookDeps): Promise<Answer> {
  const view = await listView({ scope: intent.scope, span: intent.span, page: 0 }, ask, deps);
  return { view, to: intent.scope === 'mine' ? 'asker' : 'everyone' };
}
