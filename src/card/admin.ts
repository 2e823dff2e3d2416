import type { View } from '../domain/view.ts';
import { changedNames } from './deeds.ts';
import type { CardTree, Element, Words } from './elements.ts';
import { frame } from './frame.ts';
import { actButton, aside, code, grouped, label, markdown, personSelect, row } from './parts.ts';
import { join, marked, weave, words } from './words.ts';

type Panel = Extract<View, { show: 'admin' }>;

const rule: Element = { tag: 'hr' };

/** How the bot is doing today, what was given up, and what one person did of late. */
export function adminCard(view: Panel): CardTree {
  const { jobs, trouble } = view;
  const title = words('admin_title');
  const well = trouble.length === 0 && jobs.dead === 0;
  return frame({
    title,
    template: well ? 'blue' : 'orange',
    icon: 'setting_outlined',
    summary: weave`${title} · ${words('admin_today', view.today)}`,
    elements: [
      markdown(words('admin_today', view.today), { text_size: 'heading' }),
      label(words('admin_jobs', jobs)),
      ...(trouble.length === 0 ? [label(words('admin_well'))] : trouble.map(troubleLine)),
      ...view.dead.flatMap((letter) => [rule, ...deadLetter(letter, view)]),
      ...(jobs.dead > view.dead.length ? [aside(words('admin_more_dead', { count: jobs.dead - view.dead.length }))] : []),
      ...(view.people.length > 0
        ? [rule, personSelect(words('admin_person_hint'), view.people, { act: 'admin' }, view.person?.openId ?? null)]
        : []),
      ...(view.person ? deeds(view.person, view) : []),
      row([actButton(words('refresh'), { act: 'admin' })]),
    ],
  });
}

const troubleLine = ({ api, code, seconds }: Panel['trouble'][number]): Element =>
  markdown(seconds === null ? marked('admin_refused', { api, code: String(code ?? '–') }) : marked('admin_limited', { api, seconds }));

function deadLetter({ id, kind, at, error }: Panel['dead'][number], { zone }: Panel): Element[] {
  const why = error === null ? [] : [code(error.replaceAll('`', "'"))];
  return [
    markdown(join([marked('admin_dead', { kind, at: { at, zone } }), ...why], '\n')),
    row([actButton(words('admin_replay'), { act: 'replay', job: id }, { size: 'small' })]),
  ];
}

function deeds({ openId, entries }: NonNullable<Panel['person']>, { zone }: Panel): Element[] {
  const head = markdown(marked('admin_person', { who: { user: openId } }));
  if (entries.length === 0) return [head, label(words('admin_person_none'))];
  const lines = entries.map(
    ({ at, did, meetingNo, fields }): Words =>
      weave`${marked(`admin_${did}`, { at: { at, zone } })} ${code(grouped(meetingNo))}${changedNames(fields)}`,
  );
  return [head, markdown(join(lines, '\n'))];
}
