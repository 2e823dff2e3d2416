import type { Meeting } from '../domain/meeting.ts';
import type { Words } from './elements.ts';
import { clip } from './escape.ts';
import { same, words } from './words.ts';

/** Long enough to tell meetings apart, short enough for a title of four lines. */
const TITLE = 60;
const NAME = 30;

/** Its topic, or what it is. */
export function titleOf(meeting: Meeting, most = TITLE): Words {
  if (meeting.kind === 'call' && meeting.callee) {
    return words('call_with', { name: calleeOf(meeting.callee) });
  }
  const topic = clip(meeting.topic ?? '', most);
  return topic ? same(topic) : words('meeting');
}

/** By name, or else by number. */
export const calleeOf = ({ name, phone }: NonNullable<Meeting['callee']>): string => clip(name ?? '', NAME) || maskedPhone(phone);

/** The middle stays hidden: whole numbers set off leak detection (230028). */
export const maskedPhone = (phone: string): string =>
  phone.replace(/\d(?=\d{4})/g, (digit, at: number, all: string) => (all.slice(0, at).replace(/\D/g, '').length < 5 ? digit : '*'));
