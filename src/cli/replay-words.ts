import type { Lang } from '../domain/settings.ts';

const zh = {
  usage: '用法：npm run replay -- 事件.json [--live] [--now]',
  no_file: (a: { path: string; why: string }) => `读不到 ${a.path}（${a.why}）。请核对文件的路径。`,
  not_json: (a: { path: string }) => `${a.path} 不是 JSON。请把平台推送的请求体原样存成一个文件：一个文件一个事件。`,
  no_envelope: '文件里没有事件：应有 header 和 event（schema 2.0），或者加密的 {"encrypt": "…"}。可以对照 test/fixtures/events 里的例子。',
  need_key: '这个事件是加密的。请在 .env 里设置接收它的应用的 FEISHU_ENCRYPT_KEY，再运行一次。',
  wrong_key: '用现在的 FEISHU_ENCRYPT_KEY 解不开这个事件。请核对它与后台“事件与回调 > 加密策略”里的 Encrypt Key 是否一致，文件是否完整。',
  wrong_token:
    '事件里的 Verification Token 与 FEISHU_VERIFICATION_TOKEN 不同：不是推送给这个应用的，或者不可信。请核对后台“事件与回调 > 加密策略”。',
  other_app: (a: { said: string; own: string }) =>
    `事件属于应用 ${a.said}，而配置的是 ${a.own}。请换成那个应用的 .env，或者去掉 FEISHU_ 变量。`,
  address_check: '这是请求地址的验证，不是事件：没有可以回放的。请选一个消息或卡片点击的事件。',
  unknown_event: (a: { type: string; known: string }) => `机器人不处理 ${a.type} 这种事件。它处理的是：${a.known}。`,
  unreadable: (a: { type: string }) =>
    `${a.type} 里缺少机器人需要的内容（发送人、会话或消息的 ID 等）。可以对照 test/fixtures/events 里的例子。`,
  from_bot: '消息是机器人或应用发的，不是人：机器人不理会。什么都不会调用。',
  not_mentioned: '群消息里没有 @ 机器人：机器人不理会。什么都不会调用。',
  empty: '消息是空的（撤回了，或没有可读的内容）：机器人不理会。什么都不会调用。',
  configuration: '请先改好配置；npm run doctor 会说明怎么改。',
  live_needs_app: '--live 要真的调用开放平台：请先在 .env 里设置 FEISHU_APP_ID 等变量。不带 --live 则只显示会调用什么。',
  live_no_bot: '开放平台没有说机器人是谁，后面的都没有做。请运行 npm run doctor 看原因。',
  live_temp_store: '注意：存储正被运行中的机器人使用，这次用临时的存储；约好的会议它不会知道，卡片上的按钮也不起作用。',
  event: (a: { type: string; id: string; at: string }) => `事件 ${a.type}  ${a.id}  ${a.at}`,
  message: (a: { from: string; where: string; text: string }) => `${a.from} 在 ${a.where} 说：${a.text}`,
  press: (a: { from: string; where: string; action: string }) => `${a.from} 点了 ${a.where} 上的卡片：${a.action}`,
  bot_added: (a: { from: string; where: string }) => `${a.from} 把机器人拉进了 ${a.where}`,
  bot_chat_entered: (a: { from: string; where: string }) => `${a.from} 打开了与机器人的私聊 ${a.where}`,
  made_up_meeting: (a: { id: string }) => `卡片上的会议 ${a.id} 是编的：点击的人约了明天的会，还没开始。`,
  back: (a: { answer: string }) => `立即回给点击的人：${a.answer}`,
  answered: (a: { status: string; code: string }) => `← ${a.status}${a.code}`,
  made_up: (a: { status: string; code: string }) => `← ${a.status}${a.code}（编的）`,
  no_answer: (a: { why: string }) => `← 没有回应（${a.why}）`,
  failed: (a: { why: string }) => `没有做完：${a.why}`,
  later: '要重画的卡片留在存储里，机器人启动后就画。',
  done: (a: { calls: number }) => `共 ${a.calls} 次调用，一次也没有发出。加上 --live 才真的调用。`,
  done_live: (a: { calls: number }) => `共 ${a.calls} 次调用，都已发出。`,
};

