import type { ParticipantView, ReserveView } from '../../control/shapes.ts';
import { t } from '../data/i18n.ts';
import type { MeetingTarget } from '../data/links.ts';
import { as, messages, reserves } from '../data/state.ts';

/** `112000358` → `112 000 358`. */
export const numberOf = (meetingNo: string): string =>
  [0, 3, 6]
    .map((at) => meetingNo.slice(at, at + 3))
    .join(' ')
    .trim();

export const topicOf = (reserve: ReserveView): string => reserve.topic || t('untitled');

export const isInside = (item: ParticipantView): boolean => item.status === 'in_meeting';

export function stateOf(reserve: ReserveView, at: number): 'booked' | 'live' | 'expired' | 'deleted' {
  if (reserve.deleted) return 'deleted';
  if (reserve.meeting?.status === 2 || reserve.meeting?.participants.some(isInside)) return 'live';
  return reserve.expired || reserve.end_time <= at ? 'expired' : 'booked';
}

/** The reserve that a link or a number names. */
export function findReserve(target: MeetingTarget): ReserveView | null {
  const all = reserves.value;
  if (target.reserveId) return all.find((item) => item.id === target.reserveId) ?? null;
  const path = target.url && new URL(target.url).pathname;
  const byUrl = path && all.find((item) => item.url && new URL(item.url).pathname === path);
  return byUrl || all.findLast((item) => item.meeting_no === target.meetingNo) || null;
}

/** The acting person in a meeting; null who never was there. */
export const myPart = (reserve: ReserveView): ParticipantView | null =>
  reserve.meeting?.participants.find((item) => item.open_id === as.value) ?? null;

export const amIn = (reserve: ReserveView): boolean => myPart(reserve)?.status === 'in_meeting';

export const runsIt = (reserve: ReserveView): boolean => reserve.owner_id === as.value || reserve.host_ids.includes(as.value);

/** Whoever runs a meeting, was in it, or has seen a card or a link of it. */
export function isKnown(reserve: ReserveView): boolean {
  if (runsIt(reserve) || myPart(reserve)) return true;
  const signs = [reserve.id, reserve.meeting_no, numberOf(reserve.meeting_no), reserve.url];
  for (const chat of messages.value.values()) {
    for (const { card, text } of chat) {
      const said = card ? JSON.stringify(card) : (text ?? '');
      if (signs.some((sign) => said.includes(sign))) return true;
    }
  }
  return false;
}
