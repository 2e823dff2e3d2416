import type { View } from '../domain/view.ts';
import { each } from '../text/languages.ts';
import type { CardTree, Element, Words } from './elements.ts';
import { frame } from './frame.ts';
import { actButton, fact, markdown, newMeeting, panel, row } from './parts.ts';
import { marked, weave, words } from './words.ts';

type Help = Extract<View, { show: 'help' }>;

type Example = 'book' | 'book_now' | 'book_more' | 'list' | 'move' | 'extend' | 'who' | 'cancel' | 'call' | 'settings' | 'other';

const FIRST: readonly Example[] = ['book', 'book_now', 'list'];
const MORE: readonly Example[] = ['book_more', 'move', 'extend', 'who', 'cancel', 'settings', 'other'];

function examples(names: readonly Example[]): Element[] {
  return names.map((name, i) =>
    fact(words(`help_${name}`), markdown(each((lang) => `\`${words(`say_${name}`)[lang]}\``)), {
      width: '88px',
      ...(i > 0 ? { margin: '-6px 0px 0px 0px' } : {}),
    }),
  );
}

const title = ({ because, inGroup }: Help): Words => words(because === 'welcome' && !inGroup ? 'help_greeting' : `help_${because}`);

function intro({ because, inGroup, suggestion }: Help): Words {
  if (because === 'text_only') return words('help_intro_text_only');
  // In groups the bot hears only what mentions it.
  if (because !== 'unknown') return words(inGroup ? 'help_intro_group' : 'help_intro');
  if (!suggestion) return words('help_intro_unknown');
  return weave`**${marked('help_suggestion', { suggestion })}**\n${words('help_intro_unknown')}`;
}

export function helpCard(help: Help): CardTree {
  const more = help.inGroup ? MORE : ([...MORE.slice(0, -1), 'call', 'other'] as const);
  return frame({
    title: title(help),
    template: 'blue',
    icon: 'robot_outlined',
    summary: help.because === 'unknown' ? words('not_understood') : words('help_intro'),
    elements: [
      markdown(intro(help)),
      ...examples(FIRST),
      row([
        newMeeting(),
        actButton(words('my_meetings'), { act: 'list', scope: 'mine', span: 'all', page: 0 }),
        ...(help.inGroup ? [actButton(words('chat_meetings'), { act: 'list', scope: 'chat', span: 'all', page: 0 })] : []),
        actButton(words('settings'), { act: 'settings' }),
      ]),
      panel(words('help_more'), examples(more)),
    ],
  });
}
