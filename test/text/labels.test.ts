import { describe, expect, it } from 'vitest';
import type { Say, SayKey } from '../../src/domain/say.ts';
import { understand } from '../../src/nlu/understand.ts';
import { plain } from '../../src/text/ink.ts';
import { LANGS } from '../../src/text/languages.ts';
import { say } from '../../src/text/say.ts';
import type { button } from '../../src/text/zh/button.ts';

const NOW = Date.UTC(2026, 10, 20, 2);
const HERE = { by: 'context' };

type Label = keyof typeof button;

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
