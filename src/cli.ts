/** `npm run sandbox | parse`: commands beside the bot itself. */
const [command = '', ...args] = process.argv.slice(2);

const COMMANDS: Record<string, () => Promise<number>> = {
  parse: async () => {
    const { parseCommand } = await import('./cli/parse.ts');
    return parseCommand(args, { stdin: process.stdin, stdout: process.stdout, now: Date.now });
  },
  sandbox: async () => (await import('./cli/sandbox.ts')).sandboxCommand(process.env),
};

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
