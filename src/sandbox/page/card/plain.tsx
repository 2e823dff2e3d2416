import type { CSSProperties, VNode } from 'preact';
import { t } from '../data/i18n.ts';
import { cx } from '../ui/classes.ts';
import { Icon } from '../ui/icons.tsx';
import { space } from './box.ts';
import type { ComponentProps } from './context.ts';
import { Markdown } from './markdown.tsx';
import type { DivElement, ImageElement, PersonElement, TextElement } from './model.ts';
import { PersonChip } from './people.tsx';
import { componentIcon, Text, textStyle } from './text.tsx';
import { words } from './words.ts';

/** Components that are only looked at. */

const AVATARS: Readonly<Record<string, number>> = { extra_small: 16, small: 20, medium: 28, large: 40 };

function withIcon(icon: VNode | null, style: CSSProperties, node: (style: CSSProperties) => VNode): VNode {
  if (!icon) return node(style);
  return (
    <div class="with-icon" style={style}>
      {icon}
      {node({})}
    </div>
  );
}

export function MarkdownText({ element, ctx }: ComponentProps<TextElement>) {
  const style = { ...textStyle(element, ctx), margin: space(element.margin) };
  const icon = componentIcon(element.icon, 16, ctx.config);
  return withIcon(icon, style, (own) => <Markdown content={words(element, ctx.lang)} reader={ctx} style={own} />);
}

export const PlainText = ({ element, ctx }: ComponentProps<TextElement>) => (
  <Text of={element} reader={ctx} as="div" style={{ margin: space(element.margin) }} />
);

export function Div({ element, ctx }: ComponentProps<DivElement>) {
  const { text, fields = [], width = '' } = element;
  const icon = componentIcon(element.icon, 16, ctx.config);
  return (
    <div class="div" style={{ width: /^\d+px$/.test(width) ? width : null, margin: space(element.margin) }}>
      {text && withIcon(icon, {}, () => <Text of={text} reader={ctx} as="div" />)}
      {fields.length > 0 && (
        <div class="div-fields">
          {fields.map((field, index) => (
            <div key={index} class={cx('div-field', field.is_short && 'short')}>
              <Text of={field.text} reader={ctx} as="div" />
            </div>
          ))}
        </div>
      )}
      {element.extra && <ctx.Stack elements={[element.extra]} ctx={ctx} step={['extra']} />}
    </div>
  );
}

export const Person = ({ element }: ComponentProps<PersonElement>) => (
  <PersonChip
    id={element.user_id ?? ''}
    showName={element.show_name === true}
    showAvatar={element.show_avatar !== false}
    capsule={element.style === 'capsule'}
    size={AVATARS[element.size ?? ''] ?? 28}
    margin={space(element.margin)}
  />
);

export function PersonList({ element }: ComponentProps<PersonElement>) {
  const showName = element.show_name !== false;
  const size = AVATARS[element.size ?? ''] ?? 20;
  return (
    <div class={cx('person-list', !showName && 'stacked')} style={{ margin: space(element.margin) }}>
      {(element.persons ?? []).map(({ id }) => (
        <PersonChip key={id} id={id} showName={showName} showAvatar={element.show_avatar !== false} size={size} />
      ))}
    </div>
  );
}

export function Image({ element, ctx }: ComponentProps<ImageElement>) {
  const alt = words(element.alt, ctx.lang);
  return (
    <figure class="img" role="img" aria-label={alt || t('image')} style={{ margin: space(element.margin) }}>
      <Icon name="image" size={28} />
      <figcaption>{alt || element.img_key}</figcaption>
    </figure>
  );
}

export const Rule = ({ element }: ComponentProps<TextElement>) => <hr class="card-hr" style={{ margin: space(element.margin) }} />;
