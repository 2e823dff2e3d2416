/** The command word that somebody most likely meant. */

const EN_COMMANDS = [
  'book',
  'schedule',
  'cancel',
  'reschedule',
  'postpone',
  'extend',
  'rename',
  'list',
  'show',
  'help',
  'settings',
  'invitation',
  'share',
  'delete',
  'meeting',
  'meetings',
];
const ZH_COMMANDS = [
  '预约',
  '取消',
  '延长',
  '推迟',
  '提前',
  '改到',
  '查看',
  '帮助',
  '设置',
  '呼叫',
  '改名',
  '会议',
  '我的会议',
  '谁在会上',
  '复制邀请',
  '录制',
];
/** Words that are near a command and mean themselves. */
const REAL =
  /^(?:cancer|extent|intend|attend|extends|extended|canceled|cancelled|cancels|lost|last|least|shop|shot|slow|snow|hello|hell|held|hold|look|boot|books|booked|booking|cook|back|box|boo|shore|shape|shared|shares|sharp|shade|spare|lift|line|lists|listen|lisa|mist|list|heap|health|hall|shows|shown|how|setting|meting|melting|greeting|greetings|seating|meetup|market|schedules|scheduled|scheduler|name|renamed|invitations|imitation|deletes|deleted|deplete|heal|heal|heel|heels|kelp|hey|bank|bob|book)$/i;

export interface Meant {
  word: string;
  /** What stands there instead. */
  typed: string;
  /** The word stands in names as well. */
  loose: boolean;
}

/** The nearest command to the first words of `text`, or null when nothing is near. */
export function nearestCommand(text: string): Meant | null {
  const found = nearest(text);
  return found && { ...found, loose: /^(?:book|schedule|meeting|meetings|预约|会议|list|show|help|share)$/.test(found.word) };
}

function nearest(text: string): Omit<Meant, 'loose'> | null {
  const latin = /^\W*([a-z]{3,14})(?![a-z])/i.exec(text)?.[1];
  if (latin) {
    const typed = latin.toLowerCase();
    if (REAL.test(typed)) return null;
    const most = typed.length <= 4 ? 1 : 2;
    let best: { word: string; distance: number } | null = null;
    for (const word of EN_COMMANDS) {
      const distance = edits(typed, word, most);
      if (distance === 0) return null;
      if (distance <= most && distance * 3 <= word.length && (!best || distance < best.distance)) best = { word, distance };
    }
    return best ? { word: best.word, typed: latin } : null;
  }
  const han = /^[\s\p{P}]*(\p{Script=Han}{2,8})/u.exec(text)?.[1];
  if (!han) return null;
  for (const word of ZH_COMMANDS) {
    const typed = han.slice(0, word.length);
    if (typed.length !== word.length || typed === word) continue;
    const same = [...word].filter((char, i) => typed[i] === char).length;
    const swapped = [...word].reverse().join('') === typed;
    const short = han.length <= word.length + 4;
    if ((word.length > 2 && same >= word.length - 1) || (word.length === 2 && short && (swapped || homophone(typed, word))))
      return { word, typed };
  }
  return null;
}

/** Characters that an input method offers for one another in these words. */
const HOMOPHONES: Record<string, string> = {
  预: '与于语遇育雨予玉欲',
  约: '月越阅岳乐跃',
  取: '去曲娶趣',
  消: '笑销小晓校肖削',
  延: '言盐研严颜沿眼',
  长: '常场厂唱畅',
  推: '退腿',
  迟: '持吃驰池尺',
  提: '题体替踢',
  前: '钱千签浅',
  改: '该盖概',
  到: '道倒刀',
  查: '察茶差叉',
  看: '刊砍',
  帮: '邦绑棒',
  助: '住祝主注著',
  设: '社射涉',
  置: '制至志治智值',
  呼: '乎忽胡',
  叫: '教较觉',
  名: '明命鸣',
  会: '回汇惠绘',
  议: '意以义易亿',
  录: '路陆鹿',
  制: '至志治置',
};

function homophone(typed: string, word: string): boolean {
  let wrong = 0;
  for (let i = 0; i < word.length; i += 1) {
    if (typed[i] === word[i]) continue;
    if (!(HOMOPHONES[word[i] ?? ''] ?? '').includes(typed[i] ?? '\u0000')) return false;
    wrong += 1;
  }
  return wrong > 0;
}

/** Damerau-Levenshtein distance, given up beyond `most`. */
function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
