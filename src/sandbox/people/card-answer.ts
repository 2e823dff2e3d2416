import type { PressResult } from '../control/shapes.ts';
import { isObject, type Json } from '../world/content.ts';
import { Refusal } from '../world/errors.ts';
import { replaceCard } from '../world/messages.ts';
import type { Platform } from '../world/platform.ts';
import type { Message, Person } from '../world/world.ts';

/** What the answer of a callback does to the card and to the person who pressed. */

const TOAST_TYPES: readonly string[] = ['info', 'success', 'error', 'warning'];

export function toastOf(answer: Json, someone: Person): PressResult['toast'] | undefined {
  const { toast } = answer;
  if (toast === undefined || toast === null) return null;
  if (!isObject(toast)) return undefined;
  const type = toast.type ?? 'info';
  const i18n = isObject(toast.i18n) ? toast.i18n : {};
  const content = i18n[someone.lang] ?? toast.content;
  return typeof type === 'string' && TOAST_TYPES.includes(type) && typeof content === 'string' ? { type, content } : undefined;
}

/** Puts the card of an answer in place; the code says why it could not be. */
export function takeCard(platform: Platform, message: Message, card: unknown): { code: number; replaced: boolean } {
  if (card === undefined || card === null) return { code: 0, replaced: false };
  if (!isObject(card)) return { code: 200672, replaced: false };
  if (card.type !== 'raw' || !isObject(card.data)) return { code: 200673, replaced: false };
  try {
    replaceCard(platform, message, card.data);
    return { code: 0, replaced: true };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    platform.log(`sandbox: the card of a callback was refused: ${error.message}`);
    return { code: error.message.includes('200830') ? 200830 : 200673, replaced: false };
  }
}

export function parseAnswer(body: string): Json | null {
  try {
    const answer: unknown = JSON.parse(body);
    return isObject(answer) ? answer : null;
  } catch {
    return null;
  }
}
