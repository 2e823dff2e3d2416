import { readFileSync } from 'node:fs';

export interface Manifest {
  scopes: string[];
  events: string[];
  callbacks: string[];
}

/** What the bot asks of a tenant, as `app.manifest.json` in the working directory says it. */
export function manifest(path = 'app.manifest.json'): Manifest {
  const read = JSON.parse(readFileSync(path, 'utf8')) as {
    scopes: { tenant: string[] };
    events: { items: { tenant: string[] } };
    callbacks: { items: string[] };
  };
  return { scopes: read.scopes.tenant, events: read.events.items.tenant, callbacks: read.callbacks.items };
}
