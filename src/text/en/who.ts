import type { In } from '../language.ts';
import type { who as zh } from '../zh/who.ts';
import { lasting } from './grammar.ts';

export const who: In<typeof zh> = {
  who_title: "Who's in",
  who_not_started: 'The meeting has not started. Nobody is in yet.',
  who_calling: 'Ringing the other side.',
  who_ended: 'The meeting has ended.',
  who_now: (a) => (a.count === 1 ? '1 person is in the meeting' : `${a.count} people are in the meeting`),
  who_nobody: 'Nobody is in the meeting right now',
  who_since: (a) => `Since ${a.at.day}, ${a.at.clock}`,
  who_total: (a) => (a.count === 1 ? '1 person has joined so far' : `${a.count} people have joined so far`),
  who_host: 'Host',
  who_cohost: 'Co-host',
  who_external: 'External',
  who_status_calling: 'Calling',
  who_status_ringing: 'Ringing',
  who_status_left: 'Left',
  who_inside: (a) => (a.seconds < 60 ? 'In for less than a minute' : `In for ${lasting(a.seconds)}`),
  who_room: 'Meeting room',
  who_phone: 'Phone participant',
  who_device: 'Meeting device',
  who_guest: 'Guest',
  who_more: (a) => `${a.count} more not listed`,
  who_abilities: (a) => `In use: ${a.list}`,
  ability_video: 'video',
  ability_audio: 'audio',
  ability_share_screen: 'screen sharing',
  ability_follow_screen: 'MagicShare',
  ability_recording: 'recording',
  ability_pstn: 'phone',
  list_comma: ', ',
};
