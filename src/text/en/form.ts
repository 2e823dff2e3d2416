import type { In } from '../language.ts';
import type { form as zh } from '../zh/form.ts';

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
  hint_hosts: 'Up to 10, optional',
  hint_password: '4–9 digits, empty for default',
  hint_password_change: '4–9 digits, empty for none',
  hint_access: 'Pick who can join',
  access_people: 'The people named (unchanged)',
  form_look: 'Some fields need another look, see the red notes.',
  book: 'Book',
  save: 'Save',
  reset: 'Reset',
};
