import { line } from '../answer.ts';
import type { Presses } from './action.ts';

export const presses = {
  submit_close: {
    open: async () => ({ toast: null, view: line({ key: 'form_closed' }), work: false }),
    run: async () => null,
  },
} satisfies Partial<Presses>;
