/** Everything that can be said about a meeting besides its time, read into one place. */
import type { Slots } from '../../domain/intent.ts';
import { readMentions } from '../entities/person.ts';
import { type Quoted, readQuotes } from '../entities/quote.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';
import { readAccess } from './access.ts';
import { readAttendees } from './attendees.ts';
import { readConnect } from './connect.ts';
import { readHosts } from './hosts.ts';
import { type Labelled, readLabel, readOtherLabels } from './labels.ts';
import { readPassword } from './password.ts';
import { readRecording } from './recording.ts';
import { readRemind } from './remind.ts';

export interface SlotsSaid {
  /** Without the topic, which depends on what is wanted. */
  slots: Slots;
  /** A topic that was marked as one. */
  label: Labelled | undefined;
  /** The old name in "rename … to …". */
  old: Quoted | undefined;
  quote: Quoted | undefined;
  /** `sure`: something that exists is to become different (改成…); `likely`: 打开录制; `bare`: slots are said and nothing else is known. */
  changing: 'sure' | 'likely' | 'bare' | null;
}

export function readSlots(message: Utterance): Reading<SlotsSaid> {
  const claims: Claim[] = [];
  let said = message;
  const take = <T>(reading: Reading<T>): T => {
    claims.push(...reading.claims);
    said = said.with(reading.claims);
    return reading.found;
  };
  const people = take(readMentions(said));
  const quotes = take(readQuotes(said));
  const slots: Slots = {};
  const password = take(readPassword(said));
  if (password?.value === 'any') slots.anyPassword = true;
  else if (password) slots.password = password.value;
  const access = take(readAccess(said, people));
  if (access.join) slots.join = access.join;
  if (access.canHost) slots.canHost = access.canHost;
  if (access.canInvite) slots.canInvite = access.canInvite;
  const hosts = take(readHosts(said, people));
  if (hosts) slots.hosts = hosts.people;
  const connect = take(readConnect(said));
  if (connect) slots.connect = connect.value;
  const record = take(readRecording(said));
  if (record) slots.record = record.value;
  const remind = take(readRemind(said));
  if (remind) slots.remind = remind.value;
  const label = take(readLabel(said));
  take(readOtherLabels(said));
  const attendees = take(readAttendees(said, people, hosts?.people ?? []));
  const asked = access.people.length > 0 ? [...new Set([...attendees, ...access.people])] : attendees;
  if (asked.length > 0) slots.attendees = asked;
  if (slots.join?.who === 'people' && slots.join.people.length === 0) slots.join = { who: 'people', people: asked };

  const sure = access.changing || password?.changing || hosts?.changing === 'sure' || label?.changing;
  const likely = hosts?.changing === 'likely' || record?.changing || connect?.changing || remind?.changing;
  const any = password || hosts || record || connect || remind || access.join || access.canHost || access.canInvite;
  const changing = sure ? 'sure' : likely ? 'likely' : any ? 'bare' : null;
  return { found: { slots, label, old: label?.old, quote: quotes[0], changing }, claims };
}
