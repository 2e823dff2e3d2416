/**
 * The vocabulary as the bot needs it: plain data, without the examples, which only tests and `npm run lexicon` read. They
 * are half of the sources, and would be parsed at each start and kept in memory.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const FOLDER = 'src/nlu/locales';

/** @param {string} root the project's folder @returns {import('esbuild').Plugin} */
export const vocabulary = (root) => ({
  name: 'vocabulary',
  async setup(build) {
    const modules = await evaluated(filesWithExamples(join(root, FOLDER)), build.esbuild);
    build.onLoad({ filter: /[\\/]nlu[\\/]locales[\\/].*\.ts$/ }, ({ path }) => {
      const module = modules.get(path);
      return module && { contents: asData(module), loader: 'js' };
    });
  },
});

function filesWithExamples(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.ts') && /^\s*examples:/m.test(readFileSync(path, 'utf8')));
}

/** What each of the files exports. */
async function evaluated(files, esbuild) {
  const contents = files.map((path, at) => `export * as _${at} from ${JSON.stringify(path)};`).join('\n');
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: '/' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const all = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return new Map(files.map((path, at) => [path, all[`_${at}`]]));
}

/** A string of JSON is read faster than the same as code, and leaves nothing behind but what was read. */
const asData = (module) =>
  Object.entries(module)
    .map(([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(dataOf(name, value))});`)
    .join('\n');

function dataOf(name, value) {
  const whole = JSON.stringify(value);
  if (whole === undefined || !isDeepStrictEqual(JSON.parse(whole), value)) throw new Error(`${name} of the vocabulary is no plain data`);
  return JSON.stringify(value, function (key, part) {
    return key === 'examples' && 'role' in this ? [] : part;
  });
}
