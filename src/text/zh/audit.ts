import { card } from './card.ts';

/** One that a later version wrote stays as it is. */
const named = (field: string): string => {
  const key = `admin_field_${field}`;
  return key in card ? String(card[key as keyof typeof card]) : field;
};

const did = { booked: '预约了', changed: '修改了', cancelled: '取消了' } as const;

/** `npm run audit` 说的话。 */
export const audit = {
  usage: '用法：npm run audit -- [--csv] [--since 2026-11-01] [--person ou_…] [--meeting 会议号]',
  none: '这段时间没有人预约、修改或取消过会议。',
  row: (
    at: string,
    {
      personId,
      did: what,
      meetingNo,
      meetingId,
      fields,
    }: { personId: string; did: keyof typeof did; meetingNo: string; meetingId: string; fields: readonly string[] },
  ) => `${at}  ${personId} ${did[what]} ${meetingNo || `系列 ${meetingId}`}${fields.length > 0 ? `：${fields.map(named).join('、')}` : ''}`,
  failed: (why: string) => `读不了：${why}。`,
};

/** `npm run backup` 说的话。 */
export const backup = {
  usage: '用法：npm run backup -- 文件，例如 npm run backup -- ./backup/bot-20261130.db',
  shared: 'PostgreSQL 的存储请用 pg_dump 备份。',
  missing: (path: string) => `${path} 不存在，没有可以备份的。`,
  exists: (path: string) => `${path} 已经存在，什么都没有做。换个文件名。`,
  done: (path: string, kb: number) => `备份好了：${path}（${kb} KB）。要恢复：停下机器人，把它放到 DATABASE_URL 的位置，再启动。`,
  failed: (why: string) => `没有备份成：${why}。`,
};
