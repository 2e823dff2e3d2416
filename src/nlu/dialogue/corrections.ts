/** What was said before was wrong: 不对，是4点; not Wed, Thursday; the password should be 5678; I meant Tokyo time. */
import type { Intent } from '../../domain/intent.ts';
import { silent } from '../../domain/silent-time.ts';
import type { Hit } from '../lexicon/lexeme.ts';
import { isLongOver } from '../long-over.ts';
import { isLook } from '../mood/looks.ts';
import type { Understanding } from '../understanding.ts';
import { before, changes, type DialogueRole, FIELDS, gapAt, has, meaning, past, type Said } from './said.ts';
import { timeIn, unquoted, type Values, valuesIn, withOptions } from './values.ts';

const LAST = { by: 'last' } as const;
/** Behind a field stand the same but for those that set: 主持人换小王 is an instruction. */
const BEHIND_FIELD: DialogueRole[] = ['dialogue.wrong', 'dialogue.rather', 'dialogue.mean', 'dialogue.not'];
const LEAD: DialogueRole[] = [...BEHIND_FIELD, 'dialogue.set'];

const LEADS: ReadonlySet<string> = new Set([...LEAD, 'dialogue.it', 'dialogue.weak-turn', 'dialogue.rebook', 'refer.that-one']);

/** What is left when the words that correct are taken away says what was meant. */
export function readCorrection(said: Said): Understanding | null {
  // 不用改，还是3点
  if (said.hits.some(({ role, from }) => role === 'dialogue.keep' && from === 0)) return null;
  const lead = past(said, behindIt(said), ...LEAD);
  const whole = before(said, 'dialogue.tail', 'dialogue.mean');
  if (lead >= whole.length) return null;
  const strong = said.hits.some(({ from, role }) => from < lead && STRONG.has(role));
  const field = said.hits.find((hit) => FIELDS.has(hit.role) && hit.from === lead);
  if (field) return readField(said, field, whole, strong);
  const until = said.hits.find((hit) => hit.role === 'dialogue.until' && hit.from === lead);
  if (until) return readEnd(said, whole.slice(until.to));
  if (!said.hits.some(({ from, role }) => from < lead && LEADS.has(role))) return readBehind(said, whole);
  if (!strong && changes(said.alone)) return null;
  const rest = meantBehind(said, lead, whole);
  const values = valuesIn(said, asClock(said, rest, lead));
  const meant = values?.slots.topic !== undefined && !mayRename(said, lead, rest) ? null : values;
  const found = corrected(said, meant, strong) ?? repeated(said, rest, strong);
  return meant?.slots.topic !== undefined && found?.intent.want === 'change'
    ? { ...found, intent: { ...found.intent, anyName: true } }
    : found;
}

/** 这个会只要20分钟, this one should be at 4: it is spoken of, and what it is to be. */
function behindIt({ hits, text }: Said): number {
  const it = hits.find(({ role, from }) => role === 'dialogue.it' && from === 0);
  const at = it ? it.to + gapAt(text, it.to) : 0;
  const needs = hits.find(({ role, from, to, worth }) => from === at && to - from > 1 && NEEDS.has(role) && worth !== false);
  return !needs || !it ? 0 : needs.role === 'dialogue.need' ? needs.to : at;
}
const NEEDS: ReadonlySet<string> = new Set(['dialogue.need', 'dialogue.rather']);

/** 不对，是月会; no, the design review: "no worries" is no name. */
function mayRename({ hits, text }: Said, lead: number, rest: string): boolean {
  if (/[?？]/.test(text)) return false;
  const named = hits.some(
    ({ from, role, worth }) => from < lead && (role === 'dialogue.mean' || (role === 'dialogue.rather' && worth !== false)),
  );
  const meeting = hits.some(({ from, role }) => from >= lead && from < lead + rest.length && role === 'mood.meeting');
  // 不是的，他是巨蟹座的; it's not fashion, it's new: said of anything.
  const denied = hits.some(({ from, role }) => from < lead && role === 'dialogue.not');
  return (named && (!denied || swaps(hits, text))) || (meeting && /[,，:：。.]\s*$/.test(text.slice(0, lead)));
}

/** 不是周会，是双周会: one meeting for another. */
function swaps(hits: readonly Hit[], text: string): boolean {
  const comma = text.search(/[,，;；]/);
  const meetings = hits.filter(({ role }) => role === 'mood.meeting');
  return comma > 0 && meetings.some(({ to }) => to <= comma) && meetings.some(({ from }) => from > comma);
}

