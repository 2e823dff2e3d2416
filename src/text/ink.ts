import type { SayArg } from '../domain/say.ts';
import type { Lang } from '../domain/settings.ts';
import { LANGUAGES } from './languages.ts';
import { plainTime } from './moment.ts';
import type { When } from './when.ts';

/** How the parts of a sentence that are not ours are written in one place. */
export interface Ink {
  /** People's own text. */
  text(text: string): string;
  time(time: Extract<SayArg, { at: number }>, lang: Lang): When;
  user(openId: string, lang: Lang): string;
}

/** Open ids are handed out by the platform; anything else in a mention would break or widen it. */
export const isOpenId = (id: string): boolean => /^ou_[A-Za-z0-9_-]{1,64}$/.test(id);

const someone = (lang: Lang): string => LANGUAGES[lang].sentences.someone as string;

/** For toasts, titles and buttons, where nothing is marked up. */
export const plain: Ink = {
  text: (text) => text,
  time: plainTime,
  user: (_, lang) => someone(lang),
};

/** For text messages, where `<at>` and `[text](url)` would come alive. Source: im-v1 message content. */
export const message: Ink = {
  text: (text) => text.replaceAll('<', '＜').replaceAll('>', '＞').replaceAll('](', '］('),
  time: plainTime,
  user: (openId, lang) => (isOpenId(openId) ? `<at user_id="${openId}"></at>` : someone(lang)),
};
