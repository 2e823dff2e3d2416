import type { CallRecord, Delivery } from '../../control/shapes.ts';
import type { CardSource } from '../card/model.ts';
import { summaryOf } from '../card/summary.ts';
import { colon, t } from '../data/i18n.ts';
import { chatName, chatOf, lang, nameOf, personOf, zone } from '../data/state.ts';

/** Who did what, in one line. */

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at `a.b.c`. */
function at(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.split('.')) found = isJson(found) ? found[key] : undefined;
  return found;
}

const textAt = (value: unknown, path: string): string => {
  const found = at(value, path);
  return typeof found === 'string' ? found : '';
};

function parsed(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : {};
  } catch {
    return {};
  }
}

const who = (openId: string): string => {
  const person = personOf(openId);
  return person ? nameOf(person) : '';
};

const joined = (name: string, what: string): string => (name && what ? name + colon() + what : name || what);

/** The text of a message event, its mentions by name. */
function said(message: unknown): string {
  let text = textAt(parsed(textAt(message, 'content')), 'text');
  const mentions = at(message, 'mentions');
  for (const mention of Array.isArray(mentions) ? mentions : [])
    text = text.replaceAll(textAt(mention, 'key'), `@${textAt(mention, 'name')}`);
  return text;
}

/** What was pressed: the component's name or value. */
function pressed(action: unknown): string {
  const value = at(action, 'value');
  const what = textAt(action, 'name') || (isJson(value) ? Object.values(value).filter((one) => typeof one === 'string')[0] : '');
  return t('pressed', { what: String(what || textAt(action, 'tag')) });
}

function describeDelivery({ event_type, body }: Delivery): string {
  const event = at(body, 'event');
  if (event_type === 'im.message.receive_v1') return joined(who(textAt(event, 'sender.sender_id.open_id')), said(at(event, 'message')));
  if (event_type === 'card.action.trigger') return joined(who(textAt(event, 'operator.open_id')), pressed(at(event, 'action')));
  return joined(
    who(textAt(event, 'operator.id.open_id') || textAt(event, 'operator_id.open_id')),
    textAt(event, 'meeting.topic') || textAt(event, 'name'),
  );
}

/** What a message of the bot says. */
function sent(request: unknown): string {
  const content = parsed(textAt(request, 'content'));
  if (textAt(content, 'text')) return textAt(content, 'text');
  const card = content as CardSource;
  return card.body || card.elements ? summaryOf(card, { lang: lang.value, zone: zone.value, sentAt: 0 }) : '';
}

function describeCall({ request }: CallRecord): string {
  const topic = textAt(request, 'meeting_settings.topic');
  if (topic || textAt(request, 'owner_id')) return joined(who(textAt(request, 'owner_id')), topic);
  const receiver = textAt(request, 'receive_id');
  const chat = chatOf(receiver);
  return joined(chat ? chatName(chat) : who(receiver), sent(request));
}

/** One line about a record of the log; empty where there is nothing to add. */
export const describe = (record: Delivery | CallRecord): string =>
  'event_type' in record ? describeDelivery(record) : describeCall(record);
