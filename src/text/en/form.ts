import { type In, range } from '../language.ts';
import type { form as zh } from '../zh/form.ts';
import { writing } from './writing.ts';

export const form: In<typeof zh> = {
  form_book: 'New meeting',
  form_change: 'Change meeting',
  field_topic: 'Topic',
  field_start: (a) => `Start (${a.zone})`,
  field_minutes: 'Length',
  field_hosts: 'Hosts',
  field_password: 'Password',
  field_record: 'Record automatically',
  field_access: 'Who can join',
  hint_topic: 'For example: Design review',
  hint_start: 'Pick a date and time',
  hint_minutes: 'Pick a length',
  hint_hosts: 'Optional, up to 10',
  hint_password: '4–9 digits; empty for your default',
  hint_password_change: '4–9 digits; empty for none',
  hint_access: 'Pick who can join',
  access_people: 'The people named (unchanged)',
  form_was: (a) => `Was ${range(writing, a.start, a.end)}`,
  form_look: (a) =>
    a.count === 1 ? '1 field needs another look; see the red note.' : `${a.count} fields need another look; see the red notes.`,
  form_not_booked: (a) => `Not booked: ${a.why.join(' ')}`,
  form_not_changed: (a) => `Not changed: ${a.why.join(' ')}`,
  form_past: 'That time has passed. Please pick a later one.',
  book: 'Book',
  save: 'Save',
  reset: 'Reset',
  form_closed: 'Closed; nothing was done.',
};
