import { describe, expect, it } from 'vitest';
import { type Act, actValue, readAct, type Submit, submitName } from '../../src/domain/action.ts';
import type { PressAction } from '../../src/domain/event.ts';

const button = (more: Partial<PressAction>): PressAction => ({ tag: 'button', value: {}, ...more });

const ACTS: Act[] = [
  { act: 'refresh', id: 'm_1' },
  { act: 'cancel', id: 'm_1' },
  { act: 'undo', id: 'm_1' },
  { act: 'who', id: 'm_1' },
  { act: 'who', id: 'm_1', onto: 'shared' },
  { act: 'change', id: 'm_1' },
  { act: 'other_time', id: 'm_1' },
  { act: 'other_time', id: 'm_1', start: 1_795_244_400_000 },
  { act: 'invitation', id: 'm_1' },
  { act: 'share', id: 'm_1' },
  { act: 'extend', id: 'm_1', minutes: 30 },
  { act: 'list', scope: 'mine', span: 'this_week', page: 2 },
  { act: 'list', scope: 'chat', span: 'today', page: 0, turn: true },
  { act: 'help' },
  { act: 'new' },
  { act: 'settings' },
  { act: 'retry', id: 'om_1' },
];

const SUBMITS: [Submit, string][] = [
  [{ act: 'submit_book' }, 'book__'],
  [{ act: 'submit_book', chatId: 'oc_1' }, 'book__oc_1'],
  [{ act: 'submit_settings' }, 'settings__'],
  [{ act: 'submit_change', id: 'm_1' }, 'change__m_1'],
  [{ act: 'submit_share', id: 'm_1' }, 'share__m_1'],
];

describe('a press on a card', () => {
  it.each(ACTS)('comes back as it was drawn: %o', (act) => {
    expect(readAct(button({ value: actValue(act) }))).toEqual(act);
  });

  it.each(SUBMITS)('a form is known by its button’s name: %o', (act, name) => {
    expect(submitName(act)).toBe(name);
    expect(readAct(button({ name, form: { topic: 'x' } }))).toEqual(act);
  });

  it.each(ACTS)('a menu’s entry says the same: %o', (act) => {
    expect(readAct({ tag: 'overflow', value: {}, option: JSON.stringify(act) })).toEqual(act);
  });

  it.each<[string, PressAction]>([
    ['nothing at all', button({})],
    ['an unknown act', button({ value: { act: 'explode', id: 'm_1' } })],
    ['an act that is no word', button({ value: { act: { toString: 'cancel' }, id: 'm_1' } })],
    ['no id', button({ value: { act: 'cancel' } })],
    ['an id with a path in it', button({ value: { act: 'cancel', id: '../../x' } })],
    ['an id that is a number', button({ value: { act: 'cancel', id: 7 } })],
    ['an endless id', button({ value: { act: 'cancel', id: 'x'.repeat(65) } })],
    ['minutes that are none', button({ value: { act: 'extend', id: 'm_1', minutes: 'many' } })],
    ['negative minutes', button({ value: { act: 'extend', id: 'm_1', minutes: -30 } })],
    ['minutes beyond a day', button({ value: { act: 'extend', id: 'm_1', minutes: 1441 } })],
    ['a list of nobody', button({ value: { act: 'list', scope: 'all', span: 'today', page: 0 } })],
    ['a page that is none', button({ value: { act: 'list', scope: 'mine', span: 'today', page: 1.5 } })],
    ['a form without a name', button({ name: 'topic' })],
    ['a form of nothing', button({ name: 'change__' })],
    ['a booking form with an id', button({ name: 'book__m_1' })],
    ['a menu entry that is no JSON', { tag: 'overflow', value: {}, option: '{act' }],
    ['a menu entry that is a list', { tag: 'overflow', value: {}, option: '[1]' }],
    ['a picker alone', { tag: 'select_static', value: {}, option: 'x' }],
  ])('%s is no press', (_, action) => {
    expect(readAct(action)).toBeNull();
  });

  it('takes numbers that arrive as text', () => {
    expect(readAct(button({ value: { act: 'extend', id: 'm_1', minutes: '15' } }))).toEqual({
      act: 'extend',
      id: 'm_1',
      minutes: 15,
    });
  });
});
