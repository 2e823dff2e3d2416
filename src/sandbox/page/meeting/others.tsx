import type { PersonView, ReserveView } from '../../control/shapes.ts';
import { api } from '../data/api.ts';
import { t } from '../data/i18n.ts';
import { as, nameOf, people } from '../data/state.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/classes.ts';
import { isInside } from './reserve.ts';
import { act } from './visit.ts';

function Other({ person, reserve }: { person: PersonView; reserve: ReserveView }) {
  const inside = reserve.meeting?.participants.some((item) => item.open_id === person.open_id && isInside(item)) ?? false;
  const label = t(inside ? 'other_leaves' : 'other_joins', { name: nameOf(person) });
  const go = (): Promise<void> =>
    act(() =>
      inside
        ? api.leave(person.open_id, reserve.meeting_no)
        : api.join({ as: person.open_id, reserve_id: reserve.id, mic: false, camera: false, preview: false }),
    );
  return (
    <button
      type="button"
      class={cx('other', inside && 'in')}
      aria-pressed={inside}
      aria-label={label}
      title={label}
      data-testid="other"
      data-person={person.open_id}
      onClick={go}
    >
      <Avatar id={person.open_id} size={28} />
    </button>
  );
}

/** Everybody else, to be sent in and out: a meeting of three takes one window. */
export const Others = ({ reserve }: { reserve: ReserveView }) => (
  <section class="others" aria-label={t('others')}>
    <h4>{t('others')}</h4>
    <div class="row wrap">
      {people.value
        .filter((person) => person.open_id !== as.value)
        .map((person) => (
          <Other key={person.open_id} person={person} reserve={reserve} />
        ))}
    </div>
  </section>
);
