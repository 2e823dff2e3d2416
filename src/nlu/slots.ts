/** Everything that can be said about a meeting besides its time, read into one place. */
import type { Mention } from '../domain/event.ts';
import type { PersonRef, Slots } from '../domain/intent.ts';
import { readAccess } from './access.ts';
import { readAttendees, readHosts } from './hosts.ts';
import { claimOtherLabels, type Labelled, readLabel, readQuotes } from './labels.ts';
import { readPassword } from './password.ts';
import { readMentions } from './people.ts';
import type { Sheet } from './sheet.ts';
import { readConnect } from './slots/connect.ts';
import { readRecording } from './slots/recording.ts';

export interface SlotsSaid {
  /** Without the topic, which depends on what is wanted. */
  slots: Slots;
  /** A topic that was marked as one. */
  label: Labelled | undefined;
  /** The old name in "rename … to …". */
  old: { from: number; to: number } | undefined;
  quote: Labelled | undefined;
  /** `sure`: something that exists is to become different (改成…); `likely`: 打开录制; `bare`: slots are said and nothing else is known. */
  changing: 'sure' | 'likely' | 'bare' | null;
}

export function readSlots(sheet: Sheet, mentions: Mention[], botOpenId: string | null): SlotsSaid {
  const people: Map<number, PersonRef> = readMentions(sheet, mentions, botOpenId);
  const quotes = readQuotes(sheet);
  const slots: Slots = {};
  const password = readPassword(sheet);
  if (password?.value === 'any') slots.anyPassword = true;
  else if (password) slots.password = password.value;
  const access = readAccess(sheet, people);
  if (access.join) slots.join = access.join;
  if (access.canHost) slots.canHost = access.canHost;
  if (access.canInvite) slots.canInvite = access.canInvite;
  const hosts = readHosts(sheet, people);
  if (hosts) slots.hosts = hosts.people;
  const connect = sheet.take(readConnect(sheet.said));
  if (connect) slots.connect = connect.value;
  const record = sheet.take(readRecording(sheet.said));
  if (record) slots.record = record.value;
  const label = readLabel(sheet);
  claimOtherLabels(sheet);
  const attendees = readAttendees(sheet, people, hosts?.people ?? []);
  const asked = access.people.length > 0 ? [...new Set([...attendees, ...access.people])] : attendees;
  if (asked.length > 0) slots.attendees = asked;
  if (slots.join?.who === 'people' && slots.join.people.length === 0) slots.join = { who: 'people', people: asked };

  const sure = password?.changing || hosts?.changing === 'sure' || label?.changing;
  const likely = hosts?.changing === 'likely' || record?.changing || connect?.changing;
  const any = password || hosts || record || connect || access.join || access.canHost || access.canInvite;
  return {
    slots,
    label,
    old: label?.old,
    quote: quotes[0],
    changing: sure ? 'sure' : likely ? 'likely' : any ? 'bare' : null,
  };
}
