/** Second refiner: bare numbers that stand where only a clock can stand. */
import { type Atom, type AtomOf, blank, is, type LinkRole, roleOf } from './atoms.ts';
import { company } from './languages.ts';

/** Behind a number, these make it a count. */
const COUNTED = new RegExp(`^ ?(?:${company.counted})`, 'i');
const TONIGHT = new RegExp(`^(?:${company.tonight})$`, 'i');
/** Behind "after 3" and "by 5" where a clock is meant. */
const CLOSED = new RegExp(`^\\s*(?:$|[,.;!?]|${company.closed})`, 'i');
const MOVING = new RegExp(`(?:${company.movingTo})$`, 'i');
/** What a bare hour may follow: nothing, a break, or a verb of meeting. */
const FREE = new RegExp(`(?:^|[,.;:!?]|${company.freeLead}) ?$`, 'i');
/** Before "in 10" and nothing else. */
const SOON = new RegExp(`(?:${company.soonLead}) $`, 'i');
const PART_LEAD = new RegExp(`^(?:${company.partLead}) `, 'i');
const SHARP = new RegExp(`^ ${company.sharp}`, 'i');
const HOURS = new RegExp(`\\d\\s?(?:${company.hoursMark})$`, 'i');
/** Before 2.30 tomorrow: no clock. */
const NO_CLOCK = new RegExp(`(?:${company.version}) ?$`, 'i');
const TIME_LABEL = new RegExp(`(?:${company.timeLabel}) ?[:：] ?$`, 'i');
const TARGET_NEXT = new RegExp(`^\\s*(?:$|[,，.。!！?？、)）]|${company.targetNext})`, 'i');
const HOUR_NOT = new RegExp(`^ ?(?:${company.hourNot}|[/:]|-\\d|°)`);
const HOUR_ENDS = new RegExp(`^\\s*(?:$|[,，.。!！?？、)）:：;；]|${company.hourEnds}|\\s[\\u4e00-\\u9fffa-z])`, 'i');

const LEADS = new Set<LinkRole>(['at', 'from', 'between', 'until', 'target', 'ends', 'starts']);

const isDated = (atom: Atom | undefined): atom is AtomOf<'day'> => atom?.kind === 'day' && atom.day.is === 'date' && atom.day.d > 0;
const isClock = (atom: Atom | undefined): boolean => atom?.kind === 'clock';

/** A bare number that counts nothing, and what stands around it. */
interface Place {
  text: string;
  atoms: readonly Atom[];
  i: number;
  atom: AtomOf<'number'>;
  prev: Atom | undefined;
  next: Atom | undefined;
  further: Atom | undefined;
  /** What the neighbours are for, where nothing else stands between. */
  prevRole: LinkRole | null;
  nextRole: LinkRole | null;
  /** Right behind a day, or a part of one, that does not end in a digit. */
  placed: boolean;
  /** The beginning of "3 to 4", "between 3 and 4". */
  ranged: boolean;
}

function placeOf(atoms: readonly Atom[], i: number, text: string): Place | null {
  const atom = atoms[i];
  if (!plain(atom, text)) return null;
  const [prev, next, further] = [atoms[i - 1], atoms[i + 1], atoms[i + 2]];
  const prevRole = near(prev, atom, text) ? roleOf(prev) : null;
  const nextRole = near(atom, next, text) ? roleOf(next) : null;
  const links = nextRole === 'to' || nextRole === 'until' || (nextRole === 'and' && prevRole === 'between');
  const behindDay = prev?.kind === 'day' && !/\d$/.test(text.slice(prev.from, prev.to));
  return {
    text,
    atoms,
    i,
    atom,
    prev,
    next,
    further,
    prevRole,
    nextRole,
    placed: near(prev, atom, text) && (behindDay || prev?.kind === 'part'),
    ranged: links && near(next, further, text),
  };
}

const near = (a: Atom | undefined, b: Atom | undefined, text: string): boolean => Boolean(a && b && blank(text, a.to, b.from));
const plain = (atom: Atom | undefined, text: string): atom is AtomOf<'number'> =>
  is(atom, 'number') && !COUNTED.test(text.slice(atom.to, atom.to + 12));
