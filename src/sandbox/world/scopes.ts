/** Every scope that an emulated API or event asks for. Source: the permission line of each API page. */
export const SCOPES = [
  'im:message',
  'im:message:readonly',
  'im:message:send_as_bot',
  'im:message:update',
  'im:message.p2p_msg',
  'im:message.p2p_msg:readonly',
  'im:message.group_at_msg',
  'im:message.group_at_msg:readonly',
  'im:message.group_at_msg.include_bot:readonly',
  'im:message.group_msg',
  'im:user_agent:read',
  'im:chat',
  'im:chat:read',
  'im:chat:readonly',
  'im:chat.members:read',
  'im:chat.members:bot_access',
  'contact:user.basic_profile:readonly',
  'contact:user.employee_id:readonly',
  'contact:contact.base:readonly',
  'contact:user.base:readonly',
  'contact:user.department:readonly',
  'contact:department.base:readonly',
  'contact:department.organize:readonly',
  'application:application.bot.operator_name:readonly',
  'application:application:self_manage',
  'admin:app.info:readonly',
  'vc:reserve',
  'vc:reserve:readonly',
  'vc:meeting',
  'vc:meeting:readonly',
  'vc:meeting.meetingevent:read',
  'vc:meeting.meetingid:read',
  'vc:record:readonly',
] as const;

export type Scope = (typeof SCOPES)[number];

/** Sensitive ones that change what a bot hears in groups: granted only when named. */
const ON_REQUEST: readonly Scope[] = ['im:message.group_msg', 'im:message.group_at_msg.include_bot:readonly'];

export const DEFAULT_SCOPES: readonly Scope[] = SCOPES.filter((scope) => !ON_REQUEST.includes(scope));

/** Any one of these lets an event through; absent = no scope needed. */
export const EVENT_SCOPES: Record<string, readonly Scope[]> = {
  'im.message.recalled_v1': ['im:message', 'im:message:readonly'],
  'im.chat.member.bot.added_v1': ['im:chat', 'im:chat:readonly', 'im:chat.members:bot_access'],
  'im.chat.member.bot.deleted_v1': ['im:chat', 'im:chat:readonly', 'im:chat.members:bot_access'],
  'vc.meeting.meeting_started_v1': ['vc:meeting:readonly', 'vc:meeting.meetingevent:read'],
  'vc.meeting.meeting_ended_v1': ['vc:meeting:readonly', 'vc:meeting.meetingevent:read'],
  'vc.meeting.join_meeting_v1': ['vc:meeting:readonly', 'vc:meeting.meetingevent:read'],
  'vc.meeting.leave_meeting_v1': ['vc:meeting:readonly', 'vc:meeting.meetingevent:read'],
  'vc.meeting.recording_started_v1': ['vc:meeting:readonly', 'vc:meeting.meetingevent:read'],
  'vc.meeting.recording_ended_v1': ['vc:meeting:readonly', 'vc:meeting.meetingevent:read'],
  'vc.meeting.recording_ready_v1': ['vc:meeting:readonly', 'vc:meeting.meetingevent:read'],
};

/** All that is pushed to an app that has not chosen. */
export const EVENT_TYPES: readonly string[] = [
  'im.message.receive_v1',
  'im.chat.access_event.bot_p2p_chat_entered_v1',
  'application.bot.menu_v6',
  ...Object.keys(EVENT_SCOPES),
];
