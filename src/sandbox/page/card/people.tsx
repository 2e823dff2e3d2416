import { t } from '../data/i18n.ts';
import { as, botName, isBot, nameOf, personOf } from '../data/state.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/classes.ts';

/** Somebody's name in the reader's language, by id. */
export function labelOf(id: string): string {
  const person = personOf(id);
  return person ? nameOf(person) : isBot(id) ? botName() : t('unknown_user');
}

/** The ids that an `at` or `person` tag names. */
export const idsOf = (data: DOMStringMap): string[] =>
  (data.ids || data.id || data.user_id || '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);

export const mentionLabel = (id: string): string => `@${id === 'all' ? t('everyone') : labelOf(id)}`;

export const Mention = ({ id }: { id: string }) => <span class={id === as.value ? 'at at-me' : 'at'}>{mentionLabel(id)}</span>;

interface ChipProps {
  id: string;
  showName?: boolean;
  showAvatar?: boolean;
  capsule?: boolean;
  /** Pixels. */
  size?: number;
  margin?: string | null;
}

/** A person with avatar and name, as <person> and the person components show. */
export function PersonChip({ id, showName = true, showAvatar = true, capsule = false, size = 20, margin = null }: ChipProps) {
  const label = labelOf(id);
  return (
    <span class={cx('person', capsule && 'capsule')} style={{ margin }} title={label}>
      {showAvatar && <Avatar id={id} size={size} />}
      {showName && <span class="person-name">{label}</span>}
    </span>
  );
}
