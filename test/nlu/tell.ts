/** One line for what was understood, so that tables of cases can be read by eye. */
import type { Audience, Intent, PersonRef, Slots, Which } from '../../src/domain/intent.ts';

const names = (people: PersonRef[]): string => people.map((one) => one.name).join('+');

const audience = (who: Audience): string => (who.who === 'people' ? names(who.people) || 'nobody' : who.who);

function slotsTold(slots: Slots): string[] {
  const out: string[] = [];
  if (slots.topic !== undefined) out.push(`“${slots.topic}”`);
  if (slots.password !== undefined) out.push(slots.password === null ? 'no password' : `password ${slots.password}`);
  if (slots.anyPassword) out.push('some password');
  if (slots.hosts) out.push(`hosts ${names(slots.hosts)}`);
  if (slots.record !== undefined) out.push(slots.record ? 'record' : 'no record');
  if (slots.connect !== undefined) out.push(slots.connect ? 'connect' : 'no connect');
  if (slots.join) out.push(`join ${audience(slots.join)}`);
  if (slots.canHost) out.push(`host ${audience(slots.canHost)}`);
  if (slots.canInvite) out.push(`invite ${audience(slots.canInvite)}`);
  if (slots.attendees) out.push(`with ${names(slots.attendees)}`);
  return out;
}

function whichTold(which: Which): string {
  const during = 'during' in which && which.during ? ' (dated)' : '';
  if (which.by === 'meeting_no') return `#${which.meetingNo}`;
  return (which.by === 'topic' ? `“${which.topic}”` : 'this') + during;
}

/** `book “周会” · password 1234`, `move “周会” -15`, `cancel this`, … Times are told only where they decide what is wanted. */
export function tell(intent: Intent): string {
  switch (intent.want) {
    case 'book':
      return [intent.now ? 'book now' : 'book', ...slotsTold(intent.slots)].join(' · ').replace(/^(book(?: now)?) · “/, '$1 “');
    case 'list':
      return `list ${intent.scope} ${intent.span}`;
    case 'extend':
      return [`extend ${whichTold(intent.which)} +${intent.minutes}`, ...slotsTold(intent.slots ?? {})].join(' · ');
    case 'move': {
      const to =
        intent.shift !== null
          ? `${intent.shift > 0 ? '+' : ''}${intent.shift}`
          : intent.time.start || intent.time.end || intent.time.minutes
            ? 'to a time'
            : 'somewhen';
      return [`move ${whichTold(intent.which)} ${to}`, ...slotsTold(intent.slots ?? {})].join(' · ');
    }
    case 'change':
      return [`change ${whichTold(intent.which)}`, ...slotsTold(intent.slots)].join(' · ');
    case 'call':
      return `call ${intent.phone}${intent.name ? ` ${intent.name}` : ''}${intent.record ? ' recorded' : ''}`;
    case 'settings':
      return `settings ${intent.scope} ${JSON.stringify(intent.patch)}${intent.unknown ? ` but no such ${intent.unknown}` : ''}`;
    case 'help':
      return `help ${intent.because}${intent.suggestion ? ` ${intent.suggestion}?` : ''}`;
    case 'nothing':
      return `nothing ${intent.because}`;
    case 'admin':
      return `admin${intent.check ? ' check' : ''}${intent.of ? ` of ${intent.of.name}` : ''}${intent.about ? ` about ${intent.about}` : ''}`;
    case 'why':
    case 'undo':
    case 'agree':
    case 'decline':
      return intent.want;
    default:
      return `${intent.want} ${whichTold(intent.which)}`;
  }
}
