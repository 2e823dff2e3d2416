/** `npm run -s parse`: JSON lines in, JSON lines out; `--explain "sentence"` tells who read what. */

import { isZone } from '../calendar/zones.ts';
import type { Mention } from '../domain/event.ts';
import type { Act, Intent } from '../domain/intent.ts';
import { silent } from '../domain/silent-time.ts';
import type { Millis, Moment, Zone } from '../domain/time.ts';
import { understand } from '../nlu/understand.ts';
import type { Understanding } from '../nlu/understanding.ts';
import { explain, iso } from './explain.ts';

export interface ParseIo {
  stdin: AsyncIterable<string | Uint8Array>;
  stdout: { write(text: string): unknown };
  now(): Millis;
}

export interface Parsed {
  start: string | null;
  end: string | null;
  durationSec: number | null;
  topic: string | null;
  password: string | null;
  hosts: string[];
  record: boolean | null;
  recurring: string | null;
  /** As the code has it, times in milliseconds. */
  intent: Intent;
  act: Act;
  /** Two wishes in one message, in order. */
  intents?: Intent[];
}

const DEFAULT_ZONE: Zone = 'Asia/Shanghai';
const NOTHING: Parsed = {
  start: null,
  end: null,
  durationSec: null,
  topic: null,
  password: null,
  hosts: [],
  record: null,
  recurring: null,
  intent: { want: 'help', because: 'unknown' },
  act: 'none',
};

/** Reads every line of `stdin`; a line that is no request is answered with `error` in its place. Returns the exit code. */
export async function parseCommand(argv: string[], io: ParseIo): Promise<number> {
  const options = readArguments(argv);
  if (options.explain !== null) {
    io.stdout.write(explain(options.explain, options.now ?? io.now(), options.zone ?? DEFAULT_ZONE));
    return 0;
  }
  let out = '';
  for await (const line of lines(io.stdin)) {
    if (line.trim() === '') continue;
    out += `${JSON.stringify(answer(line, io.now()))}\n`;
    if (out.length > 64_000) {
      io.stdout.write(out);
      out = '';
    }
  }
  if (out !== '') io.stdout.write(out);
  return 0;
}

const moment = (at: Moment, zone: Zone): string => (at.grain === 'minute' ? iso(at.at, zone) : at.day);

/** The protocol's answer for one message. */
function parsed(found: Understanding, zone: Zone): Parsed {
  const { intent, act, time } = found;
  const slots = intent.want === 'book' || intent.want === 'change' ? intent.slots : {};
  const named = 'which' in intent && intent.which.by === 'topic' ? intent.which.topic : null;
  const { start, end, minutes, rrule } = act === 'none' ? silent() : time;
  return {
    start: start ? moment(start, zone) : null,
    end: end ? moment(end, zone) : null,
    durationSec: !end && minutes !== null ? minutes * 60 : null,
    topic: slots.topic ?? named,
    password: slots.password ?? null,
    hosts: (slots.hosts ?? []).map((one) => one.name),
    record: slots.record ?? null,
    recurring: rrule,
    intent,
    act,
    ...(found.intents ? { intents: found.intents } : {}),
  };
}

function answer(line: string, now: Millis): Parsed & { error?: string } {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return { ...NOTHING, error: 'not JSON' };
  }
  if (typeof row !== 'object' || row === null) return { ...NOTHING, error: 'not an object' };
  const { text, now: at, tz, mentions, botOpenId } = row as Record<string, unknown>;
  if (typeof text !== 'string') return { ...NOTHING, error: 'no text' };
  const then = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  const zone = typeof tz === 'string' && isZone(tz) ? tz : DEFAULT_ZONE;
  const ctx = { now: Number.isFinite(then) ? then : now, zone };
  const message = { text, mentions: mentionsOf(mentions), botOpenId: typeof botOpenId === 'string' ? botOpenId : null };
  return parsed(understand(message, ctx), zone);
}

const isMention = (one: unknown): one is Mention =>
  typeof one === 'object' && one !== null && ['key', 'openId', 'name'].every((name) => typeof Reflect.get(one, name) === 'string');

const mentionsOf = (value: unknown): Mention[] => (Array.isArray(value) ? value.filter(isMention) : []);

function readArguments(argv: string[]): { explain: string | null; now: Millis | null; zone: Zone | null } {
  const after = (name: string): string | null => {
    const at = argv.findIndex((one) => one === name || one.startsWith(`${name}=`));
    if (at < 0) return null;
    const one = argv[at] ?? '';
    return one.includes('=') ? one.slice(one.indexOf('=') + 1) : (argv[at + 1] ?? null);
  };
  const now = Date.parse(after('--now') ?? '');
  const zone = after('--zone');
  return { explain: after('--explain'), now: Number.isFinite(now) ? now : null, zone: zone && isZone(zone) ? zone : null };
}

async function* lines(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const cut = rest.lastIndexOf('\n');
    if (cut < 0) continue;
    yield* rest.slice(0, cut).split('\n');
    rest = rest.slice(cut + 1);
  }
  if (rest !== '') yield rest;
}
