/** What surrounds the message proper: quoted lines, headers of forwarded mail, a chat copied along, faces. It is marked, and never read. */
import type { Span } from '../time/prepare.ts';
import { isTimeLabel } from '../time/read.ts';
import type { Claim, Reader, Utterance } from '../utterance.ts';

const LINK = /\bhttps?:\/\/[^\s，。"「」<>]{1,1000}/gi;
/** 转发：, Re:, Fwd:, 回复 李四: */
const HEADER =
  /(?<=^|\n)[ \t]*(?:(?:re|fw|fwd|(?:答复|回复|转发|转)(?:[ \t]*@?[\p{L}]{1,10})?)[ \t]*:[ \t]*)+|(?<=^|\n)[ \t]*(?:from|sent|发件人|发送人)[ \t]*:[^\n]{0,80}(?:\n|$)|^[ \t]*\[(?:会议|日程|重要|紧急)?(?:通知|提醒|预告|预约|邀请)\][ \t]*/giu;
/** On Tue, May 12, 2026 at 9:12 AM Bob wrote: */
const WROTE =
  /(?<=^|\n|@_user_\d{1,3}[ \t]*)[ \t]*(?:on [^\n]{6,120} wrote|(?:在|于)?[ \t]?\d{4}[^\n]{6,80}写道|(?:发送|发件)(?:时间|日期)[ \t]*:[^\n]{0,60}(?=\n[ \t]*(?:收件人|主题|抄送)))[ \t]*:?[ \t]*(?:\n|$)/gi;
/** What a quoted line is noted as: its time counts where the asker's own words name none. */
export const QUOTE_NOTE = 'quoted';
/** The bot's own mention may stand before it. */
const QUOTED = /(?<=^|\n|@_user_\d{1,3}[ \t]*)[ \t]*>[^\n]{0,400}(?:\n|$)/g;
/** 张三：明天几点？ */
const SPOKEN = /(?<=^|\n|@_user_\d{1,3}[ \t]*)[ \t]*(\p{Script=Han}{2,3})[ \t]*:[^\n]{0,200}\n/gu;
/** The client writes a face as its name in brackets. */
const FACE =
  /\[(?:微笑|大笑|笑哭|捂脸|抱拳|握手|玫瑰|赞|强|合十|感谢|谢谢|爱心|爱你|呲牙|龇牙|害羞|偷笑|憨笑|可怜|流泪|大哭|尴尬|奋斗|加油|鼓掌|拥抱|咖啡|庆祝|灵光一闪|送心|比心|OK|LOL|Smile|Thanks|ThumbsUp|Thumbsup|Rose|Heart|Done|Clap|Party|FaceRight|WINK|LAUGH|Get)\]/gi;

/** Runs before every other reader. */
export const readQuoted: Reader<null> = (message) => {
  const { text } = message;
  let said = message;
  const mark = (pattern: RegExp, most: number): void => {
    said = said.with([...said.findAll(pattern, most)].map(asNoise));
  };
  if (/https?:/i.test(text)) mark(LINK, 100);
  if (text.includes('[')) mark(FACE, 40);
  if (/[:\]]/.test(text)) mark(HEADER, 4);
  if (/wrote|写道|时间|日期/i.test(text)) mark(WROTE, 3);
  if (text.includes('\n')) {
    said = said.with(mailHead(said).map((one): Claim => ({ ...one, kind: 'filler' })));
    said = said.with(others(said, QUOTED, () => true));
    said = said.with(
      others(
        said,
        SPOKEN,
        (match) => said.hitAt('person.surname', match.index + match[0].indexOf(match[1]!)) !== undefined && !isTimeLabel(`${match[1]}:`),
      ),
    );
  }
  return { found: null, claims: said.claims };
};

const LABEL = /^[ \t]*:/;

/** 发件人：… and the lines of its kind below it, copied from a mail: when it was sent and what it was called is not the asker's wish. */
function mailHead(said: Utterance): Span[] {
  const { text } = said;
  const labels = (role: string, from: number): boolean => {
    const at = from + (/^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0);
    const hit = said.hitAt(role, at);
    return hit !== undefined && LABEL.test(text.slice(hit.to));
  };
  const head = said.hits('mail.from').find(({ from, to }) => LABEL.test(text.slice(to)) && /(?:^|\n)[ \t]*$/.test(text.slice(0, from)));
  if (!head) return [];
  const first = text.lastIndexOf('\n', head.from) + 1;
  let to = text.indexOf('\n', first) + 1;
  let lines = 0;
  while (to > 0 && to < text.length && labels('mail.line', to)) {
    lines += 1;
    to = text.indexOf('\n', to) + 1 || text.length;
  }
  return lines > 1 ? [{ from: first, to }] : [];
}

/** Lines that somebody else said, where a line of the asker's own is left to read. */
function others(said: Utterance, pattern: RegExp, is: (match: RegExpExecArray) => boolean): Claim[] {
  const found = [...said.findAll(pattern, 40)].filter(is);
  const length = found.reduce((sum, match) => sum + match[0].length, 0);
  return found.length > 0 && said.text.trim().length > length ? found.map((match) => ({ ...asNoise(match), note: QUOTE_NOTE })) : [];
}

const asNoise = (match: RegExpExecArray): Claim => ({ from: match.index, to: match.index + match[0].length, kind: 'filler' });
