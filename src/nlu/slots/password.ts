/** 密码1234, no password: digits as said; what is no password at all is carried along for the rules to refuse. */
import { afterGap } from '../after-gap.ts';
import { type Match, phrase } from '../phrase.ts';
import type { Shape, Shapes } from '../phrase-shapes.ts';
import type { Part } from '../phrase-steps.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';
import { EDGES } from './edges.ts';

export interface PasswordSaid {
  /** `any`: there is to be one, whichever. */
  value: string | null | 'any';
  /** Said as a change of something that exists: 密码改成2468. */
  changing: boolean;
}

const sticky =
  (pattern: RegExp): Shape =>
  (said, at) => {
    pattern.lastIndex = at;
    const match = pattern.exec(said.text);
    return match && said.free(at, at + match[0].length) ? at + match[0].length : null;
  };

const SHAPES: Shapes = {
  ...EDGES,
  HERE: sticky(/[A-Za-z0-9]/y),
  VALUE: sticky(/\s*["']?[A-Za-z0-9](?:[\w*#!-]{0,38}[A-Za-z0-9])?["']?/y),
  DIGITS: sticky(/\d{1,20}(?![\w])/y),
  CODE: sticky(/\d{4,9}(?!\w)(?=\s*(?:$|[,.;]))/y),
  SIGN: sticky(/[:：=]/y),
  OWNED: sticky(/[A-Za-z]+'s\b/y),
  PAUSE: sticky(/[,，]/y),
  CLAUSE: (said, at) => (EDGES['AFTER']!(said, at) !== null && !/^\s*[A-Za-z]/.test(said.text.slice(at)) ? at : null),
};

const OF = 'slot.of? slot.article?';
const ITS = '( password.of noun=_password.noun | noun=password.noun )';
const NOUN = `${OF} ${ITS}`;
const IS = '( slot.is | slot.into | SIGN )';

const NONE_FAR = phrase(
  'lead=( slot.off | slot.remove ) slot.done? name=ANY slot.of ( password.of noun=_password.noun | noun=password.noun ) !_HERE',
);
const NONE = [
  phrase(
    `( slot.no | slot.none | slot.off | slot.remove ) slot.set? ${OF} ( password.of noun=_password.noun | noun=password.noun | password.of? password.short ) !_HERE password.protected? slot.needless?`,
  ),
  phrase(
    `noun=password.noun slot.also* ${IS}? ( slot.is-off | slot.no | slot.none | slot.off | slot.remove | slot.no-value ) slot.set? slot.done? _AFTER`,
  ),
];
/** take the password off */
const TAKEN_OFF = phrase(`slot.take ${NOUN} slot.is-off _AFTER`);
const SPOKEN = phrase(`${NOUN} slot.also? ${IS}? value=( password.digit password.digit password.digit password.digit+ ) !password.counter`);
const VALUE_FIRST = phrase(`slot.set? value=DIGITS slot.as ${NOUN}`);
const VALUE = phrase(
  `( password.locked complement? PAUSE? )? ( slot.change slot.it? | slot.on )? slot.set* ${NOUN} slot.also? ( slot.please? slot.change slot.it? PAUSE? )? sign=( slot.is | slot.into | slot.set slot.article? | SIGN )* slot.for? value=VALUE !_password.counter`,
);
const CODE = phrase(`( slot.change slot.it? )? slot.set* slot.article? password.code ( slot.into | slot.is | SIGN )? value=CODE`);
const VALUE_FAR = phrase(`lead=( slot.change | password.new ) ${NOUN} slot.for name=ANY sign=( slot.into | slot.is | SIGN ) value=VALUE`);
const SOME = [
  phrase(`noun=password.noun ${IS}? password.random ( slot.change | slot.set | slot.into | password.new | slot.article )*`),
  phrase(
    `( slot.change slot.it? | slot.set | slot.ask )* ( slot.article | password.new )* password.random ( slot.article | password.new )* ${NOUN}`,
  ),
  phrase(`password.random ( slot.change | slot.set | slot.ask | password.new | slot.article )+ ${NOUN}`),
  phrase(`password.new+ password.random? ( slot.article | password.new )* ${NOUN} CLAUSE`),
  phrase(`( slot.ask | slot.set | slot.on )+ ${NOUN} CLAUSE`),
  phrase(`password.locked complement? CLAUSE`),
  phrase(`( slot.put | slot.on ) ${NOUN} ( slot.for | slot.into ) &( move.the | name.determiner | OWNED )`),
];

const NOTHING: Reading<undefined> = { found: undefined, claims: [] };

/** `note`: what the first of the stretches says. */
const told = (found: PasswordSaid, note: string, ...spans: { from: number; to: number }[]): Reading<PasswordSaid> => ({
  found,
  claims: spans.map(({ from, to }, i): Claim => (i === 0 ? { from, to, kind: 'slot', note } : { from, to, kind: 'slot' })),
});

export function readPassword(said: Utterance): Reading<PasswordSaid | undefined> {
  if (!said.has('password.noun', 'password.short', 'password.code', 'password.locked')) return NOTHING;
  return readNone(said) ?? readValue(said) ?? readSome(said) ?? NOTHING;
}

/** wifi密码: of something else than a meeting. */
function ofMeeting(said: Utterance, { parts }: Match): boolean {
  const noun = parts['noun'];
  if (!noun) return true;
  const before = said.hitEnding('slot.of', noun.from)?.from ?? noun.from;
  return said.hitEnding('password.other', before) === undefined;
}

function readNone(said: Utterance): Reading<PasswordSaid> | null {
  const far = NONE_FAR.find(said, 0, SHAPES);
  const name = far?.parts['name'];
  if (far && name && ofMeeting(said, far))
    return told({ value: null, changing: true }, 'no password', { from: far.from, to: name.from }, { from: name.to, to: far.to });
  const off = TAKEN_OFF.find(said, 0, SHAPES);
  if (off && ofMeeting(said, off)) return told({ value: null, changing: true }, 'no password', off);
  for (const one of NONE) {
    const match = one.find(said, 0, SHAPES);
    if (match && ofMeeting(said, match))
      return told({ value: null, changing: said.anyIn(['slot.off', 'slot.remove', 'slot.change'], match) }, 'no password', match);
  }
  return null;
}

function readValue(said: Utterance): Reading<PasswordSaid> | null {
  const spoken = SPOKEN.find(said, 0, SHAPES);
  const digits = spoken?.parts['value'];
  if (spoken && digits) {
    const value = said.hits('password.digit').filter((hit) => hit.from >= digits.from && hit.to <= digits.to);
    return valueTold(said, spoken, value.map((hit) => hit.worth).join(''));
  }
  const first = VALUE_FIRST.find(said, 0, SHAPES);
  if (first?.parts['value']) return valueTold(said, first, words(said, first.parts['value']));
  const far = VALUE_FAR.find(said, 0, SHAPES);
  const { name, value } = far?.parts ?? {};
  if (far && name && value)
    return told(
      { value: words(said, value), changing: true },
      'password',
      { from: far.from, to: name.from },
      { from: name.to, to: far.to },
    );
  for (let match = VALUE.find(said, 0, SHAPES); match; match = VALUE.find(said, match.from + 1, SHAPES))
    if (plausible(said, match) && ofMeeting(said, match)) return valueTold(said, match, words(said, match.parts['value']!));
  const code = CODE.find(said, 0, SHAPES);
  return code?.parts['value'] ? valueTold(said, code, words(said, code.parts['value'])) : null;
}

function readSome(said: Utterance): Reading<PasswordSaid> | null {
  for (const one of SOME) {
    const match = one.find(said, 0, SHAPES);
    if (match && ofMeeting(said, match))
      return told({ value: 'any', changing: said.anyIn(['slot.change', 'password.new', 'slot.put'], match) }, 'some password', match);
  }
  return null;
}

const words = (said: Utterance, { from, to }: Part): string =>
  said.text
    .slice(from, to)
    .trim()
    .replace(/^["']|["']$/g, '');

const valueTold = (said: Utterance, match: Match, value: string): Reading<PasswordSaid> =>
  told({ value, changing: said.anyIn(['slot.change', 'slot.into'], match) }, `password ${'•'.repeat(Math.min(value.length, 12))}`, match);

/** Letters alone are a password only behind a sign, or at the end in another script (密码abc): "password reset review" speaks of something else. */
function plausible(said: Utterance, { parts, to }: Match): boolean {
  const value = parts['value']!;
  const from = afterGap(said.text, value.from);
  if (['password.about', 'slot.article', 'name.determiner'].some((role) => said.hitAt(role, from)?.to === value.to)) return false;
  const signed = parts['sign'] !== undefined && parts['sign'].to > parts['sign'].from;
  if (/\d/.test(words(said, value)) || signed) return true;
  return !/[A-Za-z]\s*$/.test(said.text.slice(0, value.from)) && /^(?:$|[\s,，。;；])/.test(said.text.slice(to));
}
