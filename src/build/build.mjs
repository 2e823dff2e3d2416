/**
 * Builds the bot into `dist/`, when its sources are not the ones that were built last.
 *
 * Every build has a folder of its own, named by a hash of what it was made from; `dist/main.js` and `dist/cli.js` only
 * point to the current one. So a bot that runs while a newer one is built keeps all its files, also those that it has not
 * loaded yet, and nobody ever meets a half-written `dist`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildPage } from '../sandbox/page/build.mjs';
import { slim } from './sdk.mjs';
import { vocabulary } from './vocabulary.mjs';

const ENTRIES = ['main', 'cli'];
const SDK = 'node_modules/@larksuiteoapi/node-sdk/lib/index.js';
/** It alone reads the examples of the vocabulary, and so has a bundle of its own. */
const LEXICON = 'src/cli/lexicon.ts';
const lexicon = {
  name: 'lexicon',
  setup: ({ onResolve }) => onResolve({ filter: /^\.\/cli\/lexicon\.ts$/ }, () => ({ path: './lexicon.js', external: true })),
};
const EXTERNAL = ['esbuild', 'express', 'libsql', 'pg', 'protobufjs', 'selfsigned', 'ws'];
/** Packages that are no ES modules ask for what belongs to Node. */
const REQUIRE = "import{createRequire as _require}from'node:module';const require=_require(import.meta.url);";
/** Of older builds as many stay, and every one of the last day: one of them may still be running. */
const KEPT = 3;
const A_DAY = 24 * 60 * 60 * 1000;

/**
 * @param {string} root the project's folder
 * @returns {Promise<boolean>} whether something had to be built; throws when the sources cannot be built, and then `dist` is as before
 */
export async function build(root = resolve(import.meta.dirname, '../..')) {
  const dist = join(root, 'dist');
  const version = hashSources(root);
  const target = join(dist, version);
  const built = existsSync(target);
  if (!built) {
    const work = join(dist, `.building-${process.pid}`);
    mkdirSync(work, { recursive: true });
    try {
      await bundle(root, work);
      // Two builds of the same sources at once: the first to be ready is as good as the second.
      if (!existsSync(target)) renameSync(work, target);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  for (const entry of ENTRIES) pointTo(join(dist, `${entry}.js`), `import './${version}/${entry}.js';\n`);
  if (!built) dropOld(dist, version);
  return !built;
}

async function bundle(root, outdir) {
  // Loaded only here: what is built already runs without the tools that build it.
  const { build: esbuild } = await import('esbuild');
  const common = { absWorkingDir: root, bundle: true, platform: 'node', target: 'node20.19', logLevel: 'warning' };
  const ours = {
    ...common,
    format: 'esm',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    charset: 'utf8',
    external: EXTERNAL,
  };
  await esbuild({
    ...ours,
    entryPoints: ENTRIES.map((entry) => `src/${entry}.ts`),
    outdir,
    splitting: true,
    sourcemap: true,
    sourcesContent: false,
    banner: { js: REQUIRE },
    define: { BUILT_SDK: '"./sdk.cjs"' },
    plugins: [vocabulary(root), lexicon],
  });
  if (existsSync(join(root, LEXICON))) await esbuild({ ...ours, entryPoints: [LEXICON], outfile: join(outdir, 'lexicon.js') });
  // Without its comments, its names and what nobody uses the SDK takes 14 MB instead of 36.
  await esbuild({
    ...common,
    entryPoints: [SDK],
    outfile: join(outdir, 'sdk.cjs'),
    format: 'cjs',
    minify: true,
    plugins: [slim(root)],
  });
  await buildPage(join(root, 'src/sandbox/page'), join(outdir, 'page'));
}

/** What a build is made from: the sources, and what npm last installed to be bundled with them. */
function hashSources(root) {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const installed = join(root, 'node_modules/.package-lock.json');
  for (const file of existsSync(installed) ? [...sources, installed] : sources)
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** Written beside and renamed: whoever starts meanwhile gets the old one or the new one. */
function pointTo(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

function dropOld(dist, current) {
  const others = readdirSync(dist)
    .filter((name) => name !== current && !ENTRIES.includes(name.replace(/\.js$/, '')))
    .map((name) => ({ path: join(dist, name), at: statSync(join(dist, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path, at } of others.slice(KEPT)) if (Date.now() - at > A_DAY) rmSync(path, { recursive: true, force: true });
}

/** What is wrong has been printed by then, with its place. */
export function giveUp(error) {
  process.stderr.write(`The sources could not be built: ${error.message.split('\n')[0]}\n`);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build().catch(giveUp);
