/** 呼叫 +86-13800138000 张三, call Anna at 010-12345678: a phone is rung. */

import { silent } from '../../domain/silent-time.ts';
import type { Candidate, Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import type { Utterance } from '../utterance.ts';
import { claim } from './clause.ts';

const PHONE =
  /(?<![\w.])(?:\+\s?\d{1,3}[\s-]*)?(?:\(?0\d{2,3}\)?[\s-]*\d{7,8}|1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|400[\s-]?\d{3}[\s-]?\d{4}|\(?\d{2,4}\)?(?:[\s-]?\d{2,4}){2,4})(?:[\s-]*(?:转|ext\.?|x)\s*\d{1,6})?(?![\w])/gi;
/** With a word that only a phone is meant by, even 12345 is a number, though no good one. */
const SHORT = /\s*\+?\d(?:[\s-]?\d){2,}(?![\d:：]|\p{Script=Han})/uy;
const CALL = phrase('call.verb call.to? | call.short &NUMBER');
const NUMBER = { NUMBER: (said: Utterance, at: number) => (/^[\s+]*\d/.test(said.text.slice(at)) ? at : null) };
const CALL_TO = phrase('call.give name=ANY call.phone');
const MARKS = /^[\s,，:：.。()（）!！]+|[\s,，:：.。()（）!！]+$/g;

export function readCall(scene: Scene): readonly Candidate[] {
  const { said, starts, slots } = scene;
  if (!/\d{3}/.test(said.text)) return [];
  for (const at of starts) {
    const verb = CALL.at(said, at, NUMBER) ?? CALL_TO.at(said, at) ?? CALL_TO.at(said, Math.max(0, at - 2));
    const number = verb && numberAt(said, at, verb.to);
    if (!verb || !number) continue;
    const named = verb.parts['name'];
    if (isSelf(said, named?.from ?? verb.to)) return [];
    const before = named ? nameIn(said, named.from, named.to) : nameIn(said, verb.to, number.from);
    const name = before ?? nameIn(said, number.to, said.text.length);
    const record = slots.slots.record ? { record: true as const } : {};
    const claims = [claim('phone', { from: at, to: number.to }, 'call')];
    return [
      {
        kind: 'call',
        strength: 'sure',
        claims,
        because: 'a word that rings, and a number',
        build: () => ({ intent: { want: 'call', phone: number.phone, name, ...record }, time: silent(), said: said.with(claims) }),
      },
    ];
  }
  return [];
}

/** call me at 555-0134: who speaks is not rung. */
const isSelf = (said: Utterance, at: number): boolean =>
  said.hitAt('call.self', at + (/^\s*/.exec(said.text.slice(at))?.[0].length ?? 0)) !== undefined;

function numberAt(said: Utterance, at: number, after: number): { phone: string; from: number; to: number } | null {
  PHONE.lastIndex = at;
  SHORT.lastIndex = after;
  const long = PHONE.exec(said.text);
  const found = long && long[0].replace(/\D/g, '').length >= 7 ? long : said.hitAt('call.dial', at) ? SHORT.exec(said.text) : null;
  return found && { phone: found[0].trim(), from: found.index, to: found.index + found[0].length };
}

/** The words of a stretch without what leads to a number and what asks for a recording. */
function nameIn(said: Utterance, start: number, end: number): string | null {
  let from = start;
  let to = end;
  for (let turn = 0; turn < 8; turn += 1) {
    while (from < to && MARK.test(said.text[from]!)) from += 1;
    while (to > from && MARK.test(said.text[to - 1]!)) to -= 1;
    const lead = said.hitAt('call.lead', from);
    const slot = said.claimAt(from);
    if (lead && lead.to <= to) from = lead.to;
    else if (slot && slot.kind === 'slot') from = Math.min(to, slot.to);
    const tail = ['call.tail', 'tail', 'thanks', 'call.lead']
      .map((role) => said.hitEnding(role, to))
      .find((hit) => hit && hit.from >= from);
    const last = said.claims.find((one) => one.kind === 'slot' && one.to === to && one.from >= from);
    if (tail) to = tail.from;
    else if (last) to = last.from;
  }
  const name = said.original(from, to).replace(MARKS, '');
  return name === '' ? null : name;
}

const MARK = /[\s,，:：.。()（）!！]/;
