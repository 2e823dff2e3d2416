/** What stands beside times in English and tells which one is meant. */
import type { Company } from '../../time/company.ts';
import type { Cues } from '../../time/locale.ts';

const WEEKDAY = '(?:mon|tue|wed|thu|fri|sat|sun)';

export const cues: Cues = {
  loose: '[a-z0-9]',
  alone: '\\s*(?:\\d{1,2} ?[ap]m|at\\b)',
  spent: '(?:took|spent|waited|worked|slept|wasted|been|last|past|previous|late by|every|each) ',
  notDate: ' ?(?:v\\d|%|kg|g\\b|k\\b|m\\b|gb|mb|x\\b|release|version|kpi)',
  notDateUnit: 'h\\b|hr|hour|am|pm',
  dateLed: '\\b(?:on|for|by|book|meet|meeting|call|schedule|sync|until|till|starting) ',
  dashDate: null,
  clockEnd: null,
  ratio: '(?:score|ratio)[ :]{0,5}',
  ratioNext: null,
  halfLed: 'at|to|from|till?|day|today|tomorrow|tmrw?',
  threeLed: '\\bat',
  threeNext: '(?:on|tomorrow|today|tonight|next|this)\\b',
  hourWord: null,
  halfWord: null,
  halfTail: null,
  clockTail: "(?:\\d|[ap]\\.?m\\.?|noon|midnight|o'?clock) ?[（(]?",
  timeWord: 'time',
  dayMark: null,
  dayMarkNot: null,
};

export const company: Company = {
  counted:
    'k\\b|people|persons?|guests?|attendees|rooms?|items?|floors?|percent|options?|users?|points?|questions?|topics?|things?|teams?|of (?:us|them)|days?|weeks?|months?|years?|pages?|tickets?|million|dollars|usd|rmb|candidates?|customers?|members?|stars?|st\\b|street|ave|least|most',
  tonight: 'ton(?:ight|ite)|tomorrow|tmrw?|today',
  closed: `(?:tomorrow|tmrw?|today|tonight|on|this|next|please|pls|${WEEKDAY}[a-z]*)\\b`,
  movingTo:
    '\\b(?:(?:move|push|reschedule|shift|postpone|delay|bring|bump)\\b(?![^,.;!?]*(?:password|pwd|code|host|owner|topic|name))[^,.;!?]{0,24}|(?:change|switch) (?:it|that|(?:the )?(?:meeting|call|sync|time|start|start time)) )to |\\b(?:change|switch) to |\\bmake (?:it|that) ',
  freeLead: '\\b(?:meet|call|chat|sync|talk|book|schedule|do|say|maybe|free|around|about|by)',
  partLead: 'in the|at|on the',
  hoursMark: 'h|hrs|hours',
  targetNext: 'tomorrow|today|tonight|on\\b|instead|please|pls',
  hourNot: '[A-Z][a-z]+ (?:St|Street|Road|Ave)',
  hourEnds: null,
  timeLabel: '\\btime|\\bwhen',
  zoneSuffix: '\\s+(?:local |standard )?time(?:zone)?',
  sharp: 'sharp\\b',
  of: null,
  neighbour: null,
  nextTo: '(?:the |\\b)day (?:(?<before>before)|after) ',
  followed: null,
  follows: ' after ',
  weekOf: '(?:^|\\b(?:for|in|during)? ?)(?:the )?week (?:of|starting|beginning|commencing) (?:the )?',
  owned: "'s\\b",
  before: null,
  after: null,
  trailing: 'sharp|ish|or so|local',
  rangeMark: null,
  or: '\\bor|\\band|&',
  either: '\\beither',
  both: ' (?:both |either )?works?\\b',
  owner: "'s ",
  ownerLead: '(?:is |now )?(?:at|from|@)',
  meetingEnd: null,
  apart: 'at$|from$',
  aside: '(?:to )?(?:discuss|prep|talk|review|meet)\\b',
  leads: 'at\\b|from\\b|@|start|begin|kick',
  out: null,
  moved: '\\bto',
  meetingNext: null,
};
