/** When a message is not simply done. Rows do not depend on their order: the most careful one that holds decides. */
import type { Act, Intent } from '../../domain/intent.ts';
import type { Fact } from './fact.ts';

type Want = Intent['want'];

/** Such a question is answered with what there is. */
export const ABOUT_MEETINGS = 'a question about a meeting';

export interface Rule {
  wants: readonly Want[];
  /** All of these, and none of `unless`. */
  when: readonly Fact[];
  unless?: readonly Fact[];
  act: Exclude<Act, 'do'>;
  because: string;
}

/** What doing it would write beyond the answer; `null`: nothing, or only what the asker takes back or chooses on a card. */
const WRITTEN: Readonly<Record<Want, 'booking' | 'change' | 'setting' | null>> = {
  book: 'booking',
  cancel: 'change',
  move: 'change',
  extend: 'change',
  change: 'change',
  call: 'change',
  settings: 'setting',
  undo: null,
  share: null,
  invitation: null,
  list: null,
  show: null,
  who: null,
  deeds: null,
  why: null,
  admin: null,
  help: null,
  agree: null,
  decline: null,
  nothing: null,
};

const writing = (...what: (string | null)[]): readonly Want[] =>
  (Object.keys(WRITTEN) as Want[]).filter((want) => what.includes(WRITTEN[want]));
const CHANGES = writing('change');
const BOOK = writing('booking');
const WRITES = writing('booking', 'change');
/** A setting is said in sentences of its own: “my time zone is …”. */
const ALL = writing('booking', 'change', 'setting');
const KIND: readonly Fact[] = ['polite', 'wants', 'delegates', 'imperative'];

/** Reasons that hold whatever was said before: the message is about something else, asks, wishes or refuses. */
export const WHATEVER_BEFORE: ReadonlySet<string> = new Set([
  'about something else',
  'something else is to be done',
  'a question',
  'a question about something else',
  'a wish or a guess',
  'only if',
  'refuses',
  'quotes somebody',
  'stays as it is',
  'mocks',
]);

/** Nothing but when. */
export const TIME_ALONE = 'a time alone';

export const MAY_NAME = 'may name a meeting';

/** It may be the name of a meeting all the same. */
export const NAME_UNKNOWN = 'the name of no meeting';

/** Certain as soon as a meeting was spoken of. */
export const NO_MEETING = 'said of no meeting';

