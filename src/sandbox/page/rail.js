import { api } from './api.js';
import { avatarOf } from './avatar.js';
import { $, fill, h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { toggleLog } from './log.js';
import { toggleMeetings } from './meeting.js';
import { openPersonMenu } from './person-menu.js';
import { lang, loadWorld, me, nameOf, openChat, state } from './state.js';
import { isDark, setTheme } from './theme.js';
import { refused } from './toast.js';

/** To the list: in a narrow window it is a screen of its own, else it is there already. */
function showChats() {
  if (matchMedia('(max-width: 680px)').matches) openChat(null, { push: true });
  else ($('.chat-row.open') ?? $('.chat-row'))?.focus();
}

function flipTheme() {
  setTheme(isDark() ? 'light' : 'dark');
  drawRail();
}

/** The page speaks the language of whoever acts. */
async function flipLanguage() {
  try {
    await api.person(state.as, { lang: lang() === 'en_us' ? 'zh_cn' : 'en_us' });
    await loadWorld();
  } catch (error) {
    refused(error);
  }
}

const isShown = (id) => !$(id).hidden;

function entry(name, label, short, run, { on, live, testid }) {
  return h(
    'button',
    {
      type: 'button',
      class: ['rail-button', on && 'on'],
      'aria-label': label,
      title: label,
      'aria-pressed': on === undefined ? null : String(on),
      data: { testid },
      on: { click: run },
    },
    icon(name, 22),
    h('span', null, short),
    live && h('i', { class: 'live-dot' }),
  );
}

/** Draws the bar at the very left. */
export function drawRail() {
  const root = $('#rail');
  const person = me();
  if (!person) return;
  const live = state.world.reserves.some((reserve) => reserve.meeting?.participants.some((item) => item.status === 'in_meeting'));
  const dark = isDark();
  const label = t('acting_as', { name: nameOf(person) });
  root.setAttribute('aria-label', t('title'));
  const face = h(
    'button',
    {
      type: 'button',
      class: 'rail-me',
      'aria-label': label,
      title: label,
      'aria-haspopup': 'dialog',
      'aria-expanded': 'false',
      data: { testid: 'me' },
      on: { click: (event) => openPersonMenu(event.currentTarget) },
    },
    avatarOf(person.open_id, 36),
    icon('down', 10),
  );
  const kept = $('.rail-me', root);
  if (kept?.getAttribute('aria-expanded') === 'true' && kept.title === label) return;
  fill(
    root,
    face,
    entry('chat', t('messages'), t('messages'), showChats, { testid: 'rail-chats' }),
    entry('video', t('meetings'), t('meetings'), toggleMeetings, { on: isShown('#meeting'), live, testid: 'rail-meetings' }),
    h('span', { class: 'grow' }),
    entry('log', t('platform_log'), t('log_short'), toggleLog, { on: isShown('#log'), testid: 'rail-log' }),
    entry('global', t('lang_other'), t('lang_short'), flipLanguage, { testid: 'language' }),
    entry(dark ? 'sun' : 'moon', t(dark ? 'theme_to_light' : 'theme_to_dark'), t(dark ? 'light' : 'dark'), flipTheme, { testid: 'theme' }),
  );
}
