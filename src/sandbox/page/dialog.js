import { h } from './dom.js';
import { t } from './i18n.js';

/**
 * A modal dialog on the browser's own <dialog>: focus stays inside, Esc closes.
 * Resolves to what the buttons give: `true` for the main one, `false` for everything else.
 */
export function ask({ title, text, content, confirm = t('confirm'), cancel = t('cancel'), danger = false, check = () => true }) {
  return new Promise((resolve) => {
    const opener = document.activeElement;
    let answer = false;
    const dialog = h(
      'dialog',
      { class: 'dialog', data: { testid: 'dialog' }, 'aria-label': title },
      h(
        'form',
        {
          method: 'dialog',
          on: {
            submit: (event) => {
              event.preventDefault();
              if (!check()) return;
              answer = true;
              dialog.close();
            },
          },
        },
        title && h('h2', null, title),
        text && h('p', null, text),
        content,
        h(
          'div',
          { class: 'dialog-buttons' },
          cancel && h('button', { type: 'button', class: 'button', on: { click: () => dialog.close() } }, cancel),
          h(
            'button',
            { type: 'submit', class: ['button', danger ? 'button-danger' : 'button-primary'], data: { testid: 'confirm' } },
            confirm,
          ),
        ),
      ),
    );
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      opener?.focus?.({ preventScroll: true });
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
