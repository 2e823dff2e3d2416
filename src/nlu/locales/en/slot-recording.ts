/** Recording. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const slotRecording: readonly Lexeme[] = [
  {
    role: 'record.last',
    words: ['record', 'recording', 'recordings', 'recorded'],
    examples: [
      { text: 'sync tomorrow 3pm, record', means: { topic: 'sync', record: true } },
      { text: 'sync tomorrow 3pm, recording', means: { topic: 'sync', record: true } },
      { text: 'sync tomorrow 3pm, no recordings', means: { topic: 'sync', record: false } },
      { text: 'sync tomorrow 3pm, recorded', means: { topic: 'sync', record: true } },
    ],
  },
  {
    role: 'record.how',
    words: ['auto', 'auto-', 'automatic', 'automatically', 'cloud'],
    examples: [
      { text: 'sync tomorrow 3pm, auto record', means: { topic: 'sync', record: true } },
      { text: 'sync tomorrow 3pm, auto-record', means: { topic: 'sync', record: true } },
      { text: 'sync tomorrow 3pm, automatic recording', means: { topic: 'sync', record: true } },
      { text: 'sync tomorrow 3pm, automatically recorded', means: { topic: 'sync', record: true } },
      { text: 'sync tomorrow 3pm, cloud recording', means: { topic: 'sync', record: true } },
    ],
  },
  {
    role: 'record.unrecorded',
    words: ['unrecorded'],
    examples: [{ text: 'sync tomorrow 3pm, unrecorded', means: { topic: 'sync', record: false } }],
  },
  {
    role: 'record.whose',
    words: ['the', 'our', 'my', "tomorrow's", "today's", "tonight's"],
    examples: [
      { text: 'record the standup', means: { want: 'change', topic: 'standup', record: true } },
      { text: 'record our standup', means: { want: 'change', topic: 'standup', record: true } },
      { text: 'record my standup', means: { want: 'change', topic: 'standup', record: true } },
      { text: "record tomorrow's standup", means: { topic: 'standup', record: true } },
      { text: "record today's standup", means: { topic: 'standup', record: true } },
      { text: "record tonight's standup", means: { topic: 'standup', record: true } },
    ],
  },
  {
    role: 'record.other',
    words: ['world', 'track', 'health', 'medical', 'new', 'set', 'broken', 'on', 'dns', 'sales', 'a', 'the', 'of'],
    examples: [
      { text: 'tomorrow 3pm world record', means: { topic: 'world record' } },
      { text: 'tomorrow 3pm track record', means: { topic: 'track record' } },
      { text: 'tomorrow 3pm health record', means: { topic: 'health record' } },
      { text: 'tomorrow 3pm medical record', means: { topic: 'medical record' } },
      { text: 'tomorrow 3pm new record', means: { topic: 'new record' } },
      { text: 'tomorrow 3pm how we set record', means: { topic: 'how we set record' } },
      { text: 'tomorrow 3pm broken record', means: { topic: 'broken record' } },
      { text: 'tomorrow 3pm what we go on record', means: { record: null } },
      { text: 'tomorrow 3pm dns record', means: { topic: 'dns record' } },
      { text: 'tomorrow 3pm sales record', means: { topic: 'sales record' } },
      { text: 'tomorrow 3pm breaking a record', means: { topic: 'breaking a record' } },
      { text: 'tomorrow 3pm breaking the record', means: { topic: 'breaking the record' } },
      { text: 'tomorrow 3pm change of record', means: { topic: 'change of record' } },
    ],
  },
];
