import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../data/i18n.ts';
import { cx } from './classes.ts';

interface Question {
  title?: string;
  text?: string;
  content?: ComponentChildren;
  confirm?: string;
  danger?: boolean;
}

const asked = signal<(Question & { resolve: (answer: boolean) => void }) | null>(null);

/** Asks in a modal dialog; resolves to `true` for the main button, `false` for everything else. */
export const ask = (question: Question): Promise<boolean> =>
  new Promise((resolve) => {
    asked.value?.resolve(false);
    asked.value = { ...question, resolve };
  });

/** The browser's own <dialog>: focus stays inside, Esc closes. */
function Dialog({ title, text, content, confirm = t('confirm'), danger = false, resolve }: NonNullable<typeof asked.value>) {
  const dialog = useRef<HTMLDialogElement>(null);
  const answer = useRef(false);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => opener instanceof HTMLElement && opener.focus({ preventScroll: true });
  }, []);
  const close = (): void => dialog.current?.close();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    answer.current = true;
    close();
  };
  const closed = (): void => {
    asked.value = null;
    resolve(answer.current);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click beside it is Esc's twin, and Esc is the dialog's own
    <dialog
      ref={dialog}
      class="dialog"
      data-testid="dialog"
      aria-label={title}
      onClose={closed}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <form method="dialog" onSubmit={submit}>
        {title && <h2>{title}</h2>}
        {text && <p>{text}</p>}
        {content}
        <div class="dialog-buttons">
          <button type="button" class="button" onClick={close}>
            {t('cancel')}
          </button>
          <button type="submit" class={cx('button', danger ? 'button-danger' : 'button-primary')} data-testid="confirm">
            {confirm}
          </button>
        </div>
      </form>
    </dialog>
  );
}

export const DialogHost = () => asked.value && <Dialog {...asked.value} />;
