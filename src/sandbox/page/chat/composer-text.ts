import { keepDraft } from '../data/drafts.ts';

/** The input of the open chat, from outside of it. */

const ID = 'composer-input';

export const composerInput = (): HTMLTextAreaElement | null => document.querySelector<HTMLTextAreaElement>(`#${ID}`);

/** Puts a text into the input, for the person to send. */
export function fillComposer(text: string): void {
  keepDraft(text);
  const input = composerInput();
  if (!input) return;
  input.value = text;
  input.focus();
  input.setSelectionRange(text.length, text.length);
}

/** Types at the caret. */
export function insertText(input: HTMLTextAreaElement, text: string): void {
  input.focus();
  input.setRangeText(text, input.selectionStart, input.selectionEnd, 'end');
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
