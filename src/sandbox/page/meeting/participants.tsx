import { useMemo } from 'preact/hooks';
import type { ParticipantView, ReserveView } from '../../control/shapes.ts';
import { t } from '../data/i18n.ts';
import { as, botName, clock, isBot, lang, nameOf, now, personOf, zone } from '../data/state.ts';
import { clockOf, lengthOf } from '../data/time.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/classes.ts';
import { List } from '../ui/list.tsx';
import { isInside } from './reserve.ts';

/** The time inside, which runs on between two looks at the platform. */
function Inside({ item }: { item: ParticipantView }) {
  const since = useMemo(() => now() - item.seconds * 1000, [item]);
  const seconds = isInside(item) ? Math.max(0, clock.value - since) / 1000 : item.seconds;
  return <span>{lengthOf(seconds, lang.value)}</span>;
}

function Participant({ item }: { item: ParticipantView }) {
  const person = personOf(item.open_id);
  const name = person ? nameOf(person) : isBot(item.open_id) ? botName() : t('unknown_user');
  return (
    <li class={cx('participant', !isInside(item) && 'gone')} data-testid="participant" data-status={item.status}>
      <Avatar id={item.open_id} size={32} />
      <span class="participant-lines">
        <span>
          {name}
          {item.open_id === as.value && <small>{` (${t('you')})`}</small>}
        </span>
        <small>
          {`${t(isInside(item) ? 'in_meeting' : 'left')} · `}
          <Inside item={item} />
        </small>
      </span>
      {item.host && (
        <span class="text-tag" data-hue="blue">
          {t('host')}
        </span>
      )}
      {item.cohost && (
        <span class="text-tag" data-hue="wathet">
          {t('cohost')}
        </span>
      )}
    </li>
  );
}

/** Everybody who is or was in the meeting. */
export function Participants({ reserve: { meeting } }: { reserve: ReserveView }) {
  if (!meeting?.participants.length) return null;
  const inside = meeting.participants.filter(isInside);
  const order = [...inside, ...meeting.participants.filter((item) => !isInside(item))];
  return (
    <section class="participants">
      <h4>
        {t('participants', { n: inside.length })}
        {meeting.started_at > 0 && <small>{t('since', { time: clockOf(Math.min(meeting.started_at, now()), zone.value) })}</small>}
      </h4>
      <List>
        {order.map((item) => (
          <Participant key={item.open_id} item={item} />
        ))}
      </List>
    </section>
  );
}
