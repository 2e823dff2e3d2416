import type { VNode } from 'preact';
import { cx } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import type { IconName } from './icons.tsx';
import { type Popover, PopoverPanel, usePopover } from './popover.tsx';

export interface MenuEntry {
  label: string;
  icon?: VNode | null;
  danger?: boolean;
  run(): void;
}

interface MenuProps {
  of: Popover;
  label: string;
  entries: readonly MenuEntry[];
}

/** Actions to choose from, beside their button. */
export function Menu({ of, label, entries }: MenuProps) {
  return (
    <PopoverPanel of={of} role="menu" class="menu" aria-label={label} data-testid="menu" focus={['[data-item]']}>
      {entries.map((entry) => (
        <button
          key={entry.label}
          type="button"
          role="menuitem"
          data-item=""
          class={cx('menu-item', entry.danger && 'danger')}
          onClick={() => {
            of.close();
            entry.run();
          }}
        >
          {entry.icon}
          <span class="menu-label">{entry.label}</span>
        </button>
      ))}
    </PopoverPanel>
  );
}

interface ButtonProps {
  icon: IconName;
  size?: number;
  label: string;
  entries: readonly MenuEntry[];
  testid: string;
}

/** An icon that opens a menu. */
export function MenuButton({ icon, size = 16, label, entries, testid }: ButtonProps) {
  const menu = usePopover();
  return (
    <>
      <IconButton
        of={menu.anchor}
        icon={icon}
        size={size}
        label={label}
        onClick={menu.toggle}
        aria-haspopup="menu"
        aria-expanded={menu.isOpen}
        data-testid={testid}
      />
      {menu.isOpen && <Menu of={menu} label={label} entries={entries} />}
    </>
  );
}
