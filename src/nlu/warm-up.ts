/** The first message of a process costs a hundred times what the next one costs: patterns are compiled when they are first tried. */
import { samples as en } from './locales/en/samples.ts';
import { samples as zh } from './locales/zh/samples.ts';
import { understand } from './understand.ts';
import type { Context } from './understanding.ts';

/** Each reads one everyday message and forgets it; in between, others may have their turn. */
export const warmUps: readonly ((ctx: Context) => void)[] = [...zh, ...en].map((text) => (ctx) => {
  understand({ text, mentions: [], botOpenId: null }, ctx);
});
