/** What the buttons and forms of a card say. Written into a card and read out of its callback here and nowhere else. */
import type { PressAction } from './event.ts';
import type { ListScope, ListSpan } from './intent.ts';
import type { Millis, Zone } from './time.ts';

/** A page of a list. */
export interface Page {
  scope: ListScope;
  span: ListSpan;
  page: number;
}

/** Every act with what it carries. Nothing in it grants a right. */
interface Args {
  show: { id: string };
  refresh: { id: string };
  /** Asks first, unless it is `sure`; the question stands until `until`. In a list its row asks, which is on that page. */
  cancel: { id: string; sure?: true; until?: Millis } & Partial<Page>;
  /** The answer to that question: it stays. */
  keep: { id: string } & Partial<Page>;
  undo: { id: string };
  /** Reminds who pressed once more, some minutes later. */
  snooze: { id: string };
  /** Who was asked to come cannot; `back`: they can after all. */
  absent: { id: string; back?: true };
  who: { id: string };
  change: { id: string };
  invitation: { id: string };
  /** The next one, with the same settings. */
  again: { id: string };
  /** Who was in, and how long: to the owner alone. */
  attendance: { id: string };
  share: { id: string };
  /** `start`: what the button offered; pressed twice, it does not go back again. */
  other_time: { id: string; start?: Millis };
  /** `until`: when it would end then; pressed twice, it does not grow twice. */
  extend: { id: string; minutes: number; until?: Millis };
  /** `turn`: a page of the pressed list itself, turned in place; without it a new list is wanted. */
  list: Page & { turn?: true };
  help: object;
  new: object;
  settings: object;
  /** Asks again for a booking whose answer was lost; `id` is the attempt's. */
  retry: { id: string };
  /** For administrators: how the bot is doing, and a job that was given up once more. */
  admin: object;
  replay: { job: string };
  /** What was offered, by its own id; `nth`: of several, from 0. Only for the person it was offered to. */
  accept: { offer: string; nth?: number };
  /** Opens the form with what was offered in it. */
  amend: { offer: string };
  decline: { offer: string };
  /** `chatId`: the group where the form was asked for. */
  /** The zone that a meeting's time was read in is the presser's own. */
  zone_is: { id: string };
  /** It is another one: asks which. */
  zone_other: { id: string };
  zone_set: { id: string; zone: Zone };
  submit_book: { chatId?: string };
  submit_change: { id: string };
  /** `scope`: a group's settings; without it the presser's own. */
  submit_settings: { scope?: 'chat' };
  submit_share: { id: string };
  /** Puts a form away. */
  submit_close: object;
  /** The card of its next meeting. */
  series_next: { series: string };
  /** That day (`YYYY-MM-DD`) it does not take place; without one, the next. */
  series_skip: { series: string; day?: string };
  /** That day's is on the next working day instead. */
  series_shift: { series: string; day: string };
  /** Opens a form for all to come. */
  series_change: { series: string };
  /** Asks first, unless it is `sure`; the question stands until `until`. */
  series_stop: { series: string; sure?: true; until?: Millis };
  series_keep: { series: string };
  submit_series: { series: string };
}

export type ActName = keyof Args;
/** Its card asks or is looked at again: what comes of the press takes that card's place. `own`: in a group, one person sees it alone. */
export type Onto = 'own' | 'shared';
export type ActOf<A extends ActName> = A extends ActName ? { act: A; onto?: Onto } & Args[A] : never;
export type Act = ActOf<ActName>;

/** Acts of a form's own button. */
export type Submit = Extract<Act, { act: `submit_${string}` }>;

/** Acts that concern one meeting: `id` is its own. `retry` carries an attempt's. */
export type MeetingAct = Exclude<{ [A in ActName]: Args[A] extends { id: string } ? A : never }[ActName], 'retry'>;

export const meetingIdOf = (act: Act): string | null => ('id' in act && act.act !== 'retry' ? act.id : null);

/** What one press does to a meeting that is picked from several. */
export type Wanted = { act: 'show' | 'who' | 'change' | 'cancel' | 'invitation' | 'share' } | { act: 'extend'; minutes: number };

/** Reads one field; undefined for what no card of ours could have sent. */
type Read<T> = (value: unknown) => T | undefined;
interface Field<T> {
  read: Read<T>;
  optional?: true;
}
type Fields<T> = { [F in keyof T]-?: Field<NonNullable<T[F]>> };

const matching =
  (shape: RegExp): Read<string> =>
  (value) =>
    typeof value === 'string' && shape.test(value) ? value : undefined;

const whole =
  (least: number, most: number): Read<number> =>
  (value) => {
    const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
    return Number.isSafeInteger(number) && Number(number) >= least && Number(number) <= most ? Number(number) : undefined;
  };

