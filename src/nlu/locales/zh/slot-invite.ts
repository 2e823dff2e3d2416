/** Whether people who are to come and are not in the chat are told in their direct chats. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

const off = { want: 'settings', scope: 'person', patch: { invite: false } };
const on = { want: 'settings', scope: 'person', patch: { invite: true } };

export const slotInvite: readonly Lexeme[] = [
  {
    role: 'invite.verb',
    words: ['邀请', '通知', '发邀请', '发卡片', '发通知', '告诉', '打扰'],
    examples: [
      { text: '以后不用私聊邀请不在群里的人', means: off },
      { text: '以后私聊通知不在群里的人', means: on },
      { text: '别给群外的人发邀请', means: off },
      { text: '不要给不在群里的人发卡片', means: off },
      { text: '默认给群外的人发通知', means: on },
      { text: '以后不用告诉群外的人', means: off },
      { text: '以后别打扰不在群里的人', means: off },
    ],
  },
  {
    role: 'invite.directly',
    words: ['私聊', '私信', '单独', '单聊'],
    examples: [
      { text: '关闭私聊邀请', means: off },
      { text: '私信邀请打开', means: on },
      { text: '以后单独通知群外的人', means: on },
      { text: '以后不用单聊邀请参会人', means: off },
    ],
  },
  {
    role: 'invite.away',
    words: ['不在群里的人', '不在群里的参会人', '不在本群的人', '不在群里的', '群外的人', '群外的参会人', '群外参会人'],
    examples: [
      { text: '不用私聊邀请不在群里的人', means: off },
      { text: '以后不用邀请不在群里的参会人', means: off },
      { text: '以后都邀请不在本群的人', means: on },
      { text: '不在群里的不用通知', means: off },
      { text: '以后不用通知群外的人', means: off },
      { text: '以后不用通知群外的参会人', means: off },
      { text: '以后不用通知群外参会人', means: off },
    ],
  },
  {
    role: 'invite.whom',
    words: ['参会人', '大家'],
    examples: [
      { text: '以后私聊邀请参会人', means: on },
      { text: '不要私聊通知大家', means: off },
    ],
  },
  {
    role: 'invite.to',
    words: ['给', '向'],
    examples: [
      { text: '以后给群外的人发邀请', means: on },
      { text: '不要向群外的人发邀请', means: off },
    ],
  },
  {
    role: 'invite.chat',
    words: ['本群', '这个群', '群里'],
    examples: [
      { text: '本群以后不用私聊邀请参会人', means: { want: 'settings', scope: 'chat', patch: { invite: false } } },
      { text: '这个群不要私聊通知大家', means: { want: 'settings', scope: 'chat', patch: { invite: false } } },
      { text: '群里默认邀请群外的人', means: { want: 'settings', scope: 'chat', patch: { invite: true } } },
    ],
  },
  {
    role: 'invite.always',
    words: ['以后', '今后', '默认', '每次', '都', '再'],
    examples: [
      { text: '以后邀请群外的人', means: on },
      { text: '今后邀请群外的人', means: on },
      { text: '默认邀请群外的人', means: on },
      { text: '每次邀请群外的人', means: on },
      { text: '群外的人都邀请', means: on },
      { text: '不要再邀请群外的人', means: off },
    ],
  },
];
