/** Who runs the meeting. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const slotHosts: readonly Lexeme[] = [
  {
    role: 'host.noun',
    words: ['host', 'hosts', 'co-host', 'cohost', 'co-hosts', 'cohosts'],
    examples: [
      { text: 'sync tomorrow 3pm, host: Bob', means: { topic: 'sync', hosts: 'Bob' } },
      { text: 'sync tomorrow 3pm, hosts: Bob and Alice', means: { topic: 'sync', hosts: 'Bob+Alice' } },
      { text: 'sync tomorrow 3pm, co-host: Bob', means: { topic: 'sync', hosts: 'Bob' } },
      { text: 'sync tomorrow 3pm, cohost: Bob', means: { topic: 'sync', hosts: 'Bob' } },
      { text: 'sync tomorrow 3pm, co-hosts: Bob', means: { topic: 'sync', hosts: 'Bob' } },
      { text: 'sync tomorrow 3pm, cohosts: Bob', means: { topic: 'sync', hosts: 'Bob' } },
      { text: 'sync tomorrow 3pm, anyone can be the host', means: { topic: 'sync', canHost: 'anyone' } },
    ],
  },
  {
    role: 'host.verb',
    words: ['hosting', 'co-hosting'],
    examples: [
      { text: 'sync tomorrow 3pm, Bob hosting', means: { topic: 'sync', hosts: 'Bob' } },
      { text: 'sync tomorrow 3pm, Bob co-hosting', means: { topic: 'sync', hosts: 'Bob' } },
    ],
  },
  {
    role: 'host.joint',
    words: ['joint', 'new'],
    examples: [
      { text: 'sync tomorrow 3pm, joint host: Bob', means: { topic: 'sync', hosts: 'Bob' } },
      { text: 'new host: Bob', means: { hosts: 'Bob', by: 'context' } },
    ],
  },
  {
    role: 'host.all',
    words: ['all'],
    examples: [{ text: 'remove all hosts', means: { want: 'change', hosts: '' } }],
  },
  {
    role: 'host.me',
    words: ['i', "i'll", 'i will', "i'm", 'i am', "i'm going to", 'me', 'myself'],
    examples: [
      { text: 'sync tomorrow 3pm, i host', means: { topic: 'sync', hosts: null } },
      { text: "sync tomorrow 3pm, i'll host", means: { topic: 'sync', hosts: null } },
      { text: 'sync tomorrow 3pm, i will host', means: { topic: 'sync', hosts: null } },
      { text: "sync tomorrow 3pm, i'm hosting", means: { topic: 'sync', hosts: null } },
      { text: 'sync tomorrow 3pm, i am hosting', means: { topic: 'sync', hosts: null } },
      { text: "sync tomorrow 3pm, i'm going to host", means: { topic: 'sync', hosts: null } },
      { text: 'sync tomorrow 3pm, host: me', means: { topic: 'sync', hosts: null } },
      { text: 'sync tomorrow 3pm, host: myself', means: { topic: 'sync', hosts: null } },
    ],
  },
  {
    role: 'host.undecided',
    words: ['tbd', 'tba'],
    examples: [
      { text: 'sync tomorrow 3pm, host: tbd', means: { topic: 'sync', hosts: null } },
      { text: 'sync tomorrow 3pm, host: tba', means: { topic: 'sync', hosts: null } },
    ],
  },
  { role: 'host.by', words: ['by'], examples: [{ text: 'sync tomorrow 3pm, host by Bob', means: { topic: 'sync', hosts: 'Bob' } }] },
  {
    role: 'host.make',
    words: { make: 'change', set: 'change', let: 'change', add: 'change', with: null, have: null },
    examples: [
      { text: 'make Bob the host', means: { want: 'change', hosts: 'Bob' } },
      { text: 'set Bob as host', means: { want: 'change', hosts: 'Bob' } },
      { text: 'let Bob host', means: { want: 'change', hosts: 'Bob' } },
      { text: 'add Bob as host', means: { want: 'change', hosts: 'Bob' } },
      { text: 'sync tomorrow 3pm with Bob as host', means: { topic: 'sync', hosts: 'Bob' } },
      { text: 'sync tomorrow 3pm, have Bob host', means: { topic: 'sync', hosts: 'Bob' } },
    ],
  },
  {
    role: 'host.will',
    words: ['will', 'to', 'can', 'should'],
    examples: [
      { text: 'sync tomorrow 3pm Bob will host it', means: { hosts: 'Bob' } },
      { text: 'sync tomorrow 3pm Bob to host it', means: { hosts: 'Bob' } },
      { text: 'sync tomorrow 3pm Bob can host it', means: { hosts: 'Bob' } },
      { text: 'sync tomorrow 3pm Bob should host it', means: { hosts: 'Bob' } },
    ],
  },
  {
    role: 'host.hosted-by',
    words: ['hosted by', 'co-hosted by', 'cohosted by', 'chaired by', 'led by', 'run by'],
    examples: [
      { text: 'sync tomorrow 3pm hosted by bob', means: { topic: 'sync', hosts: 'bob' } },
      { text: 'sync tomorrow 3pm co-hosted by bob', means: { topic: 'sync', hosts: 'bob' } },
      { text: 'sync tomorrow 3pm cohosted by bob', means: { topic: 'sync', hosts: 'bob' } },
      { text: 'sync tomorrow 3pm chaired by bob', means: { topic: 'sync', hosts: 'bob' } },
      { text: 'sync tomorrow 3pm led by bob', means: { topic: 'sync', hosts: 'bob' } },
      { text: 'sync tomorrow 3pm run by bob', means: { topic: 'sync', hosts: 'bob' } },
    ],
  },
];
