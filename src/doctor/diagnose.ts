/** All checks, in the order in which a start would meet them. */
import { dirname } from 'node:path';
import { type Config, readConfig } from '../app/config.ts';
import { type Manifest, manifest } from '../app/manifest.ts';
import type { Millis } from '../domain/time.ts';
import type { Platform } from '../feishu/api/client.ts';
import { DEPARTMENT_SCOPES } from '../feishu/api/departments.ts';
import { createHttp } from '../feishu/api/http.ts';
import type { Store } from '../store/open.ts';
import { checkConnection } from './check-connection.ts';
import { checkClock, checkDisk, checkNode, checkPort, freeBytes } from './check-machine.ts';
import { checkBot, checkCredentials, checkScopes, platformFor, reach } from './check-platform.ts';
import { checkProcess } from './check-process.ts';
import { checkOpenStore, checkStore, storePath } from './check-store.ts';
import { checkSubscriptions } from './check-subscriptions.ts';
import { twinOf } from './console.ts';
import { type Finding, found } from './finding.ts';

const PATIENCE_MS = 5000;

export interface Diagnosing {
  now(): number;
  /** `v20.19.0` */
  node: string;
  /** Bytes left where the store is. */
  free?: (path: string) => number | null;
  /** The platform of the other brand. */
  twin?: (domain: string) => string | null;
}

/** Before a start, or beside a bot that runs. Changes nothing but what a start would change. */
export async function diagnose(env: Record<string, string | undefined>, o: Diagnosing): Promise<Finding[]> {
  const { now } = o;
  const findings = [checkNode(o.node)];
  const read = readConfig(env);
  if ('problems' in read) return [...findings, ...read.problems.map((problem) => found('problem', 'config', 'config_wrong', { problem }))];
  const { config } = read;
  const sandbox = config.mode === 'sandbox';
  findings.push(
    sandbox
      ? found('ok', 'config', 'config_sandbox', undefined)
      : found('ok', 'config', 'config_feishu', { appId: config.appId, domain: new URL(config.domain).origin }),
  );
  const store = await checkStore(config.databaseUrl, now);
  findings.push(...store.findings, ...diskOf(config, o.free ?? freeBytes));
  if (store.running) findings.push(...(await checkProcess(config)));
  else {
    findings.push(await checkPort('PORT', config.host, config.port, !sandbox && config.transport === 'webhook'));
    if (sandbox) findings.push(await checkPort('SANDBOX_PORT', '127.0.0.1', config.sandboxPort, false));
  }
  return sandbox ? findings : [...findings, ...(await checkPlatform(config, store.running, o))];
}

function diskOf({ databaseUrl }: Config, free: (path: string) => number | null): Finding[] {
  const path = storePath(databaseUrl);
  return path === null ? [] : checkDisk(dirname(path), free(dirname(path)));
}

/** Is it there, does it know the app, is the bot on, what was granted. What hangs on a failed answer is not asked. */
async function checkPlatform(config: Config, running: boolean, { now, twin = twinOf }: Diagnosing): Promise<Finding[]> {
  const http = createHttp({ timeoutMs: PATIENCE_MS });
  const platform = platformFor(config, now);
  const other = twin(config.domain);
  const there = other === null ? null : platformFor(config, now, other);
  try {
    const reached = await reach(new URL(config.domain).origin, http, now);
    if (!reached.ok) return reached.findings;
    const credentials = await checkCredentials(platform, config, there && other ? { domain: other, ready: there.ready } : null);
    if (credentials.level === 'problem') return [...reached.findings, credentials];
    const line = config.transport === 'websocket' ? [await checkConnection(config, http, !running)] : [];
    return [...reached.findings, credentials, await checkBot(platform, config), ...(await checkGrants(platform, config)), ...line];
  } finally {
    platform.close();
    there?.close();
    http.close();
  }
}

/** Scopes, events and callbacks against what the manifest asks for. */
async function checkGrants(platform: Pick<Platform, 'scopes' | 'subscriptions'>, config: Config): Promise<Finding[]> {
  const asked = readManifest();
  const door = config.transport === 'webhook' ? [webhookOf(config)] : [];
  if (asked === null) return [found('warning', 'scopes', 'manifest_missing', undefined), ...door];
  const scopes = config.allowDepartments.length > 0 ? [...asked.scopes, ...DEPARTMENT_SCOPES] : asked.scopes;
  return [...(await checkScopes(platform, scopes, config)), ...door, ...(await checkSubscriptions(platform, config, asked))];
}

const webhookOf = ({ port, encryptKey }: Config): Finding =>
  encryptKey ? found('ok', 'webhook', 'webhook_ok', { port }) : found('warning', 'webhook', 'webhook_token_only', { port });

function readManifest(): Manifest | null {
  try {
    return manifest();
  } catch {
    return null;
  }
}

/** What a bot that runs knows of itself. */
export interface Running {
  config: Config;
  store: Pick<Store, 'db' | 'jobs'>;
  platform: Pick<Platform, 'ready' | 'directory' | 'scopes' | 'subscriptions' | 'health'>;
  node: string;
  /** Why nothing can come in over the long connection; null: it is up. */
  line(): string | null;
  /** Events of meetings that came to nobody of late, while others came. */
  missed: number;
}

/** The same, asked for in chat: the bot runs, hears and answers. */
export async function diagnoseRunning({ config, store, platform, node, line, missed }: Running): Promise<Finding[]> {
  const { ahead } = platform.health();
  const problem = config.transport === 'websocket' ? line() : null;
  const seconds = Math.round(((ahead ?? 0) as Millis) / 1000);
  return [
    checkNode(node),
    ...(await checkOpenStore(store, config.databaseUrl)),
    ...diskOf(config, freeBytes),
    ...checkClock(seconds),
    await checkCredentials(platform, config, null),
    await checkBot(platform, config),
    ...(await checkGrants(platform, config)),
    ...(config.transport === 'websocket'
      ? [
          problem === null
            ? found('ok', 'connection', 'connection_up', undefined)
            : found('problem', 'connection', 'connection_down', { problem }),
        ]
      : []),
    ...(missed > 0 ? [found('warning', 'connection', 'events_taken', { count: missed })] : []),
  ];
}
