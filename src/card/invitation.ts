import type { Meeting } from '../domain/meeting.ts';
import type { Lang } from '../domain/settings.ts';
import type { View } from '../domain/view.ts';
import { plain, type SayKey, say, saying } from '../text/index.ts';
import { clip, forCode } from './escape.ts';
import { joinLink } from './link.ts';
import { titleOf } from './meeting.ts';
import { frame, grouped, label, markdown, panel } from './parts.ts';
import { plainSpan } from './times.ts';
import { each, type Node, type Words, words } from './words.ts';

const TOPIC = 200;

/** Topic, time with its zone, number, password, link: a text that can be pasted anywhere. */
export function invitationText(meeting: Meeting, lang: Lang): string {
  const line = <K extends SayKey>(...given: Parameters<typeof saying<K>>): string => say(saying(...given), lang, plain);
  const number = grouped(meeting.meetingNo);
  const link = /^https?:/.test(meeting.url) ? meeting.url : joinLink(meeting, meeting.joinPreset);
  const topic = clip(meeting.topic ?? '', TOPIC);
  return [
    line('invitation_lead'),
    topic && line('invitation_topic', { topic }),
    line('invitation_time', { time: plainSpan(meeting, lang) }),
    line('invitation_number', { number }),
    meeting.password && line('invitation_password', { password: meeting.password }),
    link && line('invitation_link', { link }),
    line('invitation_phone', { number: meeting.meetingNo.replace(/\D/g, '') }),
  ]
    .filter(Boolean)
    .join('\n');
}

const block = (text: Words): Node => markdown(each((lang) => `\`\`\`\n${forCode(text[lang])}\n\`\`\``));

const OTHER: Record<Lang, Lang> = { zh_cn: 'en_us', en_us: 'zh_cn' };

/** The text in a code block, which clients offer to copy; in the other language below, for guests who read that. */
export function invitationCard({ meeting }: Extract<View, { show: 'invitation' }>): Node {
  return frame({
    title: words('invitation_title'),
    subtitle: titleOf(meeting),
    template: 'blue',
    icon: 'copy_outlined',
    summary: words('invitation_title'),
    elements: [
      label(words('invitation_hint')),
      block(each((lang) => invitationText(meeting, lang))),
      panel(words('invitation_other'), [block(each((lang) => invitationText(meeting, OTHER[lang])))]),
    ],
  });
}
