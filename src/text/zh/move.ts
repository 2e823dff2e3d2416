/** `npm run move` 说的话。 */
export const move = {
  usage: '用法：npm run move -- 来源 目标，例如 npm run move -- file:./data/bot.db postgres://用户:密码@主机/数据库。机器人要先停下。',
  same: '来源和目标是同一个存储，什么都没有做。',
  missing: (path: string) => `${path} 不存在，什么都没有做。`,
  moved: (table: string, rows: number) => `${table}  ${rows}`,
  done: (to: string) => `搬完了，两边数量一致。现在把 DATABASE_URL 设成 ${to}，再启动机器人；原来的存储没有动过。`,
  failed: (why: string) => `没有搬成：${why}。原来的存储没有动过。`,
};
