/** Small words around what is said about a meeting: wanted, not wanted, switched on or off. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const slotWords: readonly Lexeme[] = [
  {
    role: 'slot.no',
    words: ['no', 'not', 'without', "don't", 'do not', 'dont', 'never', "needn't", 'no need to', 'not to', 'with no'],
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
      { text: 'tomorrow 3pm sync with no password', means: { topic: 'sync', password: 'none' } },
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
    role: 'slot.turn',
    words: ['turn', 'switch', 'keep', 'leave'],
    examples: [
      { text: 'turn recording off for the 10am', means: { want: 'change', topic: null, record: false } },
      { text: "switch the recording on for tomorrow's 2pm", means: { want: 'change', topic: null, record: true } },
      { text: 'please keep recording off for the 4:30', means: { want: 'change', topic: null, record: false } },
      { text: 'leave recording on for my 11am', means: { want: 'change', topic: null, record: true } },
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
      { text: 'sync tomorrow 3pm with a password', means: { topic: 'sync', anyPassword: true } },
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
  {
    role: 'slot.no',
    words: ["don't need", "don't want"],
    examples: [
      { text: "sync tomorrow 3pm, don't need a password", means: { topic: 'sync', password: 'none' } },
      { text: "sync tomorrow 3pm, don't want a password", means: { topic: 'sync', password: 'none' } },
    ],
  },
  {
    role: 'slot.remove',
    words: ['drop', 'clear', 'delete', 'skip'],
    examples: [
      { text: 'drop the password', means: { want: 'change', password: 'none' } },
      { text: 'clear the password', means: { want: 'change', password: 'none' } },
      { text: 'delete the password', means: { want: 'change', password: 'none' } },
      { text: 'skip the password', means: { want: 'change', password: 'none' } },
    ],
  },
  {
    role: 'slot.set',
    words: ['with', 'use', 'using', 'set', 'add'],
    examples: [
      { text: 'sync with password 1234 tomorrow 3pm', means: { topic: 'sync', password: '1234' } },
      { text: 'sync use password 1234 tomorrow 3pm', means: { topic: 'sync', password: '1234' } },
      { text: 'sync using password 1234 tomorrow 3pm', means: { topic: 'sync', password: '1234' } },
      { text: 'sync set password 1234 tomorrow 3pm', means: { topic: 'sync', password: '1234' } },
      { text: 'add a password 2233', means: { want: 'change', act: 'do', by: 'context', password: '2233' } },
    ],
  },
  {
    role: 'slot.change',
    words: ['change', 'update', 'reset', 'set the', 'make the'],
    examples: [
      { text: 'change password 2468 for tomorrow 3pm standup', means: { want: 'change', password: '2468' } },
      { text: 'change the password of standup to 2468', means: { want: 'change', topic: 'standup', password: '2468' } },
      { text: 'update password of standup to 2468', means: { want: 'change', topic: 'standup', password: '2468' } },
      { text: 'update the password of standup to 2468', means: { want: 'change', topic: 'standup', password: '2468' } },
      { text: 'reset password of standup to 2468', means: { want: 'change', topic: 'standup', password: '2468' } },
      { text: 'set the password of standup to 2468', means: { want: 'change', topic: 'standup', password: '2468' } },
      { text: 'make the password 2468 for tomorrow 3pm standup', means: { want: 'change', password: '2468' } },
    ],
  },
  {
    role: 'slot.into',
    words: ['to'],
    examples: [{ text: 'password to 2468', means: { want: 'change', password: '2468' } }],
  },
  {
    role: 'slot.is',
    words: ['is', 'as', 'will be', 'should be'],
    examples: [
      { text: 'sync tomorrow 3pm, password is abcd', means: { topic: 'sync', password: 'abcd' } },
      { text: 'sync tomorrow 3pm, password as abcd', means: { topic: 'sync', password: 'abcd' } },
      { text: 'sync tomorrow 3pm, password will be abcd', means: { topic: 'sync', password: 'abcd' } },
      { text: 'sync tomorrow 3pm, password should be abcd', means: { topic: 'sync', password: 'abcd' } },
    ],
  },
  {
    role: 'slot.for',
    words: ['of', 'for', 'on'],
    examples: [
      { text: 'change the password of standup to 2468', means: { want: 'change', topic: 'standup', password: '2468' } },
      { text: 'change the password for standup to 2468', means: { want: 'change', topic: 'standup', password: '2468' } },
      { text: 'change the password on standup to 2468', means: { want: 'change', topic: 'standup', password: '2468' } },
      { text: 'sync tomorrow 3pm, password of 1234', means: { topic: 'sync', password: '1234' } },
    ],
  },
  {
    role: 'slot.as',
    words: ['as'],
    examples: [{ text: 'sync tomorrow 3pm, 1234 as the password', means: { topic: 'sync', password: '1234' } }],
  },
];
