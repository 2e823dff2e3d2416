import type { Audience } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Ask } from './ask.ts';
import type { ActionPermission, Directory, PermissionChecker } from './ports/platform.ts';
import { MAX_MEMBERS } from './rules.ts';
import { peopleProblem } from './slots.ts';

const CHECK_USER = 1;
const CHECK_TENANT = 3;
const ALLOW = 1;

const HOST = 1;
const INVITE = 2;
const JOIN = 3;

export interface Access {
  join: Audience;
  canHost: Audience | null;
  canInvite: Audience | null;
}

export interface AccessProblem {
  problem: Say;
}

/**
 * The other way round, for what somebody changed elsewhere. What we know better stays: that a list is this group's, or why it is what it is;
 * and rules that we have no words for change nothing.
 */
export function audiencesOf(permissions: ActionPermission[], meeting: Meeting): Access {
  const always = new Set([meeting.ownerId, ...meeting.hostIds]);
  const named = (ids: string[]): string[] => [...new Set(ids)].filter((id) => !always.has(id)).sort();
  const read = (permission: ActionPermission['permission'], known: Audience | null): Audience | null => {
    const [checker, ...more] = permissions.filter((one) => one.permission === permission).flatMap((one) => one.permission_checkers);
    if (!checker) return known === null || known.who === 'anyone' ? known : { who: 'anyone' };
    if (more.length > 0 || checker.check_mode !== ALLOW) return known;
    if (checker.check_field === CHECK_TENANT)
      return checker.check_list.join() === meeting.tenantKey && known?.who !== 'company' ? { who: 'company' } : known;
    if (checker.check_field !== CHECK_USER || known?.who === 'chat') return known;
    const ids = named(checker.check_list);
    const before = known?.who === 'people' ? named(known.people.map((person) => person.openId ?? '')) : null;
    return before?.join() === ids.join() ? known : { who: 'people', people: ids.map((openId) => ({ name: openId, openId })) };
  };
  return {
    join: read(JOIN, meeting.join) ?? { who: 'anyone' },
    canHost: read(HOST, meeting.canHost),
    canInvite: read(INVITE, meeting.canInvite),
  };
}

/**
 * Audiences → `action_permissions`. Owner and hosts are always let in. `[]` = nobody is restricted.
 * Members of a group are read page by page at the time of asking: the platform takes a list, not a chat.
 */
export async function actionPermissions(
  access: Access,
  ask: Pick<Ask, 'tenantKey'> & { chatId: string },
  always: string[],
  directory: Pick<Directory, 'members'>,
): Promise<ActionPermission[] | AccessProblem> {
  const permissions: ActionPermission[] = [];
  let read: Promise<string[] | null> | null = null;
  const members = (): Promise<string[] | null> => {
    read ??= directory.members(ask.chatId, MAX_MEMBERS).then(({ ids, more }) => (more ? null : ids));
    return read;
  };
  for (const [permission, audience] of [
    [HOST, access.canHost],
    [INVITE, access.canInvite],
    [JOIN, access.join],
  ] as const) {
    if (!audience || audience.who === 'anyone') continue;
    const checker = await checkerOf(audience, ask.tenantKey, always, members);
    if ('problem' in checker) return checker;
    permissions.push({ permission, permission_checkers: [checker] });
  }
  return permissions;
}

/** @param members of the group; null: too many for a list */
async function checkerOf(
  audience: Exclude<Audience, { who: 'anyone' }>,
  tenantKey: Ask['tenantKey'],
  always: string[],
  members: () => Promise<string[] | null>,
): Promise<PermissionChecker | AccessProblem> {
  if (audience.who === 'company')
    return tenantKey ? { check_field: CHECK_TENANT, check_mode: ALLOW, check_list: [tenantKey] } : { problem: { key: 'company_unknown' } };
  const users = (ids: string[]): PermissionChecker => ({
    check_field: CHECK_USER,
    check_mode: ALLOW,
    check_list: [...new Set([...always, ...ids])],
  });
  if (audience.who === 'chat') {
    const ids = await members();
    return ids ? users(ids) : { problem: { key: 'group_too_large' } };
  }
  const problem = peopleProblem(audience.people);
  return problem ? { problem } : users(audience.people.filter((person) => !person.bot).map((person) => person.openId!));
}
