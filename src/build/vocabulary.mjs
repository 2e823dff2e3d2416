/**
 * The vocabulary as the bot needs it: plain data, without the examples, which only tests and `npm run lexicon` read. They
 * are half of the sources, and would be parsed at each start and kept in memory. And what follows from it alone is worked
 * out here instead of at each start.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const FOLDER = 'src/nlu/locales';
const LANGUAGES = 'src/nlu/time/languages.ts';
const WORKED_OUT = 'src/nlu/time/worked-out.ts';

/** Read as JSON it takes a third of the time that it takes as code, and leaves no source in memory. */
const FILE = 'vocabulary.json';
const READ = `import { readFileSync } from 'node:fs';
export const all = JSON.parse(readFileSync(new URL('./${FILE}', import.meta.url), 'utf8'));`;

/** @param {string} root the project's folder @returns {import('esbuild').Plugin} */
export const vocabulary = (root) => ({
  name: 'vocabulary',
  async setup({ esbuild, onLoad, onResolve, onEnd, initialOptions }) {
    if (!existsSync(join(root, FOLDER))) return;
    const modules = await evaluated(root, esbuild);
    onLoad({ filter: /[\\/]nlu[\\/](?:locales[\\/].*|time[\\/]worked-out)\.ts$/ }, ({ path }) => {
      const at = [...modules.keys()].indexOf(path);
      if (at < 0) return null;
      const exported = Object.keys(modules.get(path)).map((name) => `export const ${name} = all[${at}].${name};`);
      return { contents: ["import { all } from 'vocabulary';", ...exported].join('\n'), loader: 'js' };
    });
    onResolve({ filter: /^vocabulary$/ }, () => ({ path: 'vocabulary', namespace: 'data' }));
    onLoad({ filter: /^vocabulary$/, namespace: 'data' }, () => ({ contents: READ, loader: 'js' }));
    onEnd(() => writeFileSync(join(initialOptions.outdir, FILE), dataOf([...modules.values()])));
  },
});

/** Path → what it exports: each file with examples, and what is worked out. */
async function evaluated(root, esbuild) {
  const paths = readdirSync(join(root, FOLDER), { recursive: true })
    .map((name) => join(root, FOLDER, name))
    .filter((path) => path.endsWith('.ts') && /^\s*examples:/m.test(readFileSync(path, 'utf8')));
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: [
        ...paths.map((path, at) => `export * as _${at} from ${JSON.stringify(path)};`),
        `export { workOutAll } from ${JSON.stringify(join(root, LANGUAGES))};`,
      ].join('\n'),
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const all = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  const files = paths.map((path, at) => [path, { ...all[`_${at}`] }]);
  return new Map([...files, [join(root, WORKED_OUT), { workedOut: all.workOutAll() }]]);
}

function dataOf(modules) {
  const whole = JSON.stringify(modules);
  if (!isDeepStrictEqual(JSON.parse(whole), modules)) throw new Error('the vocabulary is no plain data');
  return JSON.stringify(modules, function (key, part) {
    return key === 'examples' && 'role' in this ? [] : part;
  });
}
