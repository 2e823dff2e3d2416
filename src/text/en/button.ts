import { type In, range } from '../language.ts';
import type { button as zh } from '../zh/button.ts';
import { writing } from './writing.ts';

const short = (n: number): string => (n > 0 && n % 60 === 0 ? `${n / 60} h` : `${n} min`);

export const button: In<typeof zh> = {
  join: 'Join',
  join_av: 'Join with audio and video',
  join_muted: 'Join muted',
  join_tip: (a) =>
    `Microphone ${a.mic === 'on' ? 'on' : 'off'}, camera ${a.camera === 'on' ? 'on' : 'off'}; you can change this in Settings`,
  check_devices: 'Check devices first',
  start_call: 'Start the call',
  cancel: 'Cancel meeting',
  cancel_call: 'Cancel call',
  cancel_short: 'Cancel',
  cancel_sure: 'Yes, cancel',
  cancel_sure_call: 'Yes, cancel',
  keep: 'Keep it',
  undo: 'Undo booking',
  undo_call: 'Undo call',
  show: 'Show',
  change: 'Change',
  refresh: 'Refresh',
  who: "Who's in",
  invitation: 'Invitation text',
  share: 'Share to a group',
  extend: (a) => `+${short(a.minutes)}`,
  other_time: (a) => `Change to ${a.time}`,
  more: 'Details and more',
  new: 'New meeting',
  my_meetings: 'My meetings',
  chat_meetings: 'Meetings here',
  settings: 'Settings',
  help: 'Help',
  book_again: 'Book again',
  offer_yes: 'Book it',
  offer_yes_call: 'Call',
  offer_yes_cancel: 'Cancel it',
  offer_yes_change: 'Change it',
  offer_yes_double: 'Book another',
  offer_amend: 'Edit first',
  offer_no: 'No thanks',
  offer_at: (a) => range(writing, a.start, a.end),
  previous: 'Previous',
  next: 'Next',
  close: 'Close',
};
