import type { Audience } from '../model.ts';
import type { Ask } from './ask.ts';
import type { ActionPermission, Directory, PermissionChecker } from './ports.ts';
import { MAX_MEMBERS } from './rules.ts';

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

export type AccessProblem = { problem: 'group_too_large' } | { problem: 'people_unknown'; names: string } | { problem: 'company_unknown' };

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
  let members: { ids: string[]; more: boolean } | null = null;
  for (const [permission, audience] of [
    [HOST, access.canHost],
    [INVITE, access.canInvite],
    [JOIN, access.join],
  ] as const) {
    if (!audience || audience.who === 'anyone') continue;
    let checker: PermissionChecker;
    if (audience.who === 'company') {
      if (!ask.tenantKey) return { problem: 'company_unknown' };
      checker = { check_field: CHECK_TENANT, check_mode: ALLOW, check_list: [ask.tenantKey] };
    } else if (audience.who === 'chat') {
      members ??= await directory.members(ask.chatId, MAX_MEMBERS);
      if (members.more) return { problem: 'group_too_large' };
      checker = { check_field: CHECK_USER, check_mode: ALLOW, check_list: [...new Set([...always, ...members.ids])] };
    } else {
      const unknown = audience.people.filter((person) => !person.openId).map((person) => person.name);
      if (unknown.length > 0) return { problem: 'people_unknown', names: unknown.join('、') };
      checker = {
        check_field: CHECK_USER,
        check_mode: ALLOW,
        check_list: [...new Set([...always, ...audience.people.map((person) => person.openId!)])],
      };
    }
    permissions.push({ permission, permission_checkers: [checker] });
  }
  return permissions;
}
