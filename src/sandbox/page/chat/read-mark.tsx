import type { PersonView } from '../../control/shapes.ts';
import { t } from '../data/i18n.ts';
import { as, chatOf, nameOf, personOf } from '../data/state.ts';
import { Avatar } from '../ui/avatar.tsx';
import { PopoverPanel, usePopover } from '../ui/popover.tsx';

/** Round the circle once. */
const AROUND = 2 * Math.PI * 6;

const Circle = ({ share }: { share: number }) => (
  <svg viewBox="0 0 16 16" width={14} height={14} class="read-circle" aria-hidden="true" focusable="false">
    <circle cx="8" cy="8" r="6" class="read-ground" />
    <circle cx="8" cy="8" r="6" class="read-share" stroke-dasharray={`${share * AROUND} ${AROUND}`} transform="rotate(-90 8 8)" />
    {share === 1 && <path d="M5.2 8.3l2 2 3.7-4" class="read-share" />}
  </svg>
);

const Names = ({ title, people }: { title: string; people: readonly PersonView[] }) =>
  people.length > 0 ? (
    <>
      <div class="menu-title">{`${title} ${people.length}`}</div>
      {people.map((person) => (
        <div key={person.open_id} class="member-row">
          <Avatar id={person.open_id} size={24} />
          <span>{nameOf(person)}</span>
        </div>
      ))}
    </>
  ) : null;

/** How many have seen one's own message in a group: a circle that fills; pressed, it tells who. */
export function ReadMark({ chat, readers }: { chat: string; readers: readonly string[] }) {
  const list = usePopover();
  const others = (chatOf(chat)?.members ?? []).filter((id) => id !== as.value);
  const people = others.map(personOf).filter((person): person is PersonView => person !== null);
  if (people.length === 0) return null;
  const unread = people.filter((person) => !readers.includes(person.open_id));
  const label = unread.length === 0 ? t('read_all') : t('read_some', { n: unread.length });
  return (
    <>
      <button
        type="button"
        class="read-mark"
        ref={list.anchor}
        aria-haspopup="dialog"
        aria-expanded={list.isOpen}
        aria-label={label}
        title={label}
        data-testid="read-mark"
        onClick={list.toggle}
      >
        <Circle share={1 - unread.length / people.length} />
      </button>
      {list.isOpen && (
        <PopoverPanel of={list} class="members" role="dialog" aria-label={t('read_list')} data-testid="readers">
          <Names title={t('has_read')} people={people.filter((person) => readers.includes(person.open_id))} />
          <Names title={t('has_not_read')} people={unread} />
        </PopoverPanel>
      )}
    </>
  );
}
