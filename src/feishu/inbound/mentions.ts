import type { Mention } from '../../domain/event.ts';
import { clip, fields, matching } from '../narrow.ts';

const MENTION_KEY = /^@_[A-Za-z0-9_]{1,40}$/;
const OPEN_ID = /^ou_[A-Za-z0-9_-]{1,128}$/;
const TENANT_KEY = /^[A-Za-z0-9_-]{1,64}$/;
const ALL = '@_all';
const MOST = 200;

/** The people named in one message, and the placeholder that stands for each in its text. */
export class Mentions {
  readonly list: Mention[] = [];

  /** @param value `message.mentions` of the event; malformed entries drop out, and so does @all, who has no open_id */
  constructor(value: unknown) {
    if (!Array.isArray(value)) return;
    for (const item of value.slice(0, MOST)) {
      const mention = fields(item);
      const key = matching(mention?.key, MENTION_KEY);
      // A plain string is how answers of the API write the id.
      const openId = matching(fields(mention?.id)?.open_id ?? mention?.id, OPEN_ID);
      if (key === null || openId === null) continue;
      const type = mention?.mentioned_type;
      const tenantKey = matching(mention?.tenant_key, TENANT_KEY);
      this.list.push({
        key,
        openId,
        name: typeof mention?.name === 'string' ? clip(mention.name, 200) : '',
        ...((type === 'user' || type === 'bot') && { type }),
        ...(tenantKey !== null && { tenantKey }),
      });
    }
  }

  /** What stands in the text for somebody named by a placeholder or an open_id; whoever was not listed is added. */
  placeholder(id: unknown, name: unknown): string {
    if (id === 'all' || id === ALL) return ALL;
    const key = matching(id, MENTION_KEY);
    if (key !== null) return key;
    const openId = matching(id, OPEN_ID);
    if (openId === null) return typeof name === 'string' ? clip(name, 200) : '';
    const known = this.list.find((mention) => mention.openId === openId);
    if (known) return known.key;
    if (this.list.length >= MOST) return '';
    const added = { key: this.freeKey(), openId, name: typeof name === 'string' ? clip(name.replace(/^@/, ''), 200) : '' };
    this.list.push(added);
    return added.key;
  }

  private freeKey(): string {
    let number = this.list.length + 1;
    while (this.list.some((mention) => mention.key === `@_user_${number}`)) number++;
    return `@_user_${number}`;
  }
}

const AT_TAG = /<at\b([^<>]{0,300})>(?:([^<>]{0,200})<\/at>)?/gi;

/** `<at user_id="ou_…">name</at>` and its relatives, written out in a text. */
export function readAtTags(text: string, mentions: Mentions): string {
  return text.replace(AT_TAG, (_, attributes: string, name: string | undefined) => {
    const id = /\b(?:user_id|open_id|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>/]+))/i.exec(attributes);
    return mentions.placeholder(id?.[1] ?? id?.[2] ?? id?.[3], name);
  });
}
