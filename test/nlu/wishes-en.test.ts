import { describe, expect, it } from 'vitest';
import type { Mention } from '../../src/domain/event.ts';
import { understand } from '../../src/nlu/understand.ts';
import { tell } from './tell.ts';

/** A Wednesday. */
const ctx = { now: Date.parse('2026-12-02T10:15:00+08:00'), zone: 'Asia/Shanghai' };

function told(words: string): string {
  const mentions: Mention[] = [];
  const text = words.replace(/@(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)/gu, (_, name: string) => {
    const key = `@_user_${mentions.length + 1}`;
    mentions.push({ key, openId: `ou_${mentions.length + 1}`, name });
    return key;
  });
  const { act, intent, intents, ifNamed } = understand({ text, mentions, botOpenId: null }, ctx);
  return `${act === 'do' || ifNamed ? '' : `${act}: `}${(intents ?? [intent]).map(tell).join(' & ')}`;
}

/** As people in offices of several countries write to a colleague who runs their meetings. */
describe.each<[string, [message: string, told: string][]]>([
  [
    'two meetings, one verb',
    [
      ['cancel standup and retro', 'cancel “standup” & cancel “retro”'],
      ['cancel the 3pm and the 5pm', 'cancel this (dated) & cancel this (dated)'],
      ['drop the retro and the demo', 'cancel “retro” & cancel “demo”'],
      ['move both the demo and the retro to friday', 'move “demo” to a time & move “retro” to a time'],
      ['push standup and the retro by 15 min', 'move “standup” +15 & move “retro” +15'],
      ['cancel the sales and marketing sync', 'cancel “sales and marketing sync”'],
      ['cancel the standup and let everyone know', 'cancel “standup”'],
      ['cancel the demo and move the retro to 5pm', 'cancel “demo” & move “retro” to a time'],
    ],
  ],
  [
    'longer, shorter, until when',
    [
      ['another 15', 'extend this +15'],
      ['give us another 10', 'extend this +10'],
      ['add 15 to the demo', 'extend “demo” +15'],
      ['can the demo run for 20 more minutes', 'extend “demo” +20'],
      ['let it run for another half hour', 'extend this +30'],
      ['extend by 30 and start recording', 'extend this +30 · record'],
      ['shorten the retro to 30 minutes', 'move “retro” to a time'],
      ['cut it down to half an hour', 'move this to a time'],
      ['keep the call going till 5', 'move this to a time'],
      ['run the workshop until 5', 'move “workshop” to a time'],
      ['stay on until 4:30', 'move this to a time'],
      ['end the retro at 4 instead', 'move “retro” to a time'],
      ['extend retro till 5', 'move “retro” to a time'],
      ['keep up the good work until friday', 'none: help unknown'],
      ['go on until you see the bridge', 'none: help unknown'],
      ['run the numbers again', 'none: help unknown'],
      ['the shop is open until 6pm', 'none: help unknown'],
    ],
  ],
  [
    'another time, and no unit or no new one',
    [
      ['push retro by 15', 'move “retro” +15'],
      ['delay it 20', 'move this +20'],
      ['bring retro forward by 20', 'move “retro” -20'],
      ['push standup back 15', 'move “standup” +15'],
      ['move the sync from Wednesday', 'move “sync” (dated) somewhen'],
      ['push the demo from friday pls', 'move “demo” (dated) somewhen'],
      ['move the sync from Wednesday to Friday', 'move “sync” (dated) to a time'],
    ],
  ],
  [
    'marks left out',
    [
      ['we wont be needing the budget review on friday anymore', 'cancel “budget review” (dated)'],
      ['whats the meeting number of the retro', 'show “retro”'],
      ['who hasnt joined yet', 'who this'],
      ['dont need the demo', 'cancel “demo”'],
    ],
  ],
  [
    'a verb and a bare name',
    [
      ['skip standup tomorrow', 'cancel “standup” (dated)'],
      ['kill retro pls', 'cancel “retro”'],
      ['no more standups from now on', 'cancel “standups”'],
      ['skip lunch today', 'none: help unknown'],
    ],
  ],
  [
    'settings of one meeting',
    [
      ['take the password off', 'change this · no password'],
      ['turn the password off for the demo', 'change “demo” · no password'],
      ['hand the host role to @Li Na', 'change this · hosts Li Na'],
      ['give host rights of the demo to @Li Na', 'change “demo” · hosts Li Na'],
      ['lock the retro to this group', 'change “retro” · join chat'],
      ['open the all hands to everyone', 'change “all hands” · join anyone'],
      ["no password needed for tomorrow's training", 'change “training” (dated) · no password'],
      ['no recording for the interview pls', 'change “interview” · no record'],
      ['sync tomorrow 3pm, no password for the meeting', 'book “sync” · no password'],
      ['take the day off', 'none: help unknown'],
      ['hand the keys to @Li Na', 'none: help unknown'],
      ['keep your opinions to yourself', 'none: help unknown'],
    ],
  ],
  [
    'somebody more is to come',
    [
      ['invite @Ken to the demo', 'share “demo”'],
      ['can you also loop in @Ben', 'share this'],
      ['please add @Tom and @Raj to the board prep', 'share “board prep”'],
      ['book demo tomorrow 3pm and add @Ken', 'book “demo” · with Ken'],
      ['add @Ken as host of the demo', 'change “demo” · hosts Ken'],
      ['move the demo to friday 3pm and add @Ken', 'move “demo” to a time'],
    ],
  ],
  [
    'looking',
    [
      ['is my afternoon free', 'list mine today'],
      ["who didn't turn up to the demo", 'who “demo”'],
      ['i need the dial in details', 'invitation this'],
      ['is my laptop free', 'none: help unknown'],
    ],
  ],
  [
    'of a rhythm, and when',
    [
      ['biweekly sprint review on fridays at 2', 'book “biweekly sprint review”'],
      ['quick huddle in 10', 'book “quick huddle”'],
      ['start a call in 5', 'book'],
      ['call on 10.12., 13:30 to 14:15', 'book'],
      ['book a call tomorrow at 2 and another on friday at 10', 'book & book'],
      ['back from the call in 20', 'none: help unknown'],
      ['see you in 10', 'none: help unknown'],
      ['we have 12 people in 10', 'none: help unknown'],
    ],
  ],
  [
    'another time, in other words',
    [
      ['new time for the retro: thursday 16:00', 'move “retro” to a time'],
      ['retro → friday 11am', 'move “retro” to a time'],
      ["make friday's sync 45 min", 'move “sync” (dated) to a time'],
      ['end at 5 instead of 6', 'move this to a time'],
      ['actually keep 3', 'move this to a time'],
      ['keep 3 of them', 'none: help unknown'],
      ['retro -> action items -> owners', 'none: help unknown'],
      ['the meeting should be fun not boring', 'none: help unknown'],
    ],
  ],
  [
    'a setting first, and then whose',
    [
      ['auto record the all hands', 'change “all hands” · record'],
      ['only invited people should be able to join the board call', 'change “board call” · join nobody'],
      ['put a password on the board call', 'change “board call” · some password'],
      ['open the sync to the whole company', 'change “sync” · join company'],
      ['rename it to Audit and set password 3344', 'change this · “Audit” · password 3344'],
      ['swap the host to @Mei', 'change this · hosts Mei'],
      ['can the ops review be every two weeks instead', 'change “ops review”'],
      ['no password for the wifi', 'none: help unknown'],
      ['can dinner be every friday', 'none: help unknown'],
    ],
  ],
  [
    'a reason first',
    [
      ['Boss is on MC today, cancel the 2pm review', 'cancel “review” (dated)'],
      ['Respected sir, kindly fix a meeting at 4:30 pm on Monday regarding vendor payment', 'book “vendor payment”'],
      ['my laptop died in the review', 'none: help unknown'],
    ],
  ],
  [
    'what was done, and what there is',
    [
      ['undo last change', 'undo'],
      ['revert my last action', 'undo'],
      ['how does tomorrow look', 'list mine tomorrow'],
      ["how's friday looking", 'list mine this_week'],
      ['how does the new logo look', 'none: help unknown'],
      ['send the meeting link again', 'invitation this'],
      ['what are you able to do', 'help asked'],
      ['undo the top button', 'none: help unknown'],
    ],
  ],
  [
    'a setting of the meeting of an hour or a day',
    [
      ['record the 3pm', 'change this (dated) · record'],
      ['turn recording off for the 10am', 'change this (dated) · no record'],
      ["record tomorrow's 9:30", 'change this (dated) · record'],
      ['add @Bob as host of the 3pm', 'change this (dated) · hosts Bob'],
      ["make @Bob a co-host on tomorrow's all hands", 'change “all hands” (dated) · hosts Bob'],
      ['give Priya host rights on the launch review', 'change “launch review” · hosts Priya'],
      ['let external people join the 3pm', 'change this (dated) · join anyone'],
      ['lock the 2pm down to company folks only', 'change this (dated) · join company'],
      ['change the name of my 2pm to Ops handover', 'change this (dated) · “Ops handover”'],
      ['set a passcode for the interview at 4', 'change “interview” (dated) · some password'],
      ['book the interview at 4, record it', 'book “interview” · record'],
      ['has anyone joined the 10am yet', 'who this (dated)'],
      ["kill tomorrow's 9:30", 'cancel this (dated)'],
    ],
  ],
  [
    'a verb that nobody taught, on a meeting that is there',
    [
      ['put back the design review to half three', 'move “design review” to a time'],
      ['re-time the finance review to 4.30pm', 'move “finance review” to a time'],
      ['yank the 3pm to 4pm', 'move this (dated) to a time'],
      ["plonk Friday's sync down to 4pm", 'move “sync” (dated) to a time'],
      ['put off the audit call to next Tuesday at 10', 'move “audit call” to a time'],
      ['can we do the planning session at 3 rather than 2', 'move “planning session” to a time'],
      ['add the retro to Friday 3pm', 'book “retro”'],
      ['hold the elevator until 5', 'none: help unknown'],
      ['bring the demo laptop to the 4pm', 'none: help unknown'],
      ['attend the standup till 10', 'none: help unknown'],
    ],
  ],
  [
    'two changes, and a reason before one',
    [
      ['rename it Launch and set password 9090', 'change this · “Launch” · password 9090'],
      ['move the sync to 4 and call it Growth sync', 'move “sync” to a time · “Growth sync”'],
      ["My flight's delayed so please push the 2pm to 4", 'move this (dated) to a time'],
      ["we're running over, give us another 10 minutes", 'extend this +10'],
      ['what are my settings', 'settings person {}'],
    ],
  ],
  [
    'short and foreign ways to move',
    [
      ['move retro fri 10am', 'move “retro” to a time'],
      ['push the demo friday 3pm', 'move “demo” to a time'],
      ['change review fri 10am', 'book “change review”'],
      ['the weekly meeting please change to Thursday 3pm', 'move “weekly meeting” to a time'],
      ['my 3pm → 3:30', 'move this (dated) to a time'],
      ['hmm 4 is too late, make the vendor call 3 instead', 'move “vendor call” to a time'],
      ['the demo laptop can go to the 3pm', 'none: help unknown'],
    ],
  ],
  [
    'settings of a meeting that is there',
    [
      ['I want @Lee to host the budget review', 'change “budget review” · hosts Lee'],
      ['new password for the interview: 774411', 'change “interview” · password 774411'],
      ["the standup's password please change to 667788", 'change “standup” · password 667788'],
      ['add a password to the board call and make it company only', 'change “board call” · some password · join company'],
      ['restrict the pay review to this group', 'change “pay review” · join chat'],
    ],
  ],
  [
    'times as offices write them',
    [
      ["let's do Thursday 9 to 10.30 for the offsite planning", 'book “offsite planning”'],
      ['could you set something up with Anna tomorrow at 3', 'book'],
      ['roadmap review thurs 2p 45min no recording', 'book “roadmap review” · no record'],
      ['qbr 12/9 1p-2:30p', 'book “qbr”'],
      ["cancel this afternoon's workshop", 'cancel “workshop” (dated)'],
      ["skip next week's product review", 'cancel “product review” (dated)'],
      ['undo that please, wrong meeting', 'undo'],
      ['another day, another 8am', 'none: help unknown'],
    ],
  ],
  [
    'asked of a meeting that is there',
    [
      ['can the standup be recorded please', 'change “standup” · record'],
      ["Please could we have a password on Friday's supplier review", 'change “supplier review” (dated) · some password'],
      ["let's have the steering committee an hour later", 'move “steering committee” +60'],
      ['can the pricing call go to 3:45', 'move “pricing call” to a time'],
      ['can the budget walkthrough start at 4 instead', 'move “budget walkthrough” to a time'],
      ['make @Bob a co-host of the onboarding call', 'change “onboarding call” · hosts Bob'],
      ['start a recorded meeting', 'book · record'],
      ['give the town hall another quarter of an hour', 'extend “town hall” +15'],
      ['no need for the 5pm anymore', 'cancel this (dated)'],
      ['no need for the 5pm reminder', 'none: help unknown'],
      ['make the 4pm private', 'none: help unknown'],
      ['leave the meeting at 5', 'none: help unknown'],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%s', (message, expected) => {
    expect(told(message)).toBe(expected);
  });
});
