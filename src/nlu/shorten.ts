/** 缩短30分钟, 提前15分钟结束, shorten it by 30 minutes: an extension backwards. */
import type { Command } from './commands.ts';
import { lengthAt } from './entities/duration.ts';
import type { Sheet } from './sheet.ts';

const ZH =
  /(?:会议)?(?:时间|时长)?(?:(?:缩短|压缩|少开|减少|减掉)(?:一下|会议|时间|时长|了|个|掉)*|(?:延长|加时)\s*-)\s*(?=[\d一二两三四五十半])/g;
const EARLY_ZH = /提[前早]\s*(?=[\d一二两三四五十半])/g;
const EN =
  /\b(?:shorten|cut|trim|reduce|extend)\b(?<verb>[^,.;!?]{0,60}?)\s(?<by>by\s*-?|-)\s*(?=\d|half|an? |one |two |ten |fifteen|twenty|thirty)/gi;
const EARLY_EN = /\b(?:end|finish|wrap(?: it)? up)(?: it| the (?:meeting|call)| this)?\s+(?=\d|half|an? |ten |fifteen|twenty|thirty)/gi;
const ENDS = /^\s*(?:吧|了|谢谢|可以吗|行吗|好吗|please|pls|thanks)?\s*(?:$|[,，。.;；!！?？~～])/i;

export function findShorten(sheet: Sheet): Command | null {
  return (
    found(sheet, ZH) ??
    found(sheet, EARLY_ZH, /^\s*(?:结束|散会|收尾|下会)/) ??
    found(sheet, EN) ??
    found(sheet, EARLY_EN, /^\s*(?:early|earlier|sooner)\b/i)
  );
}

function found(sheet: Sheet, lead: RegExp, then = ENDS): Command | null {
  for (const match of sheet.text.matchAll(lead)) {
    const from = match.index;
    const at = from + match[0].length;
    const length = lengthAt(sheet.text, at);
    const after = length && then.exec(sheet.text.slice(length.to));
    if (!length || !after) continue;
    if (/^extend/i.test(match[0]) && !/-\s*$/.test(match[0])) continue;
    const to = then === ENDS ? length.to : length.to + after[0].length;
    const between = match.groups?.verb ?? '';
    const verb = between ? match[0].indexOf(between) : to - from;
    if (!sheet.free(at, to) || !sheet.free(from, from + Math.min(verb, match[0].length))) continue;
    // What stands between the verb and the length names the meeting.
    if (between) sheet.claim(from + verb + between.length, to, 'command');
    return { want: 'extend', from, to: from + verb, minutes: -length.minutes };
  }
  return null;
}
