/** What the commands beside the bot take from the environment, as the bot does. */
import type { Lang } from '../domain/settings.ts';
import type { Zone } from '../domain/time.ts';
import { StoreError } from '../store/error.ts';
import { openStore, type Store } from '../store/open.ts';

export type Env = Record<string, string | undefined>;

export const langOf = (env: Env): Lang => (env.BOT_LANGUAGE?.trim() === 'en_us' ? 'en_us' : 'zh_cn');

export const zoneOf = (env: Env): Zone => env.BOT_TIMEZONE?.trim() || 'Asia/Shanghai';

export const databaseUrlOf = (env: Env): string => env.DATABASE_URL?.trim() || 'file:./data/bot.db';

/**
 * Works at the store that the bot may have open.
 * @param failed told why the store cannot be used; then the exit code is 1
 */
export async function besideBot(
  env: Env,
  now: () => number,
  work: (store: Store) => Promise<number>,
  failed: (why: string) => unknown,
): Promise<number> {
  let store: Store | undefined;
  try {
    store = await openStore(databaseUrlOf(env), { now }, { beside: true });
    return await work(store);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    failed(error.message);
    return 1;
  } finally {
    await store?.close();
  }
}
