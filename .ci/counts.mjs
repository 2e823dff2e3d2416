// Reads what vitest's json reporter wrote: `passed failed skipped`, then a line `file<TAB>test` for each failure. A run that broke
// outside the tests (types, lint, an unhandled error) counts as one failure without a file. Reading takes the counts away.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';

const [file, status] = process.argv.slice(2);
const run = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
rmSync(file, { force: true });

const failures = (run.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
  const tests = assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName.replace(/\s+/g, ' ').slice(0, 200));
  if (!tests.length && status === 'failed') tests.push('(does not load)');
  return tests.map((test) => `${relative('.', name)}\t${test}`);
});
if (status !== '0' && !failures.length) failures.push('\t(outside the tests: types, lint, unused code or an unhandled error)');

console.log(run.numPassedTests ?? 0, failures.length, run.numPendingTests ?? 0);
for (const failure of failures) console.log(failure);
