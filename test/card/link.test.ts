import { describe, expect, it } from 'vitest';
import { joinLink } from '../../src/card/link.ts';
import { APP_LINK } from './views.ts';

const url = 'https://vc.feishu.cn/j/337736498';
const muted = { preview: false, mic: false, speaker: true, camera: false };
const base = 'https://applink.feishu.cn/client/videochat/open?source=openplatform&action=join&idtype=reservationid';

describe('a join link', () => {
  it.each([
    ['muted', muted, '&preview=0&mic=0&speaker=1&camera=0'],
    ['with everything on', { preview: false, mic: true, speaker: true, camera: true }, '&preview=0&mic=1&speaker=1&camera=1'],
    ['after a look at the devices', { ...muted, preview: true }, '&preview=1&mic=0&speaker=1&camera=0'],
  ])('joins %s', (_, preset, tail) => {
    expect(joinLink({ appLink: APP_LINK, url, reserveId: '69111' }, preset)).toBe(`${base}&id=69111${tail}`);
  });

  it.each([
    ['an id that needs escaping', APP_LINK, 'a&b c', `${base}&id=a%26b%20c&preview=0&mic=0&speaker=1&camera=0`],
    ['braces that came escaped', 'https://a.cn/o?id=%7B?%7D&mic=%7b%3F%7d', '1', 'https://a.cn/o?id=1&mic=0'],
    ['a blank that nobody knows', 'https://a.cn/o?new={?}&mic={?}&x=1', '1', 'https://a.cn/o?mic=0&x=1'],
    ['only a blank that nobody knows', 'https://a.cn/o?new={?}', '1', 'https://a.cn/o'],
    ['an id that is there already', 'https://a.cn/o?id=5&mic={?}', '1', 'https://a.cn/o?id=5&mic=0'],
    ['no app_link', '', '1', url],
    ['a blank outside the parameters', 'https://a.cn/{?}/o?mic={?}', '1', url],
    ['an address of another kind', 'javascript:alert(1)', '1', url],
  ])('copes with %s', (_, appLink, reserveId, link) => {
    expect(joinLink({ appLink, url, reserveId }, muted)).toBe(link);
  });

  it.each(['', 'https://vc.feishu.cn/j/{?}', 'javascript:alert(1)'])('is none rather than a broken one (url %j)', (bad) => {
    expect(joinLink({ appLink: '', url: bad, reserveId: '1' }, muted)).toBe('');
  });
});
