import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import { signal, useComputed } from '@preact/signals';
import { type ComponentChildren, createPortal, type HTMLAttributes, type RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { cx } from './classes.ts';

/** A panel that opens beside a button; one at a time. */
export interface Popover {
  anchor: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  toggle(): void;
  /** @param focus whether the button gets the focus back */
  close(focus?: boolean): void;
}

/** The button whose panel is open. */
const current = signal<RefObject<HTMLButtonElement | null> | null>(null);

/** Put `anchor` on the button, `toggle` on its click, and render a `PopoverPanel` while `isOpen`. */
export function usePopover(): Popover {
  const anchor = useRef<HTMLButtonElement>(null);
  const isOpen = useComputed(() => current.value === anchor).value;
  const close = (focus = true): void => {
    if (current.peek() !== anchor) return;
    current.value = null;
    if (focus) anchor.current?.focus({ preventScroll: true });
  };
  useEffect(() => () => close(false), []);
  const toggle = (): void => {
    if (current.peek() === anchor) close();
    else current.value = anchor;
  };
  return { anchor, isOpen, toggle, close };
}

const EDGE = 8;

function place(anchor: HTMLElement, panel: HTMLElement, tallest: number): void {
  computePosition(anchor, panel, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(4),
      flip({ padding: EDGE, crossAxis: false }),
      shift({ padding: EDGE }),
      size({
        padding: EDGE,
        apply: ({ availableHeight, elements }) => {
          elements.floating.style.maxHeight = `${Math.max(120, Math.min(tallest, availableHeight))}px`;
        },
      }),
    ],
  })
    .then(({ x, y }) => Object.assign(panel.style, { left: `${x}px`, top: `${y}px` }))
    .catch((error: unknown) => console.warn('popover', error));
}

/** Arrow keys walk through everything in the panel that has `data-item`. */
function step(panel: HTMLElement, by: number): void {
  const all = [...panel.querySelectorAll<HTMLElement>('[data-item]:not([disabled])')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[(at + by + all.length + (at < 0 && by < 0 ? 1 : 0)) % all.length]?.focus();
}

/** Esc, Tab and the arrows are the open panel's; a press or a turn of the wheel elsewhere closes it. */
function listen(of: Popover, panel: HTMLElement): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape' || event.key === 'Tab') of.close();
    else if (event.key === 'ArrowDown') step(panel, 1);
    else if (event.key === 'ArrowUp') step(panel, -1);
    else return;
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isElsewhere = ({ target }: Event): boolean => target instanceof Node && !panel.contains(target);
  const onPointer = (event: Event): void => {
    if (isElsewhere(event) && !of.anchor.current?.contains(event.target as Node)) of.close(false);
  };
  const onWheel = (event: Event): void => {
    if (isElsewhere(event)) of.close(false);
  };
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('pointerdown', onPointer, true);
  document.addEventListener('wheel', onWheel, { capture: true, passive: true });
  return () => {
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('pointerdown', onPointer, true);
    document.removeEventListener('wheel', onWheel, true);
  };
}

interface Props extends HTMLAttributes<HTMLDivElement> {
  of: Popover;
  /** Pixels. */
  tallest?: number;
  /** Selectors, the first that finds something in the panel gets the focus; none: it stays. */
  focus?: readonly string[];
  children: ComponentChildren;
}

/** The panel of a popover: at the end of the document, kept beside its button. */
export function PopoverPanel({ of, tallest = 360, focus = [], class: name, children, ...rest }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [box, anchor] = [panel.current, of.anchor.current];
    if (!box || !anchor) return;
    const stopFollowing = autoUpdate(anchor, box, () => place(anchor, box, tallest));
    const stopListening = listen(of, box);
    for (const selector of focus) {
      const found = box.querySelector<HTMLElement>(selector);
      if (!found) continue;
      found.focus({ preventScroll: true });
      break;
    }
    return () => {
      stopFollowing();
      stopListening();
    };
  }, []);
  return createPortal(
    <div {...rest} ref={panel} class={cx(String(name ?? ''), 'popover')}>
      {children}
    </div>,
    of.anchor.current?.closest('dialog') ?? document.body,
  );
}
