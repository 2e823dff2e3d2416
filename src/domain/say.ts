/** A sentence by name. Types only. */
import type { Millis, Zone } from './time.ts';

/** A value inside a sentence. Strings are people's text and are escaped wherever they go. */
export type SayArg = string | number | { at: Millis; zone: Zone } | { user: string };

/** A sentence by name; `text/` has it in both languages. */
export interface Say {
  key: string;
  args?: Record<string, SayArg>;
}
