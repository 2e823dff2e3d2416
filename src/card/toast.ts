import type { Toast } from '../domain/view.ts';
import { FIRST } from '../text/languages.ts';
import type { Words } from './elements.ts';
import { told } from './words.ts';

/** A toast as a callback's answer holds it. Source: cardkit-v1/card-callback-communication. */
export function toast({ type, say }: Toast): { type: Toast['type']; content: string; i18n: Words } {
  const words = told(say, 'plain');
  return { type, content: words[FIRST], i18n: words };
}
