/** `node src/build/run.mjs main|cli …`: that entry of the bot with these arguments, built first where its sources have changed. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, giveUp } from './build.mjs';

const [node, , entry, ...args] = process.argv;
await build().catch(giveUp);
const file = resolve(import.meta.dirname, `../../dist/${entry}.js`);
process.argv = [node, file, ...args];
await import(pathToFileURL(file).href);
