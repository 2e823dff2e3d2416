/** Things that go wrong on request. Each fault works `times` times (absent: until cleared). */

export interface DeliveryFault {
  /** Event type, or its beginning and `*`; absent = any. */
  match?: string;
  mode: 'drop' | 'duplicate' | 'delay' | 'bad_signature' | 'bad_token' | 'reorder';
  times?: number;
  /** `delay`: how long. `reorder`: how long to wait for a later event at most. Real milliseconds. */
  ms?: number;
  /** `delay`: how long on the platform's clock instead, in milliseconds. */
  late_ms?: number;
  /** `duplicate`: how many copies arrive in all (2). */
  copies?: number;
  /** Chance per event, 0..1. */
  p?: number;
}

export interface ApiFault {
  method?: string;
  /** Part of the path, or the source of a regular expression. */
  path: string;
  mode: 'code' | 'status' | 'hang' | 'reset' | 'garbage' | 'slow' | 'lost';
  status?: number;
  code?: number;
  msg?: string;
  /** `slow`: before the answer. Real milliseconds. */
  ms?: number;
  times?: number;
  /** With code 99991400: seconds that `x-ogw-ratelimit-reset` asks to wait (1). */
  reset?: number;
  /** Chance per call, 0..1. */
  p?: number;
}

/** What goes wrong with the long connection. */
export interface ConnectionFault {
  /** The endpoint refuses with this code. */
  code?: number;
  /** The WebSocket handshake is refused, or never answered. */
  handshake?: 'refuse' | 'hang';
  /** Lines stay open, and nothing comes through them any more. */
  mute?: boolean;
  /** Events come in that many pieces. */
  fragments?: number;
}

export function checkConnectionFault(fault: unknown): string | null {
  if (!isRecord(fault)) return 'connection must be an object';
  if (!optional(fault, 'number', 'code', 'fragments')) return 'code and fragments are numbers';
  if (fault.mute !== undefined && typeof fault.mute !== 'boolean') return 'mute is true or false';
  return [undefined, 'refuse', 'hang'].includes(fault.handshake as undefined) ? null : 'handshake is refuse or hang';
}

const DELIVERY_MODES = ['drop', 'duplicate', 'delay', 'bad_signature', 'bad_token', 'reorder'];
const API_MODES = ['code', 'status', 'hang', 'reset', 'garbage', 'slow', 'lost'];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const optional = (record: Record<string, unknown>, type: 'string' | 'number', ...keys: string[]): boolean =>
  keys.every((key) => record[key] === undefined || typeof record[key] === type);

/** A sentence about what is wrong with the list, or null. */
export function checkDeliveryFaults(list: unknown): string | null {
  if (!Array.isArray(list)) return 'deliveries must be a list';
  for (const item of list) {
    if (!isRecord(item) || !DELIVERY_MODES.includes(String(item.mode))) return `mode must be one of ${DELIVERY_MODES.join(', ')}`;
    if (!optional(item, 'string', 'match') || !optional(item, 'number', 'times', 'ms', 'copies', 'late_ms', 'p'))
      return 'match is a string; times, ms, late_ms, copies, p are numbers';
  }
  return null;
}

export function checkApiFaults(list: unknown): string | null {
  if (!Array.isArray(list)) return 'api must be a list';
  for (const item of list) {
    if (!isRecord(item) || !API_MODES.includes(String(item.mode))) return `mode must be one of ${API_MODES.join(', ')}`;
    if (typeof item.path !== 'string') return 'path is required';
    if (!optional(item, 'string', 'method', 'msg') || !optional(item, 'number', 'status', 'code', 'ms', 'times', 'reset', 'p'))
      return 'a field has the wrong type';
    if (item.mode === 'code' && typeof item.code !== 'number') return 'mode code needs a code';
    if (item.mode === 'status' && typeof item.status !== 'number') return 'mode status needs a status';
  }
  return null;
}

/** The same numbers from the same seed, 0..1 (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Takes one use of the first fault that fits; used-up faults leave the list. */
function take<T extends { times?: number }>(list: T[], fits: (fault: T) => boolean): T | undefined {
  const index = list.findIndex(fits);
  const fault = list[index];
  if (!fault) return undefined;
  if (fault.times !== undefined) {
    fault.times -= 1;
    if (fault.times <= 0) list.splice(index, 1);
  }
  return fault;
}

export function takeDeliveryFault(
  list: DeliveryFault[],
  eventType: string,
  modes: readonly DeliveryFault['mode'][],
  chance: () => number = Math.random,
): DeliveryFault | undefined {
  const fits = ({ match }: DeliveryFault): boolean =>
    match === undefined || (match.endsWith('*') ? eventType.startsWith(match.slice(0, -1)) : match === eventType);
  return take(list, (fault) => modes.includes(fault.mode) && fits(fault) && (fault.p === undefined || chance() < fault.p));
}

function matchesPath(pattern: string, path: string): boolean {
  if (path.includes(pattern)) return true;
  try {
    return new RegExp(pattern).test(path);
  } catch {
    return false;
  }
}

export function takeApiFault(list: ApiFault[], method: string, path: string, chance: () => number = Math.random): ApiFault | undefined {
  return take(
    list,
    (fault) =>
      (fault.method === undefined || fault.method.toUpperCase() === method) &&
      matchesPath(fault.path, path) &&
      (fault.p === undefined || chance() < fault.p),
  );
}
