import type { In } from '../language.ts';
import type { live as zh } from '../zh/live.ts';
import { lasting, many } from './grammar.ts';

export const live: In<typeof zh> = {
  live_now: (a) => `${many(a.count, 'person', 'people')} in the meeting`,
  live_nobody: 'Nobody is in right now',
  live_since: (a) => `joined ${a.at.clock}`,
  live_more: (a) => `and ${a.count} more`,
  live_others: (a) => many(a.count, 'person', 'people'),
  live_gone: 'Left',
  live_recording: 'Recording',
  live_doc: 'Shared doc',
  held: (a) => `${lasting(Math.max(60, a.seconds))} · ${many(a.count, 'person', 'people')} took part`,
  held_call: (a) => `Talked for ${lasting(Math.max(60, a.seconds))}`,
  held_by_nobody: 'Nobody joined',
  join_back: 'Rejoin',
  again: 'Book the next one',
  attendance: 'Attendance',
  recording_open: 'Watch recording',
  recorded: (a) => (a.topic ? `The recording of "${a.topic}" is ready` : 'The recording of the meeting is ready'),
  recorded_length: (a) => `${lasting(Math.max(60, a.seconds))} long`,
  attendance_title: 'Attendance',
  attendance_head: (a) => `${many(a.count, 'person', 'people')} took part`,
  attendance_row: (a) => `joined ${a.from.clock} · ${lasting(Math.max(60, a.seconds))} in all`,
  attendance_more: (a) => `${a.count} more not listed`,
  attendance_none: 'Nobody has joined yet.',
  attendance_owner: 'The attendance list goes to the organizer only.',
  here_running: (a) =>
    `There is already a meeting here${a.topic ? `, "${a.topic}"` : ''}, which started at ${a.at.clock}. Join it, or book another one?`,
  here_booking: (a) => `${a.who} is booking a meeting for this chat right now. Its card is on the way.`,
  here_unknown: (a) =>
    `${a.who} just asked for a meeting too, but Feishu didn't answer, so nobody knows whether it was booked. Book another one all the same?`,
  events_unheard:
    "Feishu doesn't send me what happens in meetings, so cards follow by polling, up to a minute late. Please subscribe to the vc.meeting events (started, ended, join, leave, recording) in the developer console, grant vc:meeting.meetingevent:read and publish a version.",
  title_here: 'A meeting is already on',
  doing_attendance: "I'll send you the list directly…",
};
