/** A meeting at another time: to one, by a length, or somewhen. */
import type { Candidate, Scene } from '../candidate.ts';
import { readShift } from './move-by.ts';
import { readFrame } from './move-frame.ts';
import { readVague } from './move-somewhen.ts';
import { readTarget } from './move-to.ts';

export function readMove(whole: Scene): readonly Candidate[] {
  const scene = { ...whole, starts: [...whole.starts, ...whole.behind] };
  const found = readShift(scene) ?? readTarget(scene) ?? readFrame(scene);
  if (found) return [found];
  if (scene.slots.label?.changing) return [];
  const vague = readVague(scene);
  return vague ? [vague] : [];
}
