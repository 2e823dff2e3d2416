/** People who ask for meetings and change them, and what became of it. */
import type { Message } from '../sandbox/world/world.ts';
import { say } from '../text/say.ts';
import type { Rig } from './rig.ts';

interface Asked {
  id: string;
  chat: string;
  as: string;
  topic: string;
  /** It makes the meeting longer by a quarter of an hour; else it books it. */
  longer: boolean;
}

export interface Outcome {
  messages: number;
  unanswered: number;
  answeredTwice: number;
  /** Told that nobody knows whether it was booked. */
  inDoubt: number;
  /** In doubt, and in truth booked. */
  inDoubtAndBooked: number;
  /** Answered for the asker alone: it was not done, and why. */
  refused: number;
  booked: number;
  bookedTwice: number;
  changes: number;
  changedTwice: number;
  /** Told to be done, and not so. */
  notChanged: number;
}

/** What a message got: under it for everybody to see, or for its asker alone. */
interface Answers {
  open: Message[];
  alone: Message[];
}

const LENGTH_MS = 60 * 60_000;
const LONGER_MS = 15 * 60_000;
/** Every fifth message changes a meeting that its chat booked before. */
const CHANGE_EVERY = 5;

export class Talk {
  readonly asked: Asked[] = [];
  /** Chat → what was booked there, and not changed yet. */
  private readonly booked = new Map<string, { topic: string; as: string }[]>();
  private said = 0;

  constructor(
    private readonly rig: Rig,
    private readonly changes: boolean,
  ) {}

  /** The next message: each time from another chat. */
  say(): void {
    const n = this.said++;
    const { groups, api, bot } = this.rig;
    const { id: chat, people } = groups[n % groups.length]!;
    const before = this.changes && n % CHANGE_EVERY === 0 ? this.booked.get(chat)?.shift() : undefined;
    const as = before?.as ?? people[Math.floor(n / groups.length) % people.length]!;
    const topic = before?.topic ?? `soak${n}`;
    const text = before ? `@${bot} ${topic} 延长15分钟` : `@${bot} 后天下午3点到4点 ${topic}`;
    api
      .post<{ message_id: string }>('messages', { as, chat_id: chat, text })
      .then(({ message_id }) => {
        this.asked.push({ id: message_id, chat, as, topic, longer: before !== undefined });
        if (!before) this.booked.set(chat, [...(this.booked.get(chat) ?? []), { topic, as }]);
      })
      .catch(() => {});
  }

  private answers(): Map<string, Answers> {
    const all = new Map<string, Answers>(this.asked.map(({ id }) => [id, { open: [], alone: [] }]));
    const sentAt = new Map<string, number>();
    const alone = new Map<string, Message[]>();
    for (const one of this.rig.messages()) {
      if (all.has(one.messageId)) sentAt.set(one.messageId, one.createdAt);
      if (one.sender.type !== 'app') continue;
      if (one.ephemeralTo === null) all.get(one.parentId ?? '')?.open.push(one);
      else if (!isInterim(one)) {
        const key = keyOf({ chat: one.chatId, as: one.ephemeralTo });
        alone.set(key, [...(alone.get(key) ?? []), one]);
      }
    }
    // Such a card stands under nothing. As a rule it names the topic; else it is for what its reader asked there, in order.
    for (const fits of [names, namesNone])
      for (const one of this.asked) {
        const answers = all.get(one.id)!;
        const waiting = alone.get(keyOf(one)) ?? [];
        const at = waiting.findIndex((card) => card.createdAt >= (sentAt.get(one.id) ?? 0) && fits(card, one.topic));
        if (isUnanswered(answers) && at >= 0) answers.alone.push(...waiting.splice(at, 1));
      }
    return all;
  }

  /** What nobody answered, for whoever looks into it. */
  unanswered(): { id: string; topic: string; longer: boolean }[] {
    const answers = this.answers();
    return this.asked.filter(({ id }) => isUnanswered(answers.get(id)!)).map(({ id, topic, longer }) => ({ id, topic, longer }));
  }

  outcome(): Outcome {
    const answers = this.answers();
    const of = ({ id }: Asked): Answers => answers.get(id)!;
    const ends = new Map<string, number[]>();
    for (const { topic, endTime, deleted } of this.rig.reserves()) if (!deleted) ends.set(topic, [...(ends.get(topic) ?? []), endTime]);
    const bookings = this.asked.filter(({ longer }) => !longer);
    const changes = this.asked.filter(({ longer }) => longer);
    const doubted = bookings.filter((one) => of(one).open.some(isInDoubt));
    /** So much longer than it was booked: all of them start at the same time of the day. */
    const by = ({ topic }: Asked): number => ((ends.get(topic)?.[0] ?? 0) % LENGTH_MS) / LONGER_MS;
    return {
      messages: this.asked.length,
      unanswered: this.asked.filter((one) => isUnanswered(of(one))).length,
      answeredTwice: this.asked.filter((one) => of(one).open.length > 1).length,
      inDoubt: doubted.length,
      inDoubtAndBooked: doubted.filter(({ topic }) => ends.has(topic)).length,
      refused: this.asked.filter((one) => of(one).alone.length > 0).length,
      booked: bookings.filter(({ topic }) => ends.has(topic)).length,
      bookedTwice: bookings.filter(({ topic }) => (ends.get(topic)?.length ?? 0) > 1).length,
      changes: changes.length,
      changedTwice: changes.filter((one) => by(one) > 1).length,
      notChanged: changes.filter((one) => of(one).open.length > 0 && ends.has(one.topic) && by(one) < 1).length,
    };
  }
}

const keyOf = ({ chat, as }: { chat: string; as: string }): string => `${chat} ${as}`;
const isUnanswered = ({ open, alone }: Answers): boolean => open.length + alone.length === 0;

const TOPIC = /soak\d+/g;
const topicsOf = ({ content }: Message): string[] => content.match(TOPIC) ?? [];
const names = (card: Message, topic: string): boolean => topicsOf(card).includes(topic);
const namesNone = (card: Message): boolean => topicsOf(card).length === 0;

/** The sentence of this notice in either language. */
const saying = (key: 'answer_lost' | 'still_trying') => {
  const texts = (['zh_cn', 'en_us'] as const).map((lang) => JSON.stringify(say({ key }, lang)).slice(1, -1));
  return ({ content }: Message): boolean => texts.some((text) => content.includes(text));
};
const isInDoubt = saying('answer_lost');
/** It says that an answer will follow. */
const isInterim = saying('still_trying');
