/** Messages as the platform pushes them: encrypted and signed. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';

export const APP = { id: 'cli_bench', secret: 'bench-app-secret', key: 'bench-encrypt-key', token: 'bench-verification-token' };

const aes = createHash('sha256').update(APP.key).digest();
const run = randomBytes(4).toString('hex');
let count = 0;

export interface Push {
  messageId: string;
  body: string;
  headers: Record<string, string>;
}

/**
 * Somebody of a thousand, in a chat of their own, books a meeting.
 * @param said what is said instead, in one of a thousand chats
 */
export function nextPush(said?: { text: string; group: boolean }): Push {
  count += 1;
  const now = String(Date.now());
  const messageId = `om_${run}_${count}`;
  const sender = count % 1000;
  const event = {
    schema: '2.0',
    header: {
      event_id: `ev_${run}_${count}`,
      token: APP.token,
      create_time: now,
      event_type: 'im.message.receive_v1',
      tenant_key: 'bench_tenant',
      app_id: APP.id,
    },
    event: {
      sender: { sender_id: { open_id: `ou_bench_${sender}` }, sender_type: 'user', tenant_key: 'bench_tenant' },
      message: {
        message_id: messageId,
        create_time: now,
        chat_id: said ? `oc_${run}_${said.group ? 'g' : 'p'}${sender}` : `oc_${run}_${count}`,
        chat_type: said?.group ? 'group' : 'p2p',
        message_type: 'text',
        content: JSON.stringify({ text: said?.text ?? `book a meeting tomorrow at ${1 + (count % 8)}pm #${count}` }),
      },
    },
  };
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', aes, iv);
  const encrypt = Buffer.concat([iv, cipher.update(JSON.stringify(event)), cipher.final()]).toString('base64');
  const body = JSON.stringify({ encrypt });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = randomBytes(8).toString('hex');
  return {
    messageId,
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': createHash('sha256').update(`${timestamp}${nonce}${APP.key}`).update(body).digest('hex'),
    },
  };
}
