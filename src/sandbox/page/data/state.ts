import { batch, computed, signal } from '@preact/signals';
import type { AppView, ChatView, Lang, MessageView, PersonView, ReserveView, WorldView } from '../../control/shapes.ts';

/** What the page knows. Everything drawn is a function of it. */

/** A message whose content has been opened. */
export interface Message extends Omit<MessageView, 'content'> {
  content?: Record<string, unknown>;
}

export const world = signal<WorldView | null>(null);
/** open_id of the person this window acts as. */
export const as = signal('');
export const chatId = signal<string | null>(null);
/** chat_id → messages as the acting person sees them, oldest first. */
export const messages = signal<ReadonlyMap<string, readonly Message[]>>(new Map());
/** The message being answered. */
export const replying = signal<Message | null>(null);
/** Whether this window was somebody who is no more: another sandbox gave everybody new ids. */
export const lost = signal(false);
/** Whether the event stream is up. */
export const connected = signal(true);
/** Whether somebody can see this window. */
export const visible = signal(document.visibilityState === 'visible');
/** The platform's clock, Unix milliseconds; it runs on between two looks at the platform. */
export const clock = signal(Date.now());
/** Counts every time that a chat is opened. */
export const opened = signal(0);

const NO_APP: AppView = { app_id: '', name: '', en_name: '', bot_open_id: '', webhook_url: null, enabled: true };

// Parts that are the same after a new look at the platform stay the same object, so that nothing is drawn for them.
export const people = computed<readonly PersonView[]>(() => world.value?.people ?? []);
const chats = computed<readonly ChatView[]>(() => world.value?.chats ?? []);
export const reserves = computed<readonly ReserveView[]>(() => world.value?.reserves ?? []);
export const app = computed<AppView>(() => world.value?.app ?? NO_APP);

const tenant = computed(() => world.value?.tenant_key ?? '');
export const me = computed(() => people.value.find((person) => person.open_id === as.value) ?? null);
const fallbackLang = computed<Lang>(() => world.value?.lang_default ?? 'zh_cn');
export const lang = computed<Lang>(() => me.value?.lang ?? fallbackLang.value);
export const zone = computed(() => me.value?.zone ?? 'Asia/Shanghai');
export const chat = computed(() => chatOf(chatId.value));

/** The platform's time now, without being drawn again when it goes on. */
export const now = (): number => clock.peek();

export const personOf = (openId: string | null | undefined): PersonView | null =>
  people.value.find((person) => person.open_id === openId) ?? null;
/** Of another company than the app's. */
export const isOutside = (person: PersonView): boolean => person.tenant_key !== tenant.value;
export const isBot = (id: string): boolean => id !== '' && (id === app.value.bot_open_id || id === app.value.app_id);
export const chatOf = (id: string | null): ChatView | null => chats.value.find((item) => item.chat_id === id) ?? null;
export const isIn = (item: ChatView | null): boolean => !!item?.members.includes(as.value);

const inMyTongue = (named: { name: string; en_name: string }): string =>
  lang.value === 'en_us' ? named.en_name || named.name : named.name || named.en_name;

export const nameOf = (person: Pick<PersonView, 'name' | 'en_name'>): string => inMyTongue(person);
export const botName = (): string => inMyTongue(app.value);
export const chatName = (item: ChatView): string => (item.chat_mode === 'p2p' ? botName() : inMyTongue(item));

/** The newest message the acting person sees in a chat. */
export const lastOf = (id: string): Message | null => messages.value.get(id)?.at(-1) ?? null;

const mine = (): ChatView[] => chats.value.filter(isIn);

/** The chats of the acting person, the liveliest first. */
export const myChats = computed<readonly ChatView[]>(() =>
  mine()
    .map((item, order) => ({ item, order, at: lastOf(item.chat_id)?.created_at ?? item.last?.at ?? 0 }))
    .sort((a, b) => b.at - a.at || a.order - b.order)
    .map(({ item }) => item),
);

/** The chat a person sees first: the first group with the bot in it. */
export const firstChat = (): string | null =>
  (mine().find((item) => item.chat_mode === 'group' && item.bot_in) ?? mine()[0])?.chat_id ?? null;

/** The old one where it says the same. */
export const kept = <T>(before: T | undefined, after: T): T =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(after) ? before : after;

/** Takes in a new look at the platform. After a reset everybody has new ids: the same person goes on. */
export function takeWorld(next: WorldView): void {
  const before = world.peek();
  const was = me.peek();
  batch(() => {
    world.value = {
      ...next,
      app: kept(before?.app, next.app),
      people: kept(before?.people, next.people),
      chats: kept(before?.chats, next.chats),
      reserves: kept(before?.reserves, next.reserves),
      faults: kept(before?.faults, next.faults),
      scopes: kept(before?.scopes, next.scopes),
    };
    clock.value = next.now;
    if (next.people.some((person) => person.open_id === as.peek())) return;
    const same = next.people.find((person) => person.en_name === was?.en_name);
    lost.value = !same && as.peek() !== '';
    as.value = (same ?? next.people[0])?.open_id ?? '';
  });
}
