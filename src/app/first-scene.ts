import type { Sandbox } from '../sandbox/server.ts';

/** What a newcomer may try, in the languages of the page. */
export const SUGGESTIONS = [
  { zh_cn: '@会议助手 明天下午3点到4点半 周会', en_us: '@Meeting Assistant tomorrow 3pm to 4:30pm weekly sync' },
  { zh_cn: '@会议助手 周五上午10点 评审 密码1234 录制', en_us: '@Meeting Assistant Fri 10am review, password 1234, record' },
  { zh_cn: '@会议助手 我的会议', en_us: '@Meeting Assistant my meetings' },
];

/** Who says it, by their place in the company, and what. The last one is for the bot. */
const SCENE: readonly [who: number, text: string][] = [
  [1, '新版本的需求都放到群文档里了，大家看一下'],
  [2, '收到，约个时间一起过一遍吧'],
  [0, '@会议助手 下周二上午10点 版本评审 一小时'],
];

/**
 * A short conversation in a new world, so that the first screen looks lived in: said as people say it, booked as they book.
 * Nothing is said where somebody has been before.
 */
export async function playFirstScene(sandbox: Pick<Sandbox, 'url' | 'platform'>): Promise<void> {
  const { world } = sandbox.platform;
  if (world.messages.size > 0) return;
  const group = [...world.chats.values()].find((chat) => chat.mode === 'group' && !chat.external);
  for (const [who, text] of SCENE) {
    const as = group?.members[who];
    if (group && as)
      await fetch(`${sandbox.url}/_sandbox/messages`, { method: 'POST', body: JSON.stringify({ as, chat_id: group.chatId, text }) });
  }
}
