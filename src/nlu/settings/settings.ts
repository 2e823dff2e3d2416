/** 默认30分钟, 时区东京, language English: what a person or a group wants from now on. */
import type { Remind, Settings, SettingsPatch } from '../../domain/settings.ts';
import type { People } from '../entities/person.ts';
import { phrase } from '../phrase.ts';
import { readAccess } from '../slots/access.ts';
import { readPassword } from '../slots/password.ts';
import { readRecording } from '../slots/recording.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';
import { readMinutes } from './minutes.ts';
import { readPlaceAndTongue } from './place-and-tongue.ts';
import { readPreset } from './preset.ts';

export interface SettingsSaid {
  scope: 'person' | 'chat';
  patch: SettingsPatch;
  unknown?: 'zone' | 'lang' | 'password';
}

const LONGEST = 120;
/** Without one of these nothing is said of what holds from now on. */
const WORDS = [
  'settings.noun',
  'settings.default',
  'settings.chat',
  'settings.meetings',
  'settings.zone',
  'settings.here',
  'settings.lang',
  'settings.tongue',
  'join.enter',
  'join.device',
];

const FOR_CHAT = 'settings.of* settings.whose* settings.chat';
const SHOW = phrase(
  `( settings.ask | settings.view | settings.whose | settings.chat | settings.default | settings.meeting | slot.of )* settings.noun ( settings.page | slot.it | slot.particle | slot.please | ${FOR_CHAT} )* CLOSE`,
);
const QUESTION = phrase('settings.of? settings.wh');
/** for all my meetings, meetings are …: said of every one. */
const EVERY = phrase('( settings.of | START ) settings.whose* settings.meetings');
/** What stands before a setting, or behind it, and is no word of it: 以后会议都|录制, record |all my meetings. */
const BESIDE = phrase(
  '( settings.chat slot.of? )? settings.default ( settings.default | settings.each )* | settings.of? settings.whose* settings.meetings',
);

const NOBODY: People = new Map();

const PASSWORD_OWNER = phrase('password.noun ( slot.is | slot.into | slot.be | COLON )* settings.own');
/** default access: company */
const ACCESS_LABELLED = phrase(
  'access.label ( slot.is | slot.into | slot.be | COLON )* who=( access.chat | access.company | access.anyone )',
);
const ACCESS_OF: Readonly<Record<string, Settings['access']>> = {
  'access.chat': 'chat',
  'access.company': 'company',
  'access.anyone': 'anyone',
};

/**
 * What a message sets, or null when it is about something else.
 * @param message nothing of it is understood yet but whom it is said to, and a reminder
 * @param from where it begins, behind a greeting
 * @param remind the reminder that it speaks of
 */
export function readSettings(message: Utterance, from: number, remind?: Remind): SettingsSaid | null {
  if (message.text.length - from > LONGEST || !message.has(...WORDS)) return null;
  const beside = BESIDE.all(message).map(({ from, to }): Claim => ({ from, to, kind: 'filler' }));
  const access = readUsualAccess(message.with(beside));
  const scope = message.with(access.claims).has('settings.chat') ? 'chat' : 'person';
  if (SHOW.at(message, from)) return { scope, patch: {} };
  if (QUESTION.at(message, from)) return null;

  const { zone, lang, unknown, named, claims, more } = readPlaceAndTongue(message, from);
  const patch: SettingsPatch = { ...(zone ? { zone } : {}), ...(lang ? { lang } : {}) };
  const found = (unread: SettingsSaid['unknown'] = unknown): SettingsSaid => ({ scope, patch, ...(unread ? { unknown: unread } : {}) });
  if (!more && (zone || lang || unknown)) return found();

  const rest = message.with(claims);
  const byDefault = named || message.has('settings.default') || EVERY.find(message, from) !== null;
  const join = readPreset(rest);
  if (join && (byDefault || rest.has('join.enter'))) patch.join = join;
  // What is said of a group's meetings is said of all of them.
  if (remind !== undefined && (byDefault || scope === 'chat')) patch.remind = remind;
  if (!byDefault && patch.remind === undefined) return patch.join ? found() : null;

  const minutes = readMinutes(rest, from);
  if (minutes !== null) patch.minutes = minutes;
  const bare = rest.with(beside);
  const password = PASSWORD_OWNER.find(rest) ? 'owner' : readUsualPassword(bare);
  // No password is the same for all meetings.
  if (password === 'digits') return found('password');
  if (password) patch.password = password;
  const record = readRecording(bare).found;
  if (record) patch.record = record.value;
  if (access.found && !join) patch.access = access.found;
  return Object.keys(patch).length > 0 || unknown ? found() : null;
}

function readUsualPassword(said: Utterance): Settings['password'] | 'digits' | null {
  const value = readPassword(said).found?.value;
  if (value === undefined) return null;
  if (value === null) return 'none';
  if (value !== 'any') return 'digits';
  return said.has('password.random') ? 'random' : 'owner';
}

function readUsualAccess(said: Utterance): Reading<Settings['access'] | null> {
  const labelled = ACCESS_LABELLED.find(said);
  const who = labelled?.parts['who']?.hit;
  if (labelled && who) return { found: ACCESS_OF[who.role] ?? null, claims: [{ from: labelled.from, to: labelled.to, kind: 'slot' }] };
  const { found, claims } = readAccess(said, NOBODY);
  const join = found.join?.who;
  return { found: join === 'chat' || join === 'company' || join === 'anyone' ? join : null, claims };
}
