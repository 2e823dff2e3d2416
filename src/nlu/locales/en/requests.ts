import type { Lexeme } from '../../lexicon/lexeme.ts';

/** Requests put as questions, remarks and in other words than the plain ones. */
export const requests: readonly Lexeme[] = [
  {
    role: 'dialogue.unfit',
    words: [
      'is no good',
      "isn't good",
      "doesn't suit",
      'does not suit',
      'clashes',
      'is taken',
      'is bad',
      "won't do",
      'is out',
      "doesn't work for me",
      "doesn't work for us",
    ],
    examples: [
      { text: "3pm is no good, let's do 4pm", means: { want: 'move', by: 'last' } },
      { text: "3pm isn't good, make it 4pm", means: { want: 'move', by: 'last' } },
      { text: "3pm doesn't suit, 4pm please", means: { want: 'move', by: 'last' } },
      { text: '3pm does not suit, 4pm please', means: { want: 'move', by: 'last' } },
      { text: '3pm clashes, make it 4', means: { want: 'move', by: 'last' } },
      { text: "3pm is taken, let's go with 4pm", means: { want: 'move', by: 'last' } },
      { text: "Thursday is bad, let's do Friday", means: { want: 'move', by: 'last' } },
      { text: "3pm won't do, 4pm then", means: { want: 'move', by: 'last' } },
      { text: '3pm is out, make it 4pm', means: { want: 'move', by: 'last' } },
      { text: "3pm doesn't work for me, make it 4pm", means: { want: 'move', by: 'last' } },
      { text: "3pm doesn't work for us, make it 4pm", means: { want: 'move', by: 'last' } },
    ],
  },
  {
    role: 'dialogue.rather',
    words: { "let's go with": 'at ', 'go with': 'at ', do: 'at ' },
    examples: [
      { text: "3pm is taken, let's go with 4pm", means: { want: 'move', by: 'last' } },
      { text: '3pm is taken, go with 4pm', means: { want: 'move', by: 'last' } },
      { text: "can't do 3pm, do 4pm instead", means: { want: 'move', by: 'last' } },
    ],
  },
  {
    role: 'dialogue.cannot',
    words: [],
    forms: [
      {
        rows: [
          ['', 'i ', 'we '],
          ["can't ", 'cannot '],
          ['do', 'make'],
        ],
      },
    ],
    examples: [
      { text: "can't do 3pm, do 4pm instead", means: { want: 'move', by: 'last' } },
      { text: "I can't make 3pm, make it 4pm", means: { want: 'move', by: 'last' } },
      { text: "we can't do 3pm, let's do 4pm", means: { want: 'move', by: 'last' } },
      { text: 'we cannot make 3pm, make it 4pm', means: { want: 'move', by: 'last' } },
    ],
  },
  {
    role: 'dialogue.need',
    words: [
      'we need',
      'i need',
      'it takes',
      "it'll take",
      'it will take',
      'need',
      'it only needs',
      'it needs',
      'we only need',
      'i only need',
      'only needs',
      'only need',
      'it only takes',
      'it should take',
    ],
    examples: [
      { text: 'it only needs 20 min', means: { fragment: true, length: 20 } },
      { text: 'it needs 20 min', means: { fragment: true, length: 20 } },
      { text: 'we only need 20 min', means: { fragment: true, length: 20 } },
      { text: 'I only need 20 min', means: { fragment: true, length: 20 } },
      { text: 'only needs 20 min', means: { fragment: true, length: 20 } },
      { text: 'only need 20 min', means: { fragment: true, length: 20 } },
      { text: 'it only takes 20 min', means: { fragment: true, length: 20 } },
      { text: 'it should take 20 min', means: { fragment: true, length: 20 } },
      { text: 'we need an hour and a half', means: { fragment: true, length: 90 } },
      { text: 'I need two hours', means: { fragment: true, length: 120 } },
      { text: "it'll take two hours", means: { fragment: true, length: 120 } },
      { text: 'it will take two hours', means: { fragment: true, length: 120 } },
      { text: 'it takes two hours', means: { fragment: true, length: 120 } },
      { text: 'need two hours', means: { fragment: true, length: 120 } },
    ],
  },
  {
    role: 'dialogue.may',
    words: ['can you', 'could you', 'can i', 'could i', 'can we', 'could we', 'would you', 'will you'],
    examples: [
      { text: 'will you撤销吗', means: { want: 'undo', act: 'do' } },
      { text: 'can I undo that?', means: { want: 'undo' } },
      { text: 'could I undo that?', means: { want: 'undo' } },
      { text: 'can we undo that?', means: { want: 'undo' } },
      { text: 'could we undo that?', means: { want: 'undo' } },
    ],
  },
  {
    role: 'dialogue.agree',
    words: ['go for it', 'do that', 'book it anyway', 'book anyway'],
    examples: [
      { text: 'go for it', means: { want: 'agree' } },
      { text: 'yes, do that', means: { want: 'agree' } },
      { text: 'book it anyway', means: { want: 'agree' } },
      { text: 'yes, book anyway', means: { want: 'agree' } },
    ],
  },
  {
    role: 'dialogue.decline',
    words: ['nah', 'leave it', "let's not", 'no need to change'],
    examples: [
      { text: 'nah', means: { want: 'decline' } },
      { text: 'no, leave it', means: { want: 'decline' } },
      { text: "let's not", means: { want: 'decline' } },
      { text: 'no need to change it', means: { want: 'decline' } },
    ],
  },
  {
    role: 'dialogue.one-more',
    words: ['book another one', 'another one'],
    examples: [
      { text: 'yes, book another one', means: { want: 'book', act: 'do', topic: null } },
      { text: 'yes, another one', means: { want: 'book', act: 'do', topic: null } },
    ],
  },
  {
    role: 'dialogue.undo',
    words: ['undo again', 'undo it again', 'undo once more', 'undo one more', 'undo everything', 'undo all', 'undo both', 'undo them'],
    examples: [
      { text: 'undo again', means: { want: 'undo' } },
      { text: 'undo it again', means: { want: 'undo' } },
      { text: 'undo once more', means: { want: 'undo' } },
      { text: 'undo one more', means: { want: 'undo' } },
      { text: 'undo everything', means: { want: 'undo' } },
      { text: 'undo all that', means: { want: 'undo' } },
      { text: 'undo both', means: { want: 'undo' } },
      { text: 'undo them', means: { want: 'undo' } },
    ],
  },
  {
    role: 'dialogue.mean',
    words: { meant: 'at ', 'was right': null, 'is right': null, 'was correct': null, 'is correct': null },
    examples: [
      { text: 'sorry, meant 3', means: { want: 'move', by: 'last', to: '11-20 15:00' } },
      { text: 'Thursday was right', means: { want: 'move', by: 'last' } },
      { text: '4pm is right', means: { want: 'move', by: 'last' } },
      { text: 'no, 4pm was correct', means: { want: 'move', by: 'last' } },
      { text: '4:30 is correct', means: { want: 'move', by: 'last' } },
    ],
  },
  {
    role: 'dialogue.shift',
    words: { later: 1, earlier: -1 },
    examples: [
      { text: 'half an hour later', means: { want: 'move', by: 'last', shift: 30 } },
      { text: '30 min earlier', means: { want: 'move', by: 'last', shift: -30 } },
    ],
  },
  {
    role: 'dialogue.another',
    words: ['and again'],
    examples: [{ text: 'and again the day after', means: { want: 'book', later: 1, like: { by: 'last' } } }],
  },
  {
    role: 'book.make',
    words: ['spin up', 'pencil in'],
    includes: ['move.hold'],
    examples: [
      { text: 'spin up a war room at 4pm', means: { topic: 'war room' } },
      { text: 'pencil in a budget review Friday 10am', means: { topic: 'budget review' } },
    ],
  },
  {
    role: 'ask.us',
    words: ['possible to', 'you want to', 'we want to'],
    includes: ['move.may'],
    examples: [
      { text: 'is it possible to have a retro Thursday 3pm?', means: { want: 'book', topic: 'retro' } },
      { text: 'do you want to set up a budget review for Fri 2pm?', means: { want: 'book', topic: 'budget review' } },
      { text: 'do we want to set up a budget review for Fri 2pm?', means: { want: 'book', topic: 'budget review' } },
    ],
  },
  {
    role: 'mood.deliberates',
    words: ['shall i', 'should i', 'do you want to', 'do we want to', 'is it possible to', 'would it be possible to'],
    examples: [
      { text: 'shall I book a design review for Friday 2pm?', means: { want: 'book', act: 'ask', topic: 'design review' } },
      { text: 'should I book a design review for Friday 2pm?', means: { want: 'book', act: 'ask', topic: 'design review' } },
      { text: 'do you want to set up a budget review for Fri 2pm?', means: { want: 'book', act: 'ask', topic: 'budget review' } },
      { text: 'do we want to set up a budget review for Fri 2pm?', means: { want: 'book', act: 'ask', topic: 'budget review' } },
    ],
  },
  {
    role: 'title.lead',
    words: ['want to do', 'want to have', 'for a quick'],
    examples: [
      { text: 'want to do a retro Thursday at 3pm?', means: { topic: 'retro' } },
      { text: 'want to have a retro Thursday at 3pm?', means: { topic: 'retro' } },
      { text: 'got some time for a quick pricing chat tomorrow 2pm?', means: { topic: 'pricing chat' } },
    ],
  },
  {
    role: 'lead',
    words: ['hi team', 'hey team', 'hello team', 'hi all', 'hey all', 'hey folks', 'hi folks'],
    examples: [
      { text: 'hi team demo tomorrow 4pm', means: { topic: 'demo' } },
      { text: 'hey team demo tomorrow 4pm', means: { topic: 'demo' } },
      { text: 'hello team demo tomorrow 4pm', means: { topic: 'demo' } },
    ],
  },
  {
    role: 'lead',
    words: ['we would like', "we'd like"],
    examples: [
      { text: 'we would like a contract review on Monday at 2pm', means: { topic: 'contract review' } },
      { text: "we'd like a contract review on Monday at 2pm", means: { topic: 'contract review' } },
    ],
  },
  {
    role: 'mood.wants',
    words: ['i would like', 'we would like', "we'd like", 'i have to', 'we have to', 'i need to'],
    examples: [
      { text: 'we have to schedule a legal review on Thursday 11am', means: { want: 'book', act: 'do' } },
      { text: "we'd like a pricing review on Tuesday at 3pm", means: { want: 'book', act: 'do' } },
      { text: 'we would like a contract review on Monday at 2pm', means: { want: 'book', act: 'do' } },
      { text: 'I would like a contract review on Monday at 2pm', means: { want: 'book', topic: 'contract review' } },
      { text: 'we would like a contract review on Monday at 2pm', means: { want: 'book', topic: 'contract review' } },
      { text: "we'd like a contract review on Monday at 2pm", means: { want: 'book', topic: 'contract review' } },
      { text: 'I have to schedule a vendor call tomorrow 10am', means: { want: 'book', topic: 'vendor call' } },
      { text: 'we have to schedule a vendor call tomorrow 10am', means: { want: 'book', topic: 'vendor call' } },
    ],
  },
  {
    role: 'extend.done',
    words: ['extended', 'prolonged', 'lengthened'],
    examples: [
      { text: 'can the meeting be extended by half an hour?', means: { want: 'extend', minutes: 30 } },
      { text: 'can the retro be prolonged by half an hour?', means: { want: 'extend', topic: 'retro', minutes: 30 } },
      { text: 'could the retro be lengthened by half an hour?', means: { want: 'extend', topic: 'retro', minutes: 30 } },
    ],
  },
  {
    role: 'cancel.no-need',
    words: ['can skip', 'can drop', 'can cancel'],
    examples: [
      { text: 'we can skip the sync today', means: { want: 'cancel', topic: 'sync' } },
      { text: 'we can drop the sync today', means: { want: 'cancel', topic: 'sync' } },
      { text: 'we can cancel the sync today', means: { want: 'cancel', topic: 'sync' } },
    ],
  },
  { role: 'ask.when', words: ['how long'], examples: [{ text: 'how long is the retro?', means: { want: 'show', topic: 'retro' } }] },
  {
    role: 'invitation.get',
    words: ['resend', 'resend me', 'i lost', "i can't find", "where's", 'where is'],
    examples: [
      { text: 'resend me the invite link', means: { want: 'invitation', act: 'do', by: 'context' } },
      { text: 'can you resend the invite for the town hall?', means: { want: 'invitation', topic: 'town hall' } },
      { text: 'I lost the link to the design review', means: { want: 'invitation', topic: 'design review' } },
      { text: "I can't find the link for the design review", means: { want: 'invitation', topic: 'design review' } },
    ],
  },
  {
    role: 'invitation.noun',
    words: ['card', 'meeting card'],
    includes: ['invitation.opens'],
    examples: [
      { text: 'copy the meeting card for 112 000 358', means: { want: 'invitation', act: 'do', by: 'meeting_no', number: '112000358' } },
      { text: 'resend the card for the sync', means: { want: 'invitation', topic: 'sync' } },
    ],
  },
  {
    role: 'invitation.of',
    words: ['to'],
    examples: [{ text: 'I lost the link to the design review', means: { want: 'invitation', topic: 'design review' } }],
  },
  {
    role: 'list.ask',
    words: ['what does my', 'how does my', 'what does our'],
    examples: [
      { text: 'what does my Thursday look like', means: { want: 'list' } },
      { text: 'how does my Thursday look', means: { want: 'list' } },
      { text: 'what does our Thursday look like', means: { want: 'list' } },
    ],
  },
  { role: 'list.on', words: ['look', 'look like'], examples: [{ text: 'how does my Thursday look', means: { want: 'list' } }] },
  {
    role: 'share.post',
    words: ['post', 'put', 'send'],
    examples: [
      { text: 'post the demo in the sales channel', means: { want: 'share', topic: 'demo' } },
      { text: 'put the demo in the sales channel', means: { want: 'share', topic: 'demo' } },
      { text: 'send the demo to the sales channel', means: { want: 'share', topic: 'demo' } },
    ],
  },
  {
    role: 'ask.meeting',
    words: ['kickoff', 'workshop', 'training', 'planning', 'town hall', 'onboarding'],
    examples: [
      { text: 'what time does the kickoff start', means: { want: 'show', topic: 'kickoff' } },
      { text: 'when is the workshop', means: { want: 'show', topic: 'workshop' } },
      { text: 'when does the training start', means: { want: 'show', topic: 'training' } },
      { text: 'when is the planning', means: { want: 'show', topic: 'planning' } },
      { text: 'when is the town hall', means: { want: 'show', topic: 'town hall' } },
      { text: 'when is the onboarding', means: { want: 'show', topic: 'onboarding' } },
    ],
  },
  {
    role: 'who.is-any',
    words: ['anyone', 'anybody'],
    examples: [
      { text: 'anyone in the meeting yet?', means: { want: 'who', by: 'context' } },
      { text: 'anybody in the retro?', means: { want: 'who', topic: 'retro' } },
    ],
  },
  {
    role: 'extend.strong',
    words: ['stretch'],
    examples: [{ text: 'stretch the workshop by an hour', means: { want: 'extend', topic: 'workshop', minutes: 60 } }],
  },
  {
    role: 'list.ask',
    words: ['what am i doing', 'what are we doing'],
    examples: [
      { text: 'what am I doing tomorrow afternoon', means: { want: 'list', span: 'tomorrow' } },
      { text: 'what are we doing tomorrow afternoon', means: { want: 'list', span: 'tomorrow' } },
    ],
  },
  {
    role: 'mood.meeting',
    words: ['incident bridge', 'conference bridge', 'bridge call'],
    examples: [
      { text: 'open an incident bridge at 4pm', means: { want: 'book', topic: 'incident bridge' } },
      { text: 'open a conference bridge at 4pm', means: { want: 'book' } },
    ],
  },
];
