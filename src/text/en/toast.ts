import type { In } from '../language.ts';
import type { toast as zh } from '../zh/toast.ts';

export const toast: In<typeof zh> = {
  doing_refresh: 'Refreshing…',
  doing_cancel: 'Cancelling…',
  doing_undo: 'Undoing…',
  doing_who: "Checking who's in…",
  doing_change: 'Changing…',
  doing_extend: 'Extending…',
  doing_book: 'Booking…',
  doing_settings: 'Saving…',
  doing_share: 'Sharing…',
  doing_form: 'Opening…',
  doing_invitation: 'Preparing the invitation…',
  doing_list: 'Looking for meetings…',
  doing_help: 'Coming…',
  doing_it: 'On it…',
  doing_nothing: 'All right',
};
