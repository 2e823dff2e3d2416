import { effect } from '@preact/signals';
import type { WorldView } from '../../control/shapes.ts';
import { LOG_TABS, type LogTab, logTab, panels, showPanel } from './panels.ts';
import { chat, me } from './state.ts';

/**
 * What somebody sees, in the address: who they are and where, by name, and what is open beside the chat. Ids hold for one sandbox;
 * a link with a scene shows the same in another one.
 */

const BOT = 'bot';

interface Scene {
  who: string | null;
  where: string | null;
}

const params = (): URLSearchParams => new URLSearchParams(location.hash.slice(1));

/** The person and the chat that the address names, as ids of this world; null where it names none. */
export function sceneOf({ people, chats }: WorldView): Scene {
  const asked = params();
  const who = people.find((person) => person.en_name === asked.get('scene'))?.open_id ?? null;
  const place = asked.get('in');
  const mine = chats.filter((item) => who !== null && item.members.includes(who));
  const where = mine.find((item) => (item.chat_mode === 'p2p' ? BOT : item.en_name) === place)?.chat_id ?? null;
  return { who, where };
}

const isTab = (name: string | null): name is LogTab => (LOG_TABS as readonly (string | null)[]).includes(name);

/** Opens beside the chat what the address says. */
export function openPanels(): void {
  const asked = params();
  const tab = asked.get('log');
  if (isTab(tab)) {
    logTab.value = tab;
    showPanel('log', true);
  }
  if (asked.has('meetings')) showPanel('meeting', true);
}

/** Writes it down; a moment later, when a step to another chat has its own place in the history. */
export const keepScene = (): (() => void) =>
  effect(() => {
    const scene = new URLSearchParams();
    if (me.value) scene.set('scene', me.value.en_name);
    if (chat.value) scene.set('in', chat.value.chat_mode === 'p2p' ? BOT : chat.value.en_name);
    if (panels.log.value) scene.set('log', logTab.value);
    if (panels.meeting.value) scene.set('meetings', '');
    setTimeout(() => {
      const url = new URL(location.href);
      url.hash = scene.toString();
      history.replaceState(history.state, '', url);
    });
  });
