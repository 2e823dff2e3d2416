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
    words: ['we need', 'i need', 'it takes', "it'll take", 'it will take', 'need'],
    examples: [
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
      { text: 'can I undo that?', means: { want: 'undo' } },
      { text: 'could I undo that?', means: { want: 'undo' } },
      { text: 'can we undo that?', means: { want: 'undo' } },
      { text: 'could we undo that?', means: { want: 'undo' } },
    ],
  },
  { role: 'dialogue.agree', words: ['go for it'], examples: [{ text: 'go for it', means: { want: 'agree' } }] },
  {
    role: 'book.make',
    words: ['spin up', 'pencil in'],
    examples: [
      { text: 'spin up a war room at 4pm', means: { topic: 'war room' } },
      { text: 'pencil in a budget review Friday 10am', means: { topic: 'budget review' } },
    ],
  },
  {
    role: 'ask.us',
    words: ['possible to', 'you want to', 'we want to'],
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
      { text: 'can you resend the invite for the town hall?', means: { want: 'invitation', topic: 'town hall' } },
      { text: 'I lost the link to the design review', means: { want: 'invitation', topic: 'design review' } },
      { text: "I can't find the link for the design review", means: { want: 'invitation', topic: 'design review' } },
    ],
  },
  {
    role: 'invitation.noun',
    words: ['card', 'meeting card'],
    examples: [{ text: 'resend the card for the sync', means: { want: 'invitation', topic: 'sync' } }],
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
