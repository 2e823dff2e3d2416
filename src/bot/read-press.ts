/** A card's callback and the closed union it stands for: written by the cards, read here, both in one place. */
import type { Act } from '../domain/action.ts';
import type { PressAction } from '../domain/event.ts';
import type { ListScope, ListSpan } from '../domain/intent.ts';
import type { Zone } from '../domain/time.ts';

/** Values of a submitted form by field name; anything else the platform sends along is dropped. */
export type FormValues = Record<string, string | string[] | boolean>;

export interface Press {
  act: Act;
  /** Empty unless a form was submitted. */
  form: FormValues;
  /** Value of a picker or menu outside a form. */
  option: string | null;
  /** IANA zone of the presser's client, when it came along. */
  zone: Zone | null;
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const SCOPES: readonly ListScope[] = ['mine', 'chat'];
const SPANS: readonly ListSpan[] = ['all', 'today', 'tomorrow', 'this_week', 'next_week'];
const MOST_MINUTES = 1440;
const MOST_PAGES = 10_000;

/** What a button carries as `value`. */
export function actValue(act: Act): Record<string, unknown> {
  return { ...act };
}

/** What a form's submit button carries as `name`, as its `value` is not always delivered. */
export function submitName(act: Extract<Act, { act: `submit_${string}` }>): string {
  switch (act.act) {
    case 'submit_book':
      return `book__${act.chatId ?? ''}`;
    case 'submit_settings':
      return `settings__${act.scope ?? ''}`;
    case 'submit_change':
      return `change__${act.id}`;
    case 'submit_share':
      return `share__${act.id}`;
  }
}

/** The press behind a callback, or null for anything that no card of ours could have sent. */
export function readPress(action: PressAction): Press | null {
  const act = readValue(action.value) ?? readName(action.name) ?? readOption(action);
  if (!act) return null;
  return { act, form: readForm(action.form), option: action.option ?? null, zone: action.timezone ?? null };
}

function readValue(value: Record<string, unknown>): Act | null {
  const id = typeof value.id === 'string' && ID.test(value.id) ? value.id : null;
  switch (value.act) {
    case 'show':
    case 'refresh':
    case 'cancel':
    case 'undo':
    case 'who':
    case 'change':
    case 'invitation':
    case 'share':
    case 'retry':
    case 'submit_change':
    case 'submit_share':
      return id ? { act: value.act, id } : null;
    case 'other_time':
      if (!id) return null;
      return Number.isSafeInteger(value.start) ? { act: 'other_time', id, start: Number(value.start) } : { act: 'other_time', id };
    case 'extend': {
      const minutes = whole(value.minutes, 1, MOST_MINUTES);
      return id && minutes !== null ? { act: 'extend', id, minutes } : null;
    }
    case 'list': {
      const scope = SCOPES.find((one) => one === value.scope);
      const span = SPANS.find((one) => one === value.span);
      const page = whole(value.page, 0, MOST_PAGES);
      if (!scope || !span || page === null) return null;
      return value.turn === true ? { act: 'list', scope, span, page, turn: true } : { act: 'list', scope, span, page };
    }
    case 'help':
    case 'new':
    case 'settings':
    case 'submit_book':
      return { act: value.act };
    case 'submit_settings':
      return value.scope === 'chat' ? { act: 'submit_settings', scope: 'chat' } : { act: 'submit_settings' };
    default:
      return null;
  }
}

function readName(name: string | undefined): Act | null {
  if (!name) return null;
  const cut = name.indexOf('__');
  if (cut < 0) return null;
  const verb = name.slice(0, cut);
  const id = name.slice(cut + 2);
  switch (verb) {
    case 'book':
      if (/^oc_[\w-]{1,64}$/.test(id)) return { act: 'submit_book', chatId: id };
      return id === '' ? { act: 'submit_book' } : null;
    case 'settings':
      if (id === 'chat') return { act: 'submit_settings', scope: 'chat' };
      return id === '' ? { act: 'submit_settings' } : null;
    case 'change':
      return ID.test(id) ? { act: 'submit_change', id } : null;
    case 'share':
      return ID.test(id) ? { act: 'submit_share', id } : null;
    default:
      return null;
  }
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

function readForm(form: Record<string, unknown> | undefined): FormValues {
  const values: FormValues = {};
  for (const [name, value] of Object.entries(form ?? {})) {
    if (typeof value === 'string' || typeof value === 'boolean') values[name] = value;
    else if (typeof value === 'number') values[name] = String(value);
    else if (Array.isArray(value)) values[name] = value.filter((one): one is string => typeof one === 'string');
  }
  return values;
}

function whole(value: unknown, least: number, most: number): number | null {
  const number = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most ? number : null;
}
