/** 主持人@张三, hosted by Bob: who runs the meeting. */

import type { PersonRef } from '../../domain/intent.ts';
import { afterGap } from '../after-gap.ts';
import { type People, peopleAt } from '../entities/person.ts';
import { phrase } from '../phrase.ts';
import type { Shapes } from '../phrase-shapes.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';
import { beginsAt, EDGES, endsAt } from './edges.ts';

export interface HostsSaid {
  people: PersonRef[];
  /** `sure`: 换成…; `likely`: 加…, make … the host. */
  changing: 'sure' | 'likely' | null;
}

type Changing = HostsSaid['changing'];
type Found = Reading<HostsSaid>;

const SHAPES: Shapes = {
  ...EDGES,
  SIGN: (said, at) => (/[:：=]/.test(said.text.charAt(at)) ? at + 1 : null),
  MENTION: (said, at) => (said.claimAt(at)?.kind === 'mention' ? at : null),
  PAUSE: (said, at) => (/[,，]/.test(said.text.charAt(at)) ? at + 1 : null),
};
const HOST = '( host.joint* slot.article? host.joint* ( host.noun | host.verb ) )';

const NONE = [
  phrase(`( slot.off | slot.remove | slot.no | slot.none ) host.all* slot.of? slot.article? host.joint* host.noun`),
  phrase('host.noun SIGN ( slot.none | slot.no-value ) _AFTER'),
];
/** The asker owns the meeting, and so may host it anyway. */
const SELF = [
  phrase('host.hosted-by host.me'),
  phrase(`host.by? host.me host.come? access.become? ${HOST} slot.it? _AFTER`),
  phrase('( host.noun | host.verb ) ( slot.is | SIGN | host.by )* ( host.me host.come? | host.undecided ) _AFTER'),
];
/** 主持人换成 … */
const LEAD = phrase(
  `slot.ask? slot.set* slot.article? add=slot.on? change=slot.change? slot.article? host.joint* ( noun=host.noun | noun=host.verb ) host.joint* ( PAUSE &( slot.into | MENTION ) )? ( into=slot.into | into=host.hand | sign=slot.also | add=slot.on | sign=slot.is | sign=host.by | sign=slot.set | sign=SIGN )*`,
);
const HAND = '( host.hand slot.article? ( host.noun | host.verb ) host.right? )';
/** hand the host role of the demo to … */
const HANDED = phrase(`lead=${HAND} slot.for name=ANY to=slot.into`);
/** give Bob the host role */
const GIVEN_RIGHT = phrase('slot.article? host.joint* ( host.noun | host.verb ) host.right? slot.it?');
/** hand the host role to … */
const HANDED_HERE = phrase(`${HAND} slot.into`);
/** hosted by … */
const HOSTED_BY = phrase('host.hosted-by');
/** 把 … 设为周会的主持人: the meeting stands between. */
const OF_MEETING = phrase('first=host.made name=ANY last=slot.of host.joint* host.noun');
/** 由 … 主持; … will host. */
const BEHIND = phrase(`( host.come | access.become | host.made | slot.is | host.will )* ${HOST} slot.it?`);
/** change the host of standup to … */
const HOST_OF = phrase('lead=slot.change slot.article? host.noun slot.for name=ANY to=slot.into');

const NOBODY: Reading<undefined> = { found: undefined, claims: [] };

/** An empty list: said that there is to be none. */
export function readHosts(message: Utterance, people: People): Reading<HostsSaid | undefined> {
  if (!message.has('host.noun', 'host.verb', 'host.hosted-by')) return NOBODY;
  for (const one of NONE) {
    const none = one.find(message, 0, SHAPES);
    if (none) return told([], message.anyIn(['slot.off', 'slot.remove'], none) ? 'sure' : null, none);
  }
  const self = SELF.map((one) => one.find(message, 0, SHAPES)).find((one) => one !== null && beginsAt(message, one.from));
  const own: Claim[] = self ? [{ from: self.from, to: self.to, kind: 'filler' }] : [];
  const said = message.with(own);
  const { found, claims } =
    readLed(said, people, true) ?? readMade(said, people) ?? readNamed(said, people) ?? readLed(said, people, false) ?? NOBODY;
  return { found, claims: [...own, ...claims] };
}

function told(people: PersonRef[], changing: Changing, { from, to }: { from: number; to: number }, ...more: Claim[]): Found {
  const note = `hosts ${people.map((one) => one.name).join(', ')}`;
  return { found: { people, changing }, claims: [...more, { from, to, kind: 'slot', note }] };
}

