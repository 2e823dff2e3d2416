import { avatarOf } from './avatar.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { botName, isBot, lang, nameOf, now, personOf, state, zone } from './state.js';
import { clockOf, lengthOf } from './time.js';

/** `112000358` → `112 000 358`. */
export const numberOf = (meetingNo) =>
  [0, 3, 6]
    .map((at) => meetingNo.slice(at, at + 3))
    .join(' ')
    .trim();

export const topicOf = (reserve) => reserve.topic || t('untitled');

/** booked, live, expired or deleted. */
export function meetingState(reserve, at) {
  if (reserve.deleted) return 'deleted';
  if (reserve.meeting && reserve.meeting.status === 2) return 'live';
  if (reserve.meeting?.participants.some((item) => item.status === 'in_meeting')) return 'live';
  return reserve.expired || reserve.end_time <= at ? 'expired' : 'booked';
}

function participantRow(item) {
  const person = personOf(item.open_id);
  const name = person ? nameOf(person) : isBot(item.open_id) ? botName() : (item.name ?? t('unknown_user'));
  const inside = item.status === 'in_meeting';
  return h(
    'li',
    { class: ['participant', !inside && 'gone'], data: { testid: 'participant', status: item.status } },
    avatarOf(item.open_id, 32),
    h(
      'span',
      { class: 'participant-lines' },
      h('span', null, name, item.open_id === state.as && h('small', null, ` (${t('you')})`)),
      h(
        'small',
        null,
        t(inside ? 'in_meeting' : 'left'),
        ' · ',
        h('span', { data: { since: inside && now() - item.seconds * 1000 } }, lengthOf(item.seconds, lang())),
      ),
    ),
    item.host && h('span', { class: 'text-tag', data: { hue: 'blue' } }, t('host')),
    item.cohost && h('span', { class: 'text-tag', data: { hue: 'wathet' } }, t('cohost')),
  );
}

/** Lets the times inside run on between two looks at the platform. */
export function tickParticipants(root) {
  for (const shown of root.querySelectorAll('[data-since]')) {
    shown.textContent = lengthOf(Math.max(0, now() - Number(shown.dataset.since)) / 1000, lang());
  }
}

/** Everybody who is or was in the meeting. */
export function drawParticipants(reserve) {
  const meeting = reserve.meeting;
  if (!meeting?.participants.length) return null;
  const inside = meeting.participants.filter((item) => item.status === 'in_meeting');
  const order = [...inside, ...meeting.participants.filter((item) => item.status !== 'in_meeting')];
  return h(
    'section',
    { class: 'participants' },
    h(
      'h4',
      null,
      t('participants', { n: inside.length }),
      meeting.started_at && h('small', null, t('since', { time: clockOf(Math.min(meeting.started_at, now()), zone()) })),
    ),
    h('ul', { role: 'list' }, order.map(participantRow)),
  );
}
