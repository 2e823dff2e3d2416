/** `npm run doctor`: would the bot work as it is configured, and if not, what is to be done. */
import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, readConfig } from '../app/config.ts';
import { manifest } from '../app/start-with-sandbox.ts';
import { StoreError } from '../store/error.ts';
import { isPostgres, openStore, type Store } from '../store/open.ts';
import { nameOf } from '../store/postgres/explain.ts';
import { makeDirectory } from '../store/sqlite/directory.ts';
import { explainer } from '../store/sqlite/explain.ts';
import { checkPlatform } from './doctor-platform.ts';
import { langOf } from './environment.ts';
import { type Finding, found, printed } from './finding.ts';

export interface DoctorIo {
  stdout: { write(text: string): unknown };
  now(): number;
  /** `v20.19.0` */
  node: string;
}

type Env = Record<string, string | undefined>;

/** Prints what was found. Returns the exit code: 1 if the bot could not work. */
export async function doctorCommand(env: Env, io: DoctorIo): Promise<number> {
  const findings = await diagnose(env, io);
  const lang = langOf(env);
  io.stdout.write(printed(findings, lang));
  return findings.some((one) => one.level === 'problem') ? 1 : 0;
}

/** All checks, in the order in which a start would meet them. Changes nothing but what a start would change. */
async function diagnose(env: Env, { now, node }: Pick<DoctorIo, 'now' | 'node'>): Promise<Finding[]> {
  const findings = [checkNode(node)];
  const read = readConfig(env);
  if ('problems' in read) return [...findings, ...read.problems.map((problem) => found('problem', 'config', 'config_wrong', { problem }))];
  const { config } = read;
  const sandbox = config.mode === 'sandbox';
  findings.push(
    sandbox
      ? found('ok', 'config', 'config_sandbox', undefined)
      : found('ok', 'config', 'config_feishu', { appId: config.appId, domain: new URL(config.domain).origin }),
  );
  const store = await checkStore(config, now);
  findings.push(store.finding);
  if (store.running) findings.push(await checkRunning(config));
  else {
    findings.push(await checkPort('PORT', config.host, config.port, !sandbox));
    if (sandbox) findings.push(await checkPort('SANDBOX_PORT', '127.0.0.1', config.sandboxPort, false));
  }
  if (sandbox) return findings;
  const asked = readManifest();
  return [...findings, ...(await checkPlatform(config, asked?.scopes ?? null, now)), checkWebhook(config, asked)];
}

function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const fits = major > 20 || (major === 20 && minor >= 19);
  return fits ? found('ok', 'node', 'node_ok', { version }) : found('problem', 'node', 'node_old', { version });
}

/** The store as a start would open it; `running`: another process of the bot has it, which is as it should be. */
async function checkStore(config: Config, now: () => number): Promise<{ finding: Finding; running: boolean }> {
  if (isPostgres(config.databaseUrl)) return { finding: await checkShared(config.databaseUrl, now), running: false };
  const path = config.databaseUrl.startsWith('file://') ? fileURLToPath(config.databaseUrl) : config.databaseUrl.slice('file:'.length);
  try {
    if (!existsSync(path)) {
      await tryNew(path, now);
      return { finding: found('ok', 'store', 'store_new', { path }), running: false };
    }
    const { waiting, dead } = await tryStore(config.databaseUrl, now);
    return { finding: found('ok', 'store', 'store_ok', { path, waiting, dead }), running: false };
  } catch (error) {
    const fault = error instanceof StoreError ? error.fault : 'other';
    if (fault === 'in_use') return { finding: found('ok', 'store', 'store_in_use', { path }), running: true };
    return { finding: found('problem', 'store', 'store_fault', { path, fault }), running: false };
  }
}

async function checkShared(url: string, now: () => number): Promise<Finding> {
  const path = nameOf(url);
  try {
    return found('ok', 'store', 'store_ok', { path, ...(await tryStore(url, now)) });
  } catch (error) {
    return found('problem', 'store', 'store_fault', { path, fault: error instanceof StoreError ? error.fault : 'other' });
  }
}

async function tryStore(url: string, now: () => number): Promise<Awaited<ReturnType<Store['jobs']['count']>>> {
  const store = await openStore(url, { now });
  try {
    await store.db.ping();
    return await store.jobs.count();
  } finally {
    await store.close();
  }
}

/** Leaves nothing behind: a file made by whoever asks the doctor may be one that the bot's own user cannot write. */
async function tryNew(path: string, now: () => number): Promise<void> {
  const folder = dirname(resolve(path));
  const probe = join(folder, `.doctor-${process.pid}.db`);
  try {
    const made = makeDirectory(folder);
    try {
      await tryStore(`file:${probe}`, now);
    } finally {
      for (const end of ['', '-wal', '-shm', '.lock']) rmSync(`${probe}${end}`, { force: true });
      if (made !== undefined) rmSync(made, { recursive: true, force: true });
    }
  } catch (error) {
    throw explainer(path)(error);
  }
}

async function checkRunning(config: Config): Promise<Finding> {
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`;
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) });
    const { ok, reasons } = (await answer.json()) as { ok?: unknown; reasons?: unknown };
    if (ok === true) return found('ok', 'bot_process', 'process_ready', { url });
    if (Array.isArray(reasons)) return found('warning', 'bot_process', 'process_not_ready', { url, reasons: reasons.join('; ') });
  } catch {
    // Nobody there, or no bot.
  }
  return found('warning', 'bot_process', 'process_silent', { url });
}

async function checkPort(name: string, host: string, port: number, fixed: boolean): Promise<Finding> {
  const code = await new Promise<string | null>((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (code === null)
    return port === 0
      ? found(fixed ? 'warning' : 'ok', 'port', 'port_any', { name, fixed })
      : found('ok', 'port', 'port_ok', { name, host, port });
  if (code === 'EADDRINUSE') return found('problem', 'port', 'port_taken', { name, host, port });
  if (code === 'EACCES') return found('problem', 'port', 'port_denied', { name, host, port });
  return found('problem', 'port', 'port_no_host', { name, host, port });
}

/** What the platform pushes to cannot be seen from here: what to enter where is said instead. */
function checkWebhook(config: Config, asked: Manifest | null): Finding {
  const args = { port: config.port, events: [...(asked?.events ?? []), ...(asked?.callbacks ?? [])].join(', ') || 'app.manifest.json' };
  return config.encryptKey ? found('ok', 'webhook', 'webhook_ok', args) : found('warning', 'webhook', 'webhook_token_only', args);
}

type Manifest = ReturnType<typeof manifest>;

function readManifest(): Manifest | null {
  try {
    return manifest();
  } catch {
    return null;
  }
}
