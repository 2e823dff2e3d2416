import type { Incoming, PressAction } from '../../domain/event.ts';
import { bounded, clip, type Fields, fields, matching, str } from '../narrow.ts';

type Press = Extract<Incoming, { kind: 'press' }>;

const MESSAGE_ID = /^om_[A-Za-z0-9_-]{1,128}$/;
const CHAT_ID = /^oc_[A-Za-z0-9_-]{1,128}$/;
const OPEN_ID = /^ou_[A-Za-z0-9_-]{1,128}$/;
const EVENT_ID = /^[\x21-\x7e]{1,128}$/;
const TENANT_KEY = /^[A-Za-z0-9_-]{1,64}$/;

/** Which parts of a press could not be read, by the platform's names. */
export type PressProblem = ('event_id' | 'open_id' | 'open_message_id' | 'action')[];

/**
 * `card.action.trigger`. The documented places come first; operators also come nested (`operator.user_id.open_id`), and the
 * context beside the event or spread over it. Source: cardkit "Card callback communication".
 */
export function readPress(envelope: Fields, at: number): Press | PressProblem {
  const header = fields(envelope.header) ?? {};
  const body = fields(envelope.event) ?? {};
  const operator = fields(body.operator) ?? fields(envelope.operator) ?? {};
  const from = openIdOf(operator) ?? matching(body.open_id, OPEN_ID);
  const contexts = [fields(body.context), fields(envelope.context), body, envelope];
  const found = (name: string, pattern: RegExp): string | null => {
    for (const context of contexts) {
      const id = matching(context?.[name], pattern);
      if (id !== null) return id;
    }
    return null;
  };
  const id = matching(header.event_id, EVENT_ID);
  const messageId = found('open_message_id', MESSAGE_ID);
  const action = actionOf(fields(body.action) ?? fields(envelope.action));
  const problem = missing({ event_id: id, open_id: from, open_message_id: messageId, action });
  if (id === null || from === null || messageId === null || action === null) return problem;
  const appTenantKey = matching(header.tenant_key, TENANT_KEY);
  const tenantKey = matching(operator.tenant_key, TENANT_KEY) ?? appTenantKey;
  return {
    kind: 'press',
    id,
    at,
    from,
    // Not always told; the pressed card knows its chat.
    chatId: found('open_chat_id', CHAT_ID) ?? '',
    messageId,
    action,
    ...(tenantKey !== null && { tenantKey }),
    ...(appTenantKey !== null && { appTenantKey }),
  };
}

function openIdOf(operator: Fields): string | null {
  for (const holder of [operator, fields(operator.user_id), fields(operator.operator_id), fields(operator.id)]) {
    const openId = matching(holder?.open_id, OPEN_ID);
    if (openId !== null) return openId;
  }
  return null;
}

const missing = (parts: Record<PressProblem[number], unknown>): PressProblem =>
  (Object.keys(parts) as PressProblem).filter((name) => parts[name] === null);

function actionOf(action: Fields | null): PressAction | null {
  const tag = matching(action?.tag, /^[A-Za-z0-9_]{1,64}$/);
  if (action === null || tag === null) return null;
  const value = fields(action.value);
  const form = fields(action.form_value);
  const name = str(action.name);
  const option = str(action.option, 1000);
  const timezone = zoneOf(action.timezone);
  return {
    tag,
    value: value === null ? {} : bounded(value),
    ...(name !== null && { name }),
    ...(form !== null && { form: bounded(form) }),
    ...(option !== null && { option }),
    ...(Array.isArray(action.options) && {
      options: action.options.slice(0, 200).filter((one): one is string => str(one, 1000) !== null),
    }),
    ...(typeof action.checked === 'boolean' && { checked: action.checked }),
    ...(typeof action.input_value === 'string' && { input: clip(action.input_value, 4000) }),
    ...(timezone !== null && { timezone }),
  };
}

/** A name that this runtime knows; clients also send `GMT+08:00`, which is none. */
function zoneOf(value: unknown): string | null {
  const zone = matching(value, /^(?:UTC|[A-Za-z_]{1,32}(?:\/[A-Za-z0-9_+-]{1,32}){1,2})$/);
  if (zone === null) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return null;
  }
}
