/**
 * Bots from npm that others wrote, in the sandbox: Feishu's own MCP server, and koishi with its Lark adapter over both transports. They
 * are installed outside the repository; where npm cannot give one, it is skipped by name.
 * `node .ci/strangers.mjs [folder to install into]`
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const home = resolve(process.argv[2] ?? mkdtempSync(join(tmpdir(), 'strangers-')));
const APP = { id: 'cli_0123456789abcdef', secret: 'hush', key: 'test key', token: 'v-token' };
const PATIENCE_MS = 30_000;

const counts = { passed: 0, failed: 0, skipped: 0 };
const children = new Set();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

function start(command, args, options) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], ...options });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** No install scripts: none of these bots needs what they build to speak with the platform. */
function install(name, packages) {
  const folder = join(home, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--silent', '--ignore-scripts', ...packages], { cwd: folder });
  return npm.status === 0 ? folder : null;
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

async function until(what, check) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await check().catch(() => undefined);
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${PATIENCE_MS / 1000} s: ${what}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** The platform as `npm run sandbox` starts it. */
async function sandbox(...options) {
  const args = ['src/build/run.mjs', 'cli', 'sandbox', '--port', '0', '--app-id', APP.id, '--app-secret', APP.secret, '--all', ...options];
  const child = start(process.execPath, args, { cwd: root });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const url = await until('the sandbox', async () => /Chat page: (\S+)/.exec(said)?.[1]);
  const call = async (path, body) => {
    const answer = await fetch(`${url}/_sandbox/${path}`, body && { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const { people, chats } = await call('world');
  const me = people[0].open_id;
  const group = chats.find((chat) => chat.chat_mode === 'group').chat_id;
  const direct = chats.find((chat) => chat.chat_mode === 'p2p' && chat.members.includes(me)).chat_id;
  const heard = async (chat) => (await call(`chats/${chat}/messages?as=${me}`)).messages.filter((one) => one.sender.type === 'app');
  return { url, call, me, group, direct, heard, stop: () => child.kill() };
}

async function prove(name, packages, run) {
  const folder = install(name.split(' ')[0], packages);
  if (!folder) {
    counts.skipped += 1;
    console.log(`skipped  ${name}: npm cannot install ${packages.join(' ')} here`);
    return;
  }
  try {
    await run(folder);
    counts.passed += 1;
    console.log(`passed   ${name}`);
  } catch (error) {
    counts.failed += 1;
    console.log(`failed   ${name}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Feishu's own MCP server, over its standard input: lists chats, writes to one, books a meeting, reads it. */
async function larkMcp(folder) {
  const platform = await sandbox();
  const tools = 'im.v1.chat.list,im.v1.message.create,vc.v1.reserve.apply,vc.v1.reserve.get';
  const args = ['mcp', '-a', APP.id, '-s', APP.secret, '-d', platform.url, '-t', tools, '--token-mode', 'tenant_access_token'];
  const child = start(process.execPath, [join(folder, 'node_modules/@larksuiteoapi/lark-mcp/dist/cli.js'), ...args], { stdio: ['pipe', 'pipe', 'ignore'] });
  const answers = new Map();
  let rest = '';
  child.stdout.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      const answer = line.startsWith('{') ? JSON.parse(line) : {};
      if (answer.id !== undefined) answers.set(answer.id, answer);
    }
  });
  let id = 0;
  const ask = async (method, params) => {
    id += 1;
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    const { result, error } = await until(method, async () => answers.get(id));
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  const use = async (name, args) => {
    const { content, isError } = await ask('tools/call', { name, arguments: args });
    if (isError) throw new Error(`${name}: ${content[0].text}`);
    return JSON.parse(content[0].text);
  };
  await ask('initialize', { protocolVersion: '2024-11-05', capabilities: {}, clientInfo: { name: 'strangers', version: '1' } });
  child.stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n');
  const chats = await use('im_v1_chat_list', { params: { page_size: 20 } });
  if (!JSON.stringify(chats).includes(platform.group)) throw new Error('the group is not listed');
  await use('im_v1_message_create', {
    params: { receive_id_type: 'chat_id' },
    data: { receive_id: platform.group, msg_type: 'text', content: JSON.stringify({ text: 'hello from MCP' }) },
  });
  await until('the message', async () => (await platform.heard(platform.group)).some((one) => one.text === 'hello from MCP'));
  const end_time = String(Math.floor(Date.now() / 1000) + 7200);
  const booked = await use('vc_v1_reserve_apply', {
    params: { user_id_type: 'open_id' },
    data: { end_time, owner_id: platform.me, meeting_settings: { topic: 'MCP' } },
  });
  const { reserve } = booked.data ?? booked;
  const { reserves } = await platform.call('world');
  if (!reserves.some((one) => one.id === reserve.id && one.topic === 'MCP')) throw new Error('nothing was booked');
  const read = await use('vc_v1_reserve_get', { path: { reserve_id: reserve.id } });
  if (!JSON.stringify(read).includes(reserve.meeting_no)) throw new Error('what was booked is not read');
  child.kill();
  platform.stop();
}

const KOISHI = (url, protocol, port) => `
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const { Context } = require('koishi');
const app = new Context();
app.plugin(require('@koishijs/plugin-server').default ?? require('@koishijs/plugin-server'), { host: '127.0.0.1', port: ${port} });
app.plugin(require('@koishijs/plugin-http').default ?? require('@koishijs/plugin-http'));
const lark = require('@satorijs/adapter-lark');
app.plugin(lark.LarkBot ?? lark.default, {
  platform: 'feishu', appId: '${APP.id}', appSecret: '${APP.secret}', encryptKey: '${APP.key}', verificationToken: '${APP.token}',
  verifySignature: true, verifyToken: true, protocol: '${protocol}', endpoint: '${url}/open-apis', selfUrl: '${url}', path: '/feishu',
});
app.on('message', (session) => session.send(session.content));
await app.start();
`;

/** koishi echoes what it hears; verified, signed and encrypted over the webhook, plain over the long connection. */
const koishi = (protocol) => async (folder) => {
  const port = await freePort();
  const over = protocol === 'http' ? ['--webhook', `http://127.0.0.1:${port}/feishu`] : [];
  const platform = await sandbox('--encrypt-key', APP.key, '--verification-token', APP.token, ...over);
  const file = join(folder, `echo-${protocol}.mjs`);
  writeFileSync(file, KOISHI(platform.url, protocol, port));
  const bot = start(process.execPath, [file], { cwd: folder, stdio: 'ignore' });
  const connected = async () =>
    protocol === 'http' ? (await platform.call('world')).app.webhook_url : (await platform.call('connections')).connections.length > 0;
  await until('the bot', connected);
  await platform.call('messages', { as: platform.me, chat_id: platform.direct, text: '你好' });
  await until('the echo', async () => JSON.stringify(await platform.heard(platform.direct)).includes('你好'));
  bot.kill();
  platform.stop();
};

const KOISHI_PACKAGES = ['koishi@4', '@koishijs/plugin-server', '@koishijs/plugin-http', '@satorijs/adapter-lark@3.12'];
await prove('lark-mcp 0.5.1', ['@larksuiteoapi/lark-mcp@0.5.1'], larkMcp);
await prove('koishi, adapter-lark 3.12, webhook', KOISHI_PACKAGES, koishi('http'));
await prove('koishi, adapter-lark 3.12, long connection', KOISHI_PACKAGES, koishi('ws'));
console.log(`Strangers: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
