/** 默认30分钟, 时区东京: what a person or a group wants from now on. */
import type { Candidate, Scene } from '../candidate.ts';
import { readInvite } from '../slots/invite.ts';
import { readSettings, type SettingsSaid } from '../slots/settings.ts';
import { claim } from './clause.ts';

/** 以后提前20分钟提醒: the minutes are the reminder's. */
function withoutReminder({ said, slots }: Scene, from: number): string {
  if (slots.slots.remind === undefined) return said.text.slice(from);
  const ofReminder = said.claims.filter(
    (one) =>
      one.kind === 'slot' &&
      said
        .hits('remind.verb')
        .concat(said.hits('remind.noun'))
        .some((hit) => hit.from >= one.from && hit.to <= one.to),
  );
  return ofReminder.reduce((text, { from: a, to: b }) => text.slice(0, a) + ' '.repeat(b - a) + text.slice(b), said.text).slice(from);
}

export function readSettingsIntent(scene: Scene): readonly Candidate[] {
  const { said, starts, slots, time } = scene;
  // 以后的周会都推迟半小时: what holds for one series is no setting.
  if (said.has('series.all') && said.has('move.shift', 'move.verb', 'cancel.verb')) return [];
  if (slots.label || slots.quote || time.reading.start?.grain === 'minute' || time.reading.rrule) return [];
  const from = starts[0] ?? 0;
  const invite = readInvite(
    said.without(({ kind }) => kind === 'slot' || kind === 'attendees'),
    starts,
  );
  const found: SettingsSaid | null = invite
    ? { scope: invite.ofChat ? 'chat' : 'person', patch: { invite: invite.invite } }
    : readSettings(withoutReminder(scene, from), slots.slots.remind, typeof slots.slots.password === 'string');
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
