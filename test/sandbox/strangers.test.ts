/** Bots that nobody here wrote for the sandbox: in other languages, and on the wire as other SDKs speak. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { ROOT } from '../helpers/docs.ts';
import { freePort } from '../helpers/free-port.ts';
import { tempDir } from '../helpers/temp-dir.ts';
import { controls, type Loose } from './start.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const runs = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

async function somebody(
  sandbox: Sandbox,
): Promise<{ open_id: string; chat_id: string; say(text: string): Promise<Loose>; heard(): Promise<Loose[]> }> {
  const control = controls(sandbox);
  const world = await control.world();
  const { open_id } = world.people[0];
  const { chat_id } = world.chats.find((one: Loose) => one.chat_mode === 'p2p' && one.members.includes(open_id));
  return {
    open_id,
    chat_id,
    say: (text) => control.post('/messages', { as: open_id, chat_id, text }),
    heard: async () =>
      (await control.get(`/chats/${chat_id}/messages?as=${open_id}`)).messages.filter((one: Loose) => one.sender.type === 'app'),
  };
}

describe('the examples', () => {
  const EXAMPLES = [
    { file: 'echo.mjs', with: process.execPath, there: true },
    { file: 'echo.py', with: 'python3', there: runs('python3', '--version') },
    { file: 'echo.go', with: 'go', there: runs('go', 'version') },
  ];

  /** What to start: Go's is built first, as `go run` leaves its child behind when it is killed. */
  function started(file: string, command: string): [string, string[]] {
    const source = join(ROOT, 'src/sandbox/examples', file);
    if (command !== 'go') return [command, [source]];
    const built = join(tempDir('echo-go'), 'echo');
    execFileSync('go', ['build', '-o', built, source], {
      env: { ...process.env, GOCACHE: process.env.GOCACHE ?? join(tmpdir(), 'go-cache') },
    });
    return [built, []];
  }

  for (const { file, with: command, there } of EXAMPLES)
    it.skipIf(!there)(`${file} echoes${there ? '' : `: skipped, there is no ${command} here`}`, { timeout: 180_000 }, async () => {
      const sandbox = await startSandbox({ encryptKey: null });
      closers.push(() => sandbox.close());
      const port = await freePort();
      const [program, before] = started(file, command);
      const child = spawn(program, [...before, sandbox.url, sandbox.appId, sandbox.appSecret, String(port)], { stdio: 'ignore' });
      closers.push(() => child.kill('SIGKILL'));
      const verified = () =>
        sandbox.setWebhook(`http://127.0.0.1:${port}/`).then(
          () => true,
          () => false,
        );
      await expect.poll(verified, { timeout: 60_000 }).toBe(true);
      const { say, heard } = await somebody(sandbox);
      await say('你好');
      await expect.poll(async () => (await heard()).map((one) => one.text), { timeout: 60_000 }).toEqual(['你好']);
    });
});

/** Bytes of a protobuf field: number, wire type 0 (a number) or 2 (bytes). */
const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))]);
const number = (field: number, value: number): number[] => [...varint(field << 3), ...varint(value)];
const bytes = (field: number, value: Uint8Array | string): number[] => {
  const data = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  return [...varint((field << 3) | 2), ...varint(data.length), ...data];
};
const header = (key: string, value: string): number[] => bytes(5, Uint8Array.from([...bytes(1, key), ...bytes(2, value)]));

interface Seen {
  numbers: Record<number, number>;
  headers: Record<string, string>;
  payload: string;
}

