/** What stands beside times and tells which one is meant: patterns that the refiners build on, language by language. */
export interface Company {
  /** Behind a number: it counts (3个, 3 people). */
  counted: string | null;
  /** A day word behind an hour: 8 tonight. */
  tonight: string | null;
  /** Behind "after 3" and "by 5" where a clock is meant. */
  closed: string | null;
  /** Before an hour that something is moved to. */
  movingTo: string | null;
  /** Before "8 tonight": a verb of meeting. */
  freeLead: string | null;
  /** Before "in 10": a meeting that is to begin in so many minutes. */
  soonLead: string | null;
  /** A part of the day with these belongs to the number before it. */
  partLead: string | null;
  /** hours, as a unit of military time. */
  hoursMark: string | null;
  /** Behind 改到5 and "starts 5". */
  targetNext: string | null;
  /** Behind "at 5": an address, a thing. */
  hourNot: string | null;
  /** Behind 下午3: the hour ends. */
  hourEnds: string | null;
  /** Before hours, with a colon. */
  timeLabel: string | null;
  sharp: string | null;
  /** Before 2.30: no clock. */
  version: string | null;
  /** Behind a zone's name in a setting. */
  zoneSuffix: string | null;
  /** Between a length and 后. */
  of: string | null;
  /** Behind a day: 前一天, 后第三天, 前夕, 那周. Groups `before`, `after`, `n`, `eve`, `week`. */
  neighbour: string | null;
  /** Before a day: the day before; group `before`. */
  nextTo: string | null;
  /** Between a day and the weekday that follows it. */
  followed: string | null;
  /** Between a weekday and the day that it follows. */
  follows: string | null;
  /** Before a day: the week of. */
  weekOf: string | null;
  /** Behind a time: it owns what follows, 周五的发布. */
  owned: string | null;
  before: string | null;
  after: string | null;
  /** Behind a time, part of it. */
  trailing: string | null;
  /** From here to there, and never where to. */
  rangeMark: string | null;
  /** Behind a range: the meeting lies somewhere in it. */
  amid: string | null;
  /** Behind a range: so does this say. */
  anyOf: string | null;
  /** Behind the time of another meeting: it is over then. */
  over: string | null;
  /** Before and behind the day that something else is due on. */
  due: string | null;
  dueNext: string | null;
  /** Before and behind a time that a meeting is booked for. */
  bookLead: string | null;
  /** Behind a period that a meeting is booked within. */
  bookNext: string | null;
  meets: string | null;
  /** Before a list of topics, each with its own length. */
  agenda: string | null;
  /** Between two alternatives. */
  or: string | null;
  /** Before the first of two alternatives. */
  either: string | null;
  /** Behind the last of them. */
  both: string | null;
  /** Between a day that owns a meeting and the meeting; between the meeting and its clock. */
  owner: string | null;
  ownerLead: string | null;
  /** The gap names a meeting. */
  meetingEnd: string | null;
  apart: string | null;
  /** Behind a clock: about the meeting, not the meeting. */
  aside: string | null;
  /** What a phrase takes in that stands before its clock. */
  leads: string | null;
  /** Behind a time that is out. */
  out: string | null;
  /** Before 同一时间: moved to. */
  moved: string | null;
  /** Behind a time that is moved away from. */
  meetingNext: string | null;
}

/** Alternatives of all languages; nothing matches where none has any. */
export function joined<K extends string>(all: readonly Readonly<Record<K, string | null>>[]): Record<K, string> {
  const keys = Object.keys(all[0] ?? {}) as K[];
  return Object.fromEntries(
    keys.map((key) => {
      const sources = all.flatMap((one) => one[key] ?? []);
      return [key, sources.length === 0 ? '(?!)' : sources.join('|')];
    }),
  ) as Record<K, string>;
}