const en: typeof zh = {
  usage: 'Usage: npm run replay -- EVENT.json [--live] [--now]',
  no_file: (a) => `${a.path} cannot be read (${a.why}). Check the path of the file.`,
  not_json: (a) => `${a.path} is not JSON. Save the body of the platform’s request as it came: one event, one file.`,
  no_envelope:
    'There is no event in this file: it needs header and event (schema 2.0), or the encrypted {"encrypt": "…"}. test/fixtures/events has examples.',
  need_key: 'This event is encrypted. Set FEISHU_ENCRYPT_KEY of the app that received it in .env and run this again.',
  wrong_key:
    'FEISHU_ENCRYPT_KEY does not open this event. Check that it is the Encrypt Key under “Events & Callbacks > Encryption Strategy” in the console, and that the file is complete.',
  wrong_token:
    'The event’s verification token is not FEISHU_VERIFICATION_TOKEN: it was pushed to another app, or cannot be trusted. Check “Events & Callbacks > Encryption Strategy” in the console.',
  other_app: (a) => `The event is for app ${a.said}, but ${a.own} is configured. Use that app’s .env, or unset the FEISHU_ variables.`,
  address_check:
    'This is the check of the request URL, not an event: there is nothing to replay. Choose the event of a message or a press.',
  unknown_event: (a) => `The bot does nothing with ${a.type}. What it takes: ${a.known}.`,
  unreadable: (a) => `${a.type} lacks what the bot needs (ids of the sender, chat or message, …). test/fixtures/events has examples.`,
  from_bot: 'A bot or an app sent this message, not a person: the bot ignores it. Nothing would be called.',
  not_mentioned: 'A group’s message that does not mention the bot: the bot ignores it. Nothing would be called.',
  empty: 'The message is empty (recalled, or nothing readable in it): the bot ignores it. Nothing would be called.',
  configuration: 'Correct the configuration first; npm run doctor says how.',
  live_needs_app:
    '--live calls the open platform: set FEISHU_APP_ID and the rest in .env first. Without --live it shows what would be called.',
  live_no_bot: 'The platform did not say who the bot is, so nothing more was done. Run npm run doctor to see why.',
  live_temp_store:
    'Note: the running bot holds the store, so a temporary one is used. The bot will not know what is booked now, and the buttons of its card will not work.',
  event: (a) => `Event ${a.type}  ${a.id}  ${a.at}`,
  message: (a) => `${a.from} said in ${a.where}: ${a.text}`,
  press: (a) => `${a.from} pressed on the card ${a.where}: ${a.action}`,
  bot_added: (a) => `${a.from} added the bot to ${a.where}`,
  bot_chat_entered: (a) => `${a.from} opened the direct chat ${a.where} with the bot`,
  made_up_meeting: (a) => `The card’s meeting ${a.id} is made up: booked by whoever pressed, for tomorrow, not started.`,
  back: (a) => `At once, to whoever pressed: ${a.answer}`,
  answered: (a) => `← ${a.status}${a.code}`,
  made_up: (a) => `← ${a.status}${a.code} (made up)`,
  no_answer: (a) => `← no answer (${a.why})`,
  failed: (a) => `Not finished: ${a.why}`,
  later: 'Cards that are to be redrawn wait in the store until the bot starts.',
  done: (a) => `${a.calls === 1 ? '1 call' : `${a.calls} calls`}, none of them sent. With --live they are.`,
  done_live: (a) => `${a.calls === 1 ? '1 call' : `${a.calls} calls`}, sent.`,
};

export const replayWords: Record<Lang, typeof zh> = { zh_cn: zh, en_us: en };
export type ReplayWords = typeof zh;
