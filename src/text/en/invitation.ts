import type { In } from '../language.ts';
import type { invitation as zh } from '../zh/invitation.ts';

export const invitation: In<typeof zh> = {
  invitation_title: 'Meeting invitation',
  invitation_hint: 'Copy the text below and paste it anywhere.',
  invitation_other: '中文版 / Chinese',
  invitation_lead: 'You are invited to a Feishu video meeting',
  invitation_topic: (a) => `Topic: ${a.topic}`,
  invitation_time: (a) => `Time: ${a.time}`,
  invitation_number: (a) => `Meeting number: ${a.number}`,
  invitation_password: (a) => `Password: ${a.password}`,
  invitation_link: (a) => `Join: ${a.link}`,
  invitation_phone: (a) => `By phone: dial the Feishu meeting access number of your region and enter ${a.number}#`,
  share_title: 'Share the meeting',
  share_chat: 'Share to',
  share_hint: 'Pick a group',
  share_note: 'People in that group will see the time, number, password and join link.',
  share_submit: 'Share',
};
