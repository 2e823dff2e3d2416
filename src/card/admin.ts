import type { Say } from '../domain/say.ts';
import type { View } from '../domain/view.ts';
import { changedNames, meetingNamed } from './deeds.ts';
import type { CardTree, Element, Words } from './elements.ts';
import { frame } from './frame.ts';
import { actButton, aside, code, label, markdown, personSelect, row } from './parts.ts';
import { join, marked, same, told, weave, words } from './words.ts';

type Panel = Extract<View, { show: 'admin' }>;

const rule: Element = { tag: 'hr' };

/** How the bot is doing today, whether Feishu is slow, what was not done and why, and what one person did of late. */
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
      ...(view.about === 'failed' ? [...undoneLines(view), ...paceLines(view)] : [...paceLines(view), ...undoneLines(view)]),
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

/** Is Feishu slow: what it refuses now, and how long it took in the last hour. */
function paceLines({ trouble, pace }: Panel): Element[] {
  const refused = trouble.length === 0 ? [label(words('admin_well'))] : trouble.map(troubleLine);
  if (pace === null || pace.calls === 0) return [...refused, label(words('admin_pace_none'))];
  const slow = pace.half >= SLOW || (pace.answerHalf ?? 0) >= SLOW_ANSWER;
  const { slowest } = pace;
  const figures = words('admin_pace', { count: pace.calls, half: Math.round(pace.half) });
  const most = slowest ? marked('admin_pace_slowest', { seconds: tenths(slowest.ms), api: slowest.api }) : same('');
  const answers =
    pace.answerHalf === null || pace.answerSlowest === null
      ? []
      : [label(words('admin_answers', { half: tenths(pace.answerHalf), slowest: tenths(pace.answerSlowest) }))];
  return [
    ...refused,
    markdown(weave`**${words(slow ? 'admin_slow' : 'admin_quick')}** ${figures}${most}`),
    ...answers,
    ...pace.failed.map(({ api, outcome, count }) => markdown(marked('admin_call_failed', { api, code: outcome, count }))),
  ];
}

/** Half of the calls take longer than that: people notice. */
const SLOW = 1000;
const SLOW_ANSWER = 3000;
const tenths = (ms: number): number => Math.round(ms / 100) / 10;

/** What failed today, and why. */
function undoneLines({ undone: { groups, more }, zone }: Panel): Element[] {
  if (groups.length === 0) return [label(words('admin_undone_none'))];
  const lines = groups.map(
    ({ count, last, ...why }): Words =>
      weave`${marked('admin_undone', { count, at: { at: last.at, zone }, who: { user: last.personId } })} ${reasonOf(why)}`,
  );
  return [
    markdown(weave`**${words('admin_undone_title')}**`),
    markdown(join(lines, '\n')),
    ...(more > 0 ? [aside(words('admin_undone_more', { count: more }))] : []),
  ];
}

const reasonOf = ({ say, error }: { say: Say | null; error: string | null }): Words =>
  say ? told(say, 'markdown') : error === null ? same('') : code(error.replaceAll('`', "'"));

function deadLetter({ id, kind, at, error }: Panel['dead'][number], { zone }: Panel): Element[] {
  const why = error === null ? [] : [code(error.replaceAll('`', "'"))];
  return [
    markdown(join([marked('admin_dead', { kind, at: { at, zone } }), ...why], '\n')),
    row([actButton(words('admin_replay'), { act: 'replay', job: id }, { size: 'small' })]),
  ];
}

function deeds({ openId, entries, refused }: NonNullable<Panel['person']>, { zone }: Panel): Element[] {
  const head = markdown(marked('admin_person', { who: { user: openId } }));
  const refusals = refused.map(({ at, ...why }): Words => weave`${marked('admin_refused_then', { at: { at, zone } })} ${reasonOf(why)}`);
  const not = refusals.length > 0 ? [markdown(weave`**${words('admin_refused_title')}**`), markdown(join(refusals, '\n'))] : [];
  if (entries.length === 0) return [head, label(words('admin_person_none')), ...not];
  const lines = entries.map(
    ({ at, did, meetingNo, fields }): Words =>
      weave`${marked(`admin_${did}`, { at: { at, zone } })} ${meetingNamed(meetingNo)}${changedNames(fields)}`,
  );
  return [head, markdown(join(lines, '\n')), ...not];
}
