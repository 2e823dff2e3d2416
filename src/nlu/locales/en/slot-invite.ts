/** Whether people who are to come and are not in the chat are told in their direct chats. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

const off = { want: 'settings', scope: 'person', patch: { invite: false } };
const on = { want: 'settings', scope: 'person', patch: { invite: true } };

export const slotInvite: readonly Lexeme[] = [
  {
    role: 'invite.verb',
    words: [
      'invite',
      'inviting',
      'invitations',
      'invites',
      'notify',
      'notifying',
      'message',
      'messaging',
      'send invitations to',
      'send invites to',
    ],
    examples: [
      { text: "don't invite people outside the group", means: off },
      { text: 'stop inviting people outside the group', means: off },
      { text: 'turn off direct invitations', means: off },
      { text: 'turn on direct invites', means: on },
      { text: "don't notify people outside the group", means: off },
      { text: 'stop notifying people outside the group', means: off },
      { text: "don't message people outside the group", means: off },
      { text: 'stop messaging people outside the group', means: off },
      { text: 'always send invitations to people outside the group', means: on },
      { text: "don't send invites to people outside the group", means: off },
    ],
  },
  {
    role: 'invite.directly',
    words: ['directly', 'direct', 'by dm', 'privately', 'in private'],
    examples: [
      { text: 'invite people outside the group directly', means: on },
      { text: 'disable direct invitations', means: off },
      { text: 'invite attendees by dm', means: on },
      { text: "don't message attendees privately", means: off },
      { text: 'notify attendees in private', means: on },
    ],
  },
  {
    role: 'invite.away',
    words: [
      'people outside the group',
      'people outside this group',
      'people who are not in the group',
      "people who aren't in the group",
      'people not in the group',
      'attendees outside the group',
      "attendees who aren't in the group",
      'attendees not in the group',
      'outsiders',
    ],
    examples: [
      { text: 'never invite people outside the group', means: off },
      { text: 'never invite people outside this group', means: off },
      { text: 'never invite people who are not in the group', means: off },
      { text: "never invite people who aren't in the group", means: off },
      { text: 'never invite people not in the group', means: off },
      { text: 'never invite attendees outside the group', means: off },
      { text: "never invite attendees who aren't in the group", means: off },
      { text: 'never invite attendees not in the group', means: off },
      { text: 'never message outsiders', means: off },
    ],
  },
  {
    role: 'invite.whom',
    words: ['attendees', 'people', 'everyone', 'guests'],
    examples: [
      { text: "don't invite attendees directly", means: off },
      { text: "don't message people directly", means: off },
      { text: "don't message everyone directly", means: off },
      { text: 'invite guests directly', means: on },
    ],
  },
  {
    role: 'invite.chat',
    words: ['this group', 'in this group', 'for this group'],
    examples: [
      { text: 'this group: never invite people outside the group', means: { want: 'settings', scope: 'chat', patch: { invite: false } } },
      { text: 'in this group never invite people outside the group', means: { want: 'settings', scope: 'chat', patch: { invite: false } } },
      { text: 'for this group turn off direct invitations', means: { want: 'settings', scope: 'chat', patch: { invite: false } } },
    ],
  },
  {
    role: 'invite.always',
    words: ['always', 'from now on', 'by default', 'again'],
    examples: [
      { text: 'always invite people outside the group', means: on },
      { text: 'from now on invite people outside the group', means: on },
      { text: 'invite people outside the group by default', means: on },
      { text: "don't invite people outside the group again", means: off },
    ],
  },
];
