import type { Lexeme } from '../../lexicon/lexeme.ts';

/** What asks kindly for whatever follows, and says nothing else. */
const ASKED: Omit<Lexeme, 'role'> = {
  words: [
    'can help me',
    'can help',
    'pls help',
    'please help',
    'help to',
    'can you help me',
    'could you help me',
    'would you be able to',
    'are you able to',
    'any chance you could',
    'any chance you can',
    'any chance we could',
    'any chance we can',
  ],
  forms: [
    {
      rows: [
        ['would it be', 'is it'],
        [' at all possible to', ' in any way possible to'],
      ],
    },
    {
      rows: [
        ["i'd be", 'i would be', "we'd be"],
        [' so', ' most', ''],
        [' grateful if you could', ' grateful if you would'],
      ],
    },
    {
      rows: [
        ['might i', 'may i', 'could i'],
        [' ask you to', ' trouble you to'],
      ],
    },
    {
      rows: [
        ['might you', 'would you', 'could you'],
        [' be so kind as to', ' be kind enough to'],
      ],
    },
  ],
  examples: [
    { text: 'can help me cancel the vendor call', means: { want: 'cancel', act: 'do', topic: 'vendor call' } },
    { text: 'can help cancel the townhall', means: { want: 'cancel', act: 'do', topic: 'townhall' } },
    { text: 'pls help reschedule the tender briefing to 4pm', means: { want: 'move', act: 'do', topic: 'tender briefing' } },
    { text: 'please help delete the budget meeting', means: { want: 'cancel', act: 'do' } },
    { text: 'help to book a call tomorrow 2pm', means: { want: 'book', act: 'do', start: '11-21 14:00' } },
    { text: 'can you help me push the design review to Friday 3pm', means: { want: 'move', act: 'do', topic: 'design review' } },
    { text: 'could you help me cancel the onboarding session', means: { want: 'cancel', act: 'do' } },
    { text: 'would you be able to cancel the strategy session', means: { want: 'cancel', act: 'do', topic: 'strategy session' } },
    { text: 'are you able to move the audit call to 5pm', means: { want: 'move', act: 'do', topic: 'audit call' } },
    { text: 'any chance you could push the standup to 11am', means: { want: 'move', act: 'do', topic: 'standup' } },
    { text: 'any chance you can extend the workshop by 15 minutes', means: { want: 'extend', act: 'do', topic: 'workshop' } },
    { text: 'any chance we could push the 1:1 to 4pm', means: { want: 'move', act: 'do', topic: '1:1' } },
    { text: 'any chance we can shift the retro to 5pm', means: { want: 'move', act: 'do', topic: 'retro' } },
    { text: 'would it be at all possible to cancel the offsite planning', means: { want: 'cancel', act: 'do' } },
    { text: 'is it in any way possible to move the board call to 3pm', means: { want: 'move', act: 'do', topic: 'board call' } },
    { text: "I'd be most grateful if you could extend the seminar by 20 minutes", means: { want: 'extend', minutes: 20 } },
    { text: 'may I ask you to cancel the steering committee', means: { want: 'cancel', act: 'do' } },
    { text: 'might I trouble you to move the interview to 2pm', means: { want: 'move', act: 'do', topic: 'interview' } },
    { text: 'would you be so kind as to cancel the supplier call', means: { want: 'cancel', act: 'do', topic: 'supplier call' } },
    { text: 'could you be kind enough to put the demo back to 4pm', means: { want: 'move', topic: 'demo' } },
  ],
};

