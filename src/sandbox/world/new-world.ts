import {
  digits,
  hex,
  newChatId,
  newDepartmentId,
  newLongId,
  newMeetingNo,
  newOpenId,
  newTenantKey,
  newUnionId,
  newUserId,
  slug,
} from './ids.ts';
import type { Chat, Department, Lang, Person, Reserve, World } from './world.ts';

/** The company of a new world. */

/** White stands out from each of them by 4.5 and more. */
const COLORS = ['#2462e0', '#b35900', '#0a7d48', '#7f3bf5', '#cf322b', '#007a90', '#c2410c', '#5b6675'];

interface Seed {
  name: string;
  enName: string;
  initials: string;
  lang: Lang;
  zone: string;
  password: boolean;
  department?: string;
  outside?: boolean;
}

const PEOPLE: readonly Seed[] = [
  { name: '张伟', enName: 'Zhang Wei', initials: '张', lang: 'zh_cn', zone: 'Asia/Shanghai', password: true, department: 'Product' },
  { name: '李娜', enName: 'Li Na', initials: '李', lang: 'zh_cn', zone: 'Asia/Shanghai', password: false, department: 'Design' },
  { name: '王芳', enName: 'Wang Fang', initials: '王', lang: 'zh_cn', zone: 'Asia/Shanghai', password: true, department: 'Design' },
  { name: '陈晨', enName: 'Chen Chen', initials: '陈', lang: 'zh_cn', zone: 'Asia/Shanghai', password: false, department: 'Product' },
  { name: '佐藤遥', enName: 'Haruka Sato', initials: 'HS', lang: 'en_us', zone: 'Asia/Tokyo', password: true, department: 'Design' },
  {
    name: '艾米丽',
    enName: 'Emily Carter',
    initials: 'EC',
    lang: 'en_us',
    zone: 'America/New_York',
    password: false,
    department: 'Marketing',
  },
  { name: '周明', enName: 'Ming Zhou', initials: '周', lang: 'zh_cn', zone: 'Asia/Shanghai', password: true, outside: true },
];

const DEPARTMENTS: readonly { name: string; enName: string; under?: string }[] = [
  { name: '产品研发中心', enName: 'Product Centre' },
  { name: '产品部', enName: 'Product', under: 'Product Centre' },
  { name: '设计部', enName: 'Design', under: 'Product Centre' },
  { name: '市场部', enName: 'Marketing' },
];

const GROUPS: readonly { name: string; enName: string; mode: 'group' | 'topic'; members: number[] }[] = [
  { name: '产品周会', enName: 'Product', mode: 'group', members: [0, 1, 2, 3, 4, 5] },
  { name: '设计讨论', enName: 'Design', mode: 'group', members: [1, 2, 4] },
  { name: '需求池', enName: 'Requests', mode: 'topic', members: [0, 1, 3, 5] },
  { name: '星河合作群', enName: 'Partners', mode: 'group', members: [0, 5, 6] },
];

/** Somebody of the company whom nobody knows by name: groups can be large. */
export function newColleague(index: number, tenantKey: string): Person {
  const name = `同事${index}`;
  const seed: Seed = { name, enName: `Colleague ${index}`, initials: '同', lang: 'zh_cn', zone: 'Asia/Shanghai', password: false };
  return person(seed, index, tenantKey);
}

function person(seed: Seed, index: number, tenantKey: string): Person {
  return {
    openId: newOpenId(),
    unionId: newUnionId(),
    userId: newUserId(),
    email: `${seed.enName.toLowerCase().replace(/\s+/g, '.')}@${seed.outside ? 'partner' : 'company'}.example`,
    name: seed.name,
    enName: seed.enName,
    color: COLORS[index % COLORS.length]!,
    initials: seed.initials,
    lang: seed.lang,
    zone: seed.zone,
    tenantKey,
    online: true,
    resigned: false,
    available: true,
    blocksBot: false,
    meetingPassword: seed.password ? digits(6) : null,
    departmentIds: [],
  };
}

export function newChat(fields: Pick<Chat, 'name' | 'enName' | 'mode' | 'members'> & Partial<Chat>): Chat {
  return {
    chatId: newChatId(),
    ownerId: fields.members[0] ?? null,
    botIn: true,
    external: false,
    dissolved: false,
    ownerPostsOnly: false,
    ...fields,
  };
}

export function newReserve(fields: Pick<Reserve, 'appId' | 'ownerId' | 'endTime'> & Partial<Reserve>): Reserve {
  const meetingNo = newMeetingNo();
  let urlNo = newMeetingNo();
  while (urlNo === meetingNo) urlNo = newMeetingNo();
  return {
    id: newLongId(),
    meetingNo,
    urlNo,
    liveSlug: `1${slug(12)}`,
    topic: '',
    password: '',
    initialType: 1,
    connect: false,
    autoRecord: false,
    hostIds: [],
    permissions: [],
    callee: null,
    deleted: false,
    ...fields,
  };
}

function createDepartments(): World['departments'] {
  const ids = new Map(DEPARTMENTS.map(({ enName }) => [enName, newDepartmentId()]));
  const all = DEPARTMENTS.map(({ name, enName, under }): Department => {
    return { departmentId: ids.get(enName)!, name, enName, parentId: under ? ids.get(under)! : null };
  });
  return new Map(all.map((department) => [department.departmentId, department]));
}

/** A small company, a partner of theirs, four groups, and a direct chat with the bot for everybody. */
export function createWorld(now: number, tenantKey: string): World {
  const world: World = {
    tenantKey,
    people: new Map(),
    departments: createDepartments(),
    chats: new Map(),
    messages: new Map(),
    timeline: new Map(),
    reserves: new Map(),
    meetings: new Map(),
    foreignReserveId: '',
  };
  const partnerTenant = newTenantKey();
  const people = PEOPLE.map((seed, index) => person(seed, index, seed.outside ? partnerTenant : tenantKey));
  const departmentIds = new Map([...world.departments.values()].map(({ enName, departmentId }) => [enName, departmentId]));
  for (const [index, someone] of people.entries()) {
    const { department } = PEOPLE[index]!;
    if (department) someone.departmentIds = [departmentIds.get(department)!];
    world.people.set(someone.openId, someone);
  }
  for (const group of GROUPS) {
    const members = group.members.map((index) => people[index]!);
    const external = members.some((member) => member.tenantKey !== tenantKey);
    const chat = newChat({
      name: group.name,
      enName: group.enName,
      mode: group.mode,
      members: members.map((member) => member.openId),
      external,
    });
    world.chats.set(chat.chatId, chat);
  }
  for (const someone of people) {
    const chat = newChat({
      name: someone.name,
      enName: someone.enName,
      mode: 'p2p',
      members: [someone.openId],
      ownerId: null,
      external: someone.tenantKey !== tenantKey,
    });
    world.chats.set(chat.chatId, chat);
  }
  const foreign = newReserve({ appId: `cli_${hex(16)}`, ownerId: people[3]!.openId, endTime: now + 7 * 86_400_000, topic: '客户回访' });
  world.reserves.set(foreign.id, foreign);
  world.foreignReserveId = foreign.id;
  return world;
}
