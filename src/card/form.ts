import type { Submit } from '../domain/action.ts';
import type { PlainKey, Say } from '../domain/say.ts';
import type { Draft, View } from '../domain/view.ts';
import { isOpenId } from '../text/ink.ts';
import { each } from '../text/languages.ts';
import type { CardTree, DateTimePicker, Option, PersonPicker } from './elements.ts';
import { accessOptions, complaint, field, fieldRow, form, input, lengthOptions, select } from './fields.ts';
import { frame } from './frame.ts';
import { markdown, option, plainText, red } from './parts.ts';
import { zoneName } from './times.ts';
import { marked, words } from './words.ts';

type FormView = Extract<View, { show: 'form' }>;

/** As long as a topic is kept. */
const MOST_TOPIC = 200;
const MOST_PASSWORD = 9;
/** As much of a wrong one as is shown again. */
const MOST_TYPED = 40;
const MOST_HOSTS = 10;
const MOST_PEOPLE = 50;

/** `2026-01-31 15:00`; anything else would break the picker. */
const PICKED = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;

/** Sentences for a chat, in words that fit a form. */
const IN_FORM: Partial<Record<Say['key'], PlainKey>> = { past: 'form_past' };

const fitting = (error: Say | undefined): Say | undefined => {
  const key = error && IN_FORM[error.key];
  return key ? { key } : error;
};

/** Books or changes a meeting. What was typed stays, what is wrong with it stands below. */
export function formCard(view: FormView): CardTree {
  const { mode, draft, zone, was } = view;
  const title = words(`form_${mode}`);
  const count = Object.keys(view.errors).length;
  const below = (name: keyof FormView['errors']) => ({ error: fitting(view.errors[name]) });
  const start = each((lang) => words('field_start', { zone: zoneName(zone)[lang] })[lang]);
  const { options, chosen } = access(view);
  const hint = words(mode === 'book' ? 'hint_password' : 'hint_password_change');
  const wasAt = was && words('form_was', { start: { at: was.startAt, zone }, end: { at: was.endAt, zone } });
  return frame({
    title,
    template: count > 0 ? 'orange' : 'blue',
    icon: 'calendar_outlined',
    summary: title,
    elements: [
      ...(view.failed
        ? [markdown(red(marked(mode === 'book' ? 'form_not_booked' : 'form_not_changed', { why: [fitting(view.failed) ?? view.failed] })))]
        : count > 0
          ? [markdown(red(words('form_look', { count })))]
          : []),
      form(
        mode,
        [
          fieldRow(field(words('field_topic'), input('topic', topicOf(draft), words('hint_topic'), MOST_TOPIC), below('topic'))),
          fieldRow(
            field(start, picker(draft, zone), { ...below('start'), note: wasAt }),
            field(
              words('field_minutes'),
              select('minutes', lengthOptions(draft.minutes), draft.minutes, words('hint_minutes')),
              below('minutes'),
            ),
          ),
          fieldRow(
            field(words('field_password'), input('password', draft.password.slice(0, MOST_TYPED), hint, MOST_PASSWORD), below('password')),
            field(words('field_access'), select('access', options, chosen, words('hint_access')), below('access')),
          ),
          fieldRow(field(words('field_hosts'), hosts(draft), below('hosts'))),
          { tag: 'checker', name: 'record', checked: draft.record, text: plainText(words('field_record')) },
          ...(view.errors.record ? [complaint(view.errors.record)] : []),
        ],
        { text: words(mode === 'book' ? 'book' : 'save'), act: submitOf(view) },
      ),
    ],
  });
}

const submitOf = ({ mode, meetingId, chatId }: FormView): Submit =>
  mode === 'book'
    ? { act: 'submit_book', ...(chatId ? { chatId } : {}) }
    : mode === 'change'
      ? { act: 'submit_change', id: meetingId ?? '' }
      : { act: 'submit_series', series: meetingId ?? '' };

const topicOf = ({ topic }: Draft): string => Array.from(topic).slice(0, MOST_TOPIC).join('');

/** What is picked is meant in the zone that stands above it, whatever zone the client is in. */
const picker = (draft: Draft, zone: string): DateTimePicker => ({
  tag: 'picker_datetime',
  name: `start__${encodeURIComponent(zone).replaceAll('%', '.')}`,
  placeholder: plainText(words('hint_start')),
  width: 'fill',
  ...(PICKED.test(draft.start) ? { initial_datetime: draft.start } : {}),
});

function hosts(draft: Draft): PersonPicker {
  const chosen = draft.hosts.filter(isOpenId).slice(0, MOST_HOSTS);
  return {
    tag: 'multi_select_person',
    name: 'hosts',
    placeholder: plainText(words('hint_hosts')),
    width: 'fill',
    ...(chosen.length > 0 ? { selected_values: chosen } : {}),
  };
}

/** People that were named have no field of their own: their choice says itself who they are. */
function access({ draft, inGroup }: FormView): { options: Option[]; chosen: string } {
  const options = accessOptions(inGroup || draft.access === 'chat' ? ['anyone', 'company', 'chat'] : ['anyone', 'company']);
  if (draft.access !== 'people') return { options, chosen: draft.access };
  const named = (draft.people ?? []).filter(isOpenId).slice(0, MOST_PEOPLE);
  const chosen = named.length > 0 ? `people:${named.join()}` : 'people';
  options.push(option(chosen, named.length > 0 ? words('audience_people', { count: named.length }) : words('access_people')));
  return { options, chosen };
}
