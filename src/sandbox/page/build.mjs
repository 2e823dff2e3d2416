/** What a browser loads of the page, made from its sources: one script for each of its three addresses, nothing else to fetch. */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ENTRIES = ['main', 'recording', 'register'];
const AS_THEY_ARE = /^css$|\.(html|svg)$/;

const entryOf = (folder, name) => readdirSync(folder).find((file) => new RegExp(`^${name}\\.tsx?$`).test(file));

/**
 * @param {string} folder the page's sources
 * @param {import('esbuild').BuildOptions} more where the result goes
 */
const options = (folder, more) => ({
  entryPoints: ENTRIES.flatMap((name) => entryOf(folder, name) ?? []).map((file) => join(folder, file)),
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: ['es2022', 'chrome111', 'firefox121', 'safari17.4'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  outdir: '/',
  ...more,
});

/**
 * The scripts, in memory; for a sandbox that runs from its sources.
 * @param {string} folder the page's sources
 * @returns {Promise<Map<string, string>>} name of the file → what is in it
 */
export async function bundleScripts(folder) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build(options(folder, { write: false }));
  return new Map(outputFiles.map(({ path, text }) => [path.slice(1), text]));
}

/**
 * Writes everything that is served.
 * @param {string} folder the page's sources
 * @param {string} outdir made where it does not exist
 */
export async function buildPage(folder, outdir) {
  const { build } = await import('esbuild');
  for (const name of readdirSync(folder)) if (AS_THEY_ARE.test(name)) cpSync(join(folder, name), join(outdir, name), { recursive: true });
  await build(options(folder, { outdir }));
}
