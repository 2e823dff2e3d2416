import type { Worked } from './compile.ts';

/** What can be known of a shape before anything is read, by its name. Empty in the sources: the build writes it. */
export const workedOut: Readonly<Record<string, Worked>> = {};
