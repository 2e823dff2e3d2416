import { effect } from '@preact/signals';
import { render } from 'preact';
import type { Change } from '../control/shapes.ts';
import { App } from './app.tsx';
import { api, listen } from './data/api.ts';
import { t } from './data/i18n.ts';
import { coalesce, loadAllMessages, loadMessages, loadWorld } from './data/load.ts';
import { followAddress, openChat } from './data/moves.ts';
import { keepScene, openPanels, sceneOf } from './data/scene.ts';
import {
  as,
  chat,
  chatId,
  chatOf,
  clock,
  connected,
  firstChat,
  isIn,
  lang,
  me,
  messages,
  myChats,
  nameOf,
  takeWorld,
  visible,
  world,
} from './data/state.ts';
import { applyTheme } from './data/theme.ts';
import { markWhatIsSeen, unreadOf } from './data/unread.ts';
import { loadLog } from './log/store.ts';

/** Name of the open chat as it was last seen. */
let openedName: string | undefined;

/** A reset gives new ids to everything: what this window pointed at may be gone. */
function findWayAfterReset(): void {
  const open = chatId.peek();
  if (!open || isIn(chatOf(open))) return;
  messages.value = new Map();
  const same = myChats.peek().find((item) => item.en_name === openedName);
  openChat(same?.chat_id ?? firstChat(), { tell: false });
  loadAllMessages();
}

const reloadWorld = coalesce(() => {
  loadWorld()
    .then(findWayAfterReset)
    .catch((error: unknown) => console.warn('sandbox', error));
}, 60);

function onChange(change: Change): void {
  switch (change.type) {
    case 'message':
    case 'patched':
    case 'deleted':
    case 'read':
      if (!change.chat_id) loadAllMessages();
      else if (isIn(chatOf(change.chat_id))) loadMessages(change.chat_id);
      break;
    case 'delivery':
    case 'api':
      loadLog();
      break;
    default:
      reloadWorld();
  }
}

/** Before the stream was up anything may have changed. */
function catchUp(): void {
  connected.value = true;
  reloadWorld();
  loadAllMessages();
  loadLog();
}

/** What stands outside of the page's body: language, title, and the open chat's name to go on with after a reset. */
function followState(): void {
  effect(() => {
    document.documentElement.lang = lang.value === 'en_us' ? 'en' : 'zh-CN';
  });
  effect(() => {
    const unread = myChats.value.reduce((sum, item) => sum + (item.chat_id === chatId.value ? 0 : unreadOf(item.chat_id)), 0);
    const person = me.value;
    document.title = `${unread ? `(${unread}) ` : ''}${person ? `${nameOf(person)} · ` : ''}${t('title')}`;
  });
  effect(() => {
    openedName = chat.value?.en_name ?? openedName;
  });
}

/** What the browser and the clock say. */
function followWorld(): void {
  listen(onChange, catchUp, () => {
    connected.value = false;
  });
  setInterval(() => {
    clock.value += 1000 * (world.peek()?.factor ?? 1);
  }, 1000);
  window.addEventListener('popstate', followAddress);
  document.addEventListener('visibilitychange', () => {
    visible.value = document.visibilityState === 'visible';
  });
}

async function start(): Promise<void> {
  applyTheme();
  const params = new URLSearchParams(location.search);
  const seen = await api.world();
  const scene = sceneOf(seen);
  const known = seen.people.some((person) => person.open_id === params.get('as'));
  as.value = (known ? params.get('as') : scene.who) ?? params.get('as') ?? '';
  takeWorld(seen);
  const wanted = known ? params.get('chat') : (scene.where ?? params.get('chat'));
  const narrow = matchMedia('(max-width: 680px)').matches;
  const first = isIn(chatOf(wanted)) ? wanted : narrow && params.has('as') ? null : firstChat();
  openChat(first);
  openPanels();
  loadLog();
  followState();
  keepScene();
  markWhatIsSeen();
  render(<App />, document.body);
  followWorld();
}

const Unreachable = ({ why }: { why: string }) => (
  <div id="banner" class="banner banner-warning">{`The sandbox does not answer. 沙箱没有响应。(${why})`}</div>
);

start().catch((error: unknown) => {
  console.error(error);
  render(<Unreachable why={error instanceof Error ? error.message : String(error)} />, document.body);
});
