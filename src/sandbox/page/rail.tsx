import { api } from './data/api.ts';
import { t } from './data/i18n.ts';
import { loadWorld } from './data/load.ts';
import { openChat } from './data/moves.ts';
import { panels } from './data/panels.ts';
import { as, lang, me, nameOf, reserves } from './data/state.ts';
import { isDark, setTheme } from './data/theme.ts';
import { toggleLog } from './log/store.ts';
import { isInside } from './meeting/reserve.ts';
import { toggleMeetings } from './meeting/visit.ts';
import { Avatar } from './ui/avatar.tsx';
import { cx } from './ui/classes.ts';
import { Icon, type IconName } from './ui/icons.tsx';
import { PersonMenu } from './ui/person-menu.tsx';
import { usePopover } from './ui/popover.tsx';
import { refused } from './ui/toast.tsx';

/** To the list: in a narrow window it is a screen of its own, else it is there already. */
function showChats(): void {
  if (matchMedia('(max-width: 680px)').matches) openChat(null, { push: true });
  else (document.querySelector<HTMLElement>('.chat-row.open') ?? document.querySelector<HTMLElement>('.chat-row'))?.focus();
}

/** The page speaks the language of whoever acts. */
async function flipLanguage(): Promise<void> {
  try {
    await api.person(as.value, { lang: lang.value === 'en_us' ? 'zh_cn' : 'en_us' });
    await loadWorld();
  } catch (error) {
    refused(error);
  }
}

interface EntryProps {
  icon: IconName;
  label: string;
  short: string;
  testid: string;
  run: () => void;
  on?: boolean;
  live?: boolean;
}

const Entry = ({ icon, label, short, testid, run, on, live }: EntryProps) => (
  <button
    type="button"
    class={cx('rail-button', on && 'on')}
    aria-label={label}
    title={label}
    aria-pressed={on}
    data-testid={testid}
    onClick={run}
  >
    <Icon name={icon} size={22} />
    <span>{short}</span>
    {live && <i class="live-dot" />}
  </button>
);

function Me() {
  const menu = usePopover();
  const person = me.value;
  if (!person) return null;
  const label = t('acting_as', { name: nameOf(person) });
  return (
    <>
      <button
        type="button"
        class="rail-me"
        ref={menu.anchor}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={menu.isOpen}
        data-testid="me"
        onClick={menu.toggle}
      >
        <Avatar id={person.open_id} size={36} />
        <Icon name="down" size={10} />
      </button>
      {menu.isOpen && <PersonMenu of={menu} />}
    </>
  );
}

/** The bar at the very left. */
export function Rail() {
  const dark = isDark.value;
  const live = reserves.value.some((reserve) => reserve.meeting?.participants.some(isInside));
  const meetings = panels.meeting.value;
  return (
    <nav id="rail" class="rail" aria-label={t('title')}>
      <Me />
      <Entry icon="chat" label={t('messages')} short={t('messages')} run={showChats} testid="rail-chats" />
      <Entry
        icon="video"
        label={t('meetings')}
        short={t('meetings')}
        run={() => toggleMeetings(meetings)}
        on={meetings}
        live={live}
        testid="rail-meetings"
      />
      <span class="grow" />
      <Entry icon="log" label={t('platform_log')} short={t('log_short')} run={toggleLog} on={panels.log.value} testid="rail-log" />
      <Entry icon="global" label={t('lang_other')} short={t('lang_short')} run={flipLanguage} testid="language" />
      <Entry
        icon={dark ? 'sun' : 'moon'}
        label={t(dark ? 'theme_to_light' : 'theme_to_dark')}
        short={t(dark ? 'light' : 'dark')}
        run={() => setTheme(dark ? 'light' : 'dark')}
        testid="theme"
      />
    </nav>
  );
}
