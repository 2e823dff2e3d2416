import type { Faults } from './platform.ts';
import type { Lang } from './world.ts';

/** What goes wrong in life, ready to be chosen. */
export interface FaultPreset {
  id: string;
  name: Record<Lang, string>;
  /** What the app meets. */
  about: Record<Lang, string>;
  faults: Partial<Faults>;
}

const api = (fault: Faults['api'][number]): Partial<Faults> => ({ api: [fault] });
const deliveries = (fault: Faults['deliveries'][number]): Partial<Faults> => ({ deliveries: [fault] });

export const FAULT_PRESETS: readonly FaultPreset[] = [
  {
    id: 'slow',
    name: { zh_cn: '接口很慢', en_us: 'Slow platform' },
    about: { zh_cn: '每个接口都晚 5 秒才回答', en_us: 'Every API answers 5 s late' },
    faults: api({ path: '/open-apis/', mode: 'slow', ms: 5000 }),
  },
  {
    id: 'lost_answer',
    name: { zh_cn: '预约的回答丢了', en_us: 'Booking without an answer' },
    about: { zh_cn: '下一次预约办成了，可是回答没有送到', en_us: 'The next booking is made, and its answer gets lost' },
    faults: api({ method: 'POST', path: '/vc/v1/reserves/apply', mode: 'lost', times: 1 }),
  },
  {
    id: 'down',
    name: { zh_cn: '平台故障', en_us: 'Outage' },
    about: { zh_cn: '所有接口都回答 HTTP 503', en_us: 'All APIs answer HTTP 503' },
    faults: api({ path: '/open-apis/', mode: 'status', status: 503 }),
  },
  {
    id: 'limited',
    name: { zh_cn: '频率限制', en_us: 'Rate limit' },
    about: { zh_cn: '发消息的接口连着 5 次说太频繁', en_us: 'Sending is refused 5 times as too frequent' },
    faults: api({ path: '/im/v1/messages', mode: 'code', code: 99991400, times: 5 }),
  },
  {
    id: 'flaky',
    name: { zh_cn: '时好时坏', en_us: 'Flaky network' },
    about: { zh_cn: '每次调用有三成的机会断线', en_us: 'Three calls in ten are cut off' },
    faults: api({ path: '/open-apis/', mode: 'reset', p: 0.3 }),
  },
  {
    id: 'no_scope',
    name: { zh_cn: '少了预约权限', en_us: 'Missing permission' },
    about: { zh_cn: '预约接口说没有权限', en_us: 'The reserve API says that the app lacks its scope' },
    faults: api({ path: '/vc/v1/reserves', mode: 'code', code: 99991672 }),
  },
  {
    id: 'twice',
    name: { zh_cn: '事件重复', en_us: 'Events twice' },
    about: { zh_cn: '每个事件同时来三份', en_us: 'Every event comes three times at once' },
    faults: deliveries({ mode: 'duplicate', copies: 3 }),
  },
  {
    id: 'late',
    name: { zh_cn: '事件迟到', en_us: 'Late events' },
    about: { zh_cn: '消息晚 15 分钟才送到（快进时钟就能看到）', en_us: 'Messages arrive 15 minutes late (move the clock to see it)' },
    faults: deliveries({ match: 'im.message.receive_v1', mode: 'delay', late_ms: 900_000 }),
  },
  {
    id: 'lost_events',
    name: { zh_cn: '会议事件丢失', en_us: 'Meetings unheard of' },
    about: { zh_cn: '开始、进出、结束都不推送', en_us: 'No event of a meeting arrives' },
    faults: deliveries({ match: 'vc.meeting.*', mode: 'drop' }),
  },
  {
    id: 'forged',
    name: { zh_cn: '伪造的推送', en_us: 'Forged pushes' },
    about: { zh_cn: '推送的签名不对', en_us: 'Pushes carry a wrong signature' },
    faults: deliveries({ mode: 'bad_signature' }),
  },
  {
    id: 'deaf',
    name: { zh_cn: '长连接哑了', en_us: 'Dead long connection' },
    about: { zh_cn: '连接还在，可是什么都不送', en_us: 'The line stays open, and nothing comes through' },
    faults: { connection: { mute: true } },
  },
];