const oneOf =
  <T>(...known: readonly T[]): Read<T> =>
  (value) =>
    known.find((one) => one === value);

const must = <T>(read: Read<T>): Field<T> => ({ read });
const may = <T>(read: Read<T>): Field<T> => ({ read, optional: true });

const MOST_MINUTES = 1440;
const MOST_PAGES = 10_000;

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const MOST_OFFERED = 20;

const instant = whole(0, Number.MAX_SAFE_INTEGER);
const page = {
  scope: must(oneOf<ListScope>('mine', 'chat')),
  span: must(oneOf<ListSpan>('all', 'today', 'tomorrow', 'this_week', 'next_week')),
  page: must(whole(0, MOST_PAGES)),
};
const somePage = { scope: may(page.scope.read), span: may(page.span.read), page: may(page.page.read) };
const meeting = { id: must(matching(ID)) };
const DAY = /^\d{4}-\d\d-\d\d$/;
const series = { series: must(matching(ID)) };
const offer = { offer: must(matching(ID)) };

const FIELDS: { [A in ActName]: Fields<Args[A]> } = {
  show: meeting,
  refresh: meeting,
  cancel: { ...meeting, sure: may(oneOf(true)), until: may(instant), ...somePage },
  keep: { ...meeting, ...somePage },
  undo: meeting,
  snooze: meeting,
  absent: { ...meeting, back: may(oneOf(true)) },
  who: meeting,
  change: meeting,
  invitation: meeting,
  again: meeting,
  attendance: meeting,
  share: meeting,
  other_time: { ...meeting, start: may(instant) },
  extend: { ...meeting, minutes: must(whole(1, MOST_MINUTES)), until: may(instant) },
  list: { ...page, turn: may(oneOf(true)) },
  help: {},
  new: {},
  settings: {},
  admin: {},
  replay: { job: must(matching(/^[A-Za-z0-9_:.-]{1,200}$/)) },
  retry: meeting,
  accept: { ...offer, nth: may(whole(0, MOST_OFFERED)) },
  amend: offer,
  decline: offer,
  zone_is: meeting,
  zone_other: meeting,
  zone_set: { ...meeting, zone: must(matching(/^[A-Za-z][\w+\-/:]{1,63}$/)) },
  submit_book: { chatId: may(matching(/^oc_[\w-]{1,64}$/)) },
  submit_change: meeting,
  submit_settings: { scope: may(oneOf('chat')) },
  submit_share: meeting,
  submit_close: {},
  series_next: series,
  series_skip: { ...series, day: may(matching(DAY)) },
  series_shift: { ...series, day: must(matching(DAY)) },
  series_change: series,
  series_stop: { ...series, sure: may(oneOf(true)), until: may(instant) },
  series_keep: series,
  submit_series: series,
};

const onto = oneOf<Onto>('own', 'shared');

const isActName = (name: unknown): name is ActName => typeof name === 'string' && Object.hasOwn(FIELDS, name);

/** What a button carries as `value`. */
export const actValue = (act: Act): Record<string, unknown> => ({ ...act });

/** What a form's submit button carries as `name`, as its `value` is not always delivered: `change__<meeting id>`. */
export function submitName({ act, ...args }: Submit): string {
  return `${act.slice('submit_'.length)}__${Object.values(args)[0] ?? ''}`;
}

/** The act behind a callback, or null for anything that no card of ours could have sent. */
export const readAct = (action: PressAction): Act | null => readValue(action.value) ?? readName(action.name) ?? readOption(action);

function readValue(value: Record<string, unknown>): Act | null {
  if (!isActName(value.act)) return null;
  const act: Record<string, unknown> = { act: value.act };
  for (const [name, { read, optional }] of Object.entries(FIELDS[value.act] as Record<string, Field<unknown>>)) {
    const given = read(value[name]);
    if (given !== undefined) act[name] = given;
    else if (!optional) return null;
  }
  const place = onto(value.onto);
  return (place === undefined ? act : { ...act, onto: place }) as Act;
}

/** The one field of a form's act stands behind its name. */
function readName(name = ''): Act | null {
  const [, verb, arg] = /^([a-z]+)__(.*)$/.exec(name) ?? [];
  const act = `submit_${verb}`;
  if (arg === undefined || !isActName(act)) return null;
  const [field] = Object.keys(FIELDS[act]);
  const read = readValue({ act, ...(field && arg !== '' ? { [field]: arg } : {}) });
  // What was written behind the name has to be what is read there.
  return read && submitName(read as Submit) === name ? read : null;
}

/** A menu's entry names its act as JSON, as a menu has one `value` for all its entries. */
function readOption(action: PressAction): Act | null {
  if (action.tag !== 'overflow' || !action.option?.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(action.option);
    return typeof value === 'object' && value !== null ? readValue(value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
