import { isObject } from '../world/content.ts';
import { Refusal } from '../world/errors.ts';
import { replaceCard } from '../world/messages.ts';
import { TIER_4 } from './gate.ts';
import { type Call, ok, type Route } from './route.ts';

const MAX_BYTES = 100 * 1024;

function update(call: Call): object {
  const { platform, body } = call;
  if (!isObject(body)) throw new Refusal(100030);
  const { token, card } = body;
  if (typeof token !== 'string' || !/^c-[0-9a-f]{8,}$/.test(token)) throw new Refusal(300020);
  if (!isObject(card)) throw new Refusal(10002);
  if (call.size > MAX_BYTES) throw new Refusal(100000);
  const known = platform.cardTokens.get(token);
  if (!known) throw new Refusal(300020);
  if (known.expiresAt <= platform.clock.now()) throw new Refusal(300030);
  if (known.uses <= 0) throw new Refusal(300040);
  const message = platform.world.messages.get(known.messageId);
  if (!message || message.recalled) throw new Refusal(200000);
  const { open_ids: openIds, ...drawn } = card;
  if (openIds !== undefined && (card.schema === '2.0' || !Array.isArray(openIds))) throw new Refusal(200320);
  try {
    replaceCard(platform, message, drawn);
  } catch (error) {
    if (error instanceof Refusal && error.code === 230099) throw new Refusal(11311, { msg: error.message });
    throw error;
  }
  known.uses -= 1;
  return ok();
}

export const cardUpdateRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/open-apis/interactive/v1/card/update',
    identity: 'tenant',
    anyOf: ['im:message', 'im:message:send_as_bot', 'im:message:update'],
    tier: TIER_4,
    note: 'exclusive cards (open_ids of JSON 1.0) are drawn for everybody',
    handle: update,
  },
];
