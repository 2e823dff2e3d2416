import type { Meeting } from '../domain/meeting.ts';
import type { Say } from '../domain/say.ts';
import type { Lang } from '../domain/settings.ts';
import type { View } from '../domain/view.ts';
import { plain } from '../text/ink.ts';
import { each, LANGS } from '../text/languages.ts';
import { say } from '../text/say.ts';
import type { CardTree, Markdown, Words } from './elements.ts';
import { clip, forCode } from './escape.ts';
import { frame } from './frame.ts';
import { joinLink } from './link.ts';
import { grouped, label, markdown, panel } from './parts.ts';
import { plainSpan } from './times.ts';
import { calleeOf, titleOf } from './title.ts';
import { weave, words } from './words.ts';

const TOPIC = 200;

/** Time with its zone, number, password, link, a line each. */
export function invitationFacts(meeting: Meeting, lang: Lang): string[] {
  const line = (s: Say): string => say(s, lang, plain);
  const link = /^https?:/.test(meeting.url) ? meeting.url : joinLink(meeting, meeting.joinPreset);
  const time = line({ key: 'invitation_time', args: { time: plainSpan(meeting, lang) } });
  if (meeting.kind === 'call') return [time, link && line({ key: 'invitation_link_call', args: { link } })].filter(Boolean);
  const number = grouped(meeting.meetingNo);
  const password = meeting.password ?? '';
  return [
    time,
    number && line({ key: 'invitation_number', args: { number } }),
    password && line({ key: 'invitation_password', args: { password } }),
    link && line({ key: 'invitation_link', args: { link } }),
  ].filter(Boolean);
}

/** What it is and how to get in: a text that can be pasted anywhere. */
export function invitationText(meeting: Meeting, lang: Lang): string {
  const line = (s: Say): string => say(s, lang, plain);
  const call = meeting.kind === 'call';
  const topic = clip(meeting.topic ?? '', TOPIC);
  const about = call
    ? meeting.callee && line({ key: 'invitation_callee', args: { name: calleeOf(meeting.callee) } })
    : topic && line({ key: 'invitation_topic', args: { topic } });
  return [
    line({ key: call ? 'invitation_lead_call' : 'invitation_lead' }),
    ...(about ? [about] : []),
    ...invitationFacts(meeting, lang),
  ].join('\n');
}

const block = (text: Words): Markdown => markdown(each((lang) => `\`\`\`\n${forCode(text[lang])}\n\`\`\``));

const other = (lang: Lang): Lang => LANGS[(LANGS.indexOf(lang) + 1) % LANGS.length] ?? lang;

/** The text in a code block, which clients offer to copy; in the other language below, for guests who read that. */
export function invitationCard({ meeting }: Extract<View, { show: 'invitation' }>): CardTree {
  const title = words(meeting.kind === 'call' ? 'invitation_title_call' : 'invitation_title');
  return frame({
    title,
    subtitle: titleOf(meeting),
    template: 'blue',
    icon: 'copy_outlined',
    summary: weave`${title} · ${titleOf(meeting)}`,
    elements: [
      label(words('invitation_hint')),
      block(each((lang) => invitationText(meeting, lang))),
      panel(words('invitation_other'), [block(each((lang) => invitationText(meeting, other(lang))))]),
    ],
  });
}
