import { readConfig } from './app/config.ts';
import { keepNurserySmall, letNurseryGrow } from './app/nursery.ts';
import { startApp } from './app/start-app.ts';

const FINISH_WITHIN_MS = 10_000;
/** Long enough for those who waited for the port, and who try again every few milliseconds. */
const HEAD_START_MS = 50;

try {
  process.loadEnvFile('.env');
} catch {
  // No .env: the environment is all there is.
}

const read = readConfig(process.env);
if ('problems' in read) {
  for (const problem of read.problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
}

let stop: (() => Promise<void>) | undefined;
let leaving = false;
const leave = (): void => {
  if (leaving) process.exit(130);
  leaving = true;
  (stop?.() ?? Promise.resolve()).then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.on('SIGTERM', leave);
process.on('SIGINT', leave);

try {
  if (read.config.mode === 'sandbox') {
    const { startWithSandbox } = await import('./app/start-with-sandbox.ts');
    const { url, stop: end } = await startWithSandbox(read.config, { scene: true });
    stop = () => end(FINISH_WITHIN_MS);
    process.stdout.write(`Open ${url} to try the bot in a chat (sandbox, no account needed)\n`);
  } else {
    keepNurserySmall();
    const app = await startApp(read.config, { headStartMs: HEAD_START_MS, loaded: letNurseryGrow, broken: giveUp });
    stop = () => app.stop(FINISH_WITHIN_MS);
  }
} catch (error) {
  giveUp(error);
}

function giveUp(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
