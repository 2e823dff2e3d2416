/** 默认30分钟, 时区东京: what a person or a group wants from now on. */
import type { Candidate, Scene } from '../candidate.ts';
import { readSettings } from '../slots/settings.ts';
import { claim } from './clause.ts';

export function readSettingsIntent(scene: Scene): readonly Candidate[] {
  const { said, starts, slots, time } = scene;
  if (slots.label || slots.quote || time.reading.start?.grain === 'minute' || time.reading.rrule) return [];
  const from = starts[0] ?? 0;
  const found = readSettings(said.text.slice(from));
  if (!found) return [];
  const claims = [claim('command', { from, to: said.text.length }, 'settings')];
  const bare = said.without((one) => one.kind === 'slot').with(claims);
  return [
    {
      kind: 'settings',
      strength: 'sure',
      claims,
      because: 'what holds from now on',
      build: () => ({ intent: { want: 'settings', ...found }, time: time.reading, said: bare }),
    },
  ];
}
