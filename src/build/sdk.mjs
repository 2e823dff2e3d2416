/**
 * The SDK without what is never used. It has a class for each of a hundred APIs, whose calls would all be made at the first
 * one, and loads an HTTP client (19 of 25 MB) that the bot, which brings its own, never asks for anything.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One API of the SDK, as its generator writes it, and the name under which it is called. */
const API = /^class (Client\$\S+)( extends Client\$\S+)? \{\n {4}constructor\(\) \{\n[\s\S]*?^\}\n/gm;
const NAMES = /^ {8}this\.(\w+) = \{/gm;
/** client.vc.v1.reserve.apply */
const CALL = /\.\s*(\w+)\s*\.\s*v\d+\s*\./g;

/** @param {string} root the project's folder @returns {import('esbuild').Plugin} */
export const slim = (root) => ({
  name: 'slim SDK',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[\\/]node-sdk[\\/]lib[\\/]index\.js$/ }, ({ path }) => ({
      contents: withApis(readFileSync(path, 'utf8'), apisCalled(join(root, 'src'))),
      loader: 'js',
    }));
    onResolve({ filter: /^axios$/ }, ({ importer, namespace }) =>
      namespace === 'later' ? null : { path: 'axios', namespace: 'later', pluginData: dirname(importer) },
    );
    onLoad({ filter: /^axios$/, namespace: 'later' }, ({ pluginData }) => ({ contents: LATER, loader: 'js', resolveDir: pluginData }));
  },
});

/** An SDK that is written otherwise stays whole. */
const withApis = (sdk, called) =>
  sdk.replace(API, (whole, name, parent = '') =>
    [...whole.matchAll(NAMES)].some(([, api]) => called.has(api)) ? whole : `class ${name}${parent} {}\n`,
  );

function apisCalled(folder) {
  const called = new Set();
  for (const name of readdirSync(folder, { recursive: true }))
    if (name.endsWith('.ts')) for (const [, api] of readFileSync(join(folder, name), 'utf8').matchAll(CALL)) called.add(api);
  return called;
}

/** The HTTP client, loaded with the first request that is sent through it; until then no error can be one of its own. */
const LATER = `
let real;
const load = () => (real ??= require('axios'));
function create() {
  const rules = [];
  let made;
  const make = () => {
    if (!made) {
      made = load().create();
      for (const [kind, how] of rules) made.interceptors[kind].use(...how);
    }
    return made;
  };
  const rule = (kind) => ({ use: (...how) => (made ? made.interceptors[kind].use(...how) : rules.push([kind, how])) });
  const interceptors = { request: rule('request'), response: rule('response') };
  return new Proxy(() => {}, {
    get: (_, name) => (name === 'interceptors' ? interceptors : make()[name]),
    apply: (_, self, given) => make().apply(self, given),
  });
}
class NoError {}
exports.default = { create };
Object.defineProperty(exports, 'AxiosError', { get: () => real?.AxiosError ?? NoError });
`;
