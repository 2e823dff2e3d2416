import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Lang } from '../../control/shapes.ts';
import { t } from '../data/i18n.ts';
import { app, as, botName, chat, chatId, connected, lang, lost, me, messages, nameOf, world } from '../data/state.ts';
import { cx } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { fillComposer } from './composer-text.ts';

const KEY = 'feishu-sandbox.banner';
const closed = signal(localStorage.getItem(KEY) === 'closed');

/** Where the bot has named none. */
const SENTENCES: readonly Readonly<Record<Lang, string>>[] = [
  { zh_cn: '明天下午3点到4点半 周会', en_us: 'tomorrow 3-4:30pm weekly sync' },
  { zh_cn: '每周一上午10点 例会', en_us: 'every Monday 10am team meeting' },
  { zh_cn: '我的会议', en_us: 'my meetings' },
];

/** What may be said here, without the mention that a group needs. */
function suggestions(): string[] {
  const named = world.value?.suggestions ?? [];
  const { name, en_name } = app.value;
  const starts = [name, en_name].filter(Boolean).map((bot) => `@${bot} `);
  return (named.length ? named : SENTENCES)
    .map((one) => one[lang.value])
    .map((text) => text.slice(starts.find((start) => text.startsWith(start))?.length ?? 0));
}

/** Who has written so often knows how. */
const ENOUGH = 2;

interface StripProps {
  warning?: boolean;
  onClose?: () => void;
  children: ComponentChildren;
}

const Strip = ({ warning = false, onClose, children }: StripProps) => (
  <div id="banner" class={cx('banner', warning && 'banner-warning')}>
    <Icon name={warning ? 'warning' : 'info'} size={16} />
    <span role={warning ? 'status' : undefined}>{children}</span>
    {onClose && <IconButton icon="close" size={14} label={t('got_it')} onClick={onClose} />}
  </div>
);

const forget = (): void => {
  lost.value = false;
};

const close = (): void => {
  localStorage.setItem(KEY, 'closed');
  closed.value = true;
};

/** One line that says what this page is, until it is closed; and what is wrong when the sandbox is away. */
export function Banner() {
  if (!connected.value) return <Strip warning>{t('offline')}</Strip>;
  const person = me.value;
  if (lost.value && person)
    return (
      <Strip warning onClose={forget}>
        {t('lost_person', { name: nameOf(person) })}
      </Strip>
    );
  return closed.value ? <div id="banner" class="banner" hidden /> : <Strip onClose={close}>{t('banner')}</Strip>;
}

/** Sentences to try, as long as the acting person is new here. */
export function Chips() {
  const item = chat.value;
  const said = messages.value.get(chatId.value ?? '');
  const written = said?.filter((message) => message.sender.id === as.value).length ?? 0;
  if (!item?.bot_in || !said || written >= ENOUGH) return <div id="chips" class="chips" hidden />;
  const mention = item.chat_mode === 'p2p' ? '' : `@${botName()} `;
  return (
    <div id="chips" class="chips">
      <span class="chips-label">{t('try_it')}</span>
      {suggestions().map((sentence) => (
        <button key={sentence} type="button" class="chip" data-testid="chip" onClick={() => fillComposer(mention + sentence)}>
          {sentence}
        </button>
      ))}
    </div>
  );
}
