import type { View } from '../domain/view.ts';
import type { Ask } from '../meeting/ask.ts';
import type { FormRead } from '../meeting/form.ts';
import { fieldOf } from '../text/notices.ts';
import { type Answer, formPlace } from './answer.ts';
import { TooLate } from './late.ts';

type FormView = Extract<View, { show: 'form' }>;

/** The form as it was handed in, with what is wrong in it beside its field. */
export const formView = (mode: 'book' | 'change' | 'series', meetingId: string | null, form: FormRead, ask: Ask): FormView => ({
  show: 'form',
  mode,
  meetingId,
  draft: form.draft,
  errors: form.errors,
  zone: form.zone,
  ...formPlace(ask.place),
});

/** What is refused after a form was handed in, or comes too late, brings the form back, as typed, with the reason. */
export async function orFormAgain(work: () => Promise<Answer>, form: FormView): Promise<Answer> {
  try {
    return askAgain(await work(), form);
  } catch (error) {
    if (!(error instanceof TooLate)) throw error;
    return { view: { ...form, errors: { start: { key: 'late_not_done', args: { minutes: error.minutes } } } }, to: 'asker' };
  }
}

export function askAgain(answer: Answer, form: FormView): Answer {
  const { view } = answer;
  const field = view.show === 'notice' ? fieldOf(view.say) : null;
  if (view.show !== 'notice' || field === null) return answer;
  return { view: { ...form, errors: { [field]: view.say }, failed: view.say }, to: 'asker' };
}
