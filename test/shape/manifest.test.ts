import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toIncoming } from '../../src/feishu/inbound/events.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'app.manifest.json'), 'utf8')) as {
  scopes: { tenant: string[]; user: string[] };
  events: { items: { tenant: string[]; user: string[] } };
  callbacks: { items: string[] };
};

/** What each scope is for: the call in `src/feishu` that is refused without it, or what an event would no longer hold. */
const NEEDED_FOR: Record<string, [file: string, evidence: RegExp]> = {
  'im:message:send_as_bot': ['api/messages.ts', /im\.v1\.message\.(reply|create|patch)/],
  'im:message.p2p_msg:readonly': ['inbound/events.ts', /'im\.message\.receive_v1'/],
  'im:message.group_at_msg:readonly': ['inbound/events.ts', /'im\.message\.receive_v1'/],
  'im:chat:read': ['api/directory.ts', /im\.v1\.chat\.(get|list)/],
  'im:chat.members:read': ['api/directory.ts', /im\.v1\.chatMembers\.get/],
  'im:chat.members:bot_access': ['inbound/events.ts', /'im\.chat\.member\.bot\.added_v1'/],
  'im:user_agent:read': ['inbound/events.ts', /user_agent/],
  'vc:reserve': ['api/reserves.ts', /vc\.v1\.reserve\.(apply|update|delete)/],
  'vc:reserve:readonly': ['api/reserves.ts', /vc\.v1\.reserve\.(get|getActiveMeeting)/],
};

describe('app.manifest.json', () => {
  it('has the shape that the console and the SDK import', () => {
    expect(manifest).toEqual({
      bot: { enable: true },
      scopes: { tenant: expect.any(Array), user: [] },
      events: { items: { tenant: expect.any(Array), user: [] } },
      callbacks: { items: ['card.action.trigger'] },
    });
  });

  it('asks for the scopes that the code needs, and for no other', () => {
    expect([...manifest.scopes.tenant].sort()).toEqual(Object.keys(NEEDED_FOR).sort());
  });

  it.each(Object.entries(NEEDED_FOR))('needs %s', (_, [file, evidence]) => {
    expect(readFileSync(join(ROOT, 'src/feishu', file), 'utf8')).toMatch(evidence);
  });

  it('subscribes to exactly the events that the bot makes something of', () => {
    const folder = join(ROOT, 'test/fixtures/events');
    const made = new Set<string>();
    for (const name of readdirSync(folder)) {
      const event = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { header?: { event_type?: string; create_time?: string } };
      const type = event.header?.event_type;
      const now = Number((event.header?.create_time ?? '0').slice(0, 13));
      if (type && toIncoming(event, { botOpenId: null, now })) made.add(type);
    }
    expect([...made].sort()).toEqual([...manifest.events.items.tenant, ...manifest.callbacks.items].sort());
  });
});