/** How wishes are put in other offices: London, Singapore, Bangalore, Munich, Shenzhen. */
export const voices: readonly Lexeme[] = [
  ...(['lead', 'mood.bids'] as const).map((role): Lexeme => ({ role, ...ASKED })),
  {
    role: 'move.start',
    words: ['resched', 'reshedule'],
    examples: [
      { text: 'resched the retro to 5pm', means: { want: 'move', topic: 'retro' } },
      { text: 'reshedule the retro to 5pm', means: { want: 'move', topic: 'retro' } },
    ],
  },
  {
    role: 'move.object',
    words: ['resched', 'reschedule'],
    examples: [{ text: 'resched it Friday 10am', means: { want: 'move' } }],
  },
  {
    role: 'instead',
    words: ['rather than'],
    examples: [{ text: 'can we do the planning session at 3pm rather than 2pm', means: { want: 'move', topic: 'planning session' } }],
  },
  {
    role: 'mood.books',
    words: ['lock in', 'put down', 'get in', 'note down', 'fix up'],
    examples: [
      { text: 'lock in Wednesday 4-5pm for the quarterly numbers', means: { want: 'book', act: 'do', topic: 'quarterly numbers' } },
      { text: 'put down a pricing call for Friday 2pm', means: { want: 'book', act: 'do' } },
      { text: 'fix up a meeting with HR at 4pm', means: { want: 'book', act: 'do' } },
    ],
  },
  {
    role: 'book.en',
    words: ['lock in', 'put down', 'get in', 'note down', 'fix up'],
    examples: [
      { text: 'lock in next Monday 10am for the pitch', means: { want: 'book', act: 'do', topic: 'pitch' } },
      { text: 'please put down an hour with legal on Friday at 3pm', means: { want: 'book', act: 'do' } },
      { text: 'fix up a call with the vendor tomorrow 11am', means: { want: 'book', act: 'do' } },
    ],
  },
  {
    role: 'tail',
    words: ['or not', 'anot', 'can', 'ta', 'tia', 'much obliged', 'after all', 'instead of me'],
    examples: [
      { text: 'cancel the townhall or not', means: { want: 'cancel', topic: 'townhall' } },
      { text: 'cancel the townhall anot', means: { want: 'cancel', topic: 'townhall' } },
      { text: 'fix a mtg with HDB team next Mon 10am-11am can', means: { want: 'book' } },
      { text: 'cancel the townhall, ta', means: { want: 'cancel', topic: 'townhall' } },
      { text: "we won't need the townhall after all", means: { want: 'cancel', topic: 'townhall' } },
      { text: 'I want @Lee to host the townhall instead of me', means: { want: 'change', topic: 'townhall' } },
      { text: 'cancel the townhall tia', means: { want: 'cancel', topic: 'townhall' } },
      { text: 'cancel the townhall, much obliged', means: { want: 'cancel', topic: 'townhall' } },
    ],
  },
  {
    role: 'move.terse',
    words: ['move', 'reschedule', 'resched', 'postpone', 'prepone', 'bump', 'rebook'],
    examples: [
      { text: 'move retro fri 10am', means: { want: 'move', topic: 'retro', to: '11-27 10:00' } },
      { text: 'reschedule standup tomorrow 9:30', means: { want: 'move', topic: 'standup', to: '11-21 09:30' } },
      { text: 'resched demo mon 2pm', means: { want: 'move', topic: 'demo', to: '11-23 14:00' } },
      { text: 'postpone kickoff tuesday 11am', means: { want: 'move', topic: 'kickoff', to: '11-24 11:00' } },
      { text: 'prepone scrum tomorrow 9am', means: { want: 'move', topic: 'scrum', to: '11-21 09:00' } },
      { text: 'bump handover thu 4pm', means: { want: 'move', topic: 'handover', to: '11-26 16:00' } },
    ],
  },
  ...(['book.en', 'mood.books'] as const).map(
    (role): Lexeme => ({
      role,
      words: [],
      forms: [
        {
          rows: [
            ['set ', 'get ', 'sort '],
            ['something ', 'a call ', 'some time ', 'one '],
            ['up', 'sorted', 'out'],
          ],
        },
        {
          rows: [
            ['put ', 'pop '],
            ['it ', 'this '],
            ['in ', 'on '],
            ['the ', 'my ', 'our '],
            ['diary for', 'calendar for', 'diary at', 'calendar at'],
          ],
        },
      ],
      examples: [
        { text: 'could you set something up with Anna tomorrow at 3pm', means: { want: 'book', act: 'do', start: '11-21 15:00' } },
        { text: 'please get a call sorted with legal on Monday 11am', means: { want: 'book', act: 'do', start: '11-23 11:00' } },
        { text: 'can you sort some time out with finance for Tuesday 2pm', means: { want: 'book', act: 'do', start: '11-24 14:00' } },
        { text: 'put it in the diary for Monday 2pm, site visit prep', means: { want: 'book', act: 'do', topic: 'site visit prep' } },
        { text: 'pop this on our calendar for Tuesday 11am', means: { want: 'book', act: 'do' } },
        { text: 'set one up with the vendor tomorrow at 4pm', means: { want: 'book', act: 'do', start: '11-21 16:00' } },
      ],
    }),
  ),
  {
    role: 'lead',
    words: [],
    forms: [
      {
        rows: [
          ['hope ', 'i hope ', 'trust '],
          ["you're ", 'you are ', 'all is '],
          ['well', 'good'],
        ],
      },
    ],
    examples: [
      {
        text: "Hi, hope you're well! Could you book a 40-minute call at 11am tomorrow for the logo discussion?",
        means: { want: 'book', act: 'do', topic: 'logo discussion' },
      },
      { text: 'I hope all is well, please cancel the supplier call', means: { want: 'cancel', act: 'do', topic: 'supplier call' } },
    ],
  },
  {
    role: 'extend.give',
    words: ['give', 'grant', 'allow'],
    examples: [
      { text: 'give the town hall another quarter of an hour', means: { want: 'extend', topic: 'town hall', minutes: 15 } },
      { text: 'please grant the workshop another 20 minutes', means: { want: 'extend', topic: 'workshop', minutes: 20 } },
      { text: 'can you allow the interview 10 more minutes', means: { want: 'extend', topic: 'interview', minutes: 10 } },
    ],
  },
  {
    role: 'cancel.no-need-for',
    words: ['no need for', 'no more need for', 'we can do without'],
    examples: [
      { text: 'no need for the 5pm anymore', means: { want: 'cancel', topic: null } },
      { text: "no more need for tomorrow's 10am", means: { want: 'cancel', topic: null } },
      { text: 'we can do without the 4:30', means: { want: 'cancel', topic: null } },
    ],
  },
  {
    role: 'move.go',
    words: ['go', 'slip', 'slide', 'drift'],
    examples: [
      { text: 'can the pricing call go to 3:45pm', means: { want: 'move', topic: 'pricing call' } },
      { text: 'could the retro slip to Friday 4pm', means: { want: 'move', topic: 'retro' } },
      { text: "could tomorrow's demo slide to 2pm", means: { want: 'move', topic: 'demo' } },
      { text: 'can the 3pm drift to 4pm', means: { want: 'move', topic: null } },
    ],
  },
  {
    role: 'move.begin',
    words: ['start', 'begin', 'kick off', 'happen'],
    examples: [
      { text: 'can the budget walkthrough start at 4pm instead', means: { want: 'move', topic: 'budget walkthrough' } },
      { text: 'could the retro begin at 4:30 today', means: { want: 'move', topic: 'retro' } },
      { text: "can tomorrow's kickoff kick off at 9:30", means: { want: 'move', topic: 'kickoff' } },
      { text: 'could the vendor call happen at 11am on Friday', means: { want: 'move', topic: 'vendor call' } },
    ],
  },
  {
    role: 'put-off.so',
    words: ['so', 'hence', 'therefore', 'which means'],
    examples: [
      { text: "my flight's late so please push the 2pm to 4pm", means: { want: 'move', act: 'do', topic: null } },
      { text: 'the projector died hence kindly move the all-hands to Friday 3pm', means: { want: 'move', act: 'do', topic: 'all-hands' } },
      {
        text: 'two of us are sick, therefore please cancel the design review',
        means: { want: 'cancel', act: 'do', topic: 'design review' },
      },
      { text: 'the client is stuck in traffic which means please push the demo to 5pm', means: { want: 'move', act: 'do', topic: 'demo' } },
    ],
  },
  {
    role: 'who.now',
    words: ['right now', 'rn', 'at the moment', 'atm'],
    examples: [
      { text: "who's in the design crit rn", means: { want: 'who', topic: 'design crit' } },
      { text: 'who is in the townhall at the moment', means: { want: 'who', topic: 'townhall' } },
      { text: 'who is in the townhall atm', means: { want: 'who', topic: 'townhall' } },
      { text: "who's on the 3pm right now", means: { want: 'who', topic: null } },
    ],
  },
  {
    role: 'dialogue.undo',
    words: [],
    forms: [
      {
        rows: [
          ['', 'plz '],
          ['revert the last change', 'scrap that last booking', 'undo the last booking', 'take back what you just did'],
        ],
      },
    ],
    examples: [
      { text: 'plz revert the last change', means: { want: 'undo' } },
      { text: 'scrap that last booking', means: { want: 'undo' } },
      { text: 'plz take back what you just did', means: { want: 'undo' } },
      { text: 'undo the last booking', means: { want: 'undo' } },
    ],
  },
];
