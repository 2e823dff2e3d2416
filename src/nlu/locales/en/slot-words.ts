/** Small words around what is said about a meeting: wanted, not wanted, switched on or off. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const slotWords: readonly Lexeme[] = [
  {
    role: 'slot.no',
    words: ['no', 'not', 'without', "don't", 'do not', 'dont', 'never', "needn't", 'no need to', 'not to'],
    examples: [
      { text: 'sync tomorrow 3pm, no recording', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, not recorded', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm without recording', means: { topic: 'sync', record: false } },
      { text: "sync tomorrow 3pm, don't record", means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, do not record', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, dont record', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, never record', means: { topic: 'sync', record: false } },
      { text: "sync tomorrow 3pm, needn't record", means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, no need to record', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, not to record', means: { topic: 'sync', record: false } },
    ],
  },
  {
    role: 'slot.off',
    words: ['stop', 'disable', 'turn off', 'switch off', 'cancel', 'remove', 'block'],
    examples: [
      { text: 'stop recording', means: { want: 'change', record: false } },
      { text: 'disable recording', means: { want: 'change', record: false } },
      { text: 'turn off recording', means: { want: 'change', record: false } },
      { text: 'switch off the recording', means: { want: 'change', record: false } },
      { text: 'cancel recording', means: { want: 'change', record: false } },
      { text: 'remove recording', means: { want: 'change', record: false } },
      { text: 'sync tomorrow 3pm, block external systems', means: { topic: 'sync', connect: false } },
    ],
  },
  {
    role: 'slot.on',
    words: ['turn on', 'switch on', 'enable', 'add'],
    examples: [
      { text: 'turn on recording', means: { want: 'change', record: true } },
      { text: 'switch on recording', means: { want: 'change', record: true } },
      { text: 'enable recording', means: { want: 'change', record: true } },
      { text: 'add a recording', means: { want: 'change', record: true } },
    ],
  },
  {
    role: 'slot.ask',
    words: ['and', 'please', 'also', 'be', 'start', 'with', 'needs', 'need'],
    examples: [
      { text: 'sync and record tomorrow 3pm', means: { topic: 'sync', record: true } },
      { text: 'please record tomorrow 3pm sync', means: { topic: 'sync', record: true } },
      { text: 'also record tomorrow 3pm sync', means: { topic: 'sync', record: true } },
      { text: 'sync should be recorded tomorrow 3pm', means: { record: true } },
      { text: 'start recording', means: { want: 'change', record: true } },
      { text: 'sync tomorrow 3pm with recording', means: { topic: 'sync', record: true } },
      { text: 'sync needs recording tomorrow 3pm', means: { topic: 'sync', record: true } },
      { text: 'we need recording tomorrow 3pm for sync', means: { topic: 'sync', record: true } },
    ],
  },
  {
    role: 'slot.it',
    words: ['it', 'this', 'the meeting', 'the call', 'the session', 'anything'],
    examples: [
      { text: 'sync tomorrow 3pm, record it', means: { topic: 'sync', record: true } },
      { text: 'sync tomorrow 3pm, record this', means: { topic: 'sync', record: true } },
      { text: 'tomorrow 3pm sync record the meeting', means: { topic: 'sync', record: true } },
      { text: 'tomorrow 3pm sync record the call', means: { topic: 'sync', record: true } },
      { text: 'tomorrow 3pm sync record the session', means: { topic: 'sync', record: true } },
      { text: "sync tomorrow 3pm, don't record anything", means: { topic: 'sync', record: false } },
    ],
  },
  {
    role: 'slot.article',
    words: ['a', 'the', 'any'],
    examples: [
      { text: 'sync tomorrow 3pm with a recording', means: { topic: 'sync', record: true } },
      { text: 'turn off the recording', means: { want: 'change', record: false } },
      { text: 'sync tomorrow 3pm without any recording', means: { topic: 'sync', record: false } },
    ],
  },
  {
    role: 'slot.be',
    words: ['is', 'to'],
    examples: [
      { text: 'sync tomorrow 3pm, recording is on', means: { topic: 'sync', record: true } },
      { text: 'set recording to off', means: { record: false } },
    ],
  },
  {
    role: 'slot.needless',
    words: ['needed', 'required', 'necessary', 'is needed', 'is required', 'is necessary'],
    examples: [
      { text: 'sync tomorrow 3pm, no recording needed', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, no recording required', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, no recording necessary', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, no recording is needed', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, no recording is required', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, no recording is necessary', means: { topic: 'sync', record: false } },
    ],
  },
  {
    role: 'slot.is-off',
    words: ['off', 'no', 'none', 'false', 'disabled', 'not needed', 'not required', 'not necessary', 'unnecessary'],
    examples: [
      { text: 'sync tomorrow 3pm, recording off', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, recording: no', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, recording: none', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, recording: false', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, recording disabled', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, recording not needed', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, recording not required', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, recording not necessary', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, recording unnecessary', means: { topic: 'sync', record: false } },
    ],
  },
  {
    role: 'slot.is-on',
    words: ['on', 'true', 'enabled', 'needed'],
    examples: [
      { text: 'sync tomorrow 3pm, recording on', means: { topic: 'sync', record: true } },
      { text: 'sync tomorrow 3pm, recording: true', means: { topic: 'sync', record: true } },
      { text: 'sync tomorrow 3pm, recording enabled', means: { topic: 'sync', record: true } },
      { text: 'sync tomorrow 3pm, recording needed', means: { topic: 'sync', record: true } },
    ],
  },
  {
    role: 'slot.please',
    words: ['please', 'pls'],
    examples: [
      { text: 'sync tomorrow 3pm record please', means: { topic: 'sync', record: true } },
      { text: 'sync tomorrow 3pm record pls', means: { topic: 'sync', record: true } },
    ],
  },
  {
    role: 'slot.any',
    words: ['any'],
    examples: [{ text: 'sync tomorrow 3pm without any external systems', means: { topic: 'sync', connect: false } }],
  },
  {
    role: 'slot.allow',
    words: ['allow', 'let'],
    examples: [
      { text: 'sync tomorrow 3pm, allow external systems to join', means: { topic: 'sync', connect: true } },
      { text: 'sync tomorrow 3pm, let other systems dial in', means: { topic: 'sync', connect: true } },
    ],
  },
];