/** A frame as it comes, read field by field. */
function readFrame(data: Uint8Array): Seen {
  const seen: Seen = { numbers: {}, headers: {}, payload: '' };
  let at = 0;
  const next = (from: Uint8Array): number => {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = from[at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  while (at < data.length) {
    const tag = next(data);
    if ((tag & 7) === 0) seen.numbers[tag >> 3] = next(data);
    else {
      const size = next(data);
      const value = data.subarray(at, at + size);
      at += size;
      if (tag >> 3 === 8) seen.payload = new TextDecoder().decode(value);
      if (tag >> 3 === 5) {
        const [keySize] = [value[1]!];
        seen.headers[new TextDecoder().decode(value.subarray(2, 2 + keySize))] = new TextDecoder().decode(value.subarray(4 + keySize));
      }
    }
  }
  return seen;
}

/**
 * The wire traffic of the other official SDKs, as their sources write it: what they ask the endpoint, which fields they fill in even
 * when empty, in which order, and how they acknowledge. Their packages themselves are not run here.
 */
const SDKS: Record<string, { asks(app: Sandbox): object; empty: number[]; tail: number[]; ack: string }> = {
  // gogo/protobuf writes every string, `encoding/json` every field.
  'oapi-sdk-go': {
    asks: ({ appId, appSecret }) => ({ AppID: appId, AppSecret: appSecret, ClientAssertion: '' }),
    empty: [...bytes(6, ''), ...bytes(7, '')],
    tail: bytes(9, ''),
    ack: '{"code":200,"headers":null,"data":null}',
  },
  'oapi-sdk-python': {
    asks: ({ appId, appSecret }) => ({ AppID: appId, AppSecret: appSecret }),
    empty: [],
    tail: [],
    ack: '{"code": 200}',
  },
  'oapi-sdk-java': { asks: ({ appId, appSecret }) => ({ AppID: appId, AppSecret: appSecret }), empty: [], tail: [], ack: '{"code":200}' },
};

it.each(Object.entries(SDKS))('%s: its frames are understood, and ours are what it reads', async (_, { asks, empty, tail, ack }) => {
  const sandbox = await startSandbox();
  closers.push(() => sandbox.close());
  const asked = await fetch(`${sandbox.url}/callback/ws/endpoint`, {
    method: 'POST',
    headers: { locale: 'zh' },
    body: JSON.stringify(asks(sandbox)),
  });
  const { code, data } = (await asked.json()) as Loose;
  expect(code).toBe(0);
  const service = Number(new URL(data.URL).searchParams.get('service_id'));
  const socket = new WebSocket(data.URL);
  closers.push(() => socket.terminate());
  const seen: Seen[] = [];
  socket.on('message', (frame: Buffer) => seen.push(readFrame(frame)));
  await new Promise((resolve) => socket.once('open', resolve));
  const frame = (method: number, headers: number[], payload: number[], ids = [0, 0]): void =>
    socket.send(
      Uint8Array.from([
        ...number(1, ids[0]!),
        ...number(2, ids[1]!),
        ...number(3, service),
        ...number(4, method),
        ...headers,
        ...empty,
        ...payload,
        ...tail,
      ]),
    );

  frame(0, header('type', 'ping'), []);
  await expect.poll(() => seen.length).toBe(1);
  expect(seen[0]).toMatchObject({ numbers: { 3: service, 4: 0 }, headers: { type: 'pong' } });
  expect(JSON.parse(seen[0]!.payload)).toEqual(data.ClientConfig);

  const { say } = await somebody(sandbox);
  await say('你好');
  await expect.poll(() => seen.length).toBe(2);
  const { numbers, headers, payload } = seen[1]!;
  expect(headers).toMatchObject({ type: 'event', sum: '1', seq: '0', message_id: expect.any(String), trace_id: expect.any(String) });
  expect(JSON.parse(payload)).toMatchObject({ schema: '2.0', header: { event_type: 'im.message.receive_v1' } });
  const back = [...Object.entries(headers).flatMap(([key, value]) => header(key, value)), ...header('biz_rt', '3')];
  frame(1, back, bytes(8, ack), [numbers[1]!, numbers[2]!]);
  await sandbox.idle();
  expect((await controls(sandbox).get('/deliveries?limit=1')).deliveries[0]).toMatchObject({ state: 'ok', attempts: [{ status: 200 }] });
});
