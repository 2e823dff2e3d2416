import type { Audience } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import { each } from '../text/languages.ts';
import { sayRule } from '../text/recurrence.ts';
import type { Element, Words } from './elements.ts';
import { clip, escapeMarkdown } from './escape.ts';
import { fact, markdown, people } from './parts.ts';
import { zoneName } from './times.ts';
import { maskedPhone } from './title.ts';
import { same, weave, words } from './words.ts';

/** Names of those who are no mention; the rest is counted. */
const MOST_NAMES = 2;

/** Everything about it, a line each. */
export function facts(meeting: Meeting): Element[] {
  const rows: Element[] = [];
  const says = (name: Words, value: Words | Element | null): void => {
    if (value) rows.push(fact(name, isElement(value) ? value : markdown(value)));
  };
  says(words('label_owner'), people([meeting.ownerId]));
  if (meeting.kind === 'meeting') says(words('label_hosts'), people(meeting.hostIds.slice(0, 10)));
  const rule = meeting.rrule;
  says(words('label_repeats'), rule ? each((lang) => escapeMarkdown(sayRule(rule, lang) ?? rule)) : null);
  says(
    words('label_callee'),
    meeting.callee && same(escapeMarkdown(`${clip(meeting.callee.name ?? '', 30)} ${maskedPhone(meeting.callee.phone)}`.trim())),
  );
  if (meeting.kind === 'meeting') {
    says(words('label_record'), words(meeting.record ? 'record_on' : 'record_off'));
    says(words('label_join'), audience(meeting.join));
    says(words('label_can_host'), meeting.canHost && audience(meeting.canHost));
    says(words('label_can_invite'), meeting.canInvite && audience(meeting.canInvite));
    says(words('label_connect'), meeting.connect ? words('connect_on') : null);
  }
  says(words('label_zone'), zoneName(meeting.zone));
  says(words('label_link'), linkWords(meeting.url));
  says(words('label_live_link'), linkWords(meeting.liveLink ?? ''));
  return rows;
}

const isElement = (value: Words | Element): value is Element => 'tag' in value;

/** Only what is plainly an address: anything else could close the link early. */
const linkWords = (url: string): Words | null =>
  /^https?:\/\/[\w.~:/?#@!$&'*+,;=%-]+$/.test(url) ? same(`[${escapeMarkdown(url.replace(/^https?:\/\//, ''))}](${url})`) : null;

function audience(open: Audience): Words {
  if (open.who !== 'people') return words(`audience_${open.who}`);
  if (open.people.length === 0) return words('audience_hosts');
  const named = open.people.filter((person) => !person.openId).map((person) => escapeMarkdown(clip(person.name, 12)));
  const count = words('audience_people', { count: open.people.length });
  return named.length > 0 ? weave`${count} (${named.slice(0, MOST_NAMES).join(' · ')})` : count;
}
