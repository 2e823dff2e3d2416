import type { In } from '../language.ts';
import type { invitation as zh } from '../zh/invitation.ts';

export const invitation: In<typeof zh> = {
  invitation_title: 'Meeting invitation',
  invitation_title_call: 'Call details',
  invitation_hint: 'Copy the whole block and paste it anywhere.',
  invitation_other: '中文版 / Chinese',
  invitation_lead: 'You are invited to a Feishu video meeting',
  invitation_lead_call: 'Feishu one-to-one call',
  invitation_topic: (a) => `Topic: ${a.topic}`,
  invitation_callee: (a) => `With: ${a.name}`,
  invitation_time: (a) => `Time: ${a.time}`,
  invitation_number: (a) => `Meeting ID: ${a.number}`,
  invitation_password: (a) => `Password: ${a.password}`,
  invitation_link: (a) => `Join: ${a.link}`,
  invitation_link_call: (a) => `Call link: ${a.link}`,
  share_title: 'Share the meeting',
  share_chat: 'Share to',
  share_hint: 'Pick a group',
  share_note: 'People in that group will see the time, meeting ID, password and join link.',
  share_more: 'You share many groups with me. These were found first; choose "Share to a group" again to find more.',
  share_submit: 'Share',
};
