/** `npm run audit -- [--csv] [--since DAY] [--person ou_…] [--meeting NO]`: who booked, changed and cancelled what, also while the bot runs. */
import { parseArgs } from 'node:util';
import { toInstant } from '../calendar/wall-clock.ts';
import type { Zone } from '../domain/time.ts';
import type { AuditEntry } from '../meeting/ports/records.ts';
import type { Store } from '../store/open.ts';
import { AUDIT } from '../text/commands.ts';
import { besideBot, langOf, zoneOf } from './environment.ts';

export interface AuditIo {
  stdout: { write(text: string): unknown };
  now(): number;
}

const DAY = 86_400_000;
const KEPT_DAYS = 180;
const COLUMNS = ['at', 'person', 'did', 'meeting_no', 'meeting', 'owner', 'chat', 'fields'] as const;

/** @returns the exit code */
export async function auditCommand(argv: string[], env: Record<string, string | undefined>, io: AuditIo): Promise<number> {
  const lang = langOf(env);
  const words = AUDIT[lang];
  const say = (text: string) => io.stdout.write(`${text}\n`);
  const asked = readArguments(argv, io.now(), zoneOf(env));
  if (!asked) {
    say(words.usage);
    return 1;
  }
  const list = async (store: Store): Promise<number> => {
    if (asked.csv) say(COLUMNS.join(','));
    let shown = 0;
    for await (const entry of store.audit.since(asked.since, { personId: asked.person, meetingNo: asked.meeting })) {
      say(asked.csv ? valuesOf(entry).map(cell).join(',') : words.row(new Date(entry.at).toISOString(), entry));
      shown += 1;
    }
    if (shown === 0 && !asked.csv) say(words.none);
    return 0;
  };
  return besideBot(env, io.now, list, (why) => say(words.failed(why)));
}

/** A day begins where the bot is at home; whatever else says a moment is read as it stands. */
function beginOf(said: string, zone: Zone): number {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(said);
  const midnight = Date.parse(said);
  if (!day || Number.isNaN(midnight)) return midnight;
  // 2026-11-31 would be read as the day after.
  if (!new Date(midnight).toISOString().startsWith(said)) return Number.NaN;
  const [y, mo, d] = day.slice(1).map(Number) as [number, number, number];
  return toInstant({ y, mo, d, h: 0, mi: 0 }, zone);
}

function readArguments(argv: string[], now: number, zone: Zone) {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: argv, options: { csv: { type: 'boolean' }, since: text, person: text, meeting: text } });
    const since = values.since === undefined ? now - KEPT_DAYS * DAY : beginOf(values.since, zone);
    if (Number.isNaN(since)) return null;
    return { csv: values.csv ?? false, since, person: values.person, meeting: values.meeting?.replace(/\D/g, '') };
  } catch {
    return null;
  }
}

const valuesOf = (entry: AuditEntry): string[] => [
  new Date(entry.at).toISOString(),
  entry.personId,
  entry.did,
  entry.meetingNo,
  entry.meetingId,
  entry.ownerId,
  entry.chatId,
  entry.fields.join(' '),
];

/** RFC 4180; what a spreadsheet would run as a formula is text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
