/** 入会静音, 打开摄像头, join with camera off: only what was said, the other switches stay as they are. */
import type { JoinPreset } from '../../domain/settings.ts';
import type { Hit } from '../lexicon/lexeme.ts';
import type { Utterance } from '../utterance.ts';

/** What may stand between a switch and its device; one switch may serve several: 打开摄像头和麦克风. */
const BEFORE = ['join.device', 'settings.whose', 'slot.and', 'settings.and', 'slot.of', 'slot.article'];
const BEHIND = ['slot.of', 'slot.be', 'settings.whose'];

export function readPreset(said: Utterance): Partial<JoinPreset> | null {
  const devices = outermost(said.freeHits('join.device'));
  const switches = outermost(said.freeHits('join.switch', 'join.with'));
  const preset: Partial<JoinPreset> = {};
  for (const key of ['mic', 'camera', 'speaker', 'preview'] as const)
    for (const device of devices.filter(({ worth }) => worth === key)) {
      const value = behindOf(said, device, switches, devices) ?? beforeOf(said, device, switches);
      if (value) preset[key] = value.worth as boolean;
    }
  if (preset.preview === undefined && said.has('join.check-first')) preset.preview = true;
  const muted = outermost(said.freeHits('join.muted'))[0];
  if (muted) preset.mic = muted.worth as boolean;
  return Object.keys(preset).length > 0 ? preset : null;
}

/** `camera off` says more than `with camera`; in 开麦克风关摄像头 the second switch is the next device's. */
function behindOf(said: Utterance, device: Hit, switches: readonly Hit[], devices: readonly Hit[]): Hit | undefined {
  const found = switches.find((one) => one.role === 'join.switch' && one.from >= device.to && only(said, device.to, one.from, BEHIND));
  if (!found) return undefined;
  const next = devices.find((one) => one.from >= found.to && only(said, found.to, one.from, BEFORE));
  const own = beforeOf(said, device, switches);
  return next && own?.role === 'join.switch' ? own : found;
}

const beforeOf = (said: Utterance, device: Hit, switches: readonly Hit[]): Hit | undefined =>
  switches.findLast((one) => one.to <= device.from && only(said, one.to, device.from, BEFORE));

/** Nothing but words of these roles stands between. */
function only(said: Utterance, from: number, to: number, roles: readonly string[]): boolean {
  let at = from;
  while (at < to) {
    const next = /[\s,，、]/.test(said.text[at]!) ? at + 1 : said.hitsAt(at).find(({ role }) => roles.includes(role))?.to;
    if (next === undefined) return false;
    at = next;
  }
  return at === to;
}

/** 不打开 is one word, not 打开. */
const outermost = (hits: readonly Hit[]): Hit[] =>
  hits.filter(
    (one) =>
      !hits.some((other) => other !== one && other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from),
  );
