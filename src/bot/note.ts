/** What is written down while a message or press is worked on: its shape, never what people wrote. */
import type { Effect } from '../conversation/memory.ts';
import type { Intent } from '../domain/intent.ts';
import type { Say, SayArg } from '../domain/say.ts';
import type { Millis, TimeReading } from '../domain/time.ts';
import type { Trace, TracedCall, TraceOutcome } from '../domain/trace.ts';
import type { View } from '../domain/view.ts';
import { refuses } from '../text/notices.ts';

/** Which event, whose, and how far it is. */
type About = Pick<Trace, 'id' | 'kind' | 'at' | 'personId' | 'chatId' | 'messageId'>;
type Run = Pick<Trace, 'receivedAt' | 'startedAt' | 'attempt'>;

/** Called as the work goes; where nobody asked for the work, all of it does nothing. */
export interface Note {
  /** The bot was spoken to: from here on there is something to tell. */
  asked(about: About): void;
  understood(intents: readonly Intent[], act: string): void;
  pressed(act: string | null): void;
  did(effects: readonly Effect[]): void;
  called(call: TracedCall): void;
  /** It has left. `messageId`: where it can be replied to. */
  answered(view: View | 'text', at: Millis, messageId?: string | null): void;
  /** The pressed card became another one at once. */
  shown(show: string, at: Millis, messageId: string): void;
  /** It was told at once why not. */
  refused(reason: Say): void;
}

const MOST_CALLS = 20;
const MOST_ANSWERS = 8;

export const UNNOTED: Note = {
  asked() {},
  understood() {},
  pressed() {},
  did() {},
  called() {},
  answered() {},
  shown() {},
  refused() {},
};

export class TraceNote implements Note {
  private about: About | null = null;
  private readonly run: Run;
  private wishes: Trace['understood'] = [];
  private act: string | null = null;
  private readonly deeds: string[] = [];
  private readonly calls: TracedCall[] = [];
  private moreCalls = 0;
  private readonly answers: Trace['answered'] = [];
  private reason: Say | null = null;

  constructor(run: Run) {
    this.run = run;
  }

  asked(about: About): void {
    this.about = about;
  }

  understood(intents: readonly Intent[], act: string): void {
    this.wishes = intents.map((intent) => ({ want: intent.want, given: givenIn(intent) }));
    this.act = act;
  }

  pressed(act: string | null): void {
    if (act === null) return;
    this.wishes = [{ want: `press.${act}`, given: [] }];
    this.act = 'do';
  }

  did(effects: readonly Effect[]): void {
    for (const { did } of effects) this.deeds.push(did);
  }

  called(call: TracedCall): void {
    if (this.calls.length < MOST_CALLS) this.calls.push(call);
    else this.moreCalls += 1;
  }

  answered(view: View | 'text', at: Millis, messageId?: string | null): void {
    if (this.answers.length >= MOST_ANSWERS) return;
    const said = view === 'text' ? null : saidIn(view);
    this.answers.push({
      show: view === 'text' ? 'text' : view.show,
      ...(said ? { say: withoutWords(said) } : {}),
      at,
      ...(messageId ? { messageId } : {}),
    });
    this.reason ??= view === 'text' ? null : whyNot(view);
  }

  shown(show: string, at: Millis, messageId: string): void {
    if (this.answers.length < MOST_ANSWERS) this.answers.push({ show, at, messageId });
  }

  refused(reason: Say): void {
    this.reason ??= reason;
  }

  /** When the first answer left; null: none did. */
  get answeredAt(): Millis | null {
    return this.answers[0]?.at ?? null;
  }

  /** @param error names and codes of why this run came to nothing; `gaveUp`: and no other follows. @returns null where the bot was not spoken to */
  trace(endedAt: Millis, error?: { what: string; gaveUp: boolean }): Trace | null {
    if (!this.about) return null;
    return {
      ...this.about,
      ...this.run,
      endedAt,
      understood: this.wishes,
      act: this.act,
      did: this.deeds,
      calls: this.calls,
      ...(this.moreCalls > 0 ? { moreCalls: this.moreCalls } : {}),
      answered: this.answers,
      outcome: this.outcome(error !== undefined),
      ...(this.reason ? { reason: withoutWords(this.reason) } : {}),
      ...(error ? { error: error.what } : {}),
    };
  }

  private outcome(failed: boolean): TraceOutcome {
    if (failed) return 'failed';
    if (this.reason) return 'refused';
    return this.answers.length > 0 || this.deeds.length > 0 ? 'answered' : 'silent';
  }
}

const saidIn = (view: View): Say | null => (view.show === 'notice' || view.show === 'line' ? view.say : null);

/** What was wanted has not come about, and this is why; null: it has, or nothing was. */
function whyNot(view: View): Say | null {
  if (view.show === 'form') return view.failed ?? Object.values(view.errors)[0] ?? null;
  if (view.show !== 'notice') return null;
  return view.failed !== undefined || refuses(view.say) ? view.say : null;
}

/** What was given, by its name: never what it was. */
function givenIn(intent: Intent): string[] {
  const given: string[] = [];
  if ('which' in intent) given.push(`which.${intent.which.by}`);
  if ('time' in intent) given.push(...timesIn(intent.time));
  if ('shift' in intent && intent.shift !== null) given.push('shift');
  if ('minutes' in intent) given.push('minutes');
  if ('slots' in intent && intent.slots) given.push(...Object.keys(intent.slots));
  if ('patch' in intent) given.push(...Object.keys(intent.patch));
  if ('phone' in intent) given.push('phone');
  if ('options' in intent && intent.options) given.push('options');
  return [...new Set(given)];
}

const timesIn = ({ start, end, minutes, rrule, zone }: TimeReading): string[] => [
  ...(start ? ['start'] : []),
  ...(end ? ['end'] : []),
  ...(minutes !== null ? ['minutes'] : []),
  ...(rrule !== null ? ['repeat'] : []),
  ...(zone !== null ? ['zone'] : []),
];

/** Written by the platform or by us, and needed by whoever mends it. */
const NOBODYS_WORDS: ReadonlySet<string> = new Set(['code', 'logId', 'scopes', 'link', 'no', 'api']);

/** The sentence without what people wrote: numbers, times and who it was stay. */
export function withoutWords(say: Say): Say {
  if (!say.args) return say;
  const args = Object.fromEntries(Object.entries<SayArg>(say.args).map(([name, arg]) => [name, wordless(name, arg)]));
  return { key: say.key, args } as unknown as Say;
}

function wordless(name: string, arg: SayArg): SayArg {
  if (typeof arg === 'string') return arg === '' || NOBODYS_WORDS.has(name) ? arg : '…';
  if (typeof arg === 'number') return arg;
  return isList(arg) ? arg.map(withoutWords) : arg;
}

const isList = (arg: SayArg): arg is readonly Say[] => Array.isArray(arg);