const STRONG: ReadonlySet<string> = new Set(['dialogue.wrong', 'dialogue.mean', 'dialogue.not']);

/** 不是明天，是后天: what follows is meant; Thursday not Wednesday: what stands before is. */
function meantBehind(said: Said, lead: number, whole: string): string {
  const { hits } = said;
  const not = hits.find((hit) => hit.role === 'dialogue.not');
  const after = (from: number): string => {
    const rather = hits.filter((hit) => hit.role === 'dialogue.rather' && hit.from > from).at(-1);
    const comma = /[,，;；]/.exec(whole.slice(from));
    return rather ? whole.slice(rather.to) : comma ? whole.slice(from + comma.index + 1) : whole.slice(from);
  };
  if (not && not.from < lead) return isDenied(said, not, lead) && after(lead) === whole.slice(lead) ? '' : after(lead);
  return not && not.from > lead ? whole.slice(lead, not.from) : whole.slice(lead);
}

/** 不是4点, that's not right: it says what is wrong, and nothing of what is right. */
const isDenied = ({ text }: Said, not: Hit, lead: number): boolean => !/[,，;；:：。.!！]/.test(text.slice(not.to, lead)) && not.to <= lead;

/** make it 5: behind such a word a bare number is an hour. */
function asClock({ hits }: Said, rest: string, lead: number): string {
  if (!/^\s*\d{1,2}\s*$/.test(rest)) return rest;
  const word = hits.filter((hit) => hit.from < lead && typeof hit.worth === 'string').at(-1);
  return word ? `${word.worth}${rest}` : rest;
}

/** 密码错了，是4321; the password should be 5678; 改个名字，叫终审: the field is named, and what it should be. */
function readField(said: Said, field: Hit, whole: string, strong: boolean): Understanding | null {
  const from = past(said, field.to, ...BEHIND_FIELD);
  const between = said.hits.filter((hit) => hit.from >= field.to && hit.from < from && BEHIND_FIELD.includes(hit.role as DialogueRole));
  const corrects = field.worth === true || between.length > 0;
  const not = between.find(({ role }) => role === 'dialogue.not');
  const rest = not ? meantBehind(said, from, whole) : whole.slice(from);
  if (!corrects || rest.trim() === '') return null;
  const none = strong ? null : readNoValue(said, field.to, from);
  if (none) return none;
  // An instruction that is plain needs no memory: 密码改成4321
  if (!strong && !between.some((hit) => STRONG.has(hit.role)) && changes(said.alone)) return null;
  // 会议名称是终审，周五10点开始: a new meeting is described.
  if (
    field.role === 'dialogue.name' &&
    /[,，;；]/.test(rest) &&
    said.alone.intent.want === 'book' &&
    said.alone.time.start?.grain === 'minute'
  )
    return null;
  if (field.role === 'dialogue.name') return corrected(said, { slots: { topic: unquoted(rest) } }, true);
  if (field.role === 'dialogue.when') return corrected(said, timed(said, asClock(said, rest, from)), true);
  return repeated(said, `${field.worth}${rest}`, true);
}

/** 主题是啥, the title is what: asked for; the topic was boring: spoken about, and no value. */
function readNoValue(said: Said, behind: number, from: number): Understanding | null {
  const { text, hits, alone } = said;
  const found = hits.find(({ role, from: at }) => role === 'dialogue.no-value' && (at === from || at === behind + gapAt(text, behind)));
  const last = found && /^\s*(?:$|[,，.。;；!！?？])/.test(text.slice(found.to));
  if (!found || (!last && found.worth === false)) return null;
  if (alone.intent.want !== 'book' && !changes(alone)) return alone;
  return found.worth === 'asks' && last
    ? meaning(said, { want: 'show', which: { by: 'context' } }, 'do', 'asks for a field')
    : meaning(said, { want: 'help', because: 'unknown' }, 'none', 'speaks about a field');
}

const timed = (said: Said, text: string): Values | null => {
  const time = timeIn(said, text);
  return time && withOptions(said, text, time);
};

/** 开到4点, until 4: the start stays. */
function readEnd(said: Said, rest: string): Understanding | null {
  const time = timeIn(said, asClock(said, rest, said.text.length));
  if (time?.start?.grain !== 'minute' || time.end) return null;
  return move(said, { time: { ...silent(), end: time.start, zone: time.zone, assumed: time.assumed }, slots: {} });
}

