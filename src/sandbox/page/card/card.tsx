import { useErrorBoundary } from 'preact/hooks';
import type { Lang } from '../../control/shapes.ts';
import { t } from '../data/i18n.ts';
import { as, chat, lang, type Message, zone } from '../data/state.ts';
import { boxStyle, space } from './box.ts';
import { tagHue } from './color.ts';
import type { Context, Memory } from './context.ts';
import { Stack } from './elements.tsx';
import type { CardHeader, CardSource, Element, Reader } from './model.ts';
import { componentIcon, Text } from './text.tsx';
import { words } from './words.ts';

/** `as message_id` → what the acting person has put into that card. */
const memories = new Map<string, Memory>();

function memoryOf(message: Message): Memory {
  const key = `${as.value} ${message.message_id}`;
  const memory = memories.get(key) ?? new Map();
  memories.set(key, memory);
  return memory;
}

function Header({ of, reader }: { of: CardHeader; reader: Reader }) {
  const tags = of.i18n_text_tag_list?.[reader.lang] ?? of.text_tag_list ?? [];
  return (
    <header class="card-header" data-template={of.template ?? 'default'} style={{ padding: space(of.padding) }}>
      {componentIcon(of.icon ?? of.ud_icon, 20, reader.config)}
      <div class="card-titles">
        <div class="card-title-line">
          <h3 class="card-title">
            <Text of={of.title} reader={reader} />
          </h3>
          {tags.slice(0, 3).map((tag, index) => (
            <span key={index} class="text-tag" data-hue={tagHue(tag.color)}>
              {words(tag.text, reader.lang)}
            </span>
          ))}
        </div>
        {words(of.subtitle, reader.lang) && (
          <div class="card-subtitle">
            <Text of={of.subtitle} reader={reader} />
          </div>
        )}
      </div>
    </header>
  );
}

/** The elements of a card of either version, in the reader's language. */
function elementsOf(card: CardSource, language: Lang): readonly Element[] {
  if (card.body) return card.body.elements ?? [];
  return card.i18n_elements?.[language] ?? card.i18n_elements?.en_us ?? card.elements ?? [];
}

const WIDTHS = new Set(['default', 'compact', 'fill']);

/** The card of a message as the acting person sees it. */
export function Card({ message }: { message: Message }) {
  const [broken] = useErrorBoundary((error: unknown) => console.error('card', error));
  if (broken) return <div class="bubble broken">{t('card_broken')}</div>;
  const card = (message.card ?? {}) as CardSource;
  const { config = {}, body = {}, header } = card;
  const ctx: Context = {
    messageId: message.message_id,
    sentAt: message.created_at,
    members: chat.value?.members ?? [],
    memory: memoryOf(message),
    live: !message.forwarded || config.enable_forward_interaction === true,
    config,
    lang: lang.value,
    zone: zone.value,
    path: [],
    key: '',
    form: null,
    Stack,
  };
  const elements = elementsOf(card, ctx.lang);
  const width = WIDTHS.has(config.width_mode ?? '') ? config.width_mode : 'default';
  return (
    <article class={`card card-${width}`} data-testid="card" data-message={message.message_id}>
      {header?.title && <Header of={header} reader={ctx} />}
      {elements.length > 0 && (
        <div class="card-body" style={boxStyle(body, { padding: '12px', config })}>
          <Stack elements={elements} ctx={ctx} />
        </div>
      )}
    </article>
  );
}
