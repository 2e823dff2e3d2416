import type { PlatformFailure } from '../meeting/ports/platform.ts';

/** The queue asks again. Where the app itself is refused, the asker is told instead; if that is refused too, the job waits until it heals. */
export const isForLater = (error: PlatformFailure): boolean => error.verdict === 'retry' && !error.appRefused;
