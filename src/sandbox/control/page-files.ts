import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { NOT_FOUND } from '../open-api/dispatch.ts';

/** Beside this file once built, one folder up in the sources. */
function pageFolder(given: string | undefined): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = given ? [given] : [join(here, 'page'), join(here, '..', 'page'), join(here, '..', 'src', 'sandbox', 'page')];
  return places.find((place) => existsSync(place)) ?? null;
}

/** The chat page and the two libraries it uses, as files. */
export function pageFiles(pageDir: string | undefined): express.Express {
  const app = express();
  app.disable('x-powered-by');
  const require = createRequire(import.meta.url);
  const vendor: Record<string, string> = {
    'markdown-it.js': join(dirname(require.resolve('markdown-it/package.json')), 'dist/browser/markdown-it.esm.min.mjs'),
    'dompurify.js': join(dirname(require.resolve('dompurify')), 'purify.es.mjs'),
  };
  app.get('/page/vendor/:file', (request, response, next) => {
    const file = vendor[request.params.file];
    if (!file) return next();
    // Relative to a root: a whole path is refused where any folder above the project begins with a dot.
    response.type('text/javascript').sendFile(basename(file), { root: dirname(file) });
  });
  const folder = pageFolder(pageDir);
  if (folder) {
    app.get('/', (_request, response) => response.sendFile('index.html', { root: folder }));
    app.use('/page', express.static(folder, { index: false, etag: false, cacheControl: false }));
  }
  app.use((_request, response) => {
    response.status(404).type('text/plain').send(NOT_FOUND.body);
  });
  return app;
}
