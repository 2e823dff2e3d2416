import type { Lang } from '../../domain/settings.ts';
import type { In } from '../language.ts';
import type { settings as zh } from '../zh/settings.ts';
import { and, minutes } from './grammar.ts';

const LANGUAGES: Record<Lang, string> = { zh_cn: 'Chinese', en_us: 'English' };

export const settings: In<typeof zh> = {
  settings_person: 'My settings',
  settings_chat: "This group's settings",
  settings_person_note: "For meetings you book. In a group, the group's own length, recording, password and access come first.",
  settings_chat_note:
    "For meetings booked in this group; anyone in it can change them. People's own language, time zone and way of joining come first.",
  settings_own: 'Set',
  zone_from_said: 'Set · you said so',
  zone_from_form: 'Set',
  zone_from_picker: 'Set · from your time picker',
  zone_from_card: 'Set · confirmed on a card',
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
  password_owner: "Organizer's own Feishu setting",
  password_none: 'No password',
  password_random: 'Six random digits each time',
  settings_say: 'Or just say "default 30 minutes", "set timezone to Tokyo", "language Chinese"',
  settings_done: (a) => `OK, from now on: ${and(a.what)}`,
  settings_done_chat: (a) => `OK, from now on in this group: ${and(a.what)}`,
  set_minutes: (a) => `${minutes(a.minutes)} by default`,
  set_lang: (a) => `I'll speak ${LANGUAGES[a.lang]} to you`,
  set_zone: (a) => `times in ${a.zone} time`,
  set_join_muted: 'join muted',
  set_join_open: 'join with audio and video',
  set_join_preview: 'check devices before joining',
  set_join_own: (a) => `join with microphone ${a.mic} and camera ${a.camera}`,
  set_record_on: 'record automatically',
  set_record_off: 'no automatic recording',
  set_password_owner: "passwords as in the organizer's Feishu settings",
  set_password_none: 'no password',
  set_password_random: 'six random digits as password',
  set_access_anyone: 'anyone can join',
  set_access_company: 'only our company can join',
  set_access_chat: 'only group members can join',
};
