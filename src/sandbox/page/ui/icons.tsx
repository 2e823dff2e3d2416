import { h, type VNode } from 'preact';
import { COLOURS, DISCS, SHAPES, type Shape, TOKENS } from './icon-shapes.ts';

export type IconName = keyof typeof SHAPES;
export type DiscName = keyof typeof DISCS;

interface Drawn {
  shapes: readonly Shape[];
  size: number;
  disc?: boolean;
  tint?: string | null | undefined;
}

function Svg({ shapes, size, disc, tint }: Drawn) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      class={disc ? 'icon icon-disc' : 'icon'}
      style={tint ? { color: tint } : undefined}
      aria-hidden="true"
      focusable="false"
    >
      {shapes.map((shape) => (typeof shape === 'string' ? <path key={shape} d={shape} /> : h(shape[0], shape[1])))}
    </svg>
  );
}

export const Icon = ({ name, size = 20 }: { name: IconName; size?: number }) => <Svg shapes={SHAPES[name]} size={size} />;
export const Disc = ({ name, size = 16 }: { name: DiscName; size?: number }) => <Svg shapes={DISCS[name]} size={size} disc />;

const isIcon = (name: string): name is IconName => Object.hasOwn(SHAPES, name);
const isDisc = (name: string): name is DiscName => Object.hasOwn(DISCS, name);

/** A `standard_icon` token as the cards name it (`video_outlined`); null when we have no drawing of it. */
export function tokenIcon(token: string | undefined, size = 16, tint?: string | null): VNode | null {
  const match = /^(.+)_(outlined|filled|colorful)$/.exec(token ?? '');
  const base = match?.[1] ?? token ?? '';
  const style = match?.[2] ?? 'outlined';
  const own = style === 'colorful' ? COLOURS[base] : null;
  if (style !== 'outlined' && isDisc(base)) return <Svg shapes={DISCS[base]} size={size} disc tint={tint ?? own} />;
  const name = isIcon(base) ? base : Object.hasOwn(TOKENS, base) ? (TOKENS[base] ?? '') : '';
  if (!isIcon(name)) return null;
  return <Svg shapes={SHAPES[name]} size={size} tint={tint ?? (style === 'colorful' ? COLOURS[name] : null)} />;
}
