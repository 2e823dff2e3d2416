import type { Say } from '../domain/say.ts';
import type { Lang } from '../domain/settings.ts';
import type { View } from '../domain/view.ts';
import { message } from '../text/ink.ts';
import { say } from '../text/say.ts';
import { invitationFacts } from './invitation.ts';

/** What was done, as bare text, where the platform does not take the card; null: there is nothing that a text could say. */
export function plainly(view: View, lang: Lang): string | null {
  const line = (one: Say): string => say(one, lang, message);
  switch (view.show) {
    case 'meeting': {
      const { meeting } = view;
      // Without what people wrote: that may be what was refused.
      const told = line({ key: meeting.kind === 'call' ? 'booked_plainly_call' : 'booked_plainly' });
      return [told, ...(view.news ?? []).map(line), ...invitationFacts(meeting, lang)].join('\n');
    }
    case 'line':
    case 'notice':
      return [view.say, ...('also' in view ? (view.also ?? []) : [])].map(line).join('\n');
    default:
      return null;
  }
}
