import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONTROL_ROUTES } from '../../src/sandbox/control/routes.ts';
import { EVENT_SCOPES } from '../../src/sandbox/world/scopes.ts';

const readme = readFileSync(new URL('../../src/sandbox/README.md', import.meta.url), 'utf8');

describe('the README of the sandbox', () => {
  it.each(CONTROL_ROUTES.map((route) => `${route.method} ${route.path}`))('explains %s', (call) => {
    expect(readme).toContain(`| \`${call}\` |`);
  });

  it('promises no control that is not there', () => {
    const known = new Set(CONTROL_ROUTES.map((route) => `${route.method} ${route.path}`).concat('GET /_sandbox/stream'));
    const promised = [...readme.matchAll(/^\| `((?:GET|POST) \/_sandbox\/[^`]*)` \|/gm)].map((row) => row[1]);
    expect(promised.filter((call) => !known.has(call!))).toEqual([]);
  });

  it.each(Object.keys(EVENT_SCOPES))('names %s', (event) => {
    expect(readme).toContain(`\`${event}\``);
  });
});
