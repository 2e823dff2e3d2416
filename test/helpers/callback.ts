import { randomUUID } from 'node:crypto';
import { push } from '../feishu/inbound/push.ts';
import type { Line } from './line.ts';

/** What a callback's answer holds. */
export interface CallbackAnswer {
  toast?: { type: string; content: string; i18n: Record<'zh_cn' | 'en_us', string> };
  card?: { type: 'raw'; data: Record<string, unknown> };
}

export interface Forged {
  as: { open_id: string; tenant_key: string };
  chatId: string;
  messageId: string;
  action: Record<string, unknown>;
}

/**
 * A press as the platform would sign it, with any `action`: what a button never carried, pressed by whoever, wherever.
 * Who presses, and in which chat, is the platform's word; the action is anybody's.
 */
export async function callback(line: Line, { as, chatId, messageId, action }: Forged): Promise<CallbackAnswer> {
  const at = line.clock.now();
  const { appId, encryptKey, verificationToken } = line.sandbox;
  const event = {
    schema: '2.0',
    header: {
      event_id: randomUUID().replaceAll('-', ''),
      event_type: 'card.action.trigger',
      create_time: `${at}000`,
      token: verificationToken,
      app_id: appId,
      tenant_key: as.tenant_key,
    },
    event: {
      operator: { tenant_key: as.tenant_key, open_id: as.open_id },
      token: `c-${'0'.repeat(36)}`,
      action: { tag: 'button', ...action },
      host: 'im_message',
      context: { open_message_id: messageId, open_chat_id: chatId },
    },
  };
  const { body, headers } = push(event, { encryptKey: encryptKey ?? '', at });
  const response = await fetch(`${line.app.url}/webhook/event`, { method: 'POST', headers, body: new Uint8Array(body) });
  if (response.status !== 200) throw new Error(`the callback was answered ${response.status}`);
  return (await response.json()) as CallbackAnswer;
}
