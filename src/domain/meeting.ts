/** The meeting, and what the platform says about it. Types only. */
import type { Audience } from './intent.ts';
import type { Say } from './say.ts';
import type { JoinPreset, Lang, Remind } from './settings.ts';
import type { Assumed, Millis, Zone } from './time.ts';

/** `live` and `ended` come from the platform alone; people may come back to an ended one until its number is released. */
export type MeetingStatus = 'booked' | 'live' | 'ended' | 'cancelled' | 'released';

/** One reserve with what only we know about it: its start, its chat, its cards. */
export interface Meeting {
  /** Ours; never shown. */
  id: string;
  reserveId: string;
  /** Nine digits; given back to the platform's pool when the reserve expires. */
  meetingNo: string;
  /** From the platform's answer; null = none. */
  password: string | null;
  url: string;
  /** As answered, placeholders `{?}` unfilled. */
  appLink: string;
  liveLink: string | null;
  kind: 'meeting' | 'call';
  topic: string | null;
  ownerId: string;
  tenantKey: string | null;
  hostIds: string[];
  startAt: Millis;
  /** Also the reserve's end_time. */
  endAt: Millis;
  zone: Zone;
  /** The words named another zone than the asker's. */
  zoneSaid?: true;
  /** Its organizer's zone was only assumed, and the card asks about it. */
  zoneAssumed?: boolean;
  /** Zones of those in its group whose zone is known, its own first, where they are several. */
  zones?: Zone[];
  /** The asker's language: for plain text and ephemeral answers. */
  lang: Lang;
  record: boolean;
  connect: boolean;
  join: Audience;
  canHost: Audience | null;
  canInvite: Audience | null;
  joinPreset: JoinPreset;
  callee: { phone: string; name: string | null } | null;
  rrule: string | null;
  /** The series that it belongs to, and which of its days it is (`YYYY-MM-DD`). */
  series?: { id: string; day: string };
  chatId: string;
  chatKind: 'direct' | 'group';
  /** The message that asked for it. */
  askedIn: string;
  assumed: Assumed[];
  other: { start: Millis; end: Millis } | null;
  /** Another meeting of its owner's, or of the host `hostId`, at that time; its topic only where this chat may know it. */
  clash?: { topic: string | null; startAt: Millis; endAt: Millis; hostId?: string } | null;
  /** Host ids that the platform refused. */
  refusedHostIds: string[];
  /** Until then the card offers Undo. */
  undoUntil: Millis;
  status: MeetingStatus;
  cancelledBy: string | null;
  createdAt: Millis;
  updatedAt: Millis;
  /** The last change and the job that made it: a job that runs again after a crash answers again, but changes nothing twice. */
  lastChange: { job: string; who: string; news: Say } | null;
  /** The card that asks whether cancelling is meant, and how long. */
  asksCancel?: { on: string; until: Millis } | null;
  /** Changes that its chat has not been told of yet: when the first was made, by whom they were, and what was so before. */
  unsaid?: { since: Millis; by: string[]; before: Partial<Meeting> } | null;
  /** Chats where its card was shown without the password: there it stays without. */
  hiddenIn?: string[];
  /** Chats that its card was shared to, and by whom. */
  sharedBy?: Record<string, string>;
  /** Absent in meetings that were booked before there were reminders. */
  remind?: Remind;
  /** Who was mentioned to take part, beside its owner and hosts. */
  guestIds?: string[];
  /** Those of them who are not in its chat, and got the card in their direct chat. */
  invitedIds?: string[];
  /** Who could not be written to, as its owner was told. */
  unreachedIds?: string[];
  /** Those who said that they cannot come. */
  absentIds?: string[];
  /** When the platform is to be asked next what runs; null: there is nothing to ask. */
  pollAt?: Millis | null;
  /** Counts changes; a stale writer is refused. */
  version: number;
}

/** get_active_meeting, in our words. Times in ms, lengths in seconds. */
export interface ActiveMeeting {
  id: string;
  meetingNo: string;
  topic: string | null;
  status: 'calling' | 'in_progress' | 'ended';
  startAt: Millis | null;
  hostId: string | null;
  /** Distinct people that ever joined. */
  accumulated: number;
  participants: ActiveParticipant[];
  abilities: ('video' | 'audio' | 'share_screen' | 'follow_screen' | 'recording' | 'pstn')[];
}

export interface ActiveParticipant {
  id: string;
  userType: number;
  status: 'calling' | 'in_meeting' | 'ringing' | 'left';
  host: boolean;
  cohost: boolean;
  external: boolean;
  /** Inside so far, all visits together. */
  seconds: number;
}
