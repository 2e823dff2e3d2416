import { readAct } from '../domain/action.ts';
import type { Intent } from '../domain/intent.ts';
import type { Say } from '../domain/say.ts';
import type { Deed, Memory, Open, PageOf } from './memory.ts';

type Fields = Record<string, unknown>;

/** What of a stored memory can be held: another version, or a hand, may have written it. */
export function narrowMemory(row: unknown): Memory {
  const { deeds, open, listed, settled, filled, asked, field } = fields(row) ?? {};
  return {
    deeds: items(deeds).filter(isDeed) as unknown as Deed[],
    open: openOf(fields(open)),
    listed: listedOf(fields(listed)),
    settled: items(settled).filter(({ matter, at }) => typeof matter === 'string' && isTime(at)) as Memory['settled'],
    ...(isTime(filled) ? { filled } : {}),
    ...askedIn(fields(asked)),
    ...fieldIn(fields(field)),
  };
}

const fields = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

const items = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fields).filter((one) => one !== null) : []);

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const DEEDS: ReadonlySet<unknown> = new Set(['booked', 'cancelled', 'changed', 'shown']);

const isDeed = ({ did, meetingId, at, before }: Fields): boolean =>
  DEEDS.has(did) && typeof meetingId === 'string' && isTime(at) && (did !== 'changed' || fields(before) !== null);

const intentsOf = (value: unknown): Intent[] => items(value).filter(({ want }) => typeof want === 'string') as unknown as Intent[];

function openOf(open: Fields | null): Open | null {
  if (open === null || typeof open.id !== 'string' || !isTime(open.at)) return null;
  const { id, kind, at, rest } = open;
  if (kind !== 'draft' && kind !== 'offer' && kind !== 'choice') return null;
  const intents = intentsOf(open.intents);
  return intents.length === 0 ? null : { id, kind, at, intents, ...(Array.isArray(rest) ? { rest: intentsOf(rest) } : {}) };
}

function askedIn(asked: Fields | null): Pick<Memory, 'asked'> {
  if (asked === null || !isTime(asked.at)) return {};
  const acts = items(asked.acts).flatMap(({ label, act }) => {
    const read = readAct({ tag: 'button', value: fields(act) ?? {} });
    return read && typeof fields(label)?.key === 'string' ? [{ label: label as Say, act: read }] : [];
  });
  return { asked: { acts, at: asked.at } };
}

const fieldIn = (field: Fields | null): Pick<Memory, 'field'> =>
  field?.of === 'password' && isTime(field.at) ? { field: { of: field.of, at: field.at } } : {};

function listedOf(listed: Fields | null): Memory['listed'] {
  if (listed === null || !isTime(listed.at) || !Array.isArray(listed.ids)) return null;
  const page = pageOf(listed.page);
  return { ids: listed.ids.filter((id) => typeof id === 'string'), at: listed.at, ...(page ? { page } : {}) };
}

/** A page of a list is what a button that turns to it would carry. */
function pageOf(value: unknown): PageOf | null {
  const one = fields(value);
  const act = one && readAct({ tag: 'button', value: { act: 'list', ...one } });
  return act?.act === 'list' && isTime(one?.pages) ? { scope: act.scope, span: act.span, page: act.page, pages: one.pages } : null;
}