/** 3点不行，4点可以; asked about are 4 doesn't work, 5? and what somebody says of their own hours (3点我不行，4点可以). */
function suggested(said: Said, behind: number, whole: string, plain: boolean): Understanding | null {
  const from = past(said, behind, 'dialogue.need', ...LEAD);
  const end = before(said, 'dialogue.tail', 'dialogue.mean', 'dialogue.agree').length;
  const rest = asClock(said, whole.slice(from, Math.max(end, from)), from);
  const found = corrected(said, timed(said, BARE_HOUR.test(rest) ? `${rest.trim()}:00` : rest), true);
  const ordered = plain || said.hits.some(({ role, from: at, to }) => at >= behind && to <= from && role !== 'dialogue.need');
  return found && (!ordered || /[?？]\s*$/.test(said.text)) ? { ...found, act: 'ask' } : found;
}

/** 我3点, 4: a time is spoken of, and no meeting. */
const hasTime = (said: Said, text: string): boolean => {
  const { intent, time } = said.understand(text);
  const named = intent.want === 'book' && intent.slots.topic !== undefined;
  return BARE_HOUR.test(text) || (!named && (time.start !== null || time.end !== null || time.minutes !== null));
};
const BARE_HOUR = /^\s*\d{1,2}\s*$/;

/** Thursday not Wednesday; New York time, I mean; 半小时不够，一小时吧 */
function readBehind(said: Said, whole: string): Understanding | null {
  const not = said.hits.find((hit) => hit.role === 'dialogue.not' && hit.from > 0);
  if (not && timeIn(said, whole.slice(not.to))) return corrected(said, timed(said, whole.slice(0, not.from)), false);
  const unfit = said.hits.find((hit) => hit.role === 'dialogue.unfit');
  const of = unfit ? whole.slice(0, unfit.from) : '';
  if (unfit && unfit.to < whole.length) {
    const plain = past(said, 0, 'dialogue.when') >= unfit.from || timeIn(said, of) !== null;
    if (plain || hasTime(said, of)) return suggested(said, unfit.to, whole, plain);
  }
  const cannot = said.hits.find((hit) => hit.role === 'dialogue.cannot' && hit.from === past(said, 0));
  const comma = cannot ? /[,，;；.。]/.exec(whole.slice(cannot.to)) : null;
  const unable = cannot && comma ? whole.slice(cannot.to, cannot.to + comma.index) : null;
  if (cannot && comma && unable !== null && hasTime(said, unable))
    return suggested(said, cannot.to + comma.index, whole, timeIn(said, unable) !== null);
  const tail = said.hits.find((hit) => hit.role === 'dialogue.mean' && hit.from >= whole.length);
  return tail ? corrected(said, timed(said, whole.slice(past(said, 0))), true) : null;
}

/** the title should be bold: how something looks is no name. */
const namesLooks = ({ text, hits }: Said, { slots: { topic } }: Values): boolean =>
  topic !== undefined && hits.some((hit) => hit.role === 'mood.looks' && isLook(topic, text, hit));

function corrected(said: Said, values: Values | null, strong: boolean): Understanding | null {
  if (!values || (values.time && isLongOver(values.time, said.ctx.now)) || namesLooks(said, values)) return null;
  if (values.time || values.shift !== undefined) return move(said, values);
  return strong ? meaning(said, { want: 'change', which: LAST, slots: values.slots }, 'do', 'corrects') : null;
}

const move = (said: Said, { time, shift, slots, options }: Values): Understanding => {
  const intent: Intent = { want: 'move', which: LAST, time: time ?? silent(), shift: shift ?? null, ...(options ? { options } : {}) };
  return meaning(said, Object.keys(slots).length > 0 ? { ...intent, slots } : intent, options ? 'ask' : 'do', 'corrects');
};

/** Behind a word that corrects stands a whole instruction: 不对，改到4点; no, only people in this group. */
function repeated(said: Said, text: string, strong: boolean): Understanding | null {
  const meant = said.understand(text);
  const { intent } = meant;
  if (!strong || !changes(meant) || intent.want === 'cancel' || !('which' in intent)) return null;
  return meaning(said, { ...intent, which: intent.which.by === 'context' ? LAST : intent.which } as Intent, 'do', 'corrects');
}

export const corrects = (said: Said): boolean => has(said, 'dialogue.wrong', 'dialogue.mean', 'dialogue.not');
