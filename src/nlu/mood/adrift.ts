/** What is said of a meeting without a word that changes one: plain only where one was just spoken of. */

import type { Intent } from '../../domain/intent.ts';
import type { Utterance } from '../utterance.ts';
import type { ClauseMood } from './clause-mood.ts';
import { operative } from './orders.ts';

/** 密码是1234, 主持人：康辉, 再给我半小时: a value of some meeting, or of anything else. */
export function isAdrift(said: Utterance, clauses: readonly ClauseMood[], intent: Intent, imperative: boolean): boolean {
  if (!('which' in intent) || intent.which.by !== 'context' || Object.keys(intent.which).length > 1) return false;
  const own = operative(said, clauses, intent);
  if (own.some(({ signs }) => signs.has('meeting'))) return false;
  if (intent.want === 'extend')
    return said.claims.some((claim) => claim.kind === 'command' && said.hitsIn('mood.for-me', claim).length > 0);
  if (intent.want !== 'change' || imperative || intent.repeat !== undefined || own.some(({ asked }) => asked)) return false;
  const { password, hosts, ...others } = intent.slots;
  if (Object.keys(others).length > 0 || typeof password === 'object') return false;
  if (said.anyIn(CHANGES)) return false;
  return hosts === undefined || hosts.every(({ openId }) => openId === undefined);
}

/** 改成, set, 加: something is done, and no value only told. */
const CHANGES = ['slot.change', 'slot.into', 'slot.set', 'slot.on', 'slot.off', 'slot.remove', 'slot.ask', 'host.make'];
