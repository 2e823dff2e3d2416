import { fillComposer } from './composer.js';
import { $, fill, h, iconButton } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { botName, chat, lang, me, nameOf, state } from './state.js';

const KEY = 'feishu-sandbox.banner';

const SENTENCES = {
  zh_cn: ['明天下午3点到4点半 周会', '半小时后 站会 15分钟', '每周一上午10点 例会', '我的会议', '帮助'],
  en_us: ['tomorrow 3-4:30pm weekly sync', 'in 30 minutes standup for 15 min', 'every Monday 10am team meeting', 'my meetings', 'help'],
};

/** One line that says what this page is, until it is closed; and what is wrong when the sandbox is away. */
export function drawBanner() {
  const root = $('#banner');
  if (!state.connected) {
    root.hidden = false;
    root.className = 'banner banner-warning';
    fill(root, icon('warning', 16), h('span', { role: 'status' }, t('offline')));
    return;
  }
  if (state.lost) {
    root.hidden = false;
    root.className = 'banner banner-warning';
    const close = () => {
      state.lost = false;
      drawBanner();
    };
    const say = t('lost_person', { name: nameOf(me()) });
    fill(root, icon('warning', 16), h('span', { role: 'status' }, say), iconButton(icon('close', 14), t('got_it'), close));
    return;
  }
  root.className = 'banner';
  root.hidden = localStorage.getItem(KEY) === 'closed';
  if (root.hidden) return;
  const close = () => {
    localStorage.setItem(KEY, 'closed');
    drawBanner();
  };
  fill(root, icon('info', 16), h('span', null, t('banner')), iconButton(icon('close', 14), t('got_it'), close));
}

/** Sentences to try, while the acting person has not written here yet. */
export function drawChips() {
  const root = $('#chips');
  const item = chat();
  const messages = state.messages.get(state.chatId) ?? [];
  const wrote = messages.some((message) => message.sender.id === state.as);
  root.hidden = !item?.bot_in || wrote || !state.messages.has(state.chatId);
  if (root.hidden) return;
  const mention = item.chat_mode === 'p2p' ? '' : `@${botName()} `;
  fill(
    root,
    h('span', { class: 'chips-label' }, t('try_it')),
    SENTENCES[lang()].map((sentence) =>
      h(
        'button',
        { type: 'button', class: 'chip', data: { testid: 'chip' }, on: { click: () => fillComposer(mention + sentence) } },
        sentence,
      ),
    ),
  );
}
