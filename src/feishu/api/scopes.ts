import { fields, str } from '../narrow.ts';
import type { Call } from './call.ts';

/** `grant_status`: 1 granted, 2 not. Needs no scope itself. Source: application-v6 scope/list. */
export async function scopesOf(call: Call): Promise<Map<string, boolean>> {
  const { data } = await call({
    api: 'application.scope.list',
    repeat: 'read',
    send: (client, options) => client.application.v6.scope.list({}, options),
  });
  const granted = new Map<string, boolean>();
  for (const one of Array.isArray(data.scopes) ? data.scopes : []) {
    const name = str(fields(one)?.scope_name);
    if (name) granted.set(name, fields(one)?.grant_status === 1);
  }
  return granted;
}
