/** Makes one spelling of many before anything is read, and remembers where every character came from. */

/** A stretch of `Prepared.text`; `to` is exclusive. */
export interface Span {
  from: number;
  to: number;
}

export interface Prepared {
  /** Normalised: NFKC, plain dashes, simplified characters. Spans refer to it. */
  text: string;
  original: string;
  /** Index in `text` → index in `original`. */
  toOriginal(i: number): number;
}

/** Nobody asks for a meeting in more than this; the rest of a 150 KB message is not read. */
const LIMIT = 2_000;

/** Traditional and simplified form of the characters that words of time, commands and slots are made of, pair by pair. */
const PAIRS =
  '點点時时後后週周禮礼開开會会議议約约預预訂订錄录製制碼码們们號号兩两個个鐘钟鍾钟間间從从現现馬马過过裡里裏里內内東东紐纽倫伦聯联絡络電电話话腦脑請请幫帮煩烦謝谢討讨論论關关於于題题標标參参與与員员長长對对齊齐復复複复盤盘設设計计劃划畫画評评' +
  '審审產产業业務务專专項项決决運运營营銷销財财資资訊讯網网線线視视頻频訪访問问學学習习訓训練练課课講讲師师試试導导進进達达還还這这邊边幾几麼么嗎吗囉啰為为無无沒没來来見见給给讓让說说誰谁應应該该當当將将報报總总結结節节慶庆國国歲岁曆历農农陽阳' +
  '陰阴歷历臘腊龍龙單单雙双連连續续終终遲迟緩缓調调換换變变動动遷迁鬧闹刪删釋释確确認认門门權权許许僅仅組组織织團团隊队經经負负責责辦办處处廳厅樓楼層层區区臺台灣湾廣广溫温韓韩羅罗蘭兰維维亞亚歐欧聖圣誕诞舊旧華华頓顿爾尔漢汉濟济莊庄寧宁遼辽飛飞' +
  '書书機机鏈链鍵键鎖锁優优選选擇择擬拟屬属錯错誤误難难簡简體体語语譯译詞词條条貼贴圖图檔档規规則则買买賣卖錢钱幣币價价額额費费貨货車车輛辆場场館馆園园環环遠远離离極极樂乐戰战勝胜敗败輸输贏赢賽赛隻只雲云氣气熱热涼凉創创發发傳传聽听聲声響响麥麦' +
  '攝摄靜静閉闭啟启喚唤輔辅愛爱親亲媽妈爺爷兒儿孫孙飯饭飲饮鐵铁銀银藥药醫医療疗檢检驗验證证據据職职薦荐僱雇勞劳績绩獎奖懲惩罰罚匯汇滙汇彙汇統统數数庫库構构築筑級级類类別别樣样張张陳陈劉刘楊杨趙赵黃黄吳吴鄭郑馮冯蔣蒋葉叶蘇苏魯鲁鄧邓蕭萧賈贾鄒邹' +
  '陸陆譚谭賴赖龔龚嚴严閻阎餘余萬万億亿強强慮虑態态憶忆懷怀擴扩擊击擔担獲获畢毕異异疊叠碩硕積积穩稳筆笔紀纪純纯細细紹绍絕绝編编縮缩縱纵繼继罷罢義义聞闻肅肃腳脚舉举藝艺蓋盖藍蓝虛虚補补裝装襲袭觀观覺觉覽览詢询詳详誠诚諮咨識识護护譽誉豐丰貢贡貫贯' +
  '購购贊赞趕赶蹤踪軟软輕轻載载輪轮轉转邏逻郵邮鄉乡醜丑釘钉針针銜衔錶表鎮镇鏡镜閒闲閱阅闆板隨随險险雖虽雜杂靈灵頁页順顺須须領领頭头顧顾顯显風风驟骤驚惊鮮鲜麗丽黨党齡龄妳你祂他牠它甦苏喫吃箇个衆众羣群峯峰綫线準准歡欢臨临採采鄰邻佈布啓启夠够係系' +
  '衝冲徵征嘗尝鬆松鈴铃晝昼';

const simplified = new Map<number, string>();
for (let i = 0; i < PAIRS.length; i += 2) simplified.set(PAIRS.charCodeAt(i), PAIRS[i + 1]!);
for (const dash of '‐‑‒–—―−﹣─') simplified.set(dash.charCodeAt(0), '-');
for (const tilde of '〜∼˜') simplified.set(tilde.charCodeAt(0), '~');
for (const quote of '‘’ʼ′´') simplified.set(quote.charCodeAt(0), "'");
simplified.set('½'.charCodeAt(0), '.5');
simplified.set('∶'.charCodeAt(0), ':');
for (const invisible of [0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xfe0f, 0x00ad]) simplified.set(invisible, '');

function plain(char: string, code: number): string {
  const known = simplified.get(code);
  if (known !== undefined) return known;
  if (code < 0x80 || (code >= 0x4e00 && code <= 0x9fff)) return char;
  return char.normalize('NFKC');
}

/** Reads the first 2,000 characters: NFKC, one kind of dash, Traditional → Simplified where understanding needs it. */
export function prepare(original: string): Prepared {
  const end = Math.min(original.length, LIMIT);
  let text = '';
  let same = true;
  const map: number[] = [];
  for (let i = 0; i < end; ) {
    const code = original.codePointAt(i)!;
    const size = code > 0xffff ? 2 : 1;
    if (i + size > end) break;
    const out = code < 0x80 ? original[i]! : plain(original.slice(i, i + size), code);
    if (out.length !== size) same = false;
    for (let k = 0; k < out.length; k += 1) map.push(out.length === size ? i + k : i);
    text += out;
    i += size;
  }
  map.push(map.length === 0 ? 0 : end);
  return {
    text,
    original,
    toOriginal: same ? (i) => i : (i) => map[Math.max(0, Math.min(i, map.length - 1))]!,
  };
}
