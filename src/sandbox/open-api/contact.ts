import { isObject } from '../world/content.ts';
import { Refusal } from '../world/errors.ts';
import { departmentsAbove, findPerson, idOf } from '../world/world.ts';
import { TIER_4, TIER_6 } from './gate.ts';
import { type Call, type Route, success, userIdType } from './route.ts';

const MAX_IDS = 10;
const MAX_PAGE = 50;

/** Departments are known by their open_department_id alone. */
function checkDepartmentIdType(call: Call): void {
  if ((call.query.get('department_id_type') ?? 'open_department_id') !== 'open_department_id') throw new Refusal(40001);
}

export const contactRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/open-apis/contact/v3/users/basic_batch',
    identity: 'tenant',
    anyOf: ['contact:user.basic_profile:readonly'],
    tier: TIER_6,
    handle(call) {
      const type = userIdType(call);
      const ids: unknown = isObject(call.body) ? call.body.user_ids : undefined;
      if (!Array.isArray(ids) || ids.length === 0 || ids.length > MAX_IDS || ids.some((id) => typeof id !== 'string'))
        throw new Refusal(40001);
      const users = (ids as string[]).flatMap((id) => {
        const someone = findPerson(call.platform.world, id, type);
        if (!someone) return [];
        return [{ user_id: idOf(someone, type), name: someone.name, i18n_name: { zh_cn: someone.name, ja_jp: '', en_us: someone.enName } }];
      });
      return success({ users });
    },
  },
  {
    method: 'GET',
    path: '/open-apis/contact/v3/users/:user_id',
    identity: 'tenant',
    anyOf: ['contact:contact.base:readonly'],
    tier: TIER_4,
    note: 'only ids, names and departments; departments by open_department_id; everybody is in the range of the app',
    handle(call) {
      const type = userIdType(call);
      checkDepartmentIdType(call);
      const { world, app } = call.platform;
      const someone = findPerson(world, call.params.user_id!, type);
      if (!someone) throw new Refusal(41012);
      if (someone.tenantKey !== world.tenantKey) throw new Refusal(41050);
      return success({
        user: {
          union_id: someone.unionId,
          open_id: someone.openId,
          ...(app.scopes.has('contact:user.employee_id:readonly') ? { user_id: someone.userId } : {}),
          ...(app.scopes.has('contact:user.base:readonly') ? { name: someone.name, en_name: someone.enName } : {}),
          ...(app.scopes.has('contact:user.department:readonly') ? { department_ids: someone.departmentIds } : {}),
        },
      });
    },
  },
  {
    method: 'GET',
    path: '/open-apis/contact/v3/departments/parent',
    identity: 'tenant',
    anyOf: ['contact:contact.base:readonly', 'contact:department.organize:readonly'],
    note: 'only ids and names, in one page; its special limit is not published and not emulated',
    handle(call) {
      userIdType(call);
      checkDepartmentIdType(call);
      const { world, app } = call.platform;
      const size = Number(call.query.get('page_size') ?? 20);
      if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE) throw new Refusal(40011);
      const id = call.query.get('department_id') ?? '';
      if (id === '0') throw new Refusal(40002);
      if (!world.departments.has(id)) throw new Refusal(40001);
      const items = departmentsAbove(world, id).map(({ departmentId, name, enName, parentId }) => ({
        open_department_id: departmentId,
        ...(app.scopes.has('contact:department.base:readonly') ? { name, i18n_name: { zh_cn: name, ja_jp: '', en_us: enName } } : {}),
        ...(app.scopes.has('contact:department.organize:readonly') ? { parent_department_id: parentId ?? '0' } : {}),
      }));
      return success({ has_more: false, items });
    },
  },
];
