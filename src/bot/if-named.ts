import type { Meant } from '../conversation/interpret.ts';
import type { Understood } from '../domain/intent.ts';
import type { Ask } from '../meeting/ask.ts';
import { findMeeting } from '../meeting/find.ts';
import type { Deps } from './deps.ts';

/** What was in doubt only for its name is certain where meetings have that name; of several, one is picked. */
export async function ifNamed(meant: Meant, heard: Understood, ask: Ask, deps: Deps): Promise<Meant> {
  if (meant.means !== 'ask' || !heard.ifNamed || meant.intents.length !== 1) return meant;
  const [intent] = meant.intents;
  if (!intent || !('which' in intent) || intent.which.by !== 'topic') return meant;
  const found = await findMeeting(intent.which, ask, true, deps);
  return 'problem' in found ? meant : { ...meant, means: 'do' };
}