const before = ({ text, atom }: Place, letters: number): string => text.slice(Math.max(0, atom.from - letters), atom.from);
const behind = ({ text, atom }: Place): string => text.slice(atom.to);

/** Bare numbers that stand where only a clock can stand become clocks; all others are dropped. */
export function promote(atoms: Atom[], text: string, steps: string[]): Atom[] {
  const out = [...atoms];
  const clock = (i: number, why: string): void => {
    const atom = out[i] as AtomOf<'number'>;
    const firm = atom.digits === 4 || atom.n >= 13 || atom.n === 0 || (atom.digits === 2 && atom.n < 10);
    const by = `refine.number(${why})`;
    out[i] = {
      kind: 'clock',
      clock: { h: atom.n, mi: atom.mi ?? 0, s: 0, half: null, firm },
      weak: true,
      from: atom.from,
      to: atom.to,
      by,
    };
    steps.push(`${by}: ${text.slice(atom.from, atom.to)}`);
  };
  for (let i = 0; i < out.length; i += 1) {
    if (out[i]!.by === 'date.dot') dotted(out, i, text, steps);
    if (isDotRange(out, i, text)) dotted(out, i + 2, text, steps);
    const place = placeOf(out, i, text);
    if (!place) continue;
    const day = dayOfRange(place);
    if (day) {
      out[i] = day;
      steps.push(`${day.by}: ${text.slice(place.atom.from, place.atom.to)}`);
      continue;
    }
    if (isSoon(place)) {
      const { from } = place.prev!;
      const { n, to } = place.atom;
      out.splice(i - 1, 2, { kind: 'offset', seconds: n * 60, from, to, by: 'refine.number(in)' });
      steps.push(`refine.number(in): ${text.slice(from, to)}`);
      i -= 1;
      continue;
    }
    const why = place.atom.n <= 24 ? clockFor(place) : null;
    if (why) clock(i, why);
    if (why === 'range' && !isClock(place.further)) clock(i + 2, why);
  }
  return out.filter((atom) => atom.kind !== 'number');
}

/** Nov 25-27, 25-27号: the other end of a range of dates. */
function dayOfRange(place: Place): AtomOf<'day'> | null {
  const { atoms, i, atom, prev, next, further, prevRole, nextRole, text } = place;
  const first = atoms[i - 2];
  const ends = (prevRole === 'to' || prevRole === 'until') && near(first, prev, text) && !isClock(next);
  const starts = nextRole === 'to' && near(next, further, text) && atom.digits < 4 && atom.mi === null;
  const date = ends && isDated(first) ? first : starts && isDated(further) ? further : null;
  if (date?.day.is !== 'date' || atom.n < 1 || atom.n === date.day.d) return null;
  const to = atom.to + (/^[日号]/.test(behind(place)) ? 1 : 0);
  return { kind: 'day', day: { ...date.day, d: atom.n }, weak: false, from: atom.from, to, by: 'refine.number(day)' };
}

/** start a call in 10: minutes from now. */
const isSoon = ({ text, atom, prev, prevRole }: Place): boolean =>
  prevRole === 'in' && atom.mi === null && atom.n >= 2 && atom.n <= 60 && closes(text, atom.to) && SOON.test(text.slice(0, prev!.from));

/** Friday from 10; tomorrow morning from 9: the day leads, and no other end follows. */
function isFromDay(place: Place): boolean {
  const { atoms, i, atom, prev, prevRole, nextRole, text } = place;
  const day = atoms[i - 2];
  if (prevRole !== 'from' || nextRole !== null || atom.n === 0 || !CLOSED.test(behind(place))) return false;
  return near(day, prev, text) && (day?.kind === 'day' || day?.kind === 'part');
}

/** Why the number is a clock; null when it is none. */
function clockFor(place: Place): string | null {
  const { atom, further, prevRole, ranged } = place;
  if (isMilitary(place)) return 'military';
  // 2-3点, 10 to 11am
  if (ranged && isClock(further)) return 'range';
  if (ranged && startsRange(place)) return inOrder(atom, further as AtomOf<'number'>) ? 'range' : null;
  if (endsRange(place)) return prevRole !== 'and' || roleOf(place.atoms[place.i - 3]) === 'between' ? 'range end' : null;
  if (isLed(place)) return `after ${prevRole}`;
  return LONE.find(([, meant]) => meant(place))?.[0] ?? null;
}