export const RULES: readonly Rule[] = [
  { wants: ALL, when: ['code'], act: 'none', because: 'about something else' },
  { wants: CHANGES, when: ['quoted'], act: 'none', because: 'quotes somebody' },
  { wants: WRITES, when: ['refuses'], unless: ['order'], act: 'none', because: 'refuses' },
  { wants: ALL, when: ['if'], unless: ['order'], act: 'none', because: 'only if' },
  { wants: WRITES, when: ['wishes'], unless: ['order'], act: 'none', because: 'a wish or a guess' },
  {
    wants: [...BOOK, 'cancel', 'move', 'extend', 'call'],
    when: ['errand'],
    unless: ['order'],
    act: 'none',
    because: 'something else is to be done',
  },
  {
    wants: BOOK,
    when: ['pointed'],
    unless: ['books', 'meets', 'makes', 'wonders', 'asks'],
    act: 'none',
    because: 'something else is to be done',
  },
  {
    wants: BOOK,
    when: ['pointed', 'makes'],
    unless: ['books', 'meets', 'meeting', 'wonders', 'asks'],
    act: 'none',
    because: 'something else is to be done',
  },
  { wants: BOOK, when: ['unknown-deed'], unless: ['slotted'], act: 'none', because: 'something else is to be done' },
  { wants: ALL, when: ['thing'], unless: ['slotted'], act: 'none', because: 'about something else' },
  { wants: WRITES, when: ['stays'], unless: ['polite', 'wants', 'books', 'delegates'], act: 'none', because: 'stays as it is' },
  { wants: BOOK, when: ['happens'], unless: ['order', 'meeting'], act: 'none', because: 'tells of something' },
  { wants: BOOK, when: ['exclaims'], unless: ['polite', 'wants', 'books', 'delegates'], act: 'none', because: 'tells of something' },
  { wants: CHANGES, when: ['news'], act: 'ask', because: 'news' },
  { wants: CHANGES, when: ['marked'], unless: ['polite', 'wants', 'wonders', 'delegates'], act: 'ask', because: 'is not sure' },
  { wants: WRITES, when: ['parts'], unless: ['order'], act: 'none', because: 'says goodbye' },

  { wants: [...CHANGES, 'settings'], when: ['object'], unless: ['form'], act: 'none', because: 'about something else' },
  {
    wants: CHANGES,
    when: ['kept'],
    unless: ['named-unknown', ...KIND.filter((fact) => fact !== 'imperative')],
    act: 'none',
    because: 'stays as it is',
  },
  { wants: CHANGES, when: ['named-unknown', 'done'], unless: ['meeting', 'polite', 'disposes'], act: 'none', because: NAME_UNKNOWN },
  {
    wants: ['move', 'extend'],
    when: ['named-unknown'],
    unless: ['meeting', 'form', 'disposes', ...KIND],
    act: 'none',
    because: NAME_UNKNOWN,
  },
  { wants: CHANGES, when: ['elsewhere'], unless: ['polite', 'wants', 'delegates'], act: 'none', because: 'tells of something' },
  { wants: ['extend'], when: ['wonders', 'usual'], unless: ['polite'], act: 'ask', because: 'wonders whether' },
  { wants: CHANGES, when: ['passive'], unless: KIND, act: 'none', because: 'tells of others' },
  { wants: CHANGES, when: ['votes'], unless: KIND, act: 'none', because: 'an answer' },
  { wants: BOOK, when: ['votes'], unless: ['order', 'form'], act: 'none', because: 'an answer' },
  {
    wants: BOOK,
    when: ['predicate', 'meeting'],
    unless: ['order', 'bare', 'form', 'wishing', 'deliberates', 'asks'],
    act: 'none',
    because: 'tells of a meeting',
  },
  { wants: BOOK, when: ['news', 'loose'], unless: ['order'], act: 'none', because: 'news' },
  { wants: [...CHANGES, 'settings'], when: ['machine'], act: 'none', because: 'about something else' },
  { wants: ['call'], when: ['more'], act: 'ask', because: 'says more than a number' },
  { wants: [...CHANGES, 'settings'], when: ['asks'], act: 'none', because: 'a question' },
  { wants: CHANGES, when: ['deliberates'], unless: ['polite'], act: 'ask', because: 'thinks it over' },
  { wants: ['cancel'], when: ['wonders'], unless: ['polite', 'disposes'], act: 'ask', because: 'wonders whether' },
  {
    wants: ['cancel', 'move', 'extend', 'change'],
    when: ['named-unknown'],
    unless: ['meeting', 'form'],
    act: 'none',
    because: NAME_UNKNOWN,
  },
  { wants: CHANGES, when: ['you'], unless: KIND, act: 'none', because: 'speaks to somebody' },
  { wants: [...CHANGES, 'settings'], when: ['others'], unless: KIND, act: 'none', because: 'tells of others' },
  { wants: CHANGES, when: ['relays'], unless: KIND, act: 'none', because: 'tells what was said' },
  { wants: CHANGES, when: ['reports'], unless: KIND, act: 'none', because: 'tells what was said' },
  { wants: ['settings'], when: ['reports', 'meeting'], act: 'none', because: 'tells what was said' },
  { wants: CHANGES, when: ['subject'], unless: KIND, act: 'ask', because: 'tells of others' },
  { wants: CHANGES, when: ['subject', 'done'], unless: KIND, act: 'none', because: 'tells of others' },
  {
    wants: CHANGES,
    when: ['finite'],
    unless: ['polite', 'wants', 'delegates', 'wonders', 'imperative'],
    act: 'none',
    because: 'tells of something',
  },
  { wants: CHANGES, when: ['done'], unless: ['polite'], act: 'ask', because: 'told as done' },
  { wants: CHANGES, when: ['done', 'past'], unless: ['polite'], act: 'none', because: 'is over' },
  { wants: CHANGES, when: ['told'], act: 'none', because: 'is over' },
  { wants: CHANGES, when: ['adrift'], act: 'ask', because: NO_MEETING },
  { wants: ['extend'], when: ['lasts'], unless: ['meeting'], act: 'none', because: 'very long' },
  { wants: ['settings'], when: ['lets'], unless: ['meeting'], act: 'none', because: 'about something else' },
  { wants: ['settings'], when: ['self', 'ongoing'], unless: ['meeting', 'wants'], act: 'none', because: 'tells of oneself' },

  { wants: BOOK, when: ['asks'], unless: ['order', 'meeting'], act: 'none', because: 'a question about something else' },
  { wants: BOOK, when: ['asks', 'meeting'], unless: ['order', 'wishing', 'deliberates'], act: 'ask', because: ABOUT_MEETINGS },
  { wants: BOOK, when: ['asks', 'wishing'], unless: ['order'], act: 'ask', because: 'asks, and wants one' },
  { wants: BOOK, when: ['deliberates'], unless: ['order'], act: 'ask', because: 'thinks it over' },
  { wants: BOOK, when: ['marked'], unless: ['order'], act: 'ask', because: 'is not sure' },
  { wants: BOOK, when: ['others'], unless: ['order', 'wants', 'desires', 'asks'], act: 'none', because: 'tells of others' },
  { wants: BOOK, when: ['others', 'wants'], unless: ['order', 'unable'], act: 'ask', because: 'others want it' },
  { wants: BOOK, when: ['desires'], unless: ['order'], act: 'ask', because: 'others want it' },
  { wants: BOOK, when: ['wants'], unless: ['order', 'meeting', 'form'], act: 'none', because: 'wants something else' },
  { wants: BOOK, when: ['you'], unless: ['order', 'meeting', 'asks'], act: 'none', because: 'tells of others' },
  { wants: BOOK, when: ['you', 'meeting'], unless: ['order', 'bare'], act: 'ask', because: 'speaks to somebody' },
  { wants: BOOK, when: ['reports'], unless: ['order'], act: 'none', because: 'tells what was said' },
  { wants: BOOK, when: ['quoted'], unless: ['order'], act: 'none', because: 'quotes somebody' },
  { wants: BOOK, when: ['timeless'], unless: ['order', 'bare', 'form', 'own-question'], act: 'none', because: 'no time, and no order' },
  { wants: CHANGES, when: ['suits'], act: 'none', because: 'an answer' },
  { wants: BOOK, when: ['suits'], unless: ['order'], act: 'none', because: 'an answer' },
  { wants: BOOK, when: ['makes'], unless: ['order', 'meeting', 'bare', 'set-apart'], act: 'none', because: 'something else is to be done' },
  { wants: BOOK, when: ['unable'], unless: ['order'], act: 'none', because: 'cannot come' },
  { wants: BOOK, when: ['past'], unless: ['order'], act: 'none', because: 'is over' },
  { wants: BOOK, when: ['over'], unless: ['order', 'bare', 'asks'], act: 'none', because: 'is over' },
  { wants: CHANGES, when: ['thanked'], act: 'none', because: 'tells what was said' },
  {
    wants: CHANGES,
    when: ['noted'],
    unless: ['polite', 'wants', 'wonders', 'delegates', 'disposes', 'meeting'],
    act: 'ask',
    because: 'is not sure',
  },
  { wants: BOOK, when: ['habit'], act: 'ask', because: 'tells what goes on' },
  { wants: BOOK, when: ['spoken'], unless: ['order'], act: 'ask', because: 'may be somebody else’s words' },
  { wants: ['deeds'], when: ['vague'], act: 'none', because: NAME_UNKNOWN },
  { wants: ['show'], when: ['vague'], unless: ['meeting', 'form'], act: 'none', because: NAME_UNKNOWN },
  { wants: BOOK, when: ['days'], unless: ['meeting', 'form'], act: 'none', because: 'for days, and no meeting' },
  {
    wants: BOOK,
    when: ['unknown-object', 'timeless'],
    unless: ['slotted', 'form'],
    act: 'ask',
    because: 'an order for something that may be a meeting',
  },
  {
    wants: BOOK,
    when: ['unknown-object', 'timeless', 'makes'],
    unless: ['slotted', 'form', 'books'],
    act: 'none',
    because: 'something else is to be done',
  },
  { wants: BOOK, when: ['self'], unless: ['order', 'desires', 'own-question'], act: 'none', because: 'tells of oneself' },
  { wants: WRITES, when: ['ongoing'], unless: ['order'], act: 'none', because: 'tells what goes on' },
  { wants: BOOK, when: ['clocked'], unless: ['order', 'meeting'], act: 'none', because: 'tells of something' },
  { wants: BOOK, when: ['stated', 'meeting'], unless: ['order'], act: 'ask', because: 'tells of a meeting' },
  { wants: BOOK, when: ['long-over'], unless: ['order', 'bare', 'polite', 'asks'], act: 'none', because: 'is over' },
  { wants: BOOK, when: ['narrates'], unless: ['order', 'form', 'slotted', 'polite', 'wants'], act: 'none', because: 'tells of something' },
  { wants: BOOK, when: ['deadline', 'meeting'], unless: ['order', 'form', 'slotted', 'asks'], act: 'ask', because: 'a deadline' },
  { wants: ['move'], when: ['long-over'], unless: ['polite', 'wants', 'disposes'], act: 'none', because: 'is over' },
  { wants: BOOK, when: ['now', 'rambling'], unless: ['polite', 'books'], act: 'none', because: 'now is said of something else' },
  { wants: ['change'], when: ['own-password'], act: 'none', because: 'tells of oneself' },
  { wants: WRITES, when: ['records'], unless: ['polite', 'wants', 'books', 'form'], act: 'none', because: 'news' },
  { wants: BOOK, when: ['records', 'form'], unless: ['polite', 'wants', 'books'], act: 'ask', because: 'news' },
  { wants: BOOK, when: ['invites'], unless: ['meeting'], act: 'none', because: 'an invitation' },
  { wants: BOOK, when: ['invites', 'meeting'], act: 'ask', because: 'an invitation' },
  {
    wants: BOOK,
    when: ['lets'],
    unless: ['order', 'meeting', 'slotted', 'form', 'time-alone', 'books', 'talks'],
    act: 'none',
    because: 'nothing asks for a meeting',
  },
  { wants: BOOK, when: ['holds'], unless: ['order'], act: 'ask', because: 'says that there is one' },
  { wants: BOOK, when: ['finite'], unless: ['order', 'meeting'], act: 'none', because: 'tells of something' },
  { wants: BOOK, when: ['over', 'finite'], unless: ['order', 'asks'], act: 'none', because: 'is over' },
  { wants: BOOK, when: ['finite', 'meeting'], unless: ['order'], act: 'ask', because: 'tells of a meeting' },
  { wants: BOOK, when: ['now'], unless: ['order', 'meeting'], act: 'none', because: 'now is said of something else' },
  { wants: BOOK, when: ['time-alone'], unless: ['order'], act: 'ask', because: TIME_ALONE },
  { wants: BOOK, when: ['time-alone', 'answers'], unless: ['order'], act: 'none', because: 'an answer' },
  {
    wants: BOOK,
    when: ['answers', 'makes'],
    unless: ['books', 'meeting', 'polite', 'wants', 'talks', 'form', 'slotted'],
    act: 'none',
    because: 'an answer',
  },
  { wants: BOOK, when: ['answers'], unless: ['order', 'meeting', 'form'], act: 'none', because: 'an answer' },
  { wants: BOOK, when: ['deadline'], unless: ['order', 'meeting'], act: 'none', because: 'a deadline' },
  { wants: BOOK, when: ['news'], unless: ['meeting'], act: 'none', because: 'news' },
  { wants: BOOK, when: ['news', 'finite'], act: 'none', because: 'news' },
  { wants: BOOK, when: ['news', 'meeting'], act: 'ask', because: 'news' },
  { wants: BOOK, when: ['outing'], unless: ['meeting'], act: 'ask', because: 'seldom on video' },
  { wants: BOOK, when: ['outing', 'marked'], unless: ['meeting', 'order'], act: 'none', because: 'a question about something else' },
  { wants: BOOK, when: ['unknown-object'], unless: ['slotted'], act: 'ask', because: 'an order for something that may be a meeting' },
  { wants: BOOK, when: ['set-apart'], unless: ['order', 'form'], act: 'ask', because: MAY_NAME },
  { wants: BOOK, when: ['may-be'], unless: ['order', 'meeting', 'form'], act: 'ask', because: MAY_NAME },
  { wants: BOOK, when: ['mocks'], act: 'none', because: 'mocks' },
  { wants: BOOK, when: ['agenda'], unless: ['order', 'form', 'slotted'], act: 'none', because: 'tells what goes on' },
  { wants: BOOK, when: ['lasts'], unless: ['order', 'form', 'slotted'], act: 'ask', because: 'very long' },
  {
    wants: BOOK,
    when: ['lasts', 'makes'],
    unless: ['meeting', 'books', 'asks', 'polite', 'wants', 'form', 'slotted'],
    act: 'none',
    because: 'very long',
  },
  {
    wants: BOOK,
    when: ['now', 'loose'],
    unless: ['books', 'makes', 'form', 'slotted', 'polite'],
    act: 'ask',
    because: 'says more than a name',
  },
  { wants: BOOK, when: ['parting', 'timeless', 'lets'], act: 'none', because: 'said at parting' },
  { wants: BOOK, when: ['parting'], unless: ['we', 'polite'], act: 'ask', because: 'may be said at parting' },
  { wants: BOOK, when: ['parting', 'timeless'], unless: ['polite'], act: 'none', because: 'said at parting' },
  { wants: BOOK, when: ['loose'], unless: ['order'], act: 'ask', because: 'says more than a name' },
  { wants: BOOK, when: ['meeting'], unless: ['order', 'bare', 'loose', 'form'], act: 'ask', because: 'speaks of a meeting' },
  {
    wants: BOOK,
    when: [],
    unless: ['order', 'bare', 'loose', 'meeting', 'set-apart', 'may-be', 'time-alone', 'form'],
    act: 'none',
    because: 'nothing asks for a meeting',
  },
];
