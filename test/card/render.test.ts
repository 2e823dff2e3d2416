import { describe, expect, it } from 'vitest';
import { render } from '../../src/card/render.ts';
import { checkCard } from '../../src/sandbox/open-api/card-check.ts';
import { bytes, objects } from './read.ts';
import { KNOWN, views } from './views.ts';

const TARGETS = ['both', 'zh_cn', 'en_us'] as const;
const context = { knows: (id: string) => KNOWN.has(id) };

describe.each(Object.entries(views))('%s', (_, view) => {
  it.each(TARGETS)('is a card that the platform takes (%s)', (langs) => {
    const card = render(view, { langs });
    expect(checkCard(card, context)).toBeNull();
    expect(bytes(card)).toBeLessThan(20_000);
    expect(card.config).toMatchObject({ update_multi: true, enable_forward_interaction: false });
  });

  it('has every text in both languages', () => {
    for (const node of objects(render(view, { langs: 'both' }))) {
      if (typeof node.content !== 'string') continue;
      expect(Object.keys(node.i18n_content as object)).toEqual(['zh_cn', 'en_us']);
      for (const text of Object.values(node.i18n_content as object)) expect(text).not.toMatch(/^\s*$|undefined|NaN|\[object|\{\?\}|\$\{/);
    }
  });

  it.each(['zh_cn', 'en_us'] as const)('says in one language what it says in both (%s)', (lang) => {
    const one = [...objects(render(view, { langs: lang }))].map((node) => node.content);
    const both = [...objects(render(view, { langs: 'both' }))]
      .filter((node) => !('zh_cn' in node))
      .map((node) => (node.i18n_content as { [l: string]: string })?.[lang]);
    expect(one).toEqual(both);
    expect(JSON.stringify(render(view, { langs: lang }))).not.toContain('i18n_content');
  });

  it('is the same for the same view', () => {
    expect(render(view, { langs: 'both' })).toEqual(render(structuredClone(view), { langs: 'both' }));
  });
});
