import { isDeepStrictEqual } from 'node:util';
import { callbackValue, elementAt, elementsOf, type Found, hasCallback, optionsOf, urlOf } from './card-tree.ts';
import { isObject, type Json } from './content.ts';
import type { Deliverer } from './deliver.ts';
import { Refusal } from './errors.ts';
import { newCardToken } from './ids.ts';
import { FOURTEEN_DAYS_MS, replaceCard } from './messages.ts';
import { type Platform, userIds } from './platform.ts';
import type { Chat, Message, Person } from './world.ts';
import { isZone, withOffset } from './zone.ts';

/** Pressing, choosing and submitting on a card, as a client does it for a person. */

/** Why a person cannot do that; said to whoever drives the sandbox. */
export class NotPossible extends Error {
  readonly status: number;
  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

export interface PressRequest {
  element: Json;
  formName: string | null;
  formValue: Json | null;
}

export interface PressResult {
  /** HTTP status of the callback's answer; null when none came or none was needed. */
  status: number | null;
  toast: { type: string; content: string } | null;
  /** 0, or the code that the client shows. */
  code: number;
  card_replaced: boolean;
  /** Where the client goes besides. */
  open_url: string | null;
}

const CARD_TOKEN_MS = 30 * 60_000;
const CARD_TOKEN_USES = 2;
const PICKERS: readonly string[] = ['date_picker', 'picker_time', 'picker_datetime'];
const MULTI: readonly string[] = ['multi_select_static', 'multi_select_person'];
const TOAST_TYPES: readonly string[] = ['info', 'success', 'error', 'warning'];

function locate(card: Json, wanted: Json, formName: string | null): Found {
  const { path } = wanted;
  if (Array.isArray(path)) {
    const found = elementAt(card, path as number[]);
    if (found) return found;
    throw new NotPossible('The card has no element at that path.', 404);
  }
  for (const found of elementsOf(card)) {
    const { element, form } = found;
    if (element.tag !== wanted.tag) continue;
    if (typeof wanted.name === 'string' && element.name !== wanted.name) continue;
    if (wanted.value !== undefined && !isDeepStrictEqual(callbackValue(element), wanted.value)) continue;
    if (formName !== null && form?.name !== formName) continue;
    return found;
  }
  throw new NotPossible('The card has no such element.', 404);
}

interface Actor {
  someone: Person;
  chat: Chat;
  zone: string;
  now: number;
}

const asString = (value: unknown): string => (typeof value === 'string' ? value : '');

function choice(element: Json, value: unknown, actor: Actor): string {
  const option = asString(value);
  const offered = optionsOf(element).map((item) => item.value);
  const people = element.tag === 'select_person' || element.tag === 'multi_select_person';
  const valid = people && offered.length === 0 ? actor.chat.members : offered;
  if (!valid.includes(option)) throw new NotPossible(`${option || 'nothing'} is not among the options.`);
  return option;
}

const choices = (element: Json, value: unknown, actor: Actor): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).map((item) => choice(element, item, actor));

function picked(element: Json, value: unknown, actor: Actor): string {
  try {
    return withOffset(asString(element.tag), asString(value), actor.zone, actor.now);
  } catch (error) {
    throw new NotPossible(error instanceof Error ? error.message : 'not a time');
  }
}

function typed(element: Json, value: unknown): string {
  const text = asString(value);
  const limit = typeof element.max_length === 'number' ? element.max_length : 1000;
  if ([...text].length > limit) throw new NotPossible(`${asString(element.name) || 'the input'} takes at most ${limit} characters.`);
  return text;
}

