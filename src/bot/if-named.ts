import type { Meant } from '../conversation/interpret.ts';
import type { Understood } from '../domain/intent.ts';
import type { Ask } from '../meeting/ask.ts';
import { findMeeting } from '../meeting/find.ts';
import { calledThat } from './called-that.ts';
import type { Deps } from './deps.ts';

/** What was in doubt only for its name is certain where meetings have that name; of several, one is picked. */
export async function ifNamed(meant: Meant, heard: Understood, ask: Ask, deps: Deps): Promise<Meant> {
  if (!heard.ifNamed) return meant;
  const intents = meant.means === 'ask' ? meant.intents : meant.means === 'nothing' ? [meant.intent] : [];
  const [intent, ...others] = intents;
  if (!intent || others.length > 0 || !('which' in intent) || intent.which.by !== 'topic') return meant;
  if (intent.want === 'deeds') {
    const known = await calledThat(intent.which.topic, ask, deps);
    return known.length > 0 ? { means: 'do', intents: [intent] } : { means: 'nothing', intent: { want: 'help', because: 'unknown' } };
  }
  const found = await findMeeting(intent.which, ask, true, deps);
  // That its booking is in doubt is worth an answer, too.
  if (!('problem' in found) || found.problem.key === 'booked_unknown') return { means: 'do', intents: [intent] };
  return meant.means === 'ask' ? meant : { means: 'nothing', intent: { want: 'help', because: 'unknown' } };
}
