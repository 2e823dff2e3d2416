import type { View } from '../domain/view.ts';
import { each } from '../text/languages.ts';
import { dayKey } from '../text/moment.ts';
import type { CardTree, Element } from './elements.ts';
import { frame } from './frame.ts';
import { joinLink } from './link.ts';
import { actButton, aside, code, grey, grouped, iconLine, linkButton, markdown, named, row } from './parts.ts';
import { atTags } from './person-tag.ts';
import { timeLine } from './times.ts';
import { titleOf } from './title.ts';
import { marked, same, weave, words } from './words.ts';

type Reminder = Extract<View, { show: 'reminder' }>;

/** A card that is full of names is read by nobody, and has its limit. */
const MOST_PINGED = 50;
const IN_SUMMARY = 40;

/** What starts when, who is meant, and the way in. */
export function reminderCard(view: Reminder): CardTree {
  const { meeting, word } = view;
  const link = joinLink(meeting, meeting.joinPreset);
  const says = heading(view);
  return frame({
    title: titleOf(meeting),
    template: word === 'start' ? 'green' : 'turquoise',
    icon: 'time_outlined',
    summary: each((lang) => words('summary_reminder', { topic: titleOf(meeting, IN_SUMMARY)[lang], says: says.plain[lang] })[lang]),
    elements: [
      iconLine('time_outlined', weave`**${says.marked}**`, { text_size: 'heading' }),
      ...mentions(view),
      aside(weave`${timeLine(meeting)} · ${named(grey(words('label_number')), code(grouped(meeting.meetingNo)))}`),
      row([
        ...(link ? [linkButton(words('join'), link, { type: 'primary_filled' })] : []),
        actButton(words('snooze'), { act: 'snooze', id: meeting.id }),
      ]),
    ],
  });
}

/** With its day where that is another one than when it is said. */
function heading({ meeting: { startAt, zone }, word, now }: Reminder) {
  const at = { at: startAt, zone };
  const key =
    word === 'start' && now >= startAt
      ? 'reminder_start'
      : dayKey(now, zone) === dayKey(startAt, zone)
        ? 'reminder_before'
        : 'reminder_before_on';
  return { plain: words(key, { at }), marked: marked(key, { at }) };
}

/** They are called, not only named. */
const mentions = ({ pinged }: Reminder): Element[] => (pinged.length > 0 ? [markdown(same(atTags(pinged.slice(0, MOST_PINGED))))] : []);
