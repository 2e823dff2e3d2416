/** `npm run conformance`: what the sandbox emulates, differs in and lacks, as seen on the wire. */
import { readFileSync, writeFileSync } from 'node:fs';
import { conformance, type Row } from '../sandbox/conformance/conformance.ts';
import { conformanceTables, withTables } from '../sandbox/conformance/table.ts';

const README = 'src/sandbox/README.md';

/** @param args `--json` prints data; `--write` writes the tables into the sandbox's README. @returns the exit code */
export async function conformanceCommand(args: string[], io: { stdout: { write(text: string): unknown } }): Promise<number> {
  const rows = await conformance();
  if (args.includes('--write')) writeFileSync(README, withTables(readFileSync(README, 'utf8'), conformanceTables(rows)));
  if (args.includes('--json')) io.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else io.stdout.write(printed(rows));
  return 0;
}

function printed(rows: readonly Row[]): string {
  const lines = rows.map(({ kind, name, state, differs, against }) =>
    [state.padEnd(8), kind.padEnd(5), name, against.length > 0 ? `(${against.join(', ')})` : '', differs.join('; ')]
      .filter(Boolean)
      .join('  '),
  );
  const count = (state: Row['state']): number => rows.filter((one) => one.state === state).length;
  return `${[...lines, '', `${count('emulated')} emulated, ${count('differs')} differ, ${count('not')} not there`].join('\n')}\n`;
}
