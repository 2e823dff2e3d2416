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
const PART_LEAD = new RegExp(`^(?:${company.partLead}) `, 'i');
const SHARP = new RegExp(`^ ${company.sharp}`, 'i');
const HOURS = new RegExp(`\\d\\s?(?:${company.hoursMark})$`, 'i');
/** Before 2.30 tomorrow: no clock. */
const NO_CLOCK = new RegExp(`(?:${company.version}) ?$`, 'i');
const TIME_LABEL = new RegExp(`(?:${company.timeLabel}) ?[:：] ?$`, 'i');
const TARGET_NEXT = new RegExp(`^\\s*(?:$|[,，.。!！?？、)）]|${company.targetNext})`, 'i');
const HOUR_NOT = new RegExp(`^ ?(?:${company.hourNot}|[/:]|-\\d|°)`);
const HOUR_ENDS = new RegExp(`^\\s*(?:$|[,，.。!！?？、)）:：;；]|${company.hourEnds}|\\s[\\u4e00-\\u9fffa-z])`, 'i');

const dated = (atom: Atom | undefined): boolean => atom?.kind === 'day' && atom.day.is === 'date' && atom.day.d > 0;

const LEADS = new Set<LinkRole>(['at', 'from', 'between', 'until', 'target', 'ends', 'starts']);

/** Bare numbers that stand where only a clock can stand become clocks; all others are dropped. */
export function promote(atoms: Atom[], text: string, steps: string[]): Atom[] {
  const out = [...atoms];
  const clockish = (atom: Atom | undefined): boolean => atom?.kind === 'clock';
  const near = (a: Atom | undefined, b: Atom | undefined): boolean => Boolean(a && b && blank(text, a.to, b.from));
  const counted = (atom: Atom): boolean => COUNTED.test(text.slice(atom.to, atom.to + 12));
  const make = (i: number, why: string) => {
    const atom = out[i]! as AtomOf<'number'>;
    const firm = atom.digits === 4 || atom.n >= 13 || atom.n === 0 || (atom.digits === 2 && atom.n < 10);
    out[i] = {
      kind: 'clock',
      clock: { h: atom.n, mi: atom.mi ?? 0, s: 0, half: null, firm },
      weak: true,
      from: atom.from,
      to: atom.to,
      by: `refine.number(${why})`,
    };
    steps.push(`refine.number(${why}): ${text.slice(atom.from, atom.to)}`);
  };
  const plain = (atom: Atom | undefined): atom is AtomOf<'number'> => is(atom, 'number') && !counted(atom);

  for (let i = 0; i < out.length; i += 1) {
    const atom = out[i];
    if (atom?.by === 'date.dot') dotted(out, i, text, steps);
    if (!plain(atom)) continue;
    const prev = out[i - 1];
    const next = out[i + 1];
    const further = out[i + 2];
    const prevRole = near(prev, atom) ? roleOf(prev) : null;
    const nextRole = near(atom, next) ? roleOf(next) : null;
    const ranged = (nextRole === 'to' || nextRole === 'until' || (nextRole === 'and' && prevRole === 'between')) && near(next, further);
    const placed =
      near(prev, atom) &&
      (prev!.kind === 'day' || prev!.kind === 'part') &&
      !(prev!.kind === 'day' && /\d$/.test(text.slice(prev!.from, prev!.to)));
    const inPart = next && next.kind === 'part' && PART_LEAD.test(text.slice(next.from, next.to)) && near(atom, next);
    // Nov 25-27, 25-27号
    const afterDate = (prevRole === 'to' || prevRole === 'until') && near(out[i - 2], prev) && dated(out[i - 2]) && !clockish(next);
    if (afterDate || (nextRole === 'to' && dated(further) && near(next, further) && atom.digits < 4 && atom.mi === null)) {
      const { day } = (afterDate ? out[i - 2] : further) as AtomOf<'day'>;
      if (day.is === 'date' && atom.n >= 1 && atom.n !== day.d) {
        out[i] = {
          kind: 'day',
          day: { ...day, d: atom.n },
          weak: false,
          from: atom.from,
          to: atom.to + (/^[日号]/.test(text.slice(atom.to)) ? 1 : 0),
          by: 'refine.number(day)',
        };
        steps.push(`refine.number(day): ${text.slice(atom.from, atom.to)}`);
        continue;
      }
    }
    if (atom.n > 24) continue;
    // 1500 hrs; 0930 tomorrow
    if (atom.digits === 4 && atom.n < 24) {
      const military = /[hs]$/i.test(text.slice(atom.from, atom.to)) && !/^ of\b/i.test(text.slice(atom.to));
      const leading = text[atom.from] === '0' && next?.kind === 'day' && near(atom, next) && atom.mi! % 5 === 0;
      if (military || leading) {
        make(i, 'military');
        continue;
      }
    }
    // 2-3点, 10 to 11am
    if (ranged && clockish(further)) make(i, 'range');
    // 下午 3-4, tomorrow 10-11:30
    else if (
      ranged &&
      plain(further) &&
      (placed ||
        prevRole === 'label' ||
        listed(out, i, further, text) ||
        wholeRange(text, atom, further) ||
        (FREE.test(text.slice(Math.max(0, atom.from - 12), atom.from)) && onDayAhead(out, i + 3, text, further)) ||
        HOURS.test(text.slice(further.from, further.to)) ||
        (prevRole && LEADS.has(prevRole)) ||
        partAhead(out, i + 3, text, further))
    ) {
      const low = atom.n;
      const high = further.n;
      if (low !== high && low <= 24 && high <= 24 && !(low === 0 && high === 0)) {
        make(i, 'range');
        make(i + 2, 'range');
      }
    } else if (
      (prevRole === 'to' || prevRole === 'until' || prevRole === 'and') &&
      (clockish(out[i - 2]) || out[i - 2]?.kind === 'offset') &&
      near(out[i - 2], prev)
    ) {
      if (prevRole !== 'and' || roleOf(out[i - 3]) === 'between') make(i, 'range end');
    } else if (prevRole && LEADS.has(prevRole) && (atom.digits < 4 || atom.n < 24) && leads(text, prev!, atom))
      make(i, `after ${prevRole}`);
    else if ((prevRole === 'after' || prevRole === 'before') && near(prev, atom) && atom.n > 0 && CLOSED.test(text.slice(atom.to)))
      make(i, `after ${prevRole}`);
    else if (
      atom.digits < 3 &&
      MOVING.test(text.slice(Math.max(0, atom.from - 40), atom.from)) &&
      atom.n > 0 &&
      CLOSED.test(text.slice(atom.to))
    )
      make(i, 'moved to');
    else if (placed && SHARP.test(text.slice(atom.to))) make(i, 'sharp');
    else if (inPart) make(i, 'in part');
    // 8 tonight
    else if (
      next?.kind === 'day' &&
      near(atom, next) &&
      TONIGHT.test(text.slice(next.from, next.to)) &&
      FREE.test(text.slice(Math.max(0, atom.from - 12), atom.from))
    )
      make(i, 'tonight');
    // 下午3, tonight 8
    else if (near(prev, atom) && prev!.kind === 'part' && endsHere(text, atom.to)) make(i, 'after part');
    // tomorrow 4, and nothing else
    else if (
      placed &&
      prev!.kind === 'day' &&
      (prev!.day.is === 'shift' || prev!.day.is === 'weekday') &&
      atom.digits < 3 &&
      atom.n > 0 &&
      atom.n <= 12 &&
      closes(text, atom.to)
    )
      make(i, 'after day');
    // tomorrow 1430, 明天15.30
    else if (placed && atom.digits === 4 && atom.mi! % 5 === 0) make(i, 'after day');
    else if (near(prev, atom) && prev!.kind === 'day' && atom.mi !== null) make(i, 'after day');
    else if (near(atom, next) && next!.kind === 'zone' && prev && near(prev, atom) && prev.kind === 'day') make(i, 'before zone');
  }
  return out.filter((atom) => atom.kind !== 'number');
}

