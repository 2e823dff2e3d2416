import { at, type In } from '../language.ts';
import type { reminder as zh } from '../zh/reminder.ts';
import { minutes } from './grammar.ts';
import { writing } from './writing.ts';

export const reminder: In<typeof zh> = {
  reminder_before: (a) => `Starts at ${a.at.clock}`,
  reminder_before_on: (a) => `Starts ${at(writing, a.at)}`,
  reminder_start: (a) => `Starts at ${a.at.clock}. You can join now`,
  summary_reminder: (a) => `Reminder: ${a.topic} · ${a.says}`,
  snooze: 'Remind me later',
  snoozed: (a) => `OK, I'll remind you again in ${minutes(a.minutes)}`,
  snooze_over: 'This meeting is about to end, so there is nothing to remind you of.',
  now_remind: (a) => `reminder ${minutes(a.minutes)} before`,
  now_remind_start: 'reminder only at the start',
  now_remind_off: 'no reminder',
  set_remind: (a) => `reminders ${minutes(a.minutes)} before`,
  set_remind_start: 'reminders only at the start',
  set_remind_off: 'no reminders',
  remind_for: (a) => `${a.topic || 'Meeting'}, ${a.at.day} ${a.at.clock}`,
  remind_always: 'Always from now on',
  field_remind: 'Reminder',
  remind_ahead: (a) => `${minutes(a.minutes)} before`,
  remind_start: 'Only at the start',
  remind_off: 'None',
};
