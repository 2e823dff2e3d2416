/** 默认30分钟, 时区东京: what a person or a group wants from now on. */
import type { Candidate, Scene } from '../candidate.ts';
import { readSettings, type SettingsSaid } from '../settings/settings.ts';
import { readInvite } from '../slots/invite.ts';
import type { Claim, Kind, Utterance } from '../utterance.ts';
import { claim } from './clause.ts';

const ASIDE: readonly Kind[] = ['bot', 'mention', 'filler'];

/** Nothing of it is understood yet but whom it is said to, and a reminder: in 以后提前20分钟提醒 the minutes are the reminder's. */
function unread({ said, slots }: Scene): Utterance {
  const words = slots.slots.remind === undefined ? [] : [...said.hits('remind.verb'), ...said.hits('remind.noun')];
  const ofReminder = ({ kind, from, to }: Claim): boolean => kind === 'slot' && words.some((hit) => hit.from >= from && hit.to <= to);
  return said.without((one) => !(ASIDE.includes(one.kind) || ofReminder(one)));
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
    : readSettings(unread(scene), from, slots.slots.remind);
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
