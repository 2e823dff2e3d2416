/** What became of a message, line by line: for the card, and for the command. */
import type { Lang } from '../domain/settings.ts';
import type { Zone } from '../domain/time.ts';
import type { Trace, TracedCall } from '../domain/trace.ts';
import type { Ink } from './ink.ts';
import { LANGUAGES } from './languages.ts';
import { say } from './say.ts';
import type { trace as zhTrace } from './zh/trace.ts';

type Row = keyof typeof zhTrace.rows;
type Words = typeof zhTrace;

export interface TraceLine {
  row: Row;
  name: string;
  value: string;
}

/** @param code how names of APIs are written */
export function traceLines(one: Trace, zone: Zone, lang: Lang, ink: Ink, code: (text: string) => string): TraceLine[] {
  const { trace: words, writing } = LANGUAGES[lang];
  const values: [Row, string | null][] = [
    ['received', receivedOf(one, zone, lang, ink, words)],
    ['understood', understoodOf(one, words, writing.comma, code)],
    ['did', didOf(one, words, writing.comma)],
    ['called', calledOf(one, words, code)],
    ['answered', answeredOf(one, words)],
    ['reason', reasonOf(one, lang, ink, words, code)],
  ];
  return values.flatMap(([row, value]) => (value === null ? [] : [{ row, name: words.rows[row], value }]));
}

/** A name that a later version wrote stays as it is. */
const labelOf = (table: Readonly<Record<string, string>>, name: string): string => (Object.hasOwn(table, name) ? table[name]! : name);

const SEPARATOR = ' · ';

function receivedOf({ at, receivedAt, attempt }: Trace, zone: Zone, lang: Lang, ink: Ink, words: Words): string {
  const when = ink.time({ at, zone }, lang);
  const said = words.received(`${when.date} ${when.clock}${when.zone}`, words.ms(Math.max(0, receivedAt - at)));
  return attempt > 1 ? `${said}${SEPARATOR}${words.attempt(attempt)}` : said;
}

function understoodOf({ understood, act }: Trace, words: Words, comma: string, code: (text: string) => string): string {
  if (understood.length === 0) return words.notUnderstood;
  const wishes = understood.map(({ want, given }) => {
    const name = want.startsWith('press.') ? words.pressed(code(want.slice('press.'.length))) : labelOf(words.wants, want);
    return given.length > 0 ? `${name} (${words.givenTitle(given.map((one) => labelOf(words.given, one)).join(comma))})` : name;
  });
  return [...wishes, ...(act === null || understood[0]?.want.startsWith('press.') ? [] : [labelOf(words.acts, act)])].join(SEPARATOR);
}

function didOf({ did }: Trace, words: Words, comma: string): string {
  const deeds = did.filter((one) => Object.hasOwn(words.did, one)).map((one) => labelOf(words.did, one));
  return deeds.length > 0 ? [...new Set(deeds)].join(comma) : words.didNothing;
}

function calledOf({ calls, moreCalls }: Trace, words: Words, code: (text: string) => string): string {
  if (calls.length === 0) return words.noCalls;
  const told = calls.map((call) => callOf(call, words, code));
  return [...told, ...(moreCalls ? [words.moreCalls(moreCalls)] : [])].join(SEPARATOR);
}

function callOf({ api, outcome, ms, waited }: TracedCall, words: Words, code: (text: string) => string): string {
  const wait = waited && waited >= 50 ? ` (${words.waited(words.ms(waited))})` : '';
  return `${code(api)} ${outcome === 'ok' ? words.ok : outcome} ${words.ms(Math.round(ms))}${wait}`;
}

function answeredOf({ answered, receivedAt, outcome }: Trace, words: Words): string {
  if (answered.length === 0) return outcome === 'silent' ? words.silent : words.unanswered;
  return answered
    .map(({ show, at }) => words.after(labelOf(words.kinds, show), words.ms(Math.max(0, Math.round(at - receivedAt)))))
    .join(SEPARATOR);
}

function reasonOf({ reason, error, attempt }: Trace, lang: Lang, ink: Ink, words: Words, code: (text: string) => string): string | null {
  if (reason) return say(reason, lang, ink);
  return error === undefined ? null : words.failed(code(error), attempt);
}
