import * as z from 'zod/mini';
import { isZone } from '../calendar/zones.ts';
import type { Settings } from '../domain/settings.ts';
import type { SettingsStore } from './ports/memory.ts';
import { isRemind } from './reminders.ts';
import { isDefaultLength } from './rules.ts';

type Shapes = { [Key in keyof Settings]-?: z.ZodMiniType<Settings[Key]> };

const number = (holds: (value: number) => boolean) => z.number().check(z.refine(holds));

const SHAPES: Shapes = {
  minutes: number(isDefaultLength),
  lang: z.enum(['zh_cn', 'en_us']),
  zone: z.string().check(z.refine(isZone)),
  zoneFrom: z.enum(['said', 'form', 'picker', 'card']) as Shapes['zoneFrom'],
  join: z.object({ preview: z.boolean(), mic: z.boolean(), speaker: z.boolean(), camera: z.boolean() }),
  record: z.boolean(),
  password: z.enum(['owner', 'none', 'random']),
  access: z.enum(['anyone', 'company', 'chat']),
  remind: z.union([z.literal('off'), number(isRemind)]),
  invite: z.boolean(),
};

/** What of a stored row can be held; the rest is as if it had never been set, and can be set anew. */
function narrowSettings(row: unknown): Partial<Settings> {
  if (typeof row !== 'object' || row === null) return {};
  const found = Object.entries(SHAPES).flatMap(([key, shape]) => {
    const read = Object.hasOwn(row, key) ? shape.safeParse((row as Record<string, unknown>)[key]) : null;
    return read?.success ? [[key, read.data]] : [];
  });
  const { zoneFrom, ...rest } = Object.fromEntries(found) as Partial<Settings>;
  return rest.zone !== undefined && zoneFrom !== undefined ? { ...rest, zoneFrom } : rest;
}

/** A row that another version, a restored copy or a hand has written breaks nobody's message. */
export const narrowed = (store: SettingsStore): SettingsStore => ({
  get: async (ownerId) => narrowSettings(await store.get(ownerId)),
  patch: (ownerId, patch) => store.patch(ownerId, patch),
});
