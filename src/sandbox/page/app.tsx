import { useLayoutEffect } from 'preact/hooks';
import { ChatList } from './chat/chat-list.tsx';
import { Composer } from './chat/composer.tsx';
import { composerInput } from './chat/composer-text.ts';
import { Head } from './chat/head.tsx';
import { Messages, NewBelow } from './chat/message-list.tsx';
import { Banner, Chips } from './chat/welcome.tsx';
import { t } from './data/i18n.ts';
import { chatId, opened } from './data/state.ts';
import { LogPanel } from './log/panel.tsx';
import { MeetingPanel } from './meeting/panel.tsx';
import { Rail } from './rail.tsx';
import { DialogHost } from './ui/dialog.tsx';
import { Toasts } from './ui/toast.tsx';

const narrow = matchMedia('(max-width: 680px)');

/** Whoever opens a chat can write at once; on a phone that would bring up the keyboard. */
function useFocusOnOpening(): void {
  const times = opened.value;
  useLayoutEffect(() => {
    if (times > 0 && chatId.peek() && !narrow.matches) composerInput()?.focus({ preventScroll: true });
  }, [times]);
}

function Window() {
  useFocusOnOpening();
  return (
    <main id="window" class="window">
      <Head />
      <Banner />
      <Messages />
      <Chips />
      <Composer />
      <NewBelow />
    </main>
  );
}

/** The whole page. */
export const App = () => (
  <>
    <div id="app" class="app" data-screen={chatId.value ? 'chat' : 'list'}>
      <header class="unseen">
        <h1 id="page-title">{t('title')}</h1>
      </header>
      <Rail />
      <ChatList />
      <Window />
      <MeetingPanel />
      <LogPanel />
    </div>
    <Toasts />
    <DialogHost />
  </>
);
