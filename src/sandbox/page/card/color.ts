import type { CardConfig } from './model.ts';

const HUES: ReadonlySet<string> = new Set([
  'blue',
  'wathet',
  'turquoise',
  'green',
  'lime',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'sunflower',
]);

/** How much of the hue each step of Feishu's scale holds: below 500 mixed into the ground, above it into the deep end. */
const LIGHTER: Readonly<Record<number, number>> = { 50: 7, 100: 14, 200: 27, 300: 45, 350: 58, 400: 76, 500: 100 };
const DEEPER: Readonly<Record<number, number>> = { 600: 84, 700: 68, 800: 54, 900: 40 };

function step(hue: string, level: number): string {
  if (level in DEEPER) return `color-mix(in srgb, var(--hue-${hue}) ${DEEPER[level]}%, var(--mix-deep))`;
  const share = LIGHTER[level] ?? 100;
  return share === 100 ? `var(--hue-${hue})` : `color-mix(in srgb, var(--hue-${hue}) ${share}%, var(--mix-ground))`;
}

/** A colour as cards name it (`red`, `red-50`, `grey`, `rgba(…)`, a name from `config.style.color`) as CSS; null when unknown. */
export function colour(name: string | undefined, config?: CardConfig | null): string | null {
  if (typeof name !== 'string' || name === '' || name === 'default') return null;
  const own = config?.style?.color?.[name];
  if (own) return `light-dark(${plainColour(own.light_mode) ?? 'inherit'}, ${plainColour(own.dark_mode) ?? 'inherit'})`;
  if (name === 'white') return '#fff';
  if (name === 'bg-white') return 'var(--bg-card)';
  if (name === 'neutral') return 'var(--hue-grey)';
  const [hue = '', level] = name.split('-');
  if (hue === 'neutral') return step('grey', Number(level) || 500);
  if (HUES.has(hue)) return step(hue, Number(level) || 500);
  return plainColour(name);
}

/** Colours of text: the plain names are taken deep enough to be read. */
export function textColour(name: string | undefined, config?: CardConfig | null): string | null {
  if (name === undefined) return null;
  if (name === 'grey') return 'var(--text-2)';
  if (HUES.has(name)) return `var(--ink-${name})`;
  return colour(name, config);
}

const plainColour = (text: string | undefined): string | null => (typeof text === 'string' && CSS.supports('color', text) ? text : null);

/** The hue of a text tag, and what tells whether we know it. */
export const tagHue = (name: string | undefined): string => (name !== undefined && HUES.has(name) ? name : 'grey');
