/** What surrounds the message proper: quoted lines, headers of forwarded mail, a chat copied along, faces. It is marked, and never read. */
import type { Sheet } from './sheet.ts';
import { SURNAME } from './words.ts';

const LINK = /\bhttps?:\/\/[^\s，。"「」<>]{1,1000}/gi;
/** 转发：, Re:, Fwd:, 回复 李四: */
const HEADER =
  /(?<=^|\n)[ \t]*(?:(?:re|fw|fwd|(?:答复|回复|转发|转)(?:[ \t]*@?[\p{L}]{1,10})?)[ \t]*:[ \t]*)+|(?<=^|\n)[ \t]*(?:from|sent|发件人|发送人)[ \t]*:[^\n]{0,80}(?:\n|$)|^[ \t]*\[(?:会议|日程|重要|紧急)?(?:通知|提醒|预告|预约|邀请)\][ \t]*/giu;
const QUOTED = /(?<=^|\n)[ \t]*>[^\n]{0,400}(?:\n|$)/g;
/** 张三：明天几点？ */
const SPOKEN = /(?<=^|\n)[ \t]*(\p{Script=Han}{2,3})[ \t]*:[^\n]{0,200}\n/gu;
/** The client writes a face as its name in brackets. */
const FACE =
  /\[(?:微笑|大笑|笑哭|捂脸|抱拳|握手|玫瑰|赞|强|合十|感谢|谢谢|爱心|爱你|呲牙|龇牙|害羞|偷笑|憨笑|可怜|流泪|大哭|尴尬|奋斗|加油|鼓掌|拥抱|咖啡|庆祝|灵光一闪|送心|比心|OK|LOL|Smile|Thanks|ThumbsUp|Thumbsup|Rose|Heart|Done|Clap|Party|FaceRight|WINK|LAUGH|Get)\]/gi;

/** Runs before every other reader. */
export function markAround(sheet: Sheet): void {
  const { text } = sheet;
  if (/https?:/i.test(text)) for (const match of sheet.findAll(LINK, 100)) mark(sheet, match);
  if (text.includes('[')) for (const match of sheet.findAll(FACE, 40)) mark(sheet, match);
  if (/[:\]]/.test(text)) for (const match of sheet.findAll(HEADER, 4)) mark(sheet, match);
  if (!text.includes('\n')) return;
  aside(sheet, QUOTED, () => true);
  aside(sheet, SPOKEN, (match) => SURNAME.test(match[1] ?? ''));
}

/** Lines that somebody else said, where a line of the asker's own is left to read. */
function aside(sheet: Sheet, pattern: RegExp, is: (match: RegExpExecArray) => boolean): void {
  const found = [...sheet.findAll(pattern, 40)].filter(is);
  const length = found.reduce((sum, match) => sum + match[0].length, 0);
  if (found.length > 0 && sheet.text.trim().length > length) for (const match of found) mark(sheet, match);
}

function mark(sheet: Sheet, match: RegExpExecArray): void {
  sheet.claim(match.index, match.index + match[0].length, 'filler');
}