/** 主持人 …, host: …, hosted by …: the names follow; `only`: behind a word or a mark that says so. */
function readLed(said: Utterance, people: People, only: boolean): Found | null {
  for (const pattern of [LEAD, HOSTED_BY])
    for (const lead of pattern.all(said, SHAPES)) {
      const { parts } = lead;
      // A space behind Chinese letters is a sign: 主持人 老王.
      const spaced = /\p{Script=Han} /u.test(said.text.slice(lead.to - 1, lead.to + 1));
      // 主持人换衣服去了: one letter calls for no name.
      const into = parts['into'] !== undefined && parts['into'].to - parts['into'].from > 1;
      const signed = pattern === HOSTED_BY || parts['sign'] !== undefined || into || parts['add'] !== undefined;
      if (only && !signed) continue;
      const list = peopleAt(said, people, lead.to, signed || spaced);
      if (!list) continue;
      const changing = parts['change'] || parts['into'] ? 'sure' : parts['add'] ? 'likely' : null;
      return told(list.people, changing, { from: lead.from, to: list.to });
    }
  return null;
}

/** 由张三主持, 把@张三设为主持人, make Bob the host: a word calls for names, and the host follows. */
function readMade(said: Utterance, people: People): Found | null {
  for (const by of said.freeHits('host.by', 'host.make')) {
    const at = by.to + (/^\s*/.exec(said.text.slice(by.to))?.[0].length ?? 0);
    const list = peopleAt(said, people, at, by.role === 'host.by');
    if (!list) continue;
    const changing = by.role === 'host.make' || by.worth === 'change' ? 'likely' : null;
    const of = OF_MEETING.at(said, list.to, SHAPES);
    const { name } = of?.parts ?? {};
    if (of && name) return told(list.people, 'likely', { from: by.from, to: name.from }, { from: name.to, to: of.to, kind: 'slot' });
    const behind = BEHIND.at(said, list.to, SHAPES);
    const from = said.hitEnding('host.this', by.from)?.from ?? by.from;
    if (behind) return told(list.people, changing, { from, to: behind.to });
  }
  for (const give of said.freeHits('host.hand')) {
    const list = peopleAt(said, people, afterGap(said.text, give.to), true);
    const right = list && GIVEN_RIGHT.at(said, list.to, SHAPES);
    if (list && right) return told(list.people, 'sure', { from: give.from, to: right.to });
  }
  const here = HANDED_HERE.find(said, 0, SHAPES);
  const heir = here && peopleAt(said, people, afterGap(said.text, here.to), true);
  if (here && heir) return told(heir.people, 'sure', { from: here.from, to: heir.to });
  const of = HOST_OF.find(said, 0, SHAPES) ?? HANDED.find(said, 0, SHAPES);
  const { name } = of?.parts ?? {};
  const list = of && peopleAt(said, people, of.to + (/^\s*/.exec(said.text.slice(of.to))?.[0].length ?? 0), true);
  if (!of || !name || !list) return null;
  return told(list.people, 'sure', { from: name.to, to: list.to }, { from: of.from, to: name.from, kind: 'slot' });
}

/** @张三 主持, Alice will host, and as a clause of its own 张伟主持, Bob hosts: the names stand first. */
function readNamed(said: Utterance, people: People): Found | null {
  for (const at of [...people.keys(), ...namePlaces(said)]) {
    const list = peopleAt(said, people, at, false);
    const behind = list && BEHIND.at(said, list.to, SHAPES);
    if (!list || !behind || namesAt(said, people, behind.to)) continue;
    const whole = people.has(at) || said.anyIn(['host.will'], { ...behind, from: list.to });
    if (whole || (opens(said, at) && closes(said, behind.to))) return told(list.people, null, { from: at, to: behind.to });
  }
  return null;
}

/** 主持人王芳: who hosts follows. */
const namesAt = (said: Utterance, people: People, at: number): boolean =>
  HAN.test(said.text.charAt(at)) && peopleAt(said, people, at, false) !== null;

const CLOSED = phrase('slot.particle* END');
const HAN = /\p{Script=Han}/u;

/** Latin words run on behind a space. */
const closes = (said: Utterance, at: number): boolean =>
  HAN.test(said.text.charAt(at - 1)) ? endsAt(said, at) : CLOSED.at(said, at, SHAPES) !== null;

/** Where a name may begin. */
function* namePlaces(said: Utterance): Generator<number> {
  for (const { index } of said.text.matchAll(/(?<![\p{L}\p{N}])(?:[A-Z]|\p{Script=Han})|(?<=\p{Script=Han})[A-Z]/gu))
    if (said.free(index, index + 1)) yield index;
  for (const is of said.hits('slot.is')) yield is.to;
}

/** Latin names stand at the start of a clause, or behind another script. */
const opens = (said: Utterance, at: number): boolean =>
  HAN.test(said.text.charAt(at)) || /(?:^|[,;.(]\s*|\p{Script=Han}\s?)$/u.test(said.text.slice(0, at));
