import { isDeepStrictEqual } from 'node:util';
import type { PressResult } from '../control/shapes.ts';
import type { Deliverer } from '../wire/deliver.ts';
import { callbackValue, elementAt, elementsOf, type Found, hasCallback, optionsOf, urlOf } from '../world/card-tree.ts';
import { isObject, type Json } from '../world/content.ts';
import { newCardToken } from '../world/ids.ts';
import { FOURTEEN_DAYS_MS } from '../world/messages.ts';
import { type Platform, userIds } from '../world/platform.ts';
import type { Chat, Message, Person } from '../world/world.ts';
import { isZone } from '../world/zone.ts';
import { parseAnswer, takeCard, toastOf } from './card-answer.ts';
import { type Actor, asString, choice, choices, collect, MULTI, PICKERS, picked, typed } from './card-fields.ts';
import { NotPossible } from './not-possible.ts';

/** Pressing, choosing and submitting on a card, as a client does it for a person. */

export interface PressRequest {
  element: Json;
  formName: string | null;
  formValue: Json | null;
}

const CARD_TOKEN_MS = 30 * 60_000;
const CARD_TOKEN_USES = 2;

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

function actionOf(card: Json, found: Found, request: PressRequest, actor: Actor): Json | null {
  const { element, form } = found;
  const tag = asString(element.tag);
  const wanted = request.element;
  const value = callbackValue(element);
  const base: Json = { ...(value ? { value } : {}), tag, ...(asString(element.name) ? { name: element.name } : {}) };
  if (tag === 'button') {
    if (form && element.form_action_type === 'submit') {
      return { ...base, timezone: actor.zone, form_value: collect(card, form, request.formValue ?? {}, actor) };
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
