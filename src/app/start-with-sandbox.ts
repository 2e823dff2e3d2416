import { dirname, join } from 'node:path';
import type { Log } from '../observability/log.ts';
import { startSandbox } from '../sandbox/server.ts';
import type { Config } from './config.ts';
import { playFirstScene, SUGGESTIONS } from './first-scene.ts';
import { listenProblem } from './listen-problem.ts';
import { manifest } from './manifest.ts';
import { type App, startApp } from './start-app.ts';

/** The world lives as long as what the bot remembers of it. */
function besideStore({ databaseUrl }: Config): { worldFile?: string } {
  return databaseUrl.startsWith('file:') ? { worldFile: join(dirname(databaseUrl.slice('file:'.length)), 'sandbox.json') } : {};
}

/** Bot and platform in one process, over real HTTP, signed and encrypted. */
export async function startWithSandbox(
  config: Config,
  options: { log?: Log; scene?: boolean } = {},
): Promise<{ url: string; app: App; stop(timeoutMs: number): Promise<void> }> {
  // Granted is what the manifest asks of a real tenant: nothing works here that would not there.
  const sandbox = await startSandbox({
    port: config.sandboxPort,
    ...manifest(),
    realTime: true,
    suggestions: SUGGESTIONS,
    ...besideStore(config),
  }).catch((error: unknown) => {
    throw listenProblem(error, { host: '127.0.0.1', port: config.sandboxPort, portFrom: 'SANDBOX_PORT' });
  });
  let app: App;
  try {
    app = await startApp(
      {
        ...config,
        appId: sandbox.appId,
        appSecret: sandbox.appSecret,
        encryptKey: sandbox.encryptKey,
        verificationToken: sandbox.verificationToken,
        domain: sandbox.url,
        logLevel: process.env.LOG_LEVEL ? config.logLevel : 'warn',
      },
      // When somebody moves the platform's clock, both move: no event comes from the future, and what is due falls due.
      { ...options, clock: { now: () => sandbox.now() }, chatPage: sandbox.url },
    );
    await sandbox.setWebhook(`${app.url}/webhook/event`);
    // Nobody waits for it: whoever opens the page sees it come in.
    if (options.scene) void playFirstScene(sandbox).catch(() => {});
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  return {
    url: sandbox.url,
    app,
    async stop(timeoutMs) {
      await app.stop(timeoutMs);
      await sandbox.close();
    },
  };
}