/** 1500 hrs; 0930 tomorrow. */
function isMilitary(place: Place): boolean {
  const { atom, next, text } = place;
  if (atom.digits !== 4 || atom.n >= 24) return false;
  const marked = /[hs]$/i.test(text.slice(atom.from, atom.to)) && !/^ of\b/i.test(behind(place));
  return marked || (text[atom.from] === '0' && next?.kind === 'day' && near(atom, next, text) && atom.mi! % 5 === 0);
}

/** 下午 3-4, tomorrow 10-11:30. */
function startsRange(place: Place): boolean {
  const { text, atoms, i, atom, further, prevRole, placed } = place;
  if (!plain(further, text)) return false;
  return (
    placed ||
    prevRole === 'label' ||
    listed(atoms, i, further, text) ||
    wholeRange(text, atom, further) ||
    (FREE.test(before(place, 12)) && onDayAhead(atoms, i + 3, text, further)) ||
    HOURS.test(text.slice(further.from, further.to)) ||
    (prevRole !== null && LEADS.has(prevRole)) ||
    partAhead(atoms, i + 3, text, further)
  );
}

const inOrder = ({ n: low }: AtomOf<'number'>, { n: high }: AtomOf<'number'>): boolean => low !== high && high <= 24;

function endsRange({ atoms, i, prev, prevRole, text }: Place): boolean {
  const first = atoms[i - 2];
  const linked = prevRole === 'to' || prevRole === 'until' || prevRole === 'and';
  return linked && (isClock(first) || first?.kind === 'offset') && near(first, prev, text);
}

/** Behind a word that a clock follows: at 3, by 5. */
function isLed(place: Place): boolean {
  const { text, atom, prev, prevRole } = place;
  if (prevRole === null) return false;
  if (LEADS.has(prevRole) && (atom.digits < 4 || atom.n < 24) && leads(text, prev!, atom)) return true;
  return (prevRole === 'after' || prevRole === 'before') && atom.n > 0 && CLOSED.test(behind(place));
}

const LONE: readonly (readonly [why: string, meant: (place: Place) => boolean])[] = [
  ['from', (p) => isFromDay(p)],
  ['moved to', (p) => p.atom.digits < 3 && p.atom.n > 0 && MOVING.test(before(p, 40)) && CLOSED.test(behind(p))],
  ['sharp', (p) => p.placed && SHARP.test(behind(p))],
  ['in part', (p) => p.next?.kind === 'part' && near(p.atom, p.next, p.text) && PART_LEAD.test(said(p.next, p.text))],
  // 8 tonight
  [
    'tonight',
    (p) => p.next?.kind === 'day' && near(p.atom, p.next, p.text) && TONIGHT.test(said(p.next, p.text)) && FREE.test(before(p, 12)),
  ],
  // 下午3, tonight 8
  ['after part', (p) => p.prev?.kind === 'part' && near(p.prev, p.atom, p.text) && endsHere(p.text, p.atom.to)],
  // tomorrow 4, and nothing else; tomorrow 1430, 明天15.30
  ['after day', (p) => isAfterDay(p)],
  ['before zone', (p) => p.next?.kind === 'zone' && p.prev?.kind === 'day' && near(p.prev, p.atom, p.text) && near(p.atom, p.next, p.text)],
];

const said = (atom: Atom, text: string): string => text.slice(atom.from, atom.to);

function isAfterDay({ text, atom, prev, placed }: Place): boolean {
  if (placed && atom.digits === 4 && atom.mi! % 5 === 0) return true;
  if (prev?.kind !== 'day' || !near(prev, atom, text)) return false;
  if (atom.mi !== null) return true;
  const plainDay = prev.day.is === 'shift' || prev.day.is === 'weekday';
  return placed && plainDay && atom.digits < 3 && atom.n > 0 && atom.n <= 12 && closes(text, atom.to);
}

