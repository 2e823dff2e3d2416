import * as z from 'zod/mini';
import { toInstant } from '../calendar/wall-clock.ts';
import { isZone } from '../calendar/zones.ts';
import type { Audience, Slots } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Millis, Zone } from '../domain/time.ts';
import type { Draft, FormField } from '../domain/view.ts';
import { pickerTime } from './draft.ts';
import { isPassword, MAX_HOSTS, MAX_LENGTH, MINUTE, windowProblem } from './rules.ts';

/** A submitted booking or change form. Empty optional fields come absent or empty: treated alike. */
export interface FormRead {
  draft: Draft;
  errors: Partial<Record<FormField, Say>>;
  zone: Zone;
  startAt: Millis | null;
  endAt: Millis | null;
}

const str = z.pipe(
  z.transform((value) => (value === undefined || value === null ? '' : String(value))),
  z.string(),
);
const FORM = z.object({
  topic: str,
  start: str,
  minutes: str,
  hosts: z.pipe(
    z.transform((value) => (Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [])),
    z.array(z.string()),
  ),
  password: str,
  record: z.pipe(
    z.transform((value) => value === true || value === 'true'),
    z.boolean(),
  ),
  access: str,
});

/** `people:ou_1,ou_2` names them; plain `people` leaves them as they are. */
function accessOf(choice: string): Pick<Draft, 'access' | 'people'> {
  const [access, people] = choice.split(':') as [string, string?];
  if (access === 'people') return people ? { access, people: people.split(',').filter((id) => /^ou_[\w-]+$/.test(id)) } : { access };
  return { access: access === 'company' || access === 'chat' ? access : 'anyone' };
}

/** The picker's name says in which zone it was labelled. */
function pickerOf(form: unknown): { start?: unknown; zone: Zone | null } {
  for (const [name, start] of Object.entries((form ?? {}) as Record<string, unknown>)) {
    const [field, zone] = name.split('__') as [string, string?];
    if (field === 'start') return { start, zone: zone ? decoded(zone) : null };
  }
  return { zone: null };
}

function decoded(zone: string): Zone | null {
  try {
    const written = decodeURIComponent(zone.replaceAll('.', '%'));
    return isZone(written) ? written : null;
  } catch {
    return null;
  }
}

/** `2026-11-21 15:00 +0800` (a picker's value) or without the offset, then in `zone`. */
export function pickedTime(value: string, zone: Zone): Millis | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?: ?([+-])(\d\d):?(\d\d))?$/.exec(value.trim());
  if (!match) return null;
  const [y, mo, d, h, mi] = match.slice(1, 6).map(Number) as [number, number, number, number, number];
  if (!match[6]) return toInstant({ y, mo, d, h, mi }, zone);
  const offset = (match[6] === '-' ? -1 : 1) * (Number(match[7]) * 60 + Number(match[8]));
  return Date.UTC(y, mo - 1, d, h, mi) - offset * MINUTE;
}

/**
 * @param asked the presser's zone, for a form that does not say its own
 * @param was the length that the meeting has already, which may be more than anybody could pick
 */
export function readForm(form: unknown, asked: Zone, now: Millis, was: Millis = 0): FormRead {
  const picked = pickerOf(form);
  const zone = picked.zone ?? asked;
  const longest = Math.max(MAX_LENGTH, was);
  const parsed = FORM.safeParse({ ...(form ?? {}), ...('start' in picked ? { start: picked.start } : {}) });
  const fields = parsed.success ? parsed.data : FORM.parse({});
  const errors: FormRead['errors'] = {};
  const startAt = pickedTime(picked.zone ? fields.start.replace(/ ?[+-]\d\d:?\d\d$/, '') : fields.start, zone);
  const minutes = /^\d{1,5}$/.test(fields.minutes.trim()) ? Number(fields.minutes) : null;
  if (startAt === null) errors.start = { key: 'form_start_missing' };
  if (minutes === null || minutes < 1) errors.minutes = { key: 'form_minutes_bad' };
  else if (minutes * MINUTE > longest) errors.minutes = { key: 'too_long' };
  const endAt = startAt !== null && minutes !== null ? startAt + minutes * MINUTE : null;
  if (startAt !== null && endAt !== null && !errors.minutes) {
    const late = windowProblem({ startAt, endAt, zone }, now, longest);
    if (late) errors.start = late;
  }
  if (fields.password.trim() !== '' && !isPassword(fields.password.trim())) errors.password = { key: 'password_bad' };
  if (fields.hosts.length > MAX_HOSTS) errors.hosts = { key: 'too_many_hosts', args: { max: MAX_HOSTS } };
  const draft: Draft = {
    topic: fields.topic,
    start: startAt === null ? fields.start : pickerTime(startAt, zone),
    minutes: fields.minutes,
    hosts: fields.hosts,
    password: fields.password,
    record: fields.record,
    ...accessOf(fields.access),
  };
  return { draft, errors, zone, startAt, endAt };
}

/** Nothing wrong in it: it has a start and an end. */
export const isComplete = (form: FormRead): form is FormRead & { startAt: Millis; endAt: Millis } =>
  Object.keys(form.errors).length === 0 && form.startAt !== null && form.endAt !== null;

/** Filled-in form → slots; an empty password means "as the owner has it set" when booking, "none" when changing. */
export function slotsOf(draft: Draft, was: Meeting | null): Slots {
  const hosts = draft.hosts.map((openId) => ({ name: openId, openId }));
  const password = draft.password.trim();
  return {
    ...(draft.topic.trim() || was ? { topic: draft.topic.trim() } : {}),
    ...(password ? { password } : was?.password ? { password: null } : {}),
    ...(hosts.length > 0 || was ? { hosts } : {}),
    record: draft.record,
    join: draft.access === 'people' ? invited(draft, was) : { who: draft.access },
  };
}

function invited(draft: Draft, was: Meeting | null): Audience {
  if (draft.people) return { who: 'people', people: draft.people.map((openId) => ({ name: openId, openId })) };
  return was?.join.who === 'people' ? was.join : { who: 'people', people: [] };
}

/** The meeting as a form shows it. */
export const draftOfMeeting = (meeting: Meeting, zone: Zone): Draft => ({
  topic: meeting.topic ?? '',
  start: pickerTime(meeting.startAt, zone),
  minutes: String(Math.round((meeting.endAt - meeting.startAt) / MINUTE)),
  hosts: meeting.hostIds,
  password: meeting.password ?? '',
  record: meeting.record,
  access: meeting.join.who,
});
