/** What moving a meeting to another time means, once it is known which words say so. */
import type { Candidate, Scene } from '../candidate.ts';
import { agrees, onDayOf } from '../days.ts';
import type { Span } from '../time/prepare.ts';
import type { Claim, Utterance } from '../utterance.ts';
import { claim } from './clause.ts';
import { alsoChanged, targetOf, withTimes } from './commanded.ts';

/** Where the new time begins; what stands before it names the old one. */
interface Target {
  command: readonly Span[];
  split: number;
  /** It is the new end. */
  end?: boolean;
  /** A shift that was said as well. */
  by?: Span;
}

const VERBS = ['move.alone', 'move.vague', 'move.verb'];

/** 面试推迟，改到周五; 往后推一推推到5点: that it moves is said twice. */
function saidBefore(said: Utterance, from: number): Claim[] {
  const spans: Claim[] = [];
  let at = from;
  for (let turn = 0; turn < 6; turn += 1) {
    at = said.text.slice(0, at).replace(/[\s,，]+$/, '').length;
    const small = said.hitEnding('complement', at) ?? said.hitEnding('le', at);
    const [verb] = VERBS.flatMap((role) => said.hitEnding(role, at) ?? []).sort((a, b) => a.from - b.from);
    const hit = verb && (!small || verb.from <= small.from) ? verb : small;
    if (!hit || hit.from === 0 || !said.free(hit.from, hit.to)) break;
    if (hit === verb) spans.push(claim('filler', { from: hit.from, to: from }));
    at = hit.from;
  }
  return spans.slice(-1);
}

export function target(scene: Scene, { command, split, end, by }: Target): Candidate {
  const { said, ctx, read, time } = scene;
  const claims = [...command.map((span) => claim('command', span, 'move')), ...saidBefore(said, command[0]!.from)];
  return {
    kind: 'move.to',
    strength: 'sure',
    claims,
    because: 'a word that moves, and where to',
    build() {
      const all = said
        .with(claims)
        .freeHits('series.all')
        .map((hit) => claim('filler', hit));
      const taken = said.with(claims).with(all);
      const whole = by ? read([...said.claims, by]) : time;
      const to = read([...taken.claims.filter((one) => one.to > split), { from: 0, to: split }]);
      const from = read([...taken.claims.filter((one) => one.from < split), { from: split, to: said.text.length }]);
      const marked = withTimes(taken, from, to);
      const apart = by || to.reading.start?.grain === 'part' ? onDayOf(to.reading, from.reading, ctx) : to.reading;
      const meant = agrees(whole.reading, to.reading, ctx) ? { ...whole.reading, rrule: to.reading.rrule } : apart;
      const moved = end ? { ...meant, start: null, end: meant.end ?? meant.start } : meant;
      return {
        intent: {
          want: 'move',
          which: targetOf(scene, marked, from.reading),
          time: moved,
          shift: null,
          ...alsoChanged(scene),
          ...(all.length > 0 || moved.rrule ? { all: true as const } : {}),
        },
        time: moved,
        said: marked,
        steps: [...from.steps, ...to.steps],
      };
    },
  };
}
