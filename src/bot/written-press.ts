/** A button's label, written instead of pressed: the same act, on what the message replies to or what was just spoken of. */
import type { Asked, Memory } from '../conversation/memory.ts';
import type { Act } from '../domain/action.ts';
import type { Incoming } from '../domain/event.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Series } from '../domain/series.ts';
import type { Ask } from '../meeting/ask.ts';
import { guestsOf } from '../meeting/guests.ts';
import { AHEAD } from '../meeting/rules.ts';
import { plain } from '../text/ink.ts';
import { LANGS } from '../text/languages.ts';
import { say } from '../text/say.ts';
import { plainLabel, spokenLabel } from '../text/spoken.ts';
import type { SpokenLabel } from '../text/spoken-labels.ts';
import { type Answer, tell, thisOne } from './answer.ts';
import { nextOf } from './change-series.ts';
import type { Deps } from './deps.ts';
import type { Press } from './press.ts';
import { seriesHere } from './series-here.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** What the label is about decides what it does. */
type Doing =
  | { about: 'meeting'; act(id: string): Act; fits?(meeting: Meeting, ask: Ask): boolean }
  | { about: 'series'; act(id: string): Act };

const ofMeeting = (act: (id: string) => Act, fits?: (meeting: Meeting, ask: Ask) => boolean): Doing => ({
  about: 'meeting',
  act,
  ...(fits ? { fits } : {}),
});
const ofSeries = (act: (id: string) => Act): Doing => ({ about: 'series', act });

const isAskedTo = (meeting: Meeting, { from }: Ask): boolean => guestsOf(meeting).includes(from);

const stop = ofSeries((series) => ({ act: 'series_stop', series, sure: true }));
const skip = ofSeries((series) => ({ act: 'series_skip', series }));
const show = ofMeeting((id) => ({ act: 'show', id }));

const DOING: Record<SpokenLabel, Doing> = {
  absent: ofMeeting((id) => ({ act: 'absent', id }), isAskedTo),
  absent_undo: ofMeeting((id) => ({ act: 'absent', id, back: true }), isAskedTo),
  again: ofMeeting((id) => ({ act: 'again', id })),
  attendance: ofMeeting((id) => ({ act: 'attendance', id })),
  join_back: show,
  recording_open: show,
  series_all_of_it: stop,
  series_change: ofSeries((series) => ({ act: 'series_change', series })),
  series_next: ofSeries((series) => ({ act: 'series_next', series })),
  series_only_this: skip,
  series_skip: skip,
  series_skip_day: skip,
  series_stop: stop,
  series_stop_sure: stop,
  snooze: ofMeeting(
    (id) => ({ act: 'snooze', id }),
    () => true,
  ),
  zone_other: ofMeeting((id) => ({ act: 'zone_other', id })),
};

/** Null: no label, or nothing that it could be about; it is read as any other sentence. */
export async function writtenPress({ content, mentions }: Message, memory: Memory, ask: Ask, deps: Deps): Promise<Press | Answer | null> {
  if (content.type === 'other') return null;
  const text = mentions.reduce((rest, { key, name }) => rest.replaceAll(key, ' ').replaceAll(`@${name}`, ' '), content.text);
  const shown = memory.asked?.acts.find((one) => isLabelled(one, text) && stillCounts(one.act, memory));
  if (shown) return shown.act.act === 'decline' ? null : pressOf(shown.act, ask);
  const label = spokenLabel(text);
  if (label === null) return null;
  const doing = DOING[label];
  return doing.about === 'series' ? ofTheSeries(label, doing.act, memory, ask, deps) : ofTheMeeting(doing, memory, ask, deps);
}

/** Nothing was pressed that could be redrawn. */
const pressOf = (act: Act, ask: Ask): Press => ({ act, form: {}, option: null, ask: { ...ask, about: null } });

/** An offer that is settled is none any more. */
const stillCounts = (act: Act, { open }: Memory): boolean => !('offer' in act) || open?.id === act.offer;

const isLabelled = ({ label }: Asked['acts'][number], text: string): boolean =>
  LANGS.some((lang) => plainLabel(say(label, lang, plain)) === plainLabel(text));

/** What the message replies to, else what this person did or saw here last. */
async function subject(memory: Memory, { about }: Ask, deps: Deps): Promise<{ meeting: Meeting | null; series: Series | null } | null> {
  const replied = about === null ? null : await deps.store.byMessage(about);
  const series = about === null || replied ? null : await deps.series.byMessage(about);
  if (series) return { series, meeting: (await nextOf(series, deps))[0]?.meeting ?? null };
  const [latest] = memory.deeds;
  const meeting = replied ?? (about === null && latest ? await deps.store.get(latest.meetingId) : null);
  return meeting && { meeting, series: meeting.series ? await deps.series.get(meeting.series.id) : null };
}

/** More would not fit a card. */
const MOST = 8;

async function ofTheSeries(label: SpokenLabel, act: (id: string) => Act, memory: Memory, ask: Ask, deps: Deps) {
  const known = await subject(memory, ask, deps);
  if (known?.series) return pressOf(act(known.series.id), ask);
  // 跳过 is said of a single meeting as well.
  if (known && (ask.about !== null || label.startsWith('series_skip'))) return null;
  const among = (await seriesHere(ask, deps, { limit: MOST })).map(({ id, plan, rrule, firstAt, zone }) => {
    const args = { topic: plan.topic ?? '', rule: { rrule }, at: { at: firstAt, zone } };
    return { label: { key: 'series_named' as const, args }, act: act(id) };
  });
  return oneOf(among, ask);
}

async function ofTheMeeting({ act, fits }: Extract<Doing, { about: 'meeting' }>, memory: Memory, ask: Ask, deps: Deps) {
  const known = await subject(memory, ask, deps);
  if (known?.meeting && (!fits || ask.about !== null || fits(known.meeting, ask))) return pressOf(act(known.meeting.id), ask);
  if (!fits) return null;
  const { meetings } = await deps.store.find({
    chatId: ask.place.chatId,
    statuses: AHEAD,
    from: deps.now(),
    order: 'start',
    limit: MOST,
    offset: 0,
  });
  const among = meetings.filter((meeting) => fits(meeting, ask)).map((meeting) => ({ label: thisOne(meeting), act: act(meeting.id) }));
  return oneOf(among, ask);
}

/** Of several the one that is meant is asked for. */
function oneOf(acts: Asked['acts'], ask: Ask): Press | Answer {
  const [one, ...others] = acts;
  if (!one) return tell({ key: 'written_none' });
  if (others.length === 0) return pressOf(one.act, ask);
  const used = acts.map(({ label, act }) => ({ label, act: { ...act, onto: 'own' as const } }));
  return { view: { show: 'notice', say: { key: 'written_which' }, acts: used }, to: 'asker' };
}
