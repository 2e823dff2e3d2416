import { isObject } from '../world/content.ts';
import { Refusal } from '../world/errors.ts';
import { findPerson, idOf } from '../world/world.ts';
import { TIER_6 } from './gate.ts';
import { type Route, success, userIdType } from './route.ts';

const MAX_IDS = 10;

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
];
