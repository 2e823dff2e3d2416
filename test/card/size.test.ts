import { describe, expect, it } from 'vitest';
import { render } from '../../src/card/render.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { View } from '../../src/domain/view.ts';
import { checkCard } from '../../src/sandbox/open-api/card-check.ts';
import { bytes } from './read.ts';
import { active, draft, meeting, participant, START, settings } from './views.ts';

const id = (n: number): string => `ou_${String(n).padStart(32, '0')}`;
const long = ['<&*>'.repeat(125), '👩‍👩‍👧‍👦'.repeat(50), '重要会议'.repeat(125), `a${'\u0301'.repeat(499)}`];

const worst = (topic: string, change: Partial<Meeting> = {}): Meeting =>
  meeting({
    id: `m${'f'.repeat(40)}`,
    topic,
    password: '123456789',
    hostIds: Array.from({ length: 10 }, (_, n) => id(n)),
    refusedHostIds: Array.from({ length: 10 }, (_, n) => id(n + 10)),
    record: true,
    connect: true,
    rrule: 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,2,3,4,5,15,25,-1;UNTIL=20271231T155959Z',
    join: { who: 'people', people: Array.from({ length: 100 }, () => ({ name: topic })) },
    canHost: { who: 'people', people: [{ name: topic }] },
    canInvite: { who: 'people', people: [{ name: topic }] },
    liveLink: `https://meetings.feishu.cn/s/${'x'.repeat(60)}`,
    assumed: ['afternoon', 'date', 'next_day', 'next_year', 'length'],
    other: { start: START + 12 * 3_600_000, end: START + 13 * 3_600_000 },
    ...change,
  });

const now = START - 3_600_000;

describe.each(long)('with the worst that can be written: %#', (topic) => {
  const cases: [string, View][] = [
    ['meeting', { show: 'meeting', meeting: worst(topic), now }],
    ['live meeting', { show: 'meeting', meeting: worst(topic, { status: 'live' }), now: START }],
    ['cancelled meeting', { show: 'meeting', meeting: worst(topic, { status: 'cancelled', cancelledBy: id(1) }), now }],
    ['call', { show: 'meeting', meeting: worst(topic, { kind: 'call', callee: { phone: '+86-13800138000', name: topic } }), now }],
    [
      'list',
      {
        show: 'list',
        scope: 'mine',
        span: 'this_week',
        meetings: Array.from({ length: 5 }, (_, n) => worst(topic, { id: `m${n}`, status: 'live' })),
        page: 1,
        pages: 40,
        total: 199,
        now,
        hidePasswords: false,
      },
    ],
    [
      'who',
      {
        show: 'who',
        meeting: worst(topic),
        active: active({
          participants: Array.from({ length: 500 }, (_, n) => participant({ id: id(n), external: true, cohost: true, seconds: 4000 })),
          accumulated: 500,
          abilities: ['video', 'audio', 'share_screen', 'follow_screen', 'recording', 'pstn'],
        }),
        now,
      },
    ],
    [
      'form',
      {
        show: 'form',
        mode: 'change',
        meetingId: `m${'f'.repeat(40)}`,
        draft: draft({ topic, hosts: Array.from({ length: 50 }, (_, n) => id(n)), password: topic, minutes: '77', access: 'people' }),
        errors: Object.fromEntries(
          ['topic', 'start', 'minutes', 'hosts', 'password', 'record', 'access'].map((field) => [
            field,
            { key: 'people_unknown', args: { names: topic } },
          ]),
        ),
        zone: 'America/Argentina/Buenos_Aires',
        inGroup: true,
      },
    ],
    [
      'settings',
      {
        show: 'settings',
        scope: 'person',
        effective: { ...settings, zone: 'America/Argentina/Buenos_Aires' } satisfies Settings,
        own: settings,
        error: { key: 'not_found_topic', args: { topic } },
      },
    ],
    ['invitation', { show: 'invitation', meeting: worst(topic) }],
    [
      'share',
      {
        show: 'share',
        meeting: worst(topic),
        chats: Array.from({ length: 200 }, (_, n) => ({ chatId: `oc_${String(n).padStart(32, '0')}`, name: topic })),
      },
    ],
    ['help', { show: 'help', because: 'unknown', suggestion: topic, inGroup: true }],
    ['notice', { show: 'notice', say: { key: 'people_unknown', args: { names: topic } }, acts: [] }],
  ];

  it.each(cases)('%s is taken and stays under 20 KB', (_, view) => {
    const card = render(view, { langs: 'both' });
    expect(checkCard(card, { knows: () => false })).toBeNull();
    expect(bytes(card)).toBeLessThan(20_000);
  });
});
