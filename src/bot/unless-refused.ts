import type { PlatformFailure } from '../meeting/ports/platform.ts';
import type { Deps } from './deps.ts';

/**
 * What the platform refuses for good is passed over: null, after `refused` has had its say. What may be asked again goes
 * back to the queue.
 */
export async function unlessRefused<T>(
  work: () => Promise<T>,
  { isFailure }: Pick<Deps, 'isFailure'>,
  refused: (failure: PlatformFailure) => void | Promise<void> = () => {},
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!isFailure(error) || error.verdict === 'retry') throw error;
    await refused(error);
    return null;
  }
}
