import { h } from './dom.js';

let current = null;

/** Closes the open popover, if any. */
export function closePopover() {
  current?.close();
}

function place(panel, anchor, tallest) {
  const box = anchor.getBoundingClientRect();
  const gap = 4;
  const below = window.innerHeight - box.bottom - gap - 8;
  const above = box.top - gap - 8;
  const up = panel.offsetHeight > below && above > below;
  panel.style.maxHeight = `${Math.max(120, Math.min(tallest, up ? above : below))}px`;
  const left = Math.min(box.left, window.innerWidth - panel.offsetWidth - 8);
  panel.style.left = `${Math.max(8, left)}px`;
  panel.style.top = up ? `${Math.max(8, box.top - gap - panel.offsetHeight)}px` : `${box.bottom + gap}px`;
}

/**
 * Shows `panel` beside `anchor` until Esc, a click elsewhere, or the returned `close`.
 * Arrow keys walk through everything in it that has `data-item`.
 */
export function openPopover(anchor, panel, { onClose, width, tallest = 360 } = {}) {
  closePopover();
  panel.classList.add('popover');
  if (width) panel.style.minWidth = `${width}px`;
  (anchor.closest('dialog') ?? document.body).append(panel);
  place(panel, anchor, tallest);

  const items = () => [...panel.querySelectorAll('[data-item]:not([disabled])')];
  const step = (by) => {
    const all = items();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement);
    all[(at + by + all.length + (at < 0 && by < 0 ? 1 : 0)) % all.length].focus();
  };
  const onKey = (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') close(true);
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Tab') return close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointer = (event) => {
    if (!panel.contains(event.target) && !anchor.contains(event.target)) close(false);
  };
  const onMove = (event) => {
    if (!panel.contains(event.target)) close(false);
  };
  function close(focus) {
    if (current?.panel !== panel) return;
    current = null;
    panel.remove();
    anchor.setAttribute('aria-expanded', 'false');
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('pointerdown', onPointer, true);
    window.removeEventListener('resize', onMove);
    document.removeEventListener('wheel', onMove, true);
    if (focus) anchor.focus({ preventScroll: true });
    onClose?.();
  }
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('pointerdown', onPointer, true);
  window.addEventListener('resize', onMove);
  document.addEventListener('wheel', onMove, { capture: true, passive: true });
  anchor.setAttribute('aria-expanded', 'true');
  current = { panel, anchor, close: () => close(true) };
}

/** Whether the popover that hangs on this anchor is open. */
export const isOpen = (anchor) => current?.anchor === anchor;

/** A menu of actions: [{ label, icon?, hint?, danger?, run }]; null entries draw a line. */
export function openMenu(anchor, entries, { label, testid = 'menu' } = {}) {
  if (isOpen(anchor)) return closePopover();
  const panel = h('div', { role: 'menu', class: 'menu', 'aria-label': label, data: { testid } });
  for (const entry of entries) {
    if (entry === null) {
      panel.append(h('hr'));
      continue;
    }
    panel.append(
      h(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          data: { item: '' },
          class: ['menu-item', entry.danger && 'danger'],
          on: {
            click: () => {
              closePopover();
              entry.run();
            },
          },
        },
        entry.icon,
        h('span', { class: 'menu-label' }, entry.label),
        entry.hint && h('span', { class: 'menu-hint' }, entry.hint),
      ),
    );
  }
  openPopover(anchor, panel);
  panel.querySelector('[data-item]')?.focus({ preventScroll: true });
}
