import type { VNode } from 'preact';
import { colon, t } from '../data/i18n.ts';
import type { Message } from '../data/state.ts';
import { stickerOf } from '../data/stickers.ts';
import { Icon } from '../ui/icons.tsx';
import { MarkedText } from './marked-text.tsx';
import { previewOf, senderName } from './preview.ts';

interface PostPart {
  tag: string;
  text?: string;
  href?: string;
  user_name?: string;
}

interface Post {
  title?: string;
  content?: PostPart[][];
}

function wordsOf(part: PostPart): string {
  if (part.tag === 'at') return `@${part.user_name ?? ''}`;
  if (part.tag === 'a') return part.href ? `${part.text} (${part.href})` : (part.text ?? '');
  if (part.tag === 'img' || part.tag === 'media') return t('image');
  return part.text ?? '';
}

/** A post may be wrapped in its language. */
function postOf(message: Message): Post {
  const { content = {} } = message;
  return (content.zh_cn ?? content.en_us ?? content) as Post;
}

function Words({ message }: { message: Message }) {
  const { mentions } = message;
  const { title, content } = postOf(message);
  if (message.msg_type !== 'post' || !Array.isArray(content)) return <MarkedText text={message.text ?? ''} mentions={mentions} />;
  return (
    <>
      {title && <strong class="post-title">{title}</strong>}
      {content.map((line, index) => (
        <div key={`${index} ${line.map(wordsOf).join('')}`}>
          <MarkedText text={line.map(wordsOf).join('')} mentions={mentions} />
        </div>
      ))}
    </>
  );
}

function File({ content }: Pick<Message, 'content'>) {
  return (
    <div class="file">
      <span class="file-icon">
        <Icon name="file" size={26} />
      </span>
      <span>
        <strong>{String(content?.file_name ?? t('file'))}</strong>
        <small>{String(content?.file_size ?? '1.2 MB')}</small>
      </span>
    </div>
  );
}

function Quote({ message, parent }: { message: Message; parent: Message | null }) {
  if (!message.quote) return null;
  const who = parent ? senderName(parent) : message.quote.sender_name;
  const said = parent ? previewOf(parent) : message.quote.text;
  const show = (): void =>
    document.querySelector(`[data-id="${CSS.escape(message.parent_id ?? '')}"]`)?.scrollIntoView({ block: 'center' });
  return (
    <button type="button" class="quote" data-testid="quote" onClick={show}>
      <span>{`${t('reply_to', { name: who })}${colon()}${said}`}</span>
    </button>
  );
}

/** What was said, in the shape of its kind. */
export function Body({ message, parent, card }: { message: Message; parent: Message | null; card: VNode }) {
  const quote = <Quote message={message} parent={parent} />;
  switch (message.msg_type) {
    case 'interactive':
      return (
        <>
          {quote}
          {card}
        </>
      );
    case 'sticker':
      return (
        <>
          {quote}
          <div class="sticker" role="img" aria-label={t('sticker')}>
            {stickerOf(message.content?.file_key)}
          </div>
        </>
      );
    case 'image':
      return (
        <>
          {quote}
          <div class="photo" role="img" aria-label={t('image')}>
            <Icon name="image" size={36} />
          </div>
        </>
      );
    case 'file':
      return (
        <>
          {quote}
          <File content={message.content ?? {}} />
        </>
      );
    default:
      return (
        <div class="bubble">
          {quote}
          <div class="bubble-text">
            <Words message={message} />
          </div>
        </div>
      );
  }
}
