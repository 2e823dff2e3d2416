/** What people and groups want from now on: by default, the time zone, the language, and how one joins. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

const set = (patch: Readonly<Record<string, unknown>>, scope: 'person' | 'chat' = 'person') => ({ want: 'settings', scope, patch });
const tokyo = { zone: 'Asia/Tokyo' };

export const settings: readonly Lexeme[] = [
  {
    role: 'settings.noun',
    words: ['settings', 'setting', 'preferences', 'preference', 'prefs', 'config', 'options', 'defaults'],
    examples: [
      { text: 'open the settings please', means: set({}) },
      { text: 'change my setting', means: set({}) },
      { text: 'show me my preferences', means: set({}) },
      { text: 'edit preference', means: set({}) },
      { text: 'prefs', means: set({}) },
      { text: 'view config', means: set({}) },
      { text: 'meeting options', means: set({}) },
      { text: 'what are my defaults', means: set({}) },
    ],
  },
  {
    role: 'settings.view',
    words: ['show', 'open', 'view', 'edit', 'change', 'see', 'check', 'me'],
    examples: [
      { text: 'show settings', means: set({}) },
      { text: 'show me our group settings', means: set({}, 'chat') },
      { text: 'open my preferences', means: set({}) },
      { text: 'view the meeting settings', means: set({}) },
      { text: 'edit my defaults', means: set({}) },
      { text: 'change settings', means: set({}) },
      { text: 'see my options', means: set({}) },
      { text: 'check the config', means: set({}) },
    ],
  },
  {
    role: 'settings.whose',
    words: ['my', 'our', 'the', 'all', 'this'],
    examples: [
      { text: 'my settings', means: set({}) },
      { text: 'our preferences', means: set({}) },
      { text: "set the group's timezone to Tokyo", means: set(tokyo, 'chat') },
      { text: 'record for all meetings', means: set({ record: true }) },
    ],
  },
  {
    role: 'settings.chat',
    words: ['group', 'chat'],
    examples: [
      { text: 'group default 45 min', means: set({ minutes: 45 }, 'chat') },
      { text: 'for this chat default no password', means: set({ password: 'none' }, 'chat') },
      { text: "set the group's language to English", means: set({ lang: 'en_us' }, 'chat') },
      { text: "the chat's timezone is Tokyo", means: set(tokyo, 'chat') },
      { text: "the group's timezone is Mars", means: { ...set({}, 'chat'), unknown: 'zone' } },
    ],
  },
  {
    role: 'settings.default',
    words: ['default', 'by default', 'always', 'from now on', 'every time'],
    examples: [
      { text: 'default 30 minutes', means: set({ minutes: 30 }) },
      { text: 'default to 50 min', means: set({ minutes: 50 }) },
      { text: 'record by default please', means: set({ record: true }) },
      { text: 'always use a random password', means: set({ password: 'random' }) },
      { text: 'no password from now on', means: set({ password: 'none' }) },
      { text: 'record every time', means: set({ record: true }) },
    ],
  },
  {
    role: 'settings.meetings',
    words: ['meetings', 'calls'],
    examples: [{ text: 'all calls 45 minutes', means: set({ minutes: 45 }) }],
  },
  {
    role: 'settings.meeting',
    words: ['meeting', 'meetings'],
    examples: [
      { text: 'show the meeting preferences', means: set({}) },
      { text: 'my meetings settings', means: set({}) },
    ],
  },
  {
    role: 'settings.ask',
    words: ['what are', "what's", 'what is', 'whats'],
    examples: [
      { text: 'what are our meeting settings', means: set({}) },
      { text: "what's my config", means: set({}) },
      { text: 'what is my default setting', means: set({}) },
      { text: 'whats our config', means: set({}) },
    ],
  },
  {
    role: 'settings.wh',
    words: ['what', 'whose', 'where', 'when'],
    examples: [
      { text: 'in what timezone is Nigeria', means: { want: 'help', act: 'none' } },
      { text: 'whose default password is it', means: { want: 'help', act: 'none' } },
      { text: 'where is the default 30 minutes from', means: { want: 'help', act: 'none' } },
      { text: 'when do we always record', means: { want: 'help', act: 'none' } },
    ],
  },
  {
    role: 'settings.of',
    words: ['for', 'of', 'in'],
    examples: [
      { text: 'settings for this group', means: set({}, 'chat') },
      { text: 'preferences of this chat', means: set({}, 'chat') },
      { text: 'the defaults in this group', means: set({}, 'chat') },
    ],
  },
  {
    role: 'settings.zone',
    words: ['time zone', 'timezone', 'tz'],
    examples: [
      { text: 'my time zone is Tokyo', means: set(tokyo) },
      { text: 'timezone: Asia/Tokyo', means: set(tokyo) },
      { text: 'tz Tokyo', means: set(tokyo) },
    ],
  },
  {
    role: 'settings.here',
    words: ['use', 'switch to', "i'm in", "i'm on", 'im in', 'i am in', 'i am on', "i'm based in", 'i am based in'],
    examples: [
      { text: 'use Tokyo time', means: set(tokyo) },
      { text: 'switch to Tokyo time please', means: set(tokyo) },
      { text: "I'm in Tokyo", means: set(tokyo) },
      { text: "I'm on Tokyo time", means: set(tokyo) },
      { text: 'im in tokyo', means: set(tokyo) },
      { text: 'I am in Tokyo', means: set(tokyo) },
      { text: 'i am on tokyo time', means: set(tokyo) },
      { text: "I'm based in Tokyo", means: set(tokyo) },
      { text: 'I am based in Tokyo', means: set(tokyo) },
    ],
  },
  {
    role: 'settings.lang',
    words: ['language', 'lang'],
    examples: [
      { text: 'my language is English', means: set({ lang: 'en_us' }) },
      { text: 'lang en', means: set({ lang: 'en_us' }) },
    ],
  },
  {
    role: 'settings.tongue',
    words: { chinese: 'zh_cn', mandarin: 'zh_cn', english: 'en_us' },
    examples: [
      { text: 'switch to Chinese', means: set({ lang: 'zh_cn' }) },
      { text: 'speak Mandarin', means: set({ lang: 'zh_cn' }) },
      { text: 'English please', means: set({ lang: 'en_us' }) },
    ],
  },
  {
    role: 'settings.tongue-code',
    words: { zh: 'zh_cn', zh_cn: 'zh_cn', 'zh-cn': 'zh_cn', en: 'en_us', en_us: 'en_us', 'en-us': 'en_us' },
    examples: [
      { text: 'lang zh', means: set({ lang: 'zh_cn' }) },
      { text: 'language: zh_cn', means: set({ lang: 'zh_cn' }) },
      { text: 'set language to zh-CN', means: set({ lang: 'zh_cn' }) },
      { text: 'language = en', means: set({ lang: 'en_us' }) },
      { text: 'lang en_us', means: set({ lang: 'en_us' }) },
      { text: 'language en-US', means: set({ lang: 'en_us' }) },
    ],
  },
  {
    role: 'settings.speak',
    words: ['speak', 'talk'],
    forms: [
      {
        rows: [
          ['reply', 'answer', 'talk', 'talk to me', 'reply to me', 'answer me', 'speak to me'],
          [' in', ' with'],
        ],
      },
    ],
    examples: [
      { text: 'speak English please', means: set({ lang: 'en_us' }) },
      { text: 'talk English', means: set({ lang: 'en_us' }) },
      { text: 'use English please', means: set({ lang: 'en_us' }) },
      { text: 'reply in Chinese', means: set({ lang: 'zh_cn' }) },
      { text: 'answer in English', means: set({ lang: 'en_us' }) },
      { text: 'answer me in English', means: set({ lang: 'en_us' }) },
      { text: 'talk to me in Chinese', means: set({ lang: 'zh_cn' }) },
      { text: 'reply to me in English', means: set({ lang: 'en_us' }) },
      { text: 'speak to me in English', means: set({ lang: 'en_us' }) },
      { text: 'talk in English', means: set({ lang: 'en_us' }) },
      { text: 'change to English', means: set({ lang: 'en_us' }) },
      { text: 'reply with English', means: set({ lang: 'en_us' }) },
    ],
  },
  {
    role: 'settings.tail',
    words: ['mode'],
    examples: [{ text: 'switch to English mode', means: set({ lang: 'en_us' }) }],
  },
  {
    role: 'settings.and',
    words: ['and'],
    examples: [{ text: 'set my timezone to Tokyo and default to 45 minutes', means: set({ zone: 'Asia/Tokyo', minutes: 45 }) }],
  },
  {
    role: 'settings.length',
    words: ['length', 'duration'],
    examples: [
      { text: 'default length 45', means: set({ minutes: 45 }) },
      { text: 'default duration: 50', means: set({ minutes: 50 }) },
    ],
  },
  {
    role: 'settings.own',
    words: ['owner', 'mine', 'my own', 'lark', 'as in feishu'],
    examples: [
      { text: 'default password: owner', means: set({ password: 'owner' }) },
      { text: 'default password is mine', means: set({ password: 'owner' }) },
      { text: 'default password is my own', means: set({ password: 'owner' }) },
      { text: 'default passcode as in Feishu', means: set({ password: 'owner' }) },
      { text: 'always password: lark', means: set({ password: 'owner' }) },
    ],
  },
  {
    role: 'join.enter',
    words: ['join', 'enter', 'entry', 'preview'],
    examples: [
      { text: 'join with camera off', means: set({ join: { camera: false } }) },
      { text: 'enter with the mic on', means: set({ join: { mic: true } }) },
      { text: 'mic off on entry', means: set({ join: { mic: false } }) },
      { text: 'skip the preview', means: set({ join: { preview: false } }) },
    ],
  },
  {
    role: 'join.device',
    words: {
      mic: 'mic',
      microphone: 'mic',
      camera: 'camera',
      cam: 'camera',
      video: 'camera',
      speaker: 'speaker',
      sound: 'speaker',
      preview: 'preview',
      'device preview': 'preview',
      'device check': 'preview',
    },
    examples: [
      { text: 'default mic off', means: set({ join: { mic: false } }) },
      { text: 'join with the microphone off', means: set({ join: { mic: false } }) },
      { text: 'default camera on', means: set({ join: { camera: true } }) },
      { text: 'join with my cam off', means: set({ join: { camera: false } }) },
      { text: 'join with video on', means: set({ join: { camera: true } }) },
      { text: 'join with speaker off', means: set({ join: { speaker: false } }) },
      { text: 'always join without sound', means: set({ join: { speaker: false } }) },
      { text: 'turn off the preview', means: set({ join: { preview: false } }) },
      { text: 'skip the device preview by default', means: set({ join: { preview: false } }) },
      { text: 'skip the device check by default', means: set({ join: { preview: false } }) },
    ],
  },
  {
    role: 'join.switch',
    words: {
      without: false,
      no: false,
      off: false,
      disable: false,

      skip: false,
      on: true,
      enable: true,
    },
    examples: [
      { text: 'join without camera', means: set({ join: { camera: false } }) },
      { text: 'join with no mic', means: set({ join: { mic: false } }) },
      { text: 'join with sound off', means: set({ join: { speaker: false } }) },
      { text: 'disable the camera by default', means: set({ join: { camera: false } }) },
      { text: 'turn off my camera by default', means: set({ join: { camera: false } }) },
      { text: 'skip the device preview', means: set({ join: { preview: false } }) },
      { text: 'join with mic on', means: set({ join: { mic: true } }) },
      { text: 'enable my mic by default', means: set({ join: { mic: true } }) },
      { text: 'turn on my camera by default', means: set({ join: { camera: true } }) },
    ],
  },
  { role: 'join.with', words: { with: true }, examples: [{ text: 'always join with camera', means: set({ join: { camera: true } }) }] },
  {
    role: 'join.muted',
    words: { muted: false, mute: false, unmuted: true, 'un-muted': true },
    examples: [
      { text: 'join muted by default', means: set({ join: { mic: false } }) },
      { text: 'always join on mute', means: set({ join: { mic: false } }) },
      { text: 'join unmuted', means: set({ join: { mic: true } }) },
      { text: 'join un-muted', means: set({ join: { mic: true } }) },
    ],
  },
  {
    role: 'join.check-first',
    words: ['check devices first', 'check my devices first', 'check the devices first', 'preview first'],
    examples: [
      { text: 'check devices first by default', means: set({ join: { preview: true } }) },
      { text: 'always check my devices first', means: set({ join: { preview: true } }) },
      { text: 'always check the devices first', means: set({ join: { preview: true } }) },
      { text: 'always preview first', means: set({ join: { preview: true } }) },
    ],
  },
];