/** What a field holds when nobody touched it. */
function initialValue(element: Json): unknown {
  switch (element.tag) {
    case 'input':
      return element.default_value;
    case 'checker':
      return element.checked ?? false;
    case 'select_static':
      return element.initial_option ?? optionsOf(element)[Number(element.initial_index ?? 0) - 1]?.value;
    case 'select_person':
      return element.initial_option;
    case 'date_picker':
      return element.initial_date;
    case 'picker_time':
      return element.initial_time;
    case 'picker_datetime':
      return element.initial_datetime;
    default:
      return element.selected_values;
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function fieldValue(element: Json, value: unknown, actor: Actor): unknown {
  const tag = asString(element.tag);
  if (tag === 'input') return typed(element, value);
  if (tag === 'checker') return value === true;
  if (MULTI.includes(tag) || (tag === 'select_img' && element.multi_select === true)) return choices(element, value, actor);
  return PICKERS.includes(tag) ? picked(element, value, actor) : choice(element, value, actor);
}

/** The whole form as the client collects it; empty optional fields are left out. */
function collect(card: Json, form: Json, given: Json, actor: Actor): { values: Json; pickers: boolean } {
  const values: Json = {};
  let pickers = false;
  const names = new Set<string>();
  for (const { element, form: around } of elementsOf(card)) {
    const name = asString(element.name);
    if (around !== form || name === '' || element.tag === 'button') continue;
    names.add(name);
    pickers ||= PICKERS.includes(asString(element.tag));
    const value = name in given ? given[name] : initialValue(element);
    if (isEmpty(value)) {
      if (element.required === true) throw new NotPossible(`${name} is required.`);
      continue;
    }
    values[name] = fieldValue(element, value, actor);
  }
  const stray = Object.keys(given).find((name) => !names.has(name));
  if (stray !== undefined) throw new NotPossible(`The form has no field ${stray}.`);
  return { values, pickers };
}

/** The callback's `action`, or null when this press calls nobody. */
function actionOf(card: Json, found: Found, request: PressRequest, actor: Actor): Json | null {
  const { element, form } = found;
  const tag = asString(element.tag);
  const wanted = request.element;
  const value = callbackValue(element);
  const base: Json = { ...(value ? { value } : {}), tag, ...(asString(element.name) ? { name: element.name } : {}) };
  if (tag === 'button') {
    if (form && element.form_action_type === 'submit') {
      const { values, pickers } = collect(card, form, request.formValue ?? {}, actor);
      return { ...base, ...(pickers ? { timezone: actor.zone } : {}), form_value: values };
    }
    return hasCallback(element) || (card.schema !== '2.0' && value) ? base : null;
  }
  if (form) throw new NotPossible('Inside a form nothing is sent before it is submitted.');
  if (tag === 'interactive_container') return hasCallback(element) ? base : null;
  if (tag === 'checker') return hasCallback(element) ? { ...base, checked: wanted.checked ?? element.checked !== true } : null;
  if (tag === 'input') return { ...base, input_value: typed(element, wanted.input) };
  if (tag === 'overflow') {
    const option = optionsOf(element).find((item) => item.value === wanted.option);
    if (!option) throw new NotPossible(`${asString(wanted.option) || 'nothing'} is not among the options.`);
    return isObject(option.multi_url) ? null : { ...base, option: option.value };
  }
  if (PICKERS.includes(tag)) return { ...base, timezone: actor.zone, option: picked(element, wanted.option, actor) };
  if (MULTI.includes(tag)) return { ...base, options: choices(element, wanted.options, actor) };
  if (tag === 'select_static' || tag === 'select_person') return { ...base, option: choice(element, wanted.option, actor) };
  if (tag === 'select_img') return { ...base, options: [choice(element, wanted.option, actor)] };
  throw new NotPossible(`Nothing happens on ${tag || 'that'}.`);
}

function toastOf(answer: Json, someone: Person): PressResult['toast'] | undefined {
  const { toast } = answer;
  if (toast === undefined || toast === null) return null;
  if (!isObject(toast)) return undefined;
  const type = toast.type ?? 'info';
  const i18n = isObject(toast.i18n) ? toast.i18n : {};
  const content = i18n[someone.lang] ?? toast.content;
  return typeof type === 'string' && TOAST_TYPES.includes(type) && typeof content === 'string' ? { type, content } : undefined;
}

/** Puts the card of an answer in place; the code says why it could not be. */
function takeCard(platform: Platform, message: Message, card: unknown): { code: number; replaced: boolean } {
  if (card === undefined || card === null) return { code: 0, replaced: false };
  if (!isObject(card)) return { code: 200672, replaced: false };
  if (card.type !== 'raw' || !isObject(card.data)) return { code: 200673, replaced: false };
  try {
    replaceCard(platform, message, card.data);
    return { code: 0, replaced: true };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    platform.log(`sandbox: the card of a callback was refused: ${error.message}`);
    return { code: error.message.includes('200830') ? 200830 : 200673, replaced: false };
  }
}

function parseAnswer(body: string): Json | null {
  try {
    const answer: unknown = JSON.parse(body);
    return isObject(answer) ? answer : null;
  } catch {
    return null;
  }
}

export async function press(
  platform: Platform,
  deliver: Deliverer,
  someone: Person,
  chat: Chat,
  message: Message,
  request: PressRequest,
): Promise<PressResult> {
  const { card } = message;
  const now = platform.clock.now();
  if (!card || message.msgType !== 'interactive') throw new NotPossible('That message is no card.');
  if (message.recalled) throw new NotPossible('The card was recalled.', 409);
  if (now - message.createdAt > FOURTEEN_DAYS_MS) throw new NotPossible('The card is older than 14 days: it can no longer be used.', 409);
  const config = isObject(card.config) ? card.config : {};
  if (message.forwardOf !== null && config.enable_forward_interaction !== true)
    throw new NotPossible('Elements of a forwarded card do nothing.', 409);
  const found = locate(card, request.element, request.formName);
  if (found.element.disabled === true) throw new NotPossible('That element is disabled.', 409);

  const zone = asString(request.element.timezone) || someone.zone;
  if (!isZone(zone)) throw new NotPossible(`${zone} is no time zone.`);
  const openUrl = urlOf(found.element);
  const action = actionOf(card, found, request, { someone, chat, zone, now });
  const nothing: PressResult = { status: null, toast: null, code: 0, card_replaced: false, open_url: openUrl };
  if (!action) return nothing;

  const token = newCardToken();
  for (const [old, { expiresAt }] of platform.cardTokens) if (expiresAt <= now - CARD_TOKEN_MS) platform.cardTokens.delete(old);
  platform.cardTokens.set(token, { messageId: message.messageId, expiresAt: now + CARD_TOKEN_MS, uses: CARD_TOKEN_USES });
  const result = await deliver.callback('card.action.trigger', {
    operator: { tenant_key: someone.tenantKey, ...userIds(platform.app, someone) },
    token,
    action,
    host: 'im_message',
    context: { open_message_id: message.messageId, open_chat_id: message.chatId },
  });
  if (!result.ok) return { ...nothing, status: result.status, code: result.code };
  const answer = parseAnswer(result.body);
  const toast = answer ? toastOf(answer, someone) : undefined;
  if (!answer || toast === undefined) return { ...nothing, status: result.status, code: 200672 };
  const taken = takeCard(platform, message, answer.card);
  return {
    status: result.status,
    toast: taken.code === 0 ? toast : null,
    code: taken.code,
    card_replaced: taken.replaced,
    open_url: openUrl,
  };
}
