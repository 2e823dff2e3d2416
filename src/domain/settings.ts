/** What people and groups may set. Types only. */
import type { Zone } from './time.ts';

/** Languages that people see, in Feishu's spelling. */
export type Lang = 'zh_cn' | 'en_us';

/** `app_link` switches: settings page before joining, microphone, speaker, camera. */
export interface JoinPreset {
  preview: boolean;
  mic: boolean;
  speaker: boolean;
  camera: boolean;
}

/** Minutes before the start at which people are reminded, and once more at the start (0: only then). `off`: neither. */
export type Remind = number | 'off';

/** Said in a message, chosen in the settings, told by a picker of theirs, or confirmed on a card. */
export type ZoneFrom = 'said' | 'form' | 'picker' | 'card';

/** What a person or a group may set; each has a default from the environment. */
export interface Settings {
  minutes: number;
  lang: Lang;
  zone: Zone;
  /** Where a person's own zone came from; without it, it was set before anybody noted that. */
  zoneFrom?: ZoneFrom;
  join: JoinPreset;
  record: boolean;
  /** `owner`: the owner's own Feishu setting decides; `none`: never; `random`: six digits of ours. */
  password: 'owner' | 'none' | 'random';
  access: 'anyone' | 'company' | 'chat';
  remind: Remind;
  /** People who are to come and are not in the chat get the meeting in their direct chat. */
  invite: boolean;
}

/** What somebody wants set; of how one joins, only the switches that were said. */
export type SettingsPatch = Partial<Omit<Settings, 'join'>> & { join?: Partial<JoinPreset> };
