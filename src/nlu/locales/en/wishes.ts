import type { Lexeme } from '../../lexicon/lexeme.ts';

/** Ways of putting a wish that the plain words of each subject do not have. */
export const wishes: readonly Lexeme[] = [
  {
    role: 'extend.keep',
    words: ['keep', 'leave', 'let'],
    examples: [
      { text: 'keep the workshop going till 5pm', means: { want: 'move', topic: 'workshop', act: 'do' } },
      { text: 'leave the workshop open until 5pm', means: { want: 'move', topic: 'workshop' } },
      { text: 'let the workshop run till 5pm', means: { want: 'move', topic: 'workshop' } },
    ],
  },
  {
    role: 'extend.going',
    words: ['open', 'going', 'running', 'run', 'on', 'go on', 'run on', 'stay on', 'keep going', 'go', 'run over'],
    examples: [
      { text: 'let the workshop run over till 5pm', means: { want: 'move', topic: 'workshop' } },
      { text: 'keep the workshop running until 5pm', means: { want: 'move', topic: 'workshop' } },
      { text: 'stay on until 5pm', means: { want: 'move' } },
      { text: 'keep going until 5pm', means: { want: 'move' } },
      { text: 'go on until 5pm', means: { want: 'move' } },
      { text: 'let the workshop go till 5pm', means: { want: 'move', topic: 'workshop' } },
      { text: 'let the workshop run on till 5pm', means: { want: 'move', topic: 'workshop' } },
    ],
  },
  {
    role: 'extend.run',
    words: ['run'],
    examples: [{ text: 'run the workshop until 5pm', means: { want: 'move', topic: 'workshop' } }],
  },
  {
    role: 'extend.runs',
    words: ['run', 'go on', 'last', 'continue', 'be', 'keep going'],
    examples: [
      { text: 'can the demo run for 20 more minutes', means: { want: 'extend', topic: 'demo', minutes: 20 } },
      { text: 'let the demo go on for another half hour', means: { want: 'extend', topic: 'demo', minutes: 30 } },
      { text: 'could the demo last 15 minutes longer', means: { want: 'extend', topic: 'demo', minutes: 15 } },
      { text: 'can the demo continue for 10 more minutes', means: { want: 'extend', topic: 'demo', minutes: 10 } },
      { text: 'can the demo keep going for 10 more minutes', means: { want: 'extend', topic: 'demo', minutes: 10 } },
      { text: 'can the demo be 10 minutes longer', means: { want: 'extend', topic: 'demo', minutes: 10 } },
    ],
  },
  {
    role: 'extend.until',
    words: ['lengthen', 'stretch'],
    examples: [
      { text: 'lengthen the demo to 2 hours', means: { want: 'move', topic: 'demo' } },
      { text: 'stretch the demo to 2 hours', means: { want: 'move', topic: 'demo' } },
    ],
  },
  {
    role: 'to',
    words: ['down to', 'up to'],
    examples: [
      { text: 'cut the demo down to 30 minutes', means: { want: 'move', topic: 'demo' } },
      { text: 'extend the demo up to 5pm', means: { want: 'move', topic: 'demo' } },
    ],
  },
  {
    role: 'dialogue.and',
    words: ['and', 'and also', 'as well as', 'plus', '&'],
    examples: [
      { text: 'cancel the demo as well as the retro', means: { want: 'cancel', topic: 'demo' } },
      { text: 'cancel the demo plus the retro', means: { want: 'cancel', topic: 'demo' } },
      { text: 'cancel the demo and the retro', means: { want: 'cancel', topic: 'demo' } },
      { text: 'cancel the demo & the retro', means: { want: 'cancel', topic: 'demo' } },
      { text: 'cancel the demo and also the retro', means: { want: 'cancel', topic: 'demo' } },
    ],
  },
  {
    role: 'tail',
    words: [],
    forms: [
      {
        rows: [
          ['and let ', 'and please let ', 'let '],
          ['everyone', 'everybody', 'them', 'people', 'the team', 'the others', 'all', 'folks'],
          [' know'],
        ],
      },
      {
        rows: [
          ['and tell ', 'and notify ', 'and inform ', 'and please inform ', 'and please notify '],
          ['everyone', 'everybody', 'them', 'people', 'the team', 'the others', 'all', 'folks'],
        ],
      },
    ],
    examples: [
      { text: 'cancel the standup and let everyone know', means: { want: 'cancel', topic: 'standup' } },
      { text: 'cancel the standup and please let the team know', means: { want: 'cancel', topic: 'standup' } },
      { text: 'cancel the standup and tell the others', means: { want: 'cancel', topic: 'standup' } },
      { text: 'cancel the standup and notify everybody', means: { want: 'cancel', topic: 'standup' } },
      { text: 'cancel the standup and inform all', means: { want: 'cancel', topic: 'standup' } },
    ],
  },
  {
    role: 'dialogue.both',
    words: ['both', 'both of'],
    examples: [{ text: 'move both the demo and the retro to Friday 3pm', means: { want: 'move', topic: 'demo' } }],
  },
  {
    role: 'cancel.stop',
    words: ['no more'],
    examples: [{ text: 'no more standups from now on', means: { want: 'cancel', topic: 'standups' } }],
  },
  {
    role: 'slot.take',
    words: ['take', 'switch', 'leave', 'get'],
    examples: [
      { text: 'take the password off', means: { want: 'change', password: 'none' } },
      { text: 'switch the passcode off please', means: { want: 'change', password: 'none' } },
      { text: 'leave the password off', means: { want: 'change', password: 'none' } },
      { text: 'get the pin off', means: { want: 'change', password: 'none' } },
    ],
  },
  {
    role: 'slot.remove',
    words: ['take off', 'get rid of', 'lose', 'kill', 'strip', 'scrap'],
    examples: [
      { text: 'take off the password', means: { want: 'change', password: 'none' } },
      { text: 'get rid of the password', means: { want: 'change', password: 'none' } },
      { text: 'lose the password on the demo', means: { want: 'change', topic: 'demo', password: 'none' } },
      { text: 'kill the password', means: { want: 'change', password: 'none' } },
      { text: 'strip the password', means: { want: 'change', password: 'none' } },
      { text: 'scrap the password', means: { want: 'change', password: 'none' } },
    ],
  },
  {
    role: 'host.hand',
    words: ['hand', 'hand over', 'give', 'pass', 'transfer', 'assign', 'switch', 'move'],
    examples: [
      { text: 'hand the host role to @Lina', means: { want: 'change', hosts: 'Lina' } },
      { text: 'hand over hosting of the demo to @Lina', means: { want: 'change', topic: 'demo', hosts: 'Lina' } },
      { text: 'give host rights to @Lina', means: { want: 'change', hosts: 'Lina' } },
      { text: 'pass the host role of the demo to @Lina', means: { want: 'change', topic: 'demo', hosts: 'Lina' } },
      { text: 'transfer the host role of the demo to @Lina', means: { want: 'change', topic: 'demo', hosts: 'Lina' } },
      { text: 'assign the host role to @Lina', means: { want: 'change', hosts: 'Lina' } },
      { text: 'switch the host role of the demo to @Lina', means: { want: 'change', topic: 'demo', hosts: 'Lina' } },
      { text: 'move the host role to @Lina', means: { want: 'change', hosts: 'Lina' } },
    ],
  },
  {
    role: 'host.right',
    words: ['role', 'rights', 'right', 'duties', 'duty', 'job'],
    examples: [
      { text: 'hand the host job to @Lina', means: { want: 'change', hosts: 'Lina' } },
      { text: 'hand hosting duties to @Lina', means: { want: 'change', hosts: 'Lina' } },
      { text: 'hand hosting duty to @Lina', means: { want: 'change', hosts: 'Lina' } },
      { text: 'give the host right to @Lina', means: { want: 'change', hosts: 'Lina' } },
    ],
  },
  {
    role: 'access.confine',
    words: ['lock', 'lock down', 'limit', 'restrict', 'keep', 'open', 'open up', 'confine'],
    examples: [
      { text: 'lock the retro to this group', means: { want: 'change', topic: 'retro' } },
      { text: 'lock down the retro to this group', means: { want: 'change', topic: 'retro' } },
      { text: 'limit the retro to our company', means: { want: 'change', topic: 'retro' } },
      { text: 'restrict the retro to our company', means: { want: 'change', topic: 'retro' } },
      { text: 'keep the retro to this group', means: { want: 'change', topic: 'retro' } },
      { text: 'open the retro to everyone', means: { want: 'change', topic: 'retro' } },
      { text: 'open up the retro to everyone', means: { want: 'change', topic: 'retro' } },
      { text: 'confine the retro to our company', means: { want: 'change', topic: 'retro' } },
    ],
  },
  {
    role: 'share.invite',
    words: ['add', 'invite', 'include', 'loop in', 'bring in', 'pull', 'cc'],
    examples: [
      { text: 'add @Ken to the demo', means: { want: 'share', topic: 'demo' } },
      { text: 'invite @Ken to the demo', means: { want: 'share', topic: 'demo' } },
      { text: 'include @Ken in the demo', means: { want: 'share', topic: 'demo' } },
      { text: 'loop in @Ken', means: { want: 'share', by: 'context' } },
      { text: 'bring in @Ken', means: { want: 'share', by: 'context' } },
      { text: 'pull in @Ken', means: { want: 'share', by: 'context' } },
      { text: 'cc @Ken', means: { want: 'share', by: 'context' } },
    ],
  },
  {
    role: 'share.into',
    words: ['to', 'into', 'in', 'on', 'for'],
    examples: [
      { text: 'pull @Ken into the demo', means: { want: 'share', topic: 'demo' } },
      { text: 'invite @Ken for the demo', means: { want: 'share', topic: 'demo' } },
      { text: 'loop in @Ken on the demo', means: { want: 'share', topic: 'demo' } },
    ],
  },
  {
    role: 'attend.with',
    words: ['add', 'loop in', 'bring in', 'pull in', 'pull'],
    examples: [
      { text: 'move the demo to Friday 3pm and add @Ken', means: { want: 'move', topic: 'demo' } },
      { text: 'move the demo to Friday 3pm and include @Ken', means: { want: 'move', topic: 'demo' } },
      { text: 'move the demo to Friday 3pm and loop in @Ken', means: { want: 'move', topic: 'demo' } },
      { text: 'move the demo to Friday 3pm and invite @Ken', means: { want: 'move', topic: 'demo' } },
      { text: 'move the demo to Friday 3pm and cc @Ken', means: { want: 'move', topic: 'demo' } },
    ],
  },
  {
    role: 'list.am-free',
    words: ['is my free', 'is my clear', 'is my open', 'is my busy', 'is my still free'],
    forms: [
      {
        rows: [
          ['is my ', 'is our '],
          ['morning ', 'afternoon ', 'evening ', 'day ', 'lunchtime '],
          ['free', 'clear', 'open', 'busy', 'full', 'packed', 'still free'],
        ],
        worth: 'today',
      },
    ],
    examples: [
      { text: 'is my afternoon free', means: { want: 'list', span: 'today' } },
      { text: 'is our morning clear', means: { want: 'list', span: 'today' } },
      { text: 'is my evening open', means: { want: 'list', span: 'today' } },
      { text: 'is my day busy', means: { want: 'list', span: 'today' } },
      { text: 'is my day packed', means: { want: 'list', span: 'today' } },
      { text: 'is my lunchtime still free', means: { want: 'list', span: 'today' } },
      { text: 'is my Friday free', means: { want: 'list' } },
      { text: 'is my Friday clear', means: { want: 'list' } },
      { text: 'is my Friday open', means: { want: 'list' } },
      { text: 'is my Friday busy', means: { want: 'list' } },
      { text: 'is my Friday still free', means: { want: 'list' } },
    ],
  },
  {
    role: 'who.came',
    words: ['turn up', 'show up', 'dial in', 'make it', 'attend', 'log in'],
    examples: [
      { text: "who didn't turn up to the demo", means: { want: 'who', topic: 'demo' } },
      { text: "who didn't show up to the demo", means: { want: 'who', topic: 'demo' } },
      { text: "who didn't dial in", means: { want: 'who' } },
      { text: "who didn't make it", means: { want: 'who' } },
      { text: "who didn't attend", means: { want: 'who' } },
      { text: "who didn't log in", means: { want: 'who' } },
    ],
  },
  {
    role: 'tail',
    words: ['too', 'as well'],
    examples: [
      { text: 'cancel the demo too', means: { want: 'cancel', topic: 'demo' } },
      { text: 'cancel the demo as well', means: { want: 'cancel', topic: 'demo' } },
    ],
  },
  {
    role: 'who.has',
    words: ["who hasn't", 'who has not', "who didn't"],
    examples: [
      { text: "who hasn't joined the demo yet", means: { want: 'who', topic: 'demo' } },
      { text: 'who has not joined', means: { want: 'who', by: 'context' } },
      { text: "who didn't join the demo", means: { want: 'who', topic: 'demo' } },
    ],
  },
  {
    role: 'move.new',
    words: ['new time for', 'new date for', 'new slot for', 'updated time for', 'new time of', 'new timing for'],
    examples: [
      { text: 'new time for the retro: Thursday 16:00', means: { want: 'move', topic: 'retro' } },
      { text: 'new date for the retro: Thursday 16:00', means: { want: 'move', topic: 'retro' } },
      { text: 'new slot for the retro: Thursday 16:00', means: { want: 'move', topic: 'retro' } },
      { text: 'updated time for the retro: Thursday 16:00', means: { want: 'move', topic: 'retro' } },
      { text: 'new time of the retro: Thursday 16:00', means: { want: 'move', topic: 'retro' } },
      { text: 'new timing for the retro: Thursday 16:00', means: { want: 'move', topic: 'retro' } },
    ],
  },
  {
    role: 'move.bare-to',
    words: ['→', '->'],
    examples: [
      { text: 'retro → Friday 11am', means: { want: 'move', topic: 'retro' } },
      { text: 'retro -> Friday 11am', means: { want: 'move', topic: 'retro' } },
    ],
  },
  {
    role: 'move.should',
    words: ['should be', 'should have been', 'is supposed to be', 'was supposed to be', 'must be', 'needs to be'],
    examples: [
      { text: 'the retro should be at 4 not 3', means: { want: 'move', topic: 'retro' } },
      { text: 'the retro should have been at 4 not 3', means: { want: 'move', topic: 'retro' } },
      { text: 'the retro is supposed to be at 4 not 3', means: { want: 'move', topic: 'retro' } },
      { text: 'the retro was supposed to be at 4 not 3', means: { want: 'move', topic: 'retro' } },
      { text: 'the retro must be at 4 not 3', means: { want: 'move', topic: 'retro' } },
      { text: 'the retro needs to be at 4 not 3', means: { want: 'move', topic: 'retro' } },
    ],
  },
  {
    role: 'dialogue.rather',
    words: { keep: 'at ' },
    examples: [{ text: 'actually keep 3', means: { want: 'move', by: 'last' } }],
  },
  {
    role: 'series.be',
    words: ['be', 'happen', 'run', 'take place', 'go'],
    examples: [
      { text: 'can the ops review be every two weeks', means: { want: 'change', topic: 'ops review' } },
      { text: 'can the ops review happen every two weeks', means: { want: 'change', topic: 'ops review' } },
      { text: 'can the ops review run every two weeks', means: { want: 'change', topic: 'ops review' } },
      { text: 'can the ops review take place every two weeks', means: { want: 'change', topic: 'ops review' } },
    ],
  },
  {
    role: 'slot.put',
    words: ['put', 'stick', 'set', 'have', 'want'],
    examples: [
      { text: "please could we have a password on Friday's supplier review", means: { want: 'change', topic: 'supplier review' } },
      { text: 'we want a passcode on the board call', means: { want: 'change', topic: 'board call' } },
      { text: 'put a password on the board call', means: { want: 'change', topic: 'board call' } },
      { text: 'stick a pin on the board call', means: { want: 'change', topic: 'board call' } },
      { text: 'set a password for the board call', means: { want: 'change', topic: 'board call' } },
    ],
  },
  {
    role: 'slot.change',
    words: ['swap', 'switch'],
    examples: [
      { text: 'swap the host to @Mei', means: { want: 'change', by: 'context', hosts: 'Mei' } },
      { text: 'switch the password to 2468', means: { want: 'change', by: 'context', password: '2468' } },
    ],
  },
  {
    role: 'access.company',
    words: ['whole company', 'the whole company', 'the entire company', 'our whole company', 'our own company'],
    examples: [
      { text: 'open the sync to the whole company', means: { want: 'change', topic: 'sync' } },
      { text: 'open the sync to the entire company', means: { want: 'change', topic: 'sync' } },
      { text: 'open the sync to our whole company', means: { want: 'change', topic: 'sync' } },
      { text: 'limit the sync to our own company', means: { want: 'change', topic: 'sync' } },
      { text: 'open the sync to whole company', means: { want: 'change', topic: 'sync' } },
    ],
  },
  {
    role: 'lead',
    words: [
      'respected sir',
      'respected madam',
      'respected all',
      'dear sir',
      'dear madam',
      'morning!',
      'morning,',
      'afternoon!',
      'evening!',
    ],
    examples: [
      { text: 'Respected sir, kindly fix a pricing call on Monday 4pm', means: { topic: 'pricing call' } },
      { text: 'morning! book a pricing call on Monday 4pm', means: { topic: 'pricing call' } },
    ],
  },
  {
    role: 'title.lead',
    words: ['recurring', 'repeating', 'jump on a call', 'hop on a call', 'get on a call'],
    forms: [
      {
        rows: [['', 'on ', 'in '], ['the ', 'my ', 'our '], ['calendar', 'diary', 'books', 'schedule'], [' for']],
      },
    ],
    notBefore: [' revenue', ' payment', ' payments', ' cost', ' costs', ' billing', ' issue', ' issues', ' bug', ' theme', ' themes'],
    examples: [
      { text: 'put 45 min on the books for OKR planning, Tuesday 10am', means: { topic: 'OKR planning' } },
      { text: 'put 45 min on my calendar for OKR planning, Tuesday 10am', means: { topic: 'OKR planning' } },
      { text: 'put 45 min in the diary for OKR planning, Tuesday 10am', means: { topic: 'OKR planning' } },
      { text: 'set a recurring pricing chat every Friday 4pm', means: { topic: 'pricing chat' } },
      { text: 'set up a repeating pricing chat every Friday 4pm', means: { topic: 'pricing chat' } },
      { text: "let's get on a call at 4 today about the leak", means: { topic: 'leak' } },
      { text: 'put 45 min in our schedule for OKR planning, Tuesday 10am', means: { topic: 'OKR planning' } },
      { text: "let's hop on a call at 4 today about the leak", means: { topic: 'leak' } },
      { text: "let's jump on a call at 4 today about the leak", means: { topic: 'leak' } },
    ],
  },
  {
    role: 'title.off',
    words: ['only', 'for good', 'altogether', 'completely', 'entirely'],
    examples: [
      { text: "cancel tomorrow's standup only", means: { want: 'cancel', topic: 'standup' } },
      { text: 'cancel the standup for good', means: { want: 'cancel', topic: 'standup' } },
      { text: 'cancel the standup altogether', means: { want: 'cancel', topic: 'standup' } },
      { text: 'cancel the standup completely', means: { want: 'cancel', topic: 'standup' } },
      { text: 'cancel the standup entirely', means: { want: 'cancel', topic: 'standup' } },
    ],
  },
  {
    role: 'list.ask',
    words: ['how does', "how's"],
    examples: [
      { text: 'how does tomorrow look', means: { want: 'list', span: 'tomorrow' } },
      { text: "how's tomorrow looking", means: { want: 'list', span: 'tomorrow' } },
    ],
  },
  { role: 'list.on', words: ['looking', 'look for me', 'looking for me', 'looking so far'], examples: [] },
  {
    role: 'invitation.get',
    words: ['send', 'send out', 'send us', 'send over'],
    examples: [
      { text: 'send the meeting link again', means: { want: 'invitation', by: 'context' } },
      { text: 'send over the meeting link', means: { want: 'invitation', by: 'context' } },
    ],
  },
  {
    role: 'invitation.noun',
    words: ['meeting info', 'meeting link'],
    examples: [
      { text: 'send us the meeting info', means: { want: 'invitation', by: 'context' } },
      { text: 'send us the meeting link', means: { want: 'invitation', by: 'context' } },
    ],
  },
  {
    role: 'dialogue.undo',
    words: [],
    forms: [
      {
        rows: [
          ['undo ', 'revert ', 'take back ', 'reverse '],
          ['', 'the ', 'my ', 'that '],
          ['last ', 'latest ', 'previous ', 'recent '],
          ['change', 'action', 'step', 'edit', 'booking', 'move', 'thing', 'one'],
        ],
      },
    ],
    examples: [
      { text: 'undo last change', means: { want: 'undo' } },
      { text: 'revert the latest edit', means: { want: 'undo' } },
      { text: 'take back my previous step', means: { want: 'undo' } },
      { text: 'reverse that recent move', means: { want: 'undo' } },
      { text: 'undo the last booking', means: { want: 'undo' } },
      { text: 'revert my last action', means: { want: 'undo' } },
      { text: 'undo my last thing', means: { want: 'undo' } },
    ],
  },
  {
    role: 'help.ask',
    words: ['what are you able to do', 'what else can you do', 'what all can you do', 'how does this work', 'how do you work'],
    examples: [
      { text: 'what are you able to do', means: { want: 'help', act: 'do' } },
      { text: 'what else can you do', means: { want: 'help', act: 'do' } },
      { text: 'what all can you do', means: { want: 'help', act: 'do' } },
      { text: 'how does this work', means: { want: 'help', act: 'do' } },
      { text: 'how do you work', means: { want: 'help', act: 'do' } },
    ],
  },
  {
    role: 'dialogue.second',
    words: ['another', 'another one', 'one more', 'a second one', 'a second'],
    examples: [{ text: 'book a call tomorrow at 2 and another on Friday at 10', means: { want: 'book' } }],
  },
];
