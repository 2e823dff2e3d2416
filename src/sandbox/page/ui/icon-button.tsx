import type { ButtonHTMLAttributes, RefObject } from 'preact';
import { Icon, type IconName } from './icons.tsx';

interface Props extends Omit<ButtonHTMLAttributes, 'icon' | 'label' | 'size'> {
  icon: IconName;
  size?: number;
  label: string;
  of?: RefObject<HTMLButtonElement | null>;
}

/** A button that shows only an icon; its label is read aloud and shown as a hint. */
export function IconButton({ icon, size = 16, label, of, ...rest }: Props) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} {...(of && { ref: of })} {...rest}>
      <Icon name={icon} size={size} />
    </button>
  );
}
