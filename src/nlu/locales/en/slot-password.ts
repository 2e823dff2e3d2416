/** Passwords. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const slotPassword: readonly Lexeme[] = [
  {
    role: 'password.noun',
    words: ['password', 'passcode', 'pass word', 'pass code', 'pwd', 'pw', 'pin', 'pin code', 'access code'],
    examples: [
      { text: 'sync tomorrow 3pm, password 1234', means: { topic: 'sync', password: '1234' } },
      { text: 'sync tomorrow 3pm, passcode 1234', means: { topic: 'sync', password: '1234' } },
      { text: 'sync tomorrow 3pm, pass word 1234', means: { topic: 'sync', password: '1234' } },
      { text: 'sync tomorrow 3pm, pass code 1234', means: { topic: 'sync', password: '1234' } },
      { text: 'sync tomorrow 3pm, pwd 1234', means: { topic: 'sync', password: '1234' } },
      { text: 'sync tomorrow 3pm, pw 1234', means: { topic: 'sync', password: '1234' } },
      { text: 'sync tomorrow 3pm, pin 1234', means: { topic: 'sync', password: '1234' } },
      { text: 'sync tomorrow 3pm, pin code 1234 for Bob', means: { password: '1234' } },
      { text: 'sync tomorrow 3pm, access code 1234 for Bob', means: { password: '1234' } },
    ],
  },
  {
    role: 'password.code',
    words: ['code'],
    examples: [{ text: 'sync tomorrow 3pm, code 4321', means: { topic: 'sync', password: '4321' } }],
  },

  {
    role: 'password.protected',
    words: ['protection'],
    examples: [{ text: 'sync tomorrow 3pm, no password protection', means: { topic: 'sync', password: 'none' } }],
  },
  {
    role: 'password.random',
    words: ['random', 'generated'],
    examples: [
      { text: 'sync tomorrow 3pm, random password', means: { topic: 'sync', anyPassword: true } },
      { text: 'sync tomorrow 3pm, generated password', means: { topic: 'sync', anyPassword: true } },
      { text: 'sync tomorrow 3pm, generate a password', means: { topic: 'sync', anyPassword: true } },
    ],
  },
  {
    role: 'password.about',
    words: [
      'protected',
      'protection',
      'reset',
      'policy',
      'manager',
      'required',
      'wrong',
      'incorrect',
      'invalid',
      'expired',
      'here',
      'unknown',
      'forgotten',
      'correct',
      'please',
      'review',
    ],
    examples: [
      { text: 'sync tomorrow 3pm, password: protected', means: { password: null } },
      { text: 'sync tomorrow 3pm, password is protection', means: { password: null } },
      { text: 'sync tomorrow 3pm, password is reset', means: { password: null } },
      { text: 'sync tomorrow 3pm, password: policy', means: { password: null } },
      { text: 'sync tomorrow 3pm, password: manager', means: { password: null } },
      { text: 'sync tomorrow 3pm, password is required', means: { password: null } },
      { text: 'sync tomorrow 3pm, password is wrong', means: { password: null } },
      { text: 'sync tomorrow 3pm, password is incorrect', means: { password: null } },
      { text: 'sync tomorrow 3pm, password is invalid', means: { password: null } },
      { text: 'sync tomorrow 3pm, password is expired', means: { password: null } },
      { text: 'sync tomorrow 3pm, password is here', means: { password: null } },
      { text: 'sync tomorrow 3pm, password is unknown', means: { password: null } },
      { text: 'sync tomorrow 3pm, password is forgotten', means: { password: null } },
      { text: 'sync tomorrow 3pm, password is correct', means: { password: null } },
      { text: 'sync tomorrow 3pm, password: please', means: { password: null } },
      { text: 'sync tomorrow 3pm, password: review', means: { password: null } },
    ],
  },
  {
    role: 'password.digit',
    words: { zero: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9' },
    examples: [
      { text: 'sync tomorrow 3pm, password zero one two three four', means: { password: '01234' } },
      { text: 'sync tomorrow 3pm, password five six seven eight nine', means: { password: '56789' } },
    ],
  },
  {
    role: 'password.new',
    words: ['generate', 'new', 'give it'],
    examples: [
      { text: 'generate a passcode', means: { want: 'change' } },
      { text: 'generate a new passcode', means: { want: 'change', anyPassword: true } },
      { text: 'give it a passcode', means: { want: 'change' } },
    ],
  },
];
