/** What a button of a card says. Types only. */
import type { ListScope, ListSpan } from './intent.ts';
import type { Millis } from './time.ts';

export type Act =
  | { act: 'show' | 'refresh' | 'cancel' | 'undo' | 'who' | 'change' | 'invitation' | 'share'; id: string }
  /** `start`: what the button offered; pressed twice, it does not go back again. */
  | { act: 'other_time'; id: string; start?: Millis }
  | { act: 'extend'; id: string; minutes: number }
  /** `turn`: a page of the pressed list itself, turned in place; without it a new list is wanted. */
  | { act: 'list'; scope: ListScope; span: ListSpan; page: number; turn?: true }
  | { act: 'help' | 'new' | 'settings' }
  /** Asks again for a booking whose answer was lost; `id` is the attempt's. */
  | { act: 'retry'; id: string }
  /** Form submits carry this in the button's name: `save__<meeting id>` or `book__`. */
  /** `chatId`: the group where the form was asked for. */
  | { act: 'submit_book'; chatId?: string }
  | { act: 'submit_change'; id: string }
  /** `scope`: a group's settings; without it the presser's own. */
  | { act: 'submit_settings'; scope?: 'chat' }
  | { act: 'submit_share'; id: string };

/** What one press does to a meeting that is picked from several. */
export type Wanted = { act: 'show' | 'who' | 'change' | 'cancel' | 'invitation' | 'share' } | { act: 'extend'; minutes: number };
