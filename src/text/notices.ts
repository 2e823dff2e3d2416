/** How a sentence looks as a card of its own, and where it belongs in a form. */
import type { PlainKey, Say, SayKey } from '../domain/say.ts';
import type { FormField } from '../domain/view.ts';
import type { notice } from './zh/notice.ts';
import type { talk } from './zh/talk.ts';
import type { title } from './zh/title.ts';

export type Tone = 'ok' | 'info' | 'warning' | 'error';

interface Look {
  tone: Tone;
  /** Instead of the tone's own heading. */
  title?: keyof typeof title | 'title_here';
  /** Beside which field of a form it stands. */
  field?: FormField;
}

const ok = (more: Omit<Look, 'tone'> = {}): Look => ({ tone: 'ok', ...more });
const info = (more: Omit<Look, 'tone'> = {}): Look => ({ tone: 'info', ...more });
const warning = (more: Omit<Look, 'tone'> = {}): Look => ({ tone: 'warning', ...more });
const error = (more: Omit<Look, 'tone'> = {}): Look => ({ tone: 'error', ...more });

const ask = (): Look => info({ title: 'title_ask' });

const time = (field?: FormField): Look => warning({ title: 'title_time', ...(field ? { field } : {}) });

const NOTICES: Readonly<
  Record<
    | keyof typeof notice
    | keyof typeof talk
    | 'here_running'
    | 'here_booking'
    | 'here_unknown'
    | 'offer_series_cancel'
    | 'offer_series_stop',
    Look
  >
> = {
  not_understood: info(),
  offer_series_cancel: ask(),
  offer_series_stop: ask(),
  written_which: ask(),
  written_none: info({ title: 'title_not_found' }),
  move_where: info({ title: 'title_time' }),
  past: time('start'),
  end_before_start: time('start'),
  too_long: time('minutes'),
  too_far: time('start'),
  no_such_date: time('start'),
  no_such_time: time('start'),
  vague: time('start'),
  not_yours: info({ title: 'title_not_allowed' }),
  only_owner: info({ title: 'title_not_allowed' }),
  not_found: warning({ title: 'title_not_found' }),
  not_found_no: warning({ title: 'title_not_found' }),
  not_found_topic: warning({ title: 'title_not_found' }),
  booked_unknown: warning({ title: 'title_lost' }),
  none_here: info({ title: 'title_not_found' }),
  password_bad: warning({ field: 'password' }),
  too_many_hosts: warning({ field: 'hosts' }),
  group_too_large: warning({ field: 'access' }),
  access_no_group: warning({ field: 'access' }),
  company_unknown: warning({ field: 'access' }),
  people_unknown: warning({ field: 'hosts' }),
  form_minutes_bad: warning({ field: 'minutes' }),
  form_start_missing: warning({ field: 'start' }),
  phone_bad: warning(),
  call_no_record: warning({ field: 'record' }),
  call_not_in_group: warning(),
  call_not_shared: info(),
  connect_fixed: warning(),
  answer_lost: error({ title: 'title_lost' }),
  here_running: info({ title: 'title_here' }),
  here_booking: info(),
  here_unknown: warning({ title: 'title_lost' }),
  booked_plainly: ok(),
  booked_plainly_call: ok(),
  other_company: info({ title: 'title_not_booked' }),
  host_is_bot: warning({ field: 'hosts' }),
  platform_busy: error({ title: 'title_busy' }),
  lang_unknown: warning(),
  settings_in_group: info(),
  still_trying: info({ title: 'title_busy' }),
  password_unknown: warning(),
  zone_unknown: warning(),
  you_not_in_that_chat: warning(),
  something_wrong: error(),
  undo_late: info(),
  already_cancelled: info(),
  released: info(),
  extend_limit: warning(),
  nothing_to_change: info(),
  shared: ok(),
  stale_button: info(),
  press_not_stored: error(),
  press_working: info(),
  press_unreadable: error(),
  trace_which: info(),
  trace_none: info(),
  trace_not_yours: info({ title: 'title_not_allowed' }),
  deeds_which: info(),
  deeds_not_yours: info({ title: 'title_not_allowed' }),
  admin_only: info(),
  admin_direct: info(),
  admin_replayed: ok(),
  admin_replay_gone: info(),
  not_allowed_you: info({ title: 'title_not_open' }),
  not_allowed_here: info({ title: 'title_not_open' }),
  quota_person: info({ title: 'title_enough' }),
  quota_chat: info({ title: 'title_enough' }),
  retry_not_yours: info(),
  retry_gone: info(),
  form_filled: info(),
  zone_noted: ok(),
  zone_noted_own: info(),
  zone_learned: info(),
  form_sent: info(),
  done_there: ok(),
  told_alone: info(),
  share_none: info(),
  share_none_yet: info(),
  offer_book: ask(),
  offer_book_open: ask(),
  offer_call: ask(),
  offer_cancel: ask(),
  offer_cancel_live: ask(),
  offer_move: ask(),
  offer_change: ask(),
  offer_no_password: ask(),
  offer_choice: ask(),
  offer_which: ask(),
  offer_move_choice: ask(),
  offer_cancel_other: ask(),
  undo_no_change: info(),
  zone_which: ask(),
  offer_double: ask(),
  offer_remind: ask(),
  draft_when: ask(),
  draft_which_day: ask(),
  late_not_done: warning({ title: 'title_late' }),
  late_past: warning({ title: 'title_late' }),
  offer_waiting: info(),
  offer_declined: info(),
  offer_gone: info(),
  undo_nothing: info(),
  thanks: info(),
  stays: info(),
  if_then: info(),
  cannot_remind: info(),
  cannot_free: info(),
  cannot_room: info(),
  cannot_deadline: info(),
};

/** What the platform refused; most of it concerns no field. */
const ERRORS: Readonly<Partial<Record<SayKey, Look>>> = {
  error_call_record: error({ field: 'record' }),
  error_host_refused: error({ field: 'hosts' }),
  error_password_refused: error({ field: 'password' }),
  error_too_many_hosts: error({ field: 'hosts' }),
};

const TITLES = { ok: 'notice_ok', info: 'notice_info', warning: 'notice_warning', error: 'notice_error' } as const;

export interface NoticeLook {
  tone: Tone;
  title: PlainKey;
  field: FormField | null;
}

export function lookOf({ key }: Pick<Say, 'key'>): NoticeLook {
  const { tone, title, field } = own(key) ?? (key.startsWith('error_') ? error() : info());
  return { tone, title: title ?? TITLES[tone], field: field ?? null };
}

const REFUSING: ReadonlySet<PlainKey> = new Set([
  'title_not_allowed',
  'title_not_found',
  'title_not_open',
  'title_not_booked',
  'title_enough',
  'title_time',
  'title_late',
  'title_here',
]);
/** Refusals under the heading of any other word. */
const REFUSALS: ReadonlySet<SayKey> = new Set<SayKey>(['admin_only', 'not_understood', 'undo_late', 'undo_nothing']);

/** Does it say why something was not done. */
export function refuses(said: Pick<Say, 'key'>): boolean {
  const { tone, title } = lookOf(said);
  return tone === 'warning' || tone === 'error' || REFUSING.has(title) || REFUSALS.has(said.key);
}

const own = (key: SayKey): Look | undefined => (key in NOTICES ? NOTICES[key as keyof typeof NOTICES] : ERRORS[key]);

/** Beside which field of a form a refusal stands; null: it is none, or concerns no field. */
export function fieldOf(refusal: Say): FormField | null {
  const { tone, field } = lookOf(refusal);
  return tone === 'warning' || tone === 'error' ? field : null;
}
