import type { When } from '../when.ts';
import { lasting } from './grammar.ts';

/** A meeting that goes on, or has been held. */
export const live = {
  live_now: (a: { count: number }) => `${a.count} 人在会上`,
  live_nobody: '会上暂时没人',
  live_since: (a: { at: When }) => `${a.at.clock} 入会`,
  live_more: (a: { count: number }) => `还有 ${a.count} 人`,
  live_others: (a: { count: number }) => `${a.count} 人`,
  live_gone: '已离开',
  live_recording: '录制中',
  live_doc: '妙享文档',
  held: (a: { seconds: number; count: number }) => `开了 ${lasting(Math.max(60, a.seconds))} · ${a.count} 人参会`,
  held_call: (a: { seconds: number }) => `通话 ${lasting(Math.max(60, a.seconds))}`,
  held_by_nobody: '没有人入会',
  join_back: '回到会议',
  again: '再约一场',
  attendance: '参会名单',
  recording_open: '看录制',
  recorded: (a: { topic: string }) => (a.topic ? `「${a.topic}」的录制好了` : '会议录制好了'),
  recorded_length: (a: { seconds: number }) => `时长 ${lasting(Math.max(60, a.seconds))}`,
  attendance_title: '参会名单',
  attendance_head: (a: { count: number }) => `共 ${a.count} 人参会`,
  attendance_row: (a: { from: When; seconds: number }) => `${a.from.clock} 入会 · 共 ${lasting(Math.max(60, a.seconds))}`,
  attendance_more: (a: { count: number }) => `另有 ${a.count} 人未列出`,
  attendance_none: '还没有人入过会。',
  attendance_owner: '参会名单只发给发起人。',
  here_running: (a: { topic: string; at: When }) =>
    `这里已经有一场会${a.topic ? `「${a.topic}」` : ''}，${a.at.clock} 开始的。加入它，还是另约一场？`,
  here_booking: (a: { who: string }) => `${a.who} 正在给这里约会议，卡片马上就来。`,
  here_unknown: (a: { who: string }) => `刚才 ${a.who} 也约了一场，飞书没有回应，不知道约上没有。怕约重了，先问你一声：再约一场吗？`,
  events_unheard:
    '飞书没有把会议动态推给我，卡片要靠轮询更新，会慢几十秒。请在开发者后台订阅 vc.meeting 的会议开始、结束、入会、离会和录制事件，开通权限 vc:meeting.meetingevent:read，再发布一个版本。',
  title_here: '这里正在开会',
  doing_attendance: '名单马上私聊发你…',
};
