/** `npm run sandbox | parse | lexicon | setup | doctor | replay | move | dead-letters | audit | trace | backup`: commands beside the bot itself. */
const [command = '', ...args] = process.argv.slice(2);

const COMMANDS: Record<string, () => Promise<number>> = {
  parse: async () => {
    const { parseCommand } = await import('./cli/parse.ts');
    return parseCommand(args, { stdin: process.stdin, stdout: process.stdout, now: Date.now });
  },
  lexicon: async () => (await import('./cli/lexicon.ts')).lexiconCommand(args, { stdout: process.stdout }),
  setup: async () => {
    const { setupCommand } = await import('./cli/setup.ts');
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    return setupCommand(args, environment(), { stdout: process.stdout, now: Date.now, signal: stop.signal });
  },
  doctor: async () => {
    const { doctorCommand } = await import('./cli/doctor.ts');
    return doctorCommand(environment(), { stdout: process.stdout, now: Date.now, node: process.version });
  },
  conformance: async () => (await import('./cli/conformance.ts')).conformanceCommand(args, { stdout: process.stdout }),
  replay: async () => {
    const { replayCommand } = await import('./cli/replay.ts');
    return replayCommand(args, environment(), { stdout: process.stdout, stderr: process.stderr, now: Date.now });
  },
  move: async () => (await import('./cli/move.ts')).moveCommand(args, environment(), { stdout: process.stdout, now: Date.now }),
  'dead-letters': async () =>
    (await import('./cli/dead-letters.ts')).deadLettersCommand(args, environment(), { stdout: process.stdout, now: Date.now }),
  audit: async () => (await import('./cli/audit.ts')).auditCommand(args, environment(), { stdout: process.stdout, now: Date.now }),
  trace: async () => (await import('./cli/trace.ts')).traceCommand(args, environment(), { stdout: process.stdout, now: Date.now }),
  backup: async () => (await import('./cli/backup.ts')).backupCommand(args, environment(), { stdout: process.stdout }),
  sandbox: async () => (await import('./cli/sandbox.ts')).sandboxCommand(args, process.env),
};

/** As the bot reads it: with `.env`, where there is one. */
function environment(): Record<string, string | undefined> {
  try {
    process.loadEnvFile('.env');
  } catch {
    // No .env: the environment is all there is.
  }
  return process.env;
}

// `… | head` has read enough: what is under way is still brought to its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const run = COMMANDS[command];
if (!run) {
  process.stderr.write(`Usage: npm run ${Object.keys(COMMANDS).join(' | ')}\n`);
  process.exit(1);
}
run().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