/** Time: 0930 - 1030; Wednesday's review, 2 to 3: hours, where nothing else is a clock. */
function listed(atoms: readonly Atom[], i: number, last: Atom, text: string): boolean {
  const before = text.slice(Math.max(0, atoms[i]!.from - 12), atoms[i]!.from);
  if (TIME_LABEL.test(before)) return true;
  if (!/[a-z], $/i.test(before) || !/^\s*(?:$|[.!?])/.test(text.slice(last.to, last.to + 8)) || atoms.length > 40) return false;
  return atoms.slice(0, i).some((atom) => atom.kind === 'day') && !atoms.some((atom) => atom.kind === 'clock');
}

/** 明天3.30: behind a day or a part of one, a clock with a dot. */
function dotted(atoms: Atom[], i: number, text: string, steps: string[]): void {
  const atom = atoms[i]!;
  const prev = atoms[i - 1];
  // standup 9.15 tomorrow
  const ahead = atoms[i + 1];
  const led =
    ahead?.kind === 'day' && ahead.day.is === 'shift' && blank(text, atom.to, ahead.from) && !NO_CLOCK.test(text.slice(0, atom.from));
  if (!led && (!prev || !blank(text, prev.to, atom.from))) return;
  const ranged = prev?.kind === 'link' && prev.role === 'to' && atoms[i - 2]?.kind === 'clock';
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
function onDayAhead(atoms: Atom[], i: number, text: string, last: Atom): boolean {
  const link = atoms[i];
  const day = atoms[i + 1];
  return roleOf(link) === 'on' && day?.kind === 'day' && blank(text, last.to, link!.from) && blank(text, link!.to, day.from);
}

/** 3-5 in the afternoon, 10-11 tomorrow. */
function partAhead(atoms: Atom[], i: number, text: string, last: Atom): boolean {
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
