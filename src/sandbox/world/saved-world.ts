import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { App, Platform } from './platform.ts';
import type { Message, World } from './world.ts';

/** A world that is kept in a file, so that people find their chats again after a restart. */

const VERSION = 1;
const SAVE_AFTER_MS = 300;

type Identity = Pick<App, 'appId' | 'appSecret' | 'encryptKey' | 'verificationToken' | 'botOpenId'>;

export interface Saved {
  identity: Identity;
  /** How far the platform's clock was ahead of the machine's, in milliseconds. */
  ahead: number;
  world: World;
}

/** Null when there is none, or none that this version can read. */
export function readSaved(file: string, log: (line: string) => void): Saved | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  try {
    const { version, identity, ahead, world } = JSON.parse(text);
    if (version !== VERSION) throw new Error(`version ${version}`);
    return { identity, ahead, world: revived(world) };
  } catch (error) {
    log(`sandbox: ${file} cannot be read (${error instanceof Error ? error.message : String(error)}); starting a new world`);
    return null;
  }
}

/** Writes the world a moment after every change, and once more at the end. */
export function keepSaved(platform: Platform, file: string): { stop(): void } {
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, serialised(platform), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch (error) {
      platform.log(`sandbox: the world was not kept: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const stopListening = platform.onChange(() => {
    timer ??= setTimeout(write, SAVE_AFTER_MS).unref();
  });
  write();
  return {
    stop() {
      stopListening();
      write();
    },
  };
}

function serialised({ app, clock, world }: Platform): string {
  const { appId, appSecret, encryptKey, verificationToken, botOpenId } = app;
  const identity: Identity = { appId, appSecret, encryptKey, verificationToken, botOpenId };
  return JSON.stringify({ version: VERSION, identity, ahead: clock.now() - Date.now(), world: worldAsJson(world) });
}

export function worldAsJson({ people, departments, chats, messages, reserves, meetings, tenantKey, foreignReserveId }: World): object {
  const lists = Object.entries({ people, departments, chats, messages, reserves, meetings }).map(([name, map]) => [
    name,
    [...map.values()],
  ]);
  return { ...Object.fromEntries(lists), tenantKey, foreignReserveId };
}

const byId = <T>(list: T[], id: (item: T) => string): Map<string, T> => new Map(list.map((item) => [id(item), item]));

/** Throws at what is no world. */
export function revived(saved: { [name in keyof World]: never[] } & { tenantKey: string; foreignReserveId: string }): World {
  const world: World = {
    tenantKey: saved.tenantKey,
    foreignReserveId: saved.foreignReserveId,
    people: byId(saved.people, (item: { openId: string }) => item.openId) as World['people'],
    // Worlds that were kept before there were departments have none.
    departments: byId(saved.departments ?? [], (item: { departmentId: string }) => item.departmentId) as World['departments'],
    chats: byId(saved.chats, (item: { chatId: string }) => item.chatId) as World['chats'],
    messages: byId(saved.messages, (item: { messageId: string }) => item.messageId) as World['messages'],
    reserves: byId(saved.reserves, (item: { id: string }) => item.id) as World['reserves'],
    meetings: byId(saved.meetings, (item: { id: string }) => item.id) as World['meetings'],
    timeline: new Map<string, Message[]>(),
  };
  for (const someone of world.people.values()) someone.departmentIds ??= [];
  for (const message of world.messages.values()) {
    const line = world.timeline.get(message.chatId) ?? [];
    line.push(message);
    world.timeline.set(message.chatId, line);
  }
  // What was being made ready while nobody ran is ready by now.
  for (const { recording } of world.meetings.values()) if (recording?.endedAt) recording.ready = true;
  return world;
}
