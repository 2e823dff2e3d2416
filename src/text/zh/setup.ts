/** `npm run setup` 说的话。 */
export const setup = {
  name: '会议助手',
  description: '在聊天里约视频会议：@我 明天下午3点 周会',
  usage: '用法：npm run setup，或者 npm run setup -- --app-id cli_…（给已有的应用补上权限、事件和回调）。',
  scan: (url: string, minutes: number) => `用飞书或 Lark 扫码，或者打开这个链接，确认创建应用（${minutes} 分钟内有效）：\n${url}`,
  lark: '这是 Lark 的企业，继续在 Lark 上创建。',
  written: (path: string, appId: string) => `应用 ${appId} 建好了，凭证已写入 ${path}（只有你能读）。`,
  kept: (path: string) => `原来的文件留在 ${path}。`,
  admin: '你是机器人的管理员（BOT_ADMINS）。',
  left: (console: string) => [
    '还要你动手的：',
    `1. 发布一个版本，并选好谁能用：${console}/version`,
    '2. 运行 npm run doctor，看看是不是都好了',
    '3. 运行 npm start，然后给机器人发：明天下午3点 周会',
    '4. 在群设置里把机器人加进要用它的群',
  ],
  failed: (why: 'abort' | 'access_denied' | 'expired_token' | 'unreachable' | 'other') =>
    ({
      abort: '已取消，什么都没有创建。',
      access_denied: '扫码的人取消了，什么都没有创建。',
      expired_token: '二维码过期了，什么都没有创建。再运行一次 npm run setup。',
      unreachable: '连不上飞书，什么都没有创建。检查网络和代理，再运行一次 npm run setup。',
      other: '飞书没有接受，什么都没有创建。再运行一次；还不行就在开发者后台手动创建应用，见 README。',
    })[why],
};
