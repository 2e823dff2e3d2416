import type { View } from '../domain/view.ts';
import { isOpenId } from '../text/ink.ts';
import { each } from '../text/languages.ts';
import type { CardTree } from './elements.ts';
import { accessOptions, field, fieldRow, form, input, lengthOptions, select } from './fields.ts';
import { frame } from './frame.ts';
import { markdown, option, plainText, red } from './parts.ts';
import { zoneName } from './times.ts';
import { words } from './words.ts';

type Form = Extract<View, { show: 'form' }>;

/** As long as a topic is kept. */
const MOST_TOPIC = 200;
const MOST_PASSWORD = 9;
const MOST_HOSTS = 10;
const MOST_PEOPLE = 50;

/** `2026-01-31 15:00`; anything else would break the picker. */
const PICKED = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;

/** Books or changes a meeting. What was typed stays, what is wrong with it stands below. */
export function formCard({ mode, meetingId, draft, errors, zone, inGroup, chatId }: Form): CardTree {
  const title = words(mode === 'book' ? 'form_book' : 'form_change');
  const wrong = Object.keys(errors).length > 0;
  const access = accessOptions(inGroup || draft.access === 'chat' ? ['anyone', 'company', 'chat'] : ['anyone', 'company']);
  // A form has no field for them, so that choice says itself who they are.
  const invited = (draft.people ?? []).filter(isOpenId).slice(0, MOST_PEOPLE);
  const people = invited.length > 0 ? `people:${invited.join()}` : 'people';
  if (draft.access === 'people')
    access.push(option(people, invited.length > 0 ? words('audience_people', { count: invited.length }) : words('access_people')));
  const hosts = draft.hosts.filter(isOpenId).slice(0, MOST_HOSTS);
  const start = each((lang) => words('field_start', { zone: zoneName(zone)[lang] })[lang]);
  return frame({
    title,
    template: wrong ? 'orange' : 'blue',
    icon: 'calendar_outlined',
    summary: title,
    elements: [
      ...(wrong ? [markdown(red(words('form_look')))] : []),
      form(
        mode,
        [
          fieldRow(
            field(
              words('field_topic'),
              input('topic', Array.from(draft.topic).slice(0, MOST_TOPIC).join(''), words('hint_topic'), MOST_TOPIC),
              errors.topic,
            ),
          ),
          fieldRow(
            field(
              start,
              {
                tag: 'picker_datetime',
                // What is picked is meant in the zone that stands above it, whatever zone the client is in.
                name: `start__${encodeURIComponent(zone).replaceAll('%', '.')}`,
                placeholder: plainText(words('hint_start')),
                width: 'fill',
                ...(PICKED.test(draft.start) ? { initial_datetime: draft.start } : {}),
              },
              errors.start,
            ),
            field(
              words('field_minutes'),
              select('minutes', lengthOptions(draft.minutes), draft.minutes, words('hint_minutes')),
              errors.minutes,
            ),
          ),
          fieldRow(
            field(
              words('field_password'),
              input(
                'password',
                draft.password.slice(0, 40),
                words(mode === 'book' ? 'hint_password' : 'hint_password_change'),
                MOST_PASSWORD,
              ),
              errors.password,
            ),
            field(
              words('field_access'),
              select('access', access, draft.access === 'people' ? people : draft.access, words('hint_access')),
              errors.access,
            ),
          ),
          fieldRow(
            field(
              words('field_hosts'),
              {
                tag: 'multi_select_person',
                name: 'hosts',
                placeholder: plainText(words('hint_hosts')),
                width: 'fill',
                ...(hosts.length > 0 ? { selected_values: hosts } : {}),
              },
              errors.hosts,
            ),
          ),
          { tag: 'checker', name: 'record', checked: draft.record, text: plainText(words('field_record')) },
        ],
        {
          text: words(mode === 'book' ? 'book' : 'save'),
          act: mode === 'book' ? { act: 'submit_book', ...(chatId ? { chatId } : {}) } : { act: 'submit_change', id: meetingId ?? '' },
        },
      ),
    ],
  });
}
