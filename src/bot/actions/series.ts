import type { ActName, ActOf } from '../../domain/action.ts';
import type { Occurrence, Series } from '../../domain/series.ts';
import type { View } from '../../domain/view.ts';
import type { Ask } from '../../meeting/ask.ts';
import { pickerTime } from '../../meeting/draft.ts';
import { isComplete, readForm, slotsOf } from '../../meeting/form.ts';
import { ASK_WINDOW, MAX_MEMBERS, MINUTE, type When } from '../../meeting/rules.ts';
import { upcoming } from '../../meeting/series.ts';
import { type Answer, formPlace, line, tell } from '../answer.ts';
import { changeSeries, moveToWorkday, nextOf, seriesProblem, skipDay, stopSeries } from '../change-series.ts';
import type { Deps } from '../deps.ts';
import { formView } from '../form-view.ts';
import type { Opening, Press } from '../press.ts';
import { repeatedOnSeries } from '../series-deeds.ts';
import { seriesView } from '../series-view.ts';
import { showNext } from '../show-series.ts';
import { again, doing, type OnPress, type Presses, refused } from './action.ts';

type OnSeries = Extract<ActName, `${string}series${string}`>;

interface SeriesPress<A extends OnSeries> {
  /** It changes the series: for its owner and hosts, while it runs. */
  touch: boolean;
  open(series: Series, press: Press<ActOf<A>>, deps: Deps): Opening | Promise<Opening>;
  run(series: Series, press: Press<ActOf<A>>, deps: Deps): Promise<Answer | null>;
}

const found = ({ act }: Press, deps: Deps): Promise<Series | null> => deps.series.get((act as { series: string }).series);

/** May this person know of it: it is of this chat, theirs, or of a chat that they are in. */
export async function mayLook(series: Series, { from, place }: Ask, deps: Deps): Promise<boolean> {
  if (series.chatId === place.chatId || series.ownerId === from || series.plan.hostIds.includes(from)) return true;
  if (series.chatKind === 'direct') return false;
  return (await deps.directory.members(series.chatId, MAX_MEMBERS).catch(() => null))?.ids.includes(from) ?? false;
}

/** A press on what belongs to one series: found, and refused to those who may not, in one place. */
const onSeries = <A extends OnSeries>(o: SeriesPress<A>): OnPress<A> => ({
  async open(press, deps) {
    const series = await found(press as Press, deps);
    if (!series || !(await mayLook(series, press.ask, deps))) return refused({ key: 'not_found' });
    // A run that is repeated finds it as it made it.
    if (o.touch && (await deps.changes.get(press.ask.id))) return doing('doing_series');
    const no = o.touch ? seriesProblem(series, press.ask.from) : null;
    return no ? refused(no) : o.open(series, press, deps);
  },
  async run(press, deps) {
    const series = await found(press as Press, deps);
    if (!series) return tell({ key: 'not_found' });
    const before = o.touch ? await repeatedOnSeries(press.ask, deps) : null;
    if (before) return before;
    const no = o.touch ? seriesProblem(series, press.ask.from) : null;
    return no ? tell(no) : o.run(series, press, deps);
  },
});

/** The day that a button names, if it is still to come; without one, the next. */
const dayOf = (series: Series, day: string | undefined, deps: Deps) =>
  upcoming(series, deps.now(), 60).find((one) => day === undefined || one.day === day) ?? null;

async function formOf(series: Series, ask: Ask, deps: Deps): Promise<Answer> {
  const [next] = await nextOf(series, deps);
  const { plan, length } = series;
  const draft: Extract<View, { show: 'form' }>['draft'] = {
    topic: plan.topic ?? '',
    start: next ? pickerTime(next.startAt, ask.zone) : '',
    minutes: String(Math.round(length / MINUTE)),
    hosts: plan.hostIds,
    password: plan.password.set === 'digits' ? plan.password.digits : '',
    record: plan.record,
    access: plan.join.who,
  };
  return {
    view: { show: 'form', mode: 'series', meetingId: series.id, draft, errors: {}, zone: ask.zone, ...formPlace(ask.place) },
    to: 'asker',
  };
}

const read = ({ form, ask }: Press<ActOf<'submit_series'>>) => readForm(form, ask.zone, ask.at);

export const presses = {
  series_next: onSeries<'series_next'>({
    touch: false,
    open: () => doing('doing_series'),
    run: (series, _, deps) => showNext(series, deps),
  }),

  series_skip: onSeries<'series_skip'>({
    touch: true,
    open: (series, { act }, deps) => (dayOf(series, act.day, deps) ? doing('doing_series') : refused({ key: 'stale_button' })),
    async run(series, { act, ask }, deps) {
      const one = dayOf(series, act.day, deps);
      // Pressed twice: it is skipped already.
      return one ? skipDay(series, one, ask, deps) : null;
    },
  }),

  series_shift: onSeries<'series_shift'>({
    touch: true,
    open: (series, { act }, deps) => (dayOf(series, act.day, deps) ? doing('doing_series') : refused({ key: 'stale_button' })),
    async run(series, { act, ask }, deps) {
      const one = dayOf(series, act.day, deps);
      return one ? moveToWorkday(series, one, ask, deps) : null;
    },
  }),

  series_stop: onSeries<'series_stop'>({
    touch: true,
    async open(series, { act, ask }, deps) {
      if (act.sure && (act.until === undefined || ask.at < act.until)) return doing('doing_series');
      return { toast: null, view: { ...(await seriesView(series, deps)), asksStop: ask.at + ASK_WINDOW }, work: false };
    },
    run: (series, { act, ask }, deps) => (act.sure ? stopSeries(series, ask, deps) : Promise.resolve(null)),
  }),

  series_keep: onSeries<'series_keep'>({
    touch: false,
    open: async (series, _, deps) => ({ toast: null, view: await seriesView(series, deps), work: false }),
    run: async () => null,
  }),

  series_change: onSeries<'series_change'>({
    touch: true,
    open: () => doing('doing_form'),
    run: (series, { ask }, deps) => formOf(series, ask, deps),
  }),

  submit_series: onSeries<'submit_series'>({
    touch: true,
    open(series, press) {
      const form = read(press);
      if (isComplete(form)) return doing('doing_change', line({ key: 'form_sent' }));
      return again({ key: 'form_look', args: { count: Object.keys(form.errors).length } }, formView('series', series.id, form, press.ask));
    },
    async run(series, press, deps) {
      const { ask } = press;
      const form = read(press);
      if (!isComplete(form)) return { view: formView('series', series.id, form, ask), to: 'asker' };
      const { startAt, endAt } = form;
      const slots = slotsOf(form.draft, null);
      // A picker shows minutes only.
      const start = (next: Occurrence): number => (pickerTime(next.startAt, form.zone) === form.draft.start ? next.startAt : startAt);
      const to = (next: Occurrence): When => ({ startAt: start(next), endAt: start(next) + endAt - startAt, zone: series.zone });
      return changeSeries(series, (next) => ({ to: to(next), slots }), ask, deps);
    },
  }),
} satisfies Partial<Presses>;
