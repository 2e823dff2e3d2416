import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Say, SayKey } from '../../src/domain/say.ts';
import { understand } from '../../src/nlu/understand.ts';
import { plain } from '../../src/text/ink.ts';
import { LANGS } from '../../src/text/languages.ts';
import { say } from '../../src/text/say.ts';
import { spokenLabel } from '../../src/text/spoken.ts';
import { SPOKEN } from '../../src/text/spoken-labels.ts';
import type { button } from '../../src/text/zh/button.ts';
import { zh } from '../../src/text/zh/zh.ts';
import { ROOT } from '../helpers/docs.ts';

const NOW = Date.UTC(2026, 10, 20, 2);
const HERE = { by: 'context' };

type Label = keyof typeof button | 'series_to_workday';

/** What a label means when it is written instead of pressed. */
const MEANS: Partial<Record<Label, object>> = {
  cancel: { want: 'cancel', which: HERE },
  cancel_short: { want: 'cancel', which: HERE },
  cancel_sure: { want: 'cancel', which: HERE },
  cancel_sure_call: { want: 'cancel', which: HERE },
  undo: { want: 'cancel', which: HERE },
  cancel_call: { want: 'cancel', which: HERE },
  undo_call: { want: 'cancel', which: HERE },
  join: { want: 'show', which: HERE },
  check_devices: { want: 'show', which: HERE },
  start_call: { want: 'show', which: HERE },
  more: { want: 'show', which: HERE },
  clash_change: { want: 'move', which: HERE },
  offer_yes_double: { want: 'book', another: true },
  show: { want: 'show', which: HERE },
  change: { want: 'change', which: HERE },
  refresh: { want: 'show', which: HERE },
  who: { want: 'who', which: HERE },
  invitation: { want: 'invitation', which: HERE },
  share: { want: 'share', which: HERE },
  extend: { want: 'extend', minutes: 30, which: HERE },
  other_time: { want: 'move', which: HERE },
  series_to_workday: { want: 'move', which: HERE },
  new: { want: 'book' },
  book_again: { want: 'book' },
  my_meetings: { want: 'list', scope: 'mine' },
  chat_meetings: { want: 'list', scope: 'chat' },
  settings: { want: 'settings', scope: 'person' },
  help: { want: 'help', because: 'asked' },
};

/** These answer what is open, or turn what was shown: alone they do nothing. */
const ANSWERS: Partial<Record<Label, object>> = {
  keep: { want: 'decline' },
  close: { want: 'decline' },
  offer_no: { want: 'decline' },
  offer_yes: { want: 'agree' },
  offer_yes_late: { want: 'agree' },
  previous: { want: 'list', turn: -1 },
  next: { want: 'list', turn: 1 },
};

const ARGS: Partial<Record<Label, (lang: 'zh_cn' | 'en_us') => object>> = {
  extend: () => ({ minutes: 30 }),
  series_to_workday: () => ({ at: { at: Date.UTC(2026, 11, 3, 2), zone: 'Asia/Shanghai' } }),
  other_time: (lang) => ({ time: lang === 'zh_cn' ? '03:00' : '3 AM' }),
};

const written = (key: SayKey, lang: 'zh_cn' | 'en_us'): string => say({ key, args: ARGS[key as Label]?.(lang) } as Say, lang, plain);

describe('a label that is written instead of pressed does the same', () => {
  it.each(LANGS.flatMap((lang) => Object.entries(MEANS).map(([key, means]) => [written(key as Label, lang), means] as const)))(
    '%s',
    (text, means) => {
      const read = understand({ text, mentions: [], botOpenId: null }, { now: NOW, zone: 'Asia/Shanghai' });
      expect(read.intent).toMatchObject(means);
      expect(read.act).toBe('do');
    },
  );

  it.each(LANGS.flatMap((lang) => Object.entries(ANSWERS).map(([key, means]) => [written(key as Label, lang), means] as const)))(
    'or answers: %s',
    (text, means) => {
      const read = understand({ text, mentions: [], botOpenId: null }, { now: NOW, zone: 'Asia/Shanghai' });
      expect(read.intent).toMatchObject(means);
      expect(read.act).toBe('none');
    },
  );
});

/** They hand in or put back what stands in the fields beside them, or belong to one row of an administrator's list. */
const BESIDE_FIELDS = ['close', 'reset', 'admin_replay'];

/** Each opens a way in of its own: written, they set how one joins, or show the card with all of them. */
const WAYS_IN = ['join_av', 'join_muted', 'join_tip'];

/** Keys of all labels that the code gives to buttons: to those of cards, and to those of a question, which are remembered with it. */
function labels(): { fixed: Set<string>; asked: Set<string> } {
  const [fixed, asked] = [new Set<string>(), new Set<string>()];
  const files = ['src/card', 'src/bot'].flatMap((dir) =>
    readdirSync(join(ROOT, dir), { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, dir, file)),
  );
  for (const file of files.filter((one) => one.endsWith('.ts'))) {
    const source = readFileSync(file, 'utf8');
    const keysIn = (text: string): string[] => [...text.matchAll(/'(\w+)'/g)].map(([, key]) => key!).filter((key) => key in zh.sentences);
    for (const [, first] of source.matchAll(/\b(?:act|link|form)Button\(\s*(words\([^)]*\))/g))
      for (const key of keysIn(first!)) fixed.add(key);
    for (const [, key] of source.matchAll(/\bdoes\('(\w+)'/g)) fixed.add(key!);
    for (const [, key] of source.matchAll(/\b(?:label|yes): \{ key: '(\w+)'/g)) asked.add(key!);
  }
  return { fixed, asked };
}

describe('every label', () => {
  const { fixed, asked } = labels();
  const understood = new Set<string>([...Object.keys(MEANS), ...Object.keys(ANSWERS), ...SPOKEN]);

  it('of a card is understood when it is written', () => {
    expect(fixed.size).toBeGreaterThan(35);
    expect([...fixed].filter((key) => !understood.has(key) && !BESIDE_FIELDS.includes(key) && !WAYS_IN.includes(key))).toEqual([]);
  });

  it('of a question is remembered with it, so none is missed', () => {
    expect([...asked]).toEqual(expect.arrayContaining(['offer_no', 'zone_name', 'book_again']));
  });

  it.each(LANGS.flatMap((lang) => SPOKEN.map((key) => [written(key, lang), key] as const)))('%s is read as %s', (text, key) => {
    const same = SPOKEN.filter((one) => LANGS.some((lang) => written(one, lang) === text));
    expect(same).toContain(spokenLabel(`  ${text}。`));
    expect(same).toContain(key);
    expect(spokenLabel(`${text} x`)).toBeNull();
  });
});
