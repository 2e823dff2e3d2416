/** What one event costs at the door: verified, decrypted, read. Ours beside the SDK's dispatcher, same bodies, same run. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { incomingJob } from '../bot/job-kinds.ts';
import { open, type Secrets } from '../feishu/inbound/envelope.ts';
import { toIncoming } from '../feishu/inbound/events.ts';

const EVENTS = 4000;
const ROUNDS = 9;

const secrets: Secrets = { appId: 'cli_bench', encryptKey: 'bench-encrypt-key', verificationToken: 'bench-verification-token' };
const now = Date.now();

interface Push {
  raw: Buffer;
  headers: Record<string, string>;
}

function push(n: number): Push {
  const id = { union_id: `on_${n}`, user_id: `u${n}`, open_id: `ou_bench_${n}` };
  const bot = { union_id: 'on_bot', user_id: '', open_id: 'ou_bot' };
  const event = {
    schema: '2.0',
    header: {
      event_id: `ev_${n}`,
      token: secrets.verificationToken,
      create_time: String(now),
      event_type: 'im.message.receive_v1',
      tenant_key: 'bench_tenant',
      app_id: secrets.appId,
    },
    event: {
      sender: { sender_id: id, sender_type: 'user', tenant_key: 'bench_tenant' },
      message: {
        message_id: `om_bench_${n}`,
        create_time: String(now),
        update_time: String(now),
        chat_id: `oc_bench_${n % 100}`,
        chat_type: 'group',
        message_type: 'text',
        content: JSON.stringify({ text: `@_user_1 明天下午3点到4点半 周会 ${n}` }),
        mentions: [{ key: '@_user_1', id: bot, mentioned_type: 'bot', name: '会议助手', tenant_key: 'bench_tenant' }],
      },
    },
  };
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(secrets.encryptKey!).digest(), iv);
  const encrypt = Buffer.concat([iv, cipher.update(JSON.stringify(event)), cipher.final()]).toString('base64');
  const raw = Buffer.from(JSON.stringify({ encrypt }));
  const timestamp = String(Math.floor(now / 1000));
  const nonce = randomBytes(8).toString('hex');
  const signature = createHash('sha256').update(`${timestamp}${nonce}${secrets.encryptKey}`).update(raw).digest('hex');
  return {
    raw,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': signature,
    },
  };
}

function ours(pushes: Push[]): number {
  let jobs = 0;
  for (const { raw, headers } of pushes) {
    const opened = open(raw, headers, secrets, now);
    if (!opened.ok || opened.kind !== 'event') continue;
    const incoming = toIncoming(opened.event, { botOpenId: 'ou_bot', now });
    if (incoming !== null && incomingJob(incoming).id !== '') jobs++;
  }
  return jobs;
}

const lark = createRequire(import.meta.url)('@larksuiteoapi/node-sdk') as typeof import('@larksuiteoapi/node-sdk');
let dispatched = 0;
const silent = () => {};
const dispatcher = new lark.EventDispatcher({
  encryptKey: secrets.encryptKey!,
  verificationToken: secrets.verificationToken!,
  logger: { error: silent, warn: silent, info: silent, debug: silent, trace: silent },
}).register({
  'im.message.receive_v1': async () => {
    dispatched++;
  },
});

/** As the SDK's express adapter feeds it: body parsed, headers on the prototype. */
async function sdk(pushes: Push[]): Promise<number> {
  dispatched = 0;
  for (const { raw, headers } of pushes) {
    await dispatcher.invoke(Object.assign(Object.create({ headers }), JSON.parse(raw.toString('utf8'))));
  }
  return dispatched;
}

async function micros(run: (pushes: Push[]) => number | Promise<number>, pushes: Push[]): Promise<number> {
  const startedAt = performance.now();
  const done = await run(pushes);
  const took = performance.now() - startedAt;
  if (done !== pushes.length) throw new Error(`${run.name}: ${done} of ${pushes.length} events came through`);
  return (took * 1000) / pushes.length;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

const pushes = Array.from({ length: EVENTS }, (_, n) => push(n));
const took = { ours: [] as number[], sdk: [] as number[] };
for (let round = 0; round < ROUNDS; round++) {
  took.ours.push(await micros(ours, pushes));
  took.sdk.push(await micros(sdk, pushes));
}
// The first rounds warm the compiler up.
const result = { ours: median(took.ours.slice(2)), sdk: median(took.sdk.slice(2)) };
console.log(
  `door  ${pushes[0]!.raw.length} bytes  ours ${result.ours.toFixed(1)} µs/event  SDK dispatcher ${result.sdk.toFixed(1)} µs/event  ratio ${(result.ours / result.sdk).toFixed(2)}`,
);
