import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { NOT_FOUND } from '../open-api/dispatch.ts';

/** Where the page is: beside this file once built, one folder up in the sources. */
function pageFolder(given: string | undefined): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = given ? [given] : [join(here, 'page'), join(here, '..', 'page')];
  return places.find((place) => existsSync(place)) ?? null;
}

/** One bundle for all sandboxes of a process. */
const bundles = new Map<string, Promise<Map<string, string>>>();

/** The page's scripts where it has not been built: from its sources, at the first request. */
function scriptsOf(folder: string): Promise<Map<string, string>> {
  const known = bundles.get(folder) ?? import('../page/build.mjs').then(({ bundleScripts }) => bundleScripts(folder));
  bundles.set(folder, known);
  return known;
}

/** As the page itself says it, and that nobody shows it in a frame, which only a header can say. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The chat page as files. */
export function pageFiles(pageDir: string | undefined): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set({
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    next();
  });
  const folder = pageFolder(pageDir);
  if (folder) {
    app.get('/', (_request, response) => response.sendFile('index.html', { root: folder }));
    if (existsSync(join(folder, 'build.mjs'))) {
      app.get('/page/:file.js', async (request, response, next) => {
        const script = (await scriptsOf(folder)).get(`${request.params.file}.js`);
        if (script === undefined) next();
        else response.type('text/javascript').send(script);
      });
    }
    app.use('/page', express.static(folder, { index: false, etag: false, cacheControl: false }));
  }
  app.use((_request, response) => {
    response.status(404).type('text/plain').send(NOT_FOUND.body);
  });
  return app;
}
