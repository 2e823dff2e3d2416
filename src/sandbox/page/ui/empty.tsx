import { Icon, type IconName } from './icons.tsx';

/** Where there is nothing to show yet. */
export const Empty = ({ icon, text }: { icon: IconName; text: string }) => (
  <div class="empty">
    <Icon name={icon} size={40} />
    {text}
  </div>
);
