/** `vitest run` over all tests, with one worker more than there are processors: many tests wait for a browser, a server or a time limit. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const workers = availableParallelism() + 1;
const options = ['run', '--dir', 'test', '--no-isolate', `--maxWorkers=${workers}`, '--testTimeout=120000', '--hookTimeout=120000'];
spawn(process.execPath, [vitest, ...options, ...process.argv.slice(2)], { stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1;
});
