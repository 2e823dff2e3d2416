import { type Effect, type Memory, NOTHING, recall, remember } from '../conversation/memory.ts';
import { narrowMemory } from '../conversation/narrow.ts';
import type { Millis } from '../domain/time.ts';
import type { Ask } from '../meeting/ask.ts';
import { changedFields } from '../meeting/changed-fields.ts';
import type { AuditEntry } from '../meeting/ports.ts';
import type { Deps } from './deps.ts';
import { isLate } from './late.ts';

type Whose = Pick<Ask, 'id' | 'from' | 'place' | 'at'>;

/** What was just done or offered to this person here. */
export async function recalled({ from, place, at }: Whose, deps: Pick<Deps, 'conversations'>): Promise<Memory> {
  const row = await deps.conversations.get(place.chatId, from);
  return row === null ? NOTHING : recall(narrowMemory(row), at);
}

/** Kept after the answer has left: a run that is repeated finds what its first one found. What is offered late counts from now on. */
export async function keep(
  effects: Effect[] | undefined,
  ask: Whose,
  deps: Pick<Deps, 'conversations' | 'now' | 'store' | 'audit'>,
): Promise<void> {
  if (!effects || effects.length === 0) return;
  const { from, place } = ask;
  const at = isLate(ask, deps) ? deps.now() : ask.at;
  const memory = effects.reduce((sum, effect) => remember(sum, effect, at), await recalled(ask, deps));
  const entries = await entriesOf(effects, ask, at, deps);
  // At the same time, and so in one commit.
  await Promise.all([deps.conversations.put(place.chatId, from, memory, at), deps.audit.add(entries)]);
}

/** For the administrator: the names of what was changed, never the values. */
async function entriesOf(effects: Effect[], { id, from, place }: Whose, at: Millis, deps: Pick<Deps, 'store'>): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const [n, effect] of effects.entries()) {
    if (effect.did !== 'booked' && effect.did !== 'changed' && effect.did !== 'cancelled') continue;
    const meeting = await deps.store.get(effect.meetingId);
    entries.push({
      key: `${id}-${n}`,
      at,
      personId: from,
      chatId: place.chatId,
      did: effect.did,
      meetingId: effect.meetingId,
      meetingNo: meeting?.meetingNo ?? '',
      ownerId: meeting?.ownerId ?? '',
      fields: effect.did === 'changed' ? changedFields(effect.before) : [],
    });
  }
  return entries;
}
