/** What a small bot does for a message, with the SDK's client: books, and replies with a card. */
import { createRequire } from 'node:module';

export const lark = createRequire(import.meta.url)('@larksuiteoapi/node-sdk') as typeof import('@larksuiteoapi/node-sdk');

const env = (name: string): string => process.env[name] ?? '';
export const settings = {
  port: Number(env('PORT')),
  key: env('FEISHU_ENCRYPT_KEY'),
  token: env('FEISHU_VERIFICATION_TOKEN'),
  mode: env('BENCH_MODE'),
};
const silent = () => {};
export const logger = { error: silent, warn: silent, info: silent, debug: silent, trace: silent };
const client = new lark.Client({ appId: env('FEISHU_APP_ID'), appSecret: env('FEISHU_APP_SECRET'), domain: env('FEISHU_DOMAIN'), logger });

export async function bookAndReply(openId: string, messageId: string, topic: string): Promise<void> {
  const booked = await client.vc.v1.reserve.apply({
    params: { user_id_type: 'open_id' },
    data: { end_time: String(Math.floor(Date.now() / 1000) + 3600), owner_id: openId, meeting_settings: { topic } },
  });
  const content = JSON.stringify({
    header: { title: { tag: 'plain_text', content: 'Meeting booked' } },
    elements: [{ tag: 'markdown', content: `No. ${booked.data?.reserve?.meeting_no} ${booked.data?.reserve?.url}` }],
  });
  await client.im.v1.message.reply({ path: { message_id: messageId }, data: { msg_type: 'interactive', content } });
}
