/**
 * Where V8 puts what is new. Loading fills it with code and tables that stay, so that it grows to twice 16 MB, and keeps them
 * however little is left to do: 10 MB of the memory at rest. So it stays small until everything is loaded.
 */
import { setFlagsFromString } from 'node:v8';

export const keepNurserySmall = (): void => setFlagsFromString('--semi-space-growth-factor=1');

/** V8's own pace: it grows as soon as there is work for it. */
export const letNurseryGrow = (): void => setFlagsFromString('--semi-space-growth-factor=2');
