import type { Clock, Millis } from '../../domain/time.ts';
import { type Fields, fields, matching, str } from '../narrow.ts';
import type { Call, CallResult } from './call.ts';
import { PlatformError } from './errors.ts';
import { checkId } from './ids.ts';
import type { Log } from './sdk.ts';

/** Without these the platform answers, but without `department_ids`. Source: contact-v3/user/get, contact-v3/department/parent. */
export const DEPARTMENT_SCOPES = ['contact:contact.base:readonly', 'contact:user.department:readonly'];

const HOUR: Millis = 3_600_000;
const KEPT = 10_000;
const PAGE = 50;
const MOST_PAGES = 5;
/** No such person, or nobody whom the app may see; no such department, or none that it may see. */
const NOT_FOUND = new Set<number | null>([40001, 40004, 40014, 41012, 41050]);

/** What was told, whoever asked: departments of a person (`ou_…`) and above a department (`od-…`). */
export type KnownDepartments = Map<string, { ids: string[]; until: Millis }>;

/**
 * Whether somebody is in one of `wanted` (open_department_ids), or in a department under one. What the app may not read is no:
 * an allow-list lets nobody in by mistake. Other failures are thrown, to be tried again.
 */
export function createInDepartments(call: Call, clock: Clock, log: Log, known: KnownDepartments) {
  const remembered = async (id: string, ask: () => Promise<string[]>): Promise<string[]> => {
    const found = known.get(id);
    if (found && found.until > clock.now()) return found.ids;
    let ids: string[] = [];
    let kept = HOUR;
    try {
      ids = await ask();
    } catch (error) {
      if (!(error instanceof PlatformError) || !(NOT_FOUND.has(error.code) || error.code === NO_SCOPE)) throw error;
      // A grant that is mended is seen within minutes.
      kept = HOUR / 12;
      log.warn({ api: error.api, code: error.code, logId: error.logId }, 'departments cannot be read');
    }
    known.delete(id);
    known.set(id, { ids, until: clock.now() + kept });
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    return ids;
  };

  return async (openId: string, wanted: ReadonlySet<string>): Promise<boolean> => {
    const own = await remembered(openId, () => ofPerson(call, openId));
    if (own.some((id) => wanted.has(id))) return true;
    for (const id of own) {
      const above = await remembered(id, () => aboveOf(call, id));
      if (above.some((one) => wanted.has(one))) return true;
    }
    return false;
  };
}

const NO_SCOPE = 99991672;
const departmentId = (value: unknown): string | null => matching(value, /^od-[\w-]{1,128}$/);
const idsOf = (list: unknown): string[] => (Array.isArray(list) ? list : []).map(departmentId).filter((id) => id !== null);

async function ofPerson(call: Call, openId: string): Promise<string[]> {
  const api = 'contact.user.get';
  const path = { user_id: checkId('user', openId, api) };
  const params = { user_id_type: 'open_id' as const, department_id_type: 'open_department_id' as const };
  const { data } = await call({ api, repeat: 'read', send: (client, options) => client.contact.v3.user.get({ path, params }, options) });
  return idsOf(fields(data.user)?.department_ids);
}

async function aboveOf(call: Call, id: string): Promise<string[]> {
  const api = 'contact.department.parent';
  const above: Fields[] = [];
  let next: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const params = { department_id_type: 'open_department_id' as const, department_id: id, page_size: PAGE };
    const paged: typeof params & { page_token?: string } = next ? { ...params, page_token: next } : params;
    const { data }: CallResult = await call({
      api,
      repeat: 'read',
      send: (client, options) => client.contact.v3.department.parent({ params: paged }, options),
    });
    if (Array.isArray(data.items)) above.push(...data.items.map(fields).filter((item) => item !== null));
    next = data.has_more === true ? str(data.page_token, 4000) : null;
    if (!next) break;
  }
  return idsOf(above.map((item) => item.open_department_id));
}
