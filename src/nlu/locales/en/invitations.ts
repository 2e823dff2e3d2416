/** Lines of other systems' invitations that tell how to join there. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const invitations: readonly Lexeme[] = [
  {
    role: 'invitation.head',
    words: [
      'join zoom meeting',
      'microsoft teams meeting',
      'google meet joining info',
      'join with google meet',
      'join on your computer',
      'one tap mobile',
    ],
    examples: [
      {
        text: 'Weekly sync\nWed Nov 25 4pm\nJoin Zoom Meeting\nPasscode: 123456',
        means: { want: 'book', topic: 'Weekly sync', start: '11-25 16:00', password: null },
      },
      {
        text: 'Weekly sync\nWed Nov 25 4pm\nMicrosoft Teams meeting\nPasscode: aB3dEf',
        means: { want: 'book', topic: 'Weekly sync', start: '11-25 16:00', password: null },
      },
      {
        text: 'Standup\nWed Nov 25 10am\nGoogle Meet joining info\nVideo call link: meet.google.com/abc-defg-hij',
        means: { want: 'book', topic: 'Standup' },
      },
      {
        text: 'Standup\nWed Nov 25 10am\nJoin with Google Meet\nOr dial: (US) +1 402-555-0137 PIN: 123 456 789#',
        means: { want: 'book', topic: 'Standup' },
      },
      {
        text: 'Retro\nWed Nov 25 2pm\nJoin on your computer, mobile app or room device\nMeeting ID: 234 567 890 12',
        means: { want: 'book', topic: 'Retro' },
      },
      {
        text: 'Retro\nWed Nov 25 2pm\nOne tap mobile\n+16699006833,,12345678901#,,,,*123456# US (San Jose)',
        means: { want: 'book', topic: 'Retro' },
      },
    ],
  },
  {
    // what makes a quoted time the asker's own wish
    role: 'quote.agree',
    words: ['book', 'schedule', 'set it up', 'set that up', 'arrange'],
    examples: [
      { text: '> Could we meet Thursday at 3pm?\nYes, book that', means: { want: 'book', start: '11-26 15:00' } },
      { text: '> Could we meet Thursday at 3pm?\nplease schedule it', means: { start: '11-26 15:00' } },
      { text: '> Could we meet Thursday at 3pm?\nsure, set it up', means: { start: '11-26 15:00' } },
      { text: '> Could we meet Thursday at 3pm?\nok, set that up', means: { start: '11-26 15:00' } },
      { text: '> Could we meet Thursday at 3pm?\nplease arrange', means: { start: '11-26 15:00' } },
    ],
  },
  {
    role: 'invitation.line',
    words: [
      'meeting id',
      'passcode',
      'video call link',
      'or dial',
      'or call in',
      'phone conference id',
      'time zone',
      'more phone numbers',
      'find your local number',
      'dial by your location',
      'click here to join',
      'meeting options',
      'learn more',
      'need help',
      'download teams',
      'join on the web',
    ],
    examples: [
      {
        text: 'Retro\nWed Nov 25 2pm\nMicrosoft Teams meeting\nOr call in (audio only)\n+1 323-555-0166,,98765432#',
        means: { want: 'book', topic: 'Retro' },
      },
      { text: 'Retro\nWed Nov 25 2pm\nMicrosoft Teams meeting\nPhone Conference ID: 987 654 32#', means: { want: 'book', topic: 'Retro' } },
      {
        text: 'harvest call tomorrow 3pm\nJoin Zoom Meeting\nhttps://zoom.us/j/1\nMeeting ID: 123 4567 8901\nTime zone: Beijing\nFind your local number: https://zoom.us/u/x',
        means: { topic: 'harvest call', start: '11-21 15:00' },
      },
      {
        text: 'harvest call tomorrow 3pm\nJoin Zoom Meeting\nDial by your location\n+1 669 900 6833 US',
        means: { want: 'book', topic: 'harvest call', start: '11-21 15:00' },
      },
      {
        text: 'harvest call tomorrow 3pm\nMicrosoft Teams meeting\nClick here to join the meeting\nLearn more | Meeting options',
        means: { topic: 'harvest call', start: '11-21 15:00' },
      },
      {
        text: 'harvest call tomorrow 3pm\nJoin on your computer or mobile app\nDownload Teams | Join on the web\nNeed help? Meeting options',
        means: { topic: 'harvest call', start: '11-21 15:00' },
      },
      {
        text: 'harvest call tomorrow 3pm\nGoogle Meet joining info\nMore phone numbers: https://tel.meet/abc\nTime zone: Asia/Shanghai',
        means: { topic: 'harvest call', start: '11-21 15:00' },
      },
    ],
  },
];
