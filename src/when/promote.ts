/** First refiners: what only its neighbours make a time. */
import type { Atom, AtomOf, Kind, LinkRole } from './atoms.ts';

/** Behind a number, these make it a count. */
const COUNTED =
  /^ ?(?:个|人|位|名|楼|层|号|万|亿|元|块|%|％|页|期|版|条|项|次|倍|米|折|岁|家|台|件|份|组|度|张|轮|款|天|周|年|月|k\b|people|persons?|guests?|attendees|rooms?|items?|floors?|percent|options?|users?|points?|questions?|topics?|things?|teams?|of (?:us|them)|days?|weeks?|months?|years?|pages?|tickets?|million|dollars|usd|rmb|candidates?|customers?|members?|stars?|st\b|street|ave|least|most)/i;

export const blank = (text: string, from: number, to: number): boolean => /^[\s,，]{0,3}$/.test(text.slice(from, to));

function is<K extends Kind>(atom: Atom | undefined, kind: K): atom is AtomOf<K> {
  return atom?.kind === kind;
}
const role = (atom: Atom | undefined): LinkRole | null => (atom?.kind === 'link' ? atom.role : null);

/** 半小时后, in 20 minutes, 过一个小时: a length and its mark become a point. */
export function offsets(atoms: Atom[], text: string, steps: string[]): Atom[] {
  const out: Atom[] = [];
  for (let i = 0; i < atoms.length; i += 1) {
    const atom = atoms[i]!;
    if (!is(atom, 'length')) {
      out.push(atom);
      continue;
    }
    const prev = out[out.length - 1];
    const next = atoms[i + 1];
    const led = role(prev) === 'in' && blank(text, prev!.to, atom.from);
    const then = next && /^ ?(?:的)?$/.test(text.slice(atom.to, next.from)) ? role(next) : null;
    if (!led && then !== 'later' && then !== 'ago') {
      out.push(atom);
      continue;
    }
    const sign = then === 'ago' ? -1 : 1;
    // 提前10分钟前…, 会前10分钟: about a reminder, not about the start
    const from = led ? prev!.from : atom.from;
    if (led) out.pop();
    const to = then === 'later' || then === 'ago' ? next!.to : atom.to;
    if (to !== atom.to) i += 1;
    const by = `refine.offset(${atom.by})`;
    steps.push(`${by}: ${text.slice(from, to)}`);
    if (atom.days || atom.months) {
      const whole = Math.trunc(atom.months);
      const days = sign * Math.round(atom.days + (atom.months - whole) * 30);
      out.push({ kind: 'day', day: { is: 'shift', days, months: sign * whole }, weak: false, from, to, by });
    } else {
      out.push({ kind: 'offset', seconds: sign * Math.round(atom.minutes * 60), from, to, by });
    }
  }
  return out;
}

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
    const prevRole = near(prev, atom) ? role(prev) : null;
    const nextRole = near(atom, next) ? role(next) : null;
    const ranged = (nextRole === 'to' || nextRole === 'until' || (nextRole === 'and' && prevRole === 'between')) && near(next, further);
    const placed =
      near(prev, atom) &&
      (prev!.kind === 'day' || prev!.kind === 'part') &&
      !(prev!.kind === 'day' && /\d$/.test(text.slice(prev!.from, prev!.to)));
    const inPart = next && next.kind === 'part' && /^(?:in the|at|on the) /i.test(text.slice(next.from, next.to)) && near(atom, next);
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
    // 2-3点, 10 to 11am
    if (ranged && clockish(further)) make(i, 'range');
    // 下午 3-4, tomorrow 10-11:30
    else if (ranged && plain(further) && (placed || (prevRole && LEADS.has(prevRole)) || partAhead(out, i + 3, text, further))) {
      const low = atom.n;
      const high = further.n;
      if (low !== high && low <= 24 && high <= 24 && !(low === 0 && high === 0)) {
        make(i, 'range');
        make(i + 2, 'range');
      }
    } else if ((prevRole === 'to' || prevRole === 'until' || prevRole === 'and') && clockish(out[i - 2]) && near(out[i - 2], prev)) {
      if (prevRole !== 'and' || role(out[i - 3]) === 'between') make(i, 'range end');
    } else if (prevRole && LEADS.has(prevRole) && (atom.digits < 4 || atom.n < 24) && leads(text, prev!, atom))
      make(i, `after ${prevRole}`);
    else if (inPart) make(i, 'in part');
    // 下午3, tonight 8
    else if (near(prev, atom) && prev!.kind === 'part' && endsHere(text, atom.to)) make(i, 'after part');
    // tomorrow 1430, 明天15.30
    else if (placed && atom.digits === 4 && atom.mi! % 5 === 0) make(i, 'after day');
    else if (near(prev, atom) && prev!.kind === 'day' && atom.mi !== null) make(i, 'after day');
    else if (near(atom, next) && next!.kind === 'zone' && prev && near(prev, atom) && prev.kind === 'day') make(i, 'before zone');
  }
  return out.filter((atom) => atom.kind !== 'number');
}

/** 明天3.30: behind a day or a part of one, a clock with a dot. */
function dotted(atoms: Atom[], i: number, text: string, steps: string[]): void {
  const atom = atoms[i]!;
  const prev = atoms[i - 1];
  if (!prev || !blank(text, prev.to, atom.from)) return;
  const ranged = prev.kind === 'link' && prev.role === 'to' && atoms[i - 2]?.kind === 'clock';
  if (!ranged && prev.kind !== 'day' && prev.kind !== 'part') return;
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

/** 3-5 in the afternoon, 10-11 tomorrow. */
function partAhead(atoms: Atom[], i: number, text: string, last: Atom): boolean {
  const next = atoms[i];
  return Boolean(next && (next.kind === 'part' || next.kind === 'zone' || next.kind === 'day') && blank(text, last.to, next.from));
}

/** "at 5" ends there or goes on with words that are no unit; "from 5" alone says too little. */
function leads(text: string, lead: Atom, atom: AtomOf<'number'>): boolean {
  const rest = text.slice(atom.to);
  if (role(lead) === 'from' || role(lead) === 'between') return false;
  if (role(lead) === 'target' || role(lead) === 'starts')
    return /^\s*(?:$|[,，.。!！?？、)）]|吧|可以|行|tomorrow|today|tonight|on\b|instead|please|pls)/i.test(rest);
  if (atom.digits === 1 && atom.n === 0) return false;
  return !/^ ?(?:[A-Z][a-z]+ (?:St|Street|Road|Ave)|[/:]|-\d|°|[\u4e00-\u9fff](?<![开会的和跟与见碰聊吧前后]))/.test(rest);
}

const endsHere = (text: string, to: number): boolean =>
  /^\s*(?:$|[,，.。!！?？、)）:：;；]|[开会见碰聊到至吧]|\s[\u4e00-\u9fffa-z])/i.test(text.slice(to, to + 8));
