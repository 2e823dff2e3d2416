import type { Lexeme } from '../../lexicon/lexeme.ts';
import { slotAccess } from './slot-access.ts';
import { slotConnect } from './slot-connect.ts';
import { slotHosts } from './slot-hosts.ts';
import { slotPassword } from './slot-password.ts';
import { slotRecording } from './slot-recording.ts';
import { slotWords } from './slot-words.ts';

/** Every subject of this language. */
export const lexicon: readonly Lexeme[] = [...slotHosts, ...slotAccess, ...slotPassword, ...slotConnect, ...slotRecording, ...slotWords];