/** Time: 0930 - 1030; Wednesday's review, 2 to 3: hours, where nothing else is a clock. */
function listed(atoms: readonly Atom[], i: number, last: Atom, text: string): boolean {
  const before = text.slice(Math.max(0, atoms[i]!.from - 12), atoms[i]!.from);
  if (TIME_LABEL.test(before)) return true;
  if (!/[a-z], $/i.test(before) || !/^\s*(?:$|[.!?])/.test(text.slice(last.to, last.to + 8)) || atoms.length > 40) return false;
  return atoms.slice(0, i).some((atom) => atom.kind === 'day') && !atoms.some((atom) => atom.kind === 'clock');
}

/** Thursday 9 to 10.30: the other end has no point. */
const isDotRange = (atoms: readonly Atom[], i: number, text: string): boolean => {
  const [prev, atom, link, end] = [atoms[i - 1], atoms[i], atoms[i + 1], atoms[i + 2]];
  return (
    is(atom, 'number') && atom.n <= 24 && prev?.kind === 'day' && near(prev, atom, text) && roleOf(link) === 'to' && end?.by === 'date.dot'
  );
};

/** 明天3.30: behind a day or a part of one, a clock with a dot. */
function dotted(atoms: Atom[], i: number, text: string, steps: string[]): void {
  const atom = atoms[i]!;
  const prev = atoms[i - 1];
  // standup 9.15 tomorrow
  const ahead = atoms[i + 1];
  // a debrief for 4.30 on Friday
  const onDay = roleOf(ahead) === 'on' && near(atom, ahead, text) && atoms[i + 2]?.kind === 'day' && near(ahead, atoms[i + 2], text);
  const led =
    ((ahead?.kind === 'day' && ahead.day.is === 'shift' && blank(text, atom.to, ahead.from)) || onDay) &&
    !NO_CLOCK.test(text.slice(0, atom.from));
  if (!led && (!prev || !blank(text, prev.to, atom.from))) return;
  const ranged = prev?.kind === 'link' && prev.role === 'to' && ['clock', 'number'].includes(atoms[i - 2]?.kind ?? '');
  if (!led && !ranged && prev!.kind !== 'day' && prev!.kind !== 'part') return;
  const m = /^(\d{1,2})\.([0-5]\d)$/.exec(text.slice(atom.from, atom.to));
  if (!m) return;
  const h = Number(m[1]);
  atoms[i] = {
    kind: 'clock',
    clock: { h, mi: Number(m[2]), s: 0, half: null, firm: h >= 13 || m[1]!.startsWith('0') },
    weak: true,
    from: atom.from,
    to: atom.to,
    by: 'refine.dot',
  };
  steps.push(`refine.dot: ${m[0]}`);
}

/** 11 to 1, book 11 to 1, and nothing else. */
const wholeRange = (text: string, first: Atom, last: Atom): boolean =>
  FREE.test(text.slice(Math.max(0, first.from - 12), first.from)) &&
  text.slice(last.to).trim() === '' &&
  !text.slice(first.to, last.from).includes('-');

/** book 11-1 on Monday. */
function onDayAhead(atoms: readonly Atom[], i: number, text: string, last: Atom): boolean {
  const link = atoms[i];
  const day = atoms[i + 1];
  return roleOf(link) === 'on' && day?.kind === 'day' && blank(text, last.to, link!.from) && blank(text, link!.to, day.from);
}

/** 3-5 in the afternoon, 10-11 tomorrow. */
function partAhead(atoms: readonly Atom[], i: number, text: string, last: Atom): boolean {
  const next = atoms[i];
  return Boolean(next && (next.kind === 'part' || next.kind === 'zone' || next.kind === 'day') && blank(text, last.to, next.from));
}

/** "at 5" ends there or goes on with words that are no unit; "from 5" alone says too little. */
function leads(text: string, lead: Atom, atom: AtomOf<'number'>): boolean {
  const rest = text.slice(atom.to);
  if (roleOf(lead) === 'from' || roleOf(lead) === 'between') return false;
  if (roleOf(lead) === 'target' || roleOf(lead) === 'starts') return TARGET_NEXT.test(rest);
  if (atom.digits === 1 && atom.n === 0) return false;
  return !HOUR_NOT.test(rest);
}

const closes = (text: string, to: number): boolean => /^\s*(?:$|[,.;!?，。；！？])/.test(text.slice(to));
const endsHere = (text: string, to: number): boolean => HOUR_ENDS.test(text.slice(to, to + 8));
