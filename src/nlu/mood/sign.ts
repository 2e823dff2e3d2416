/** What a clause does, and the roles that tell it. */

export type Sign =
  // at the front, before what is wanted
  | 'polite' // asks the bot: 帮我, can you
  | 'wonders' // asks whether it can be: 能不能, can we
  | 'wants' // 我想, I'd like to
  | 'self'
  | 'we'
  | 'others'
  | 'you'
  | 'party' // a customer, the boss: somebody who may be spoken of
  | 'lets' // let's …
  | 'delegates' // 让我, asked me to
  | 'answers' // 收到, works for me
  // where the front ends
  | 'books' // an instruction to book: 约…, book …
  | 'makes' // a verb that books where a meeting stands behind it: 开…会, have a call
  | 'meets' // does what meetings are for: 碰一下, talk
  | 'holds' // 有个会, there's a call: says that there is one
  | 'errand' // does something that is no meeting: 叫我起床, turn off
  // anywhere
  | 'asks'
  | 'deliberates'
  | 'desires' // somebody wants it
  | 'refuses'
  | 'if'
  | 'kindly-if'
  | 'waits' // 等3点的会结束: says when, not whether
  | 'wishes'
  | 'reports'
  | 'past'
  | 'unable'
  | 'suits' // 3pm works for me
  | 'ongoing' // 都在开会
  | 'finite' // tells something: has a verb that a bare request has not
  | 'parts' // 明天见
  | 'deadline' // before, by a time
  | 'news' // 公告, your parcel
  | 'relays' // 说明天…: somebody said what would become of it
  | 'happens' // 起飞, 下班: takes place without anybody meeting
  | 'stays' // 不改了, 照常, as planned: says that nothing changes
  | 'invites' // join us for…, 诚邀: somebody asks people to come
  | 'records' // 纪要:, Status:: what was or will be, written down for others
  | 'narrates' // 还没写完, 都快九点了
  | 'exclaims' // 笑死, lol
  | 'meeting'
  | 'talks'
  | 'outing' // 聚餐, lunch: done together, and seldom on video
  | 'machine' // what a computer is told to do: a command, a process
  | 'thing' // something that is no meeting: 闹钟, a table
  // at its end
  | 'done'
  // as a whole
  | 'title' // 周一10点 谁来做数据治理: what stands behind a time and a gap is a name
  | 'together' // 和李娜…
  | 'named'; // a meeting's name ends it

/** Roles that count where the front ends. */
export const HEAD = ['books', 'makes', 'meets', 'holds', 'errand'] as const;

/** Roles that count anywhere, but not in a title. */
export const SENTENCE = [
  'asks',
  'deliberates',
  'desires',
  'refuses',
  'if',
  'kindly-if',
  'wishes',
  'reports',
  'past',
  'unable',
  'ongoing',
  'others',
  'happens',
  'relays',
] as const;

const roles = new Map<string, string>();

/** The same string each time: joined anew, it would be compared letter by letter. */
export function role(name: string): string {
  const known = roles.get(name);
  if (known !== undefined) return known;
  const made = `mood.${name}`;
  roles.set(name, made);
  return made;
}
