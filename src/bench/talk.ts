/** People who ask for meetings and change them, and what became of it. */
import type { Rig } from './rig.ts';

interface Asked {
  id: string;
  chat: string;
  as: string;
  topic: string;
  /** It makes the meeting longer by a quarter of an hour; else it books it. */
  longer: boolean;
}

interface Message {
  sender: { type: string };
  parent_id?: string;
  /** Only the reader sees it: it hangs under no message. */
  ephemeral: boolean;
  card?: object;
}

export interface Outcome {
  messages: number;
  unanswered: number;
  answeredTwice: number;
  booked: number;
  bookedTwice: number;
  changes: number;
  changedTwice: number;
  notChanged: number;
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

  /** @returns how many answers each message has so far */
  async answers(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    const chats = new Map(this.asked.map((one) => [one.chat, one.as]));
    for (const [chat, as] of chats)
      for (const { parent_id } of await this.heard(chat, as)) if (parent_id) counts.set(parent_id, (counts.get(parent_id) ?? 0) + 1);
    await this.addWhispers(counts);
    return counts;
  }

  /** What the bot said there, as that person sees it. */
  private async heard(chat: string, as: string): Promise<Message[]> {
    const { messages } = await this.rig.api.get<{ messages: Message[] }>(`chats/${chat}/messages?as=${as}`);
    return messages.filter(({ sender }) => sender.type === 'app');
  }

  /** An answer that only the asker sees names the topic, and no message. */
  private async addWhispers(counts: Map<string, number>): Promise<void> {
    const silent = this.asked.filter(({ id }) => !counts.has(id));
    const heard = new Map<string, string[]>();
    for (const { id, chat, as, topic } of silent) {
      const key = `${chat} ${as}`;
      const known = heard.get(key) ?? (await this.heard(chat, as)).filter((one) => one.ephemeral).map(({ card }) => JSON.stringify(card));
      const at = known.findIndex((said) => new RegExp(`${topic}(?!\\d)`).test(said));
      if (at >= 0) counts.set(id, 1);
      heard.set(key, at < 0 ? known : known.toSpliced(at, 1));
    }
  }

  /** What nobody answered, for whoever looks into it. */
  async unanswered(): Promise<{ id: string; topic: string; longer: boolean }[]> {
    const counts = await this.answers();
    return this.asked.filter(({ id }) => !counts.has(id)).map(({ id, topic, longer }) => ({ id, topic, longer }));
  }

  async outcome(): Promise<Outcome> {
    const counts = await this.answers();
    const { reserves } = await this.rig.api.get<{ reserves: { topic: string; end_time: number }[] }>('world');
    const ends = new Map<string, number[]>();
    for (const { topic, end_time } of reserves) ends.set(topic, [...(ends.get(topic) ?? []), end_time]);
    const bookings = this.asked.filter(({ longer }) => !longer);
    const changes = this.asked.filter(({ longer }) => longer);
    /** So much longer than it was booked: all of them start at the same time of the day. */
    const by = ({ topic }: Asked): number => ((ends.get(topic)?.[0] ?? 0) % LENGTH_MS) / LONGER_MS;
    return {
      messages: this.asked.length,
      unanswered: this.asked.filter(({ id }) => !counts.has(id)).length,
      answeredTwice: [...counts.values()].filter((count) => count > 1).length,
      booked: bookings.filter(({ topic }) => ends.has(topic)).length,
      bookedTwice: bookings.filter(({ topic }) => (ends.get(topic)?.length ?? 0) > 1).length,
      changes: changes.length,
      changedTwice: changes.filter((one) => by(one) > 1).length,
      notChanged: changes.filter((one) => ends.has(one.topic) && by(one) < 1).length,
    };
  }
}
