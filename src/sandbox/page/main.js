import { listen } from './api.js';
import { drawChats } from './chats.js';
import { drawComposer } from './composer.js';
import { $, coalesce } from './dom.js';
import { drawHead } from './head.js';
import { t } from './i18n.js';
import { onMeetingLink } from './links.js';
import { drawLog, loadLog } from './log.js';
import { drawMeeting, openMeetingLink } from './meeting.js';
import { tickParticipants } from './meeting-parts.js';
import { drawMessages, watchScroll } from './messages.js';
import { drawRail } from './rail.js';
import {
  chat,
  chatOf,
  emit,
  firstChat,
  followAddress,
  lang,
  loadAllMessages,
  loadMessages,
  loadWorld,
  myChats,
  on,
  openChat,
  state,
  zone,
} from './state.js';
import { applyTheme } from './theme.js';
import { fullTime } from './time.js';
import { drawBanner, drawChips } from './welcome.js';

const narrow = matchMedia('(max-width: 680px)');

/** Name of the open chat as it was last seen. */
let openedName;

function drawScreen() {
  $('#app').dataset.screen = state.chatId ? 'chat' : 'list';
  document.documentElement.lang = lang() === 'en_us' ? 'en' : 'zh-CN';
  $('#page-title').textContent = t('title');
}

function drawAll() {
  drawScreen();
  drawRail();
  drawChats();
  drawHead();
  drawBanner();
  drawMessages();
  drawComposer();
  drawChips();
  drawMeeting();
  drawLog();
}

on('person', drawAll);
on('world', () => {
  drawRail();
  drawChats();
  drawHead();
  drawMessages();
  drawMeeting();
  drawLog();
});
on('chat', () => {
  openedName = chat()?.en_name ?? openedName;
  drawScreen();
  drawChats();
  drawHead();
  drawMessages({ jump: true });
  drawComposer();
  drawChips();
  if (state.chatId && !narrow.matches) $('#composer-input')?.focus({ preventScroll: true });
});
on('messages', (chatId) => {
  if (chatId === state.chatId) {
    drawMessages();
    drawChips();
  }
  drawChats();
});
on('reply', drawComposer);
on('connection', drawBanner);
on('panels', () => {
  drawMeeting();
  drawLog();
  drawRail();
});

const reloadWorld = coalesce(() => loadWorld().then(afterWorld).catch(fail), 60);
const fail = (error) => console.warn('sandbox', error);

/** A reset gives new ids to everything: what this window pointed at may be gone. */
function afterWorld() {
  if (state.chatId && !chatOf(state.chatId)?.members.includes(state.as)) {
    state.messages = new Map();
    const same = myChats().find((item) => item.en_name === openedName);
    openChat(same?.chat_id ?? firstChat(), { tell: false });
    loadAllMessages();
  }
}

function onEvent(event) {
  switch (event.type) {
    case 'message':
    case 'patched':
    case 'deleted':
      if (!event.chat_id) loadAllMessages();
      else if (chatOf(event.chat_id)?.members.includes(state.as)) loadMessages(event.chat_id);
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
function catchUp() {
  if (!state.connected) {
    state.connected = true;
    emit('connection');
  }
  reloadWorld();
  loadAllMessages();
  loadLog();
}

/** Clocks run on between two looks at the platform. */
function tick() {
  const shown = $('#clock-now');
  if (!state.world) return;
  state.world.now += 1000 * (state.world.factor ?? 1);
  tickParticipants($('#meeting'));
  if (shown) shown.textContent = fullTime(state.world.now, zone(), lang());
}

async function start() {
  applyTheme();
  const params = new URLSearchParams(location.search);
  state.as = params.get('as');
  await loadWorld();
  onMeetingLink(openMeetingLink);
  watchScroll();
  const wanted = params.get('chat');
  const known = chatOf(wanted)?.members.includes(state.as) ? wanted : null;
  const first = known ?? (narrow.matches && params.has('as') ? null : firstChat());
  openChat(first, { tell: chatOf(first)?.chat_mode === 'p2p' });
  drawAll();
  listen(onEvent, catchUp, () => {
    if (!state.connected) return;
    state.connected = false;
    emit('connection');
  });
  setInterval(tick, 1000);
  window.addEventListener('popstate', followAddress);
  document.addEventListener('visibilitychange', drawChats);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawRail);
}

start().catch((error) => {
  console.error(error);
  const box = $('#banner');
  box.hidden = false;
  box.className = 'banner banner-warning';
  box.textContent = `The sandbox does not answer. 沙箱没有响应。(${error.message})`;
});
