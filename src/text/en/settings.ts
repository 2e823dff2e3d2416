import type { In } from '../language.ts';
import type { settings as zh } from '../zh/settings.ts';

export const settings: In<typeof zh> = {
  settings_person: 'My settings',
  settings_chat: "This group's settings",
  settings_person_note: 'For meetings you book. In a group, its own length, recording, password and access come first.',
  settings_chat_note:
    "For meetings booked in this group; anyone in it may change them. Language, time zone and how to join follow people's own settings first.",
  settings_own: 'Set',
  settings_default: 'Default',
  field_default_minutes: 'Usual length',
  field_lang: 'Language',
  field_zone: 'Time zone',
  field_join: 'When I press Join',
  field_password_policy: 'Meeting password',
  join_preset_muted: 'Join muted, camera off',
  join_preset_open: 'Join with audio and video',
  join_preset_preview: 'Check devices first',
  join_preset_own: 'Custom (unchanged)',
  choice_on: 'Yes',
  choice_off: 'No',
  password_owner: "Organizer's own setting",
  password_none: 'No password',
  password_random: 'Six random digits each time',
  settings_say: 'Or just say "default 30 minutes", "set timezone to Tokyo", "language Chinese"',
};
