import { useSignal } from '@preact/signals';
import { type ComponentChildren, type CSSProperties, h, toChildArray } from 'preact';
import { useMemo } from 'preact/hooks';
import { t } from '../data/i18n.ts';
import { localDatetime } from '../data/time.ts';
import { copy } from '../ui/copy.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon, tokenIcon } from '../ui/icons.tsx';
import { Link } from '../ui/link.tsx';
import { colour, tagHue, textColour } from './color.ts';
import { parseMarkdown } from './markdown-source.ts';
import type { Reader } from './model.ts';
import { Pages } from './pages.tsx';
import { idsOf, Mention, PersonChip } from './people.tsx';

type Draw = (data: DOMStringMap, children: ComponentChildren, reader: Reader) => ComponentChildren;

function drawTime(data: DOMStringMap, reader: Reader): ComponentChildren {
  const ms = Number(data.millisecond) || reader.sentAt;
  const shown = localDatetime(ms, data.format_type, reader.zone, reader.lang);
  return data.link ? <Link url={data.link}>{shown}</Link> : <time dateTime={new Date(ms).toISOString()}>{shown}</time>;
}

function drawNumber(data: DOMStringMap, children: ComponentChildren, reader: Reader): ComponentChildren {
  const style = { 'background-color': colour(data.background_color, reader.config), color: colour(data.font_color, reader.config) };
  const badge = (
    <span class="number-tag" style={style}>
      {children}
    </span>
  );
  const url = data.pc_url || data.url;
  return url ? (
    <Link class="bare" url={url}>
      {badge}
    </Link>
  ) : (
    badge
  );
}

function drawLink(data: DOMStringMap, children: ComponentChildren): ComponentChildren {
  const drawn = tokenIcon(data.icon, 14);
  return (
    <Link class={drawn ? 'icon-link' : undefined} url={data.pc_url || data.url || ''}>
      {drawn}
      {children}
    </Link>
  );
}

/** Feishu's own tags. */
const OWN: Readonly<Record<string, Draw>> = {
  'x-at': (data) => idsOf(data).flatMap((id, index) => [index > 0 && ' ', <Mention key={id} id={id} />]),
  'x-person': (data) => (
    <PersonChip
      id={data.id || data.user_id || ''}
      showName={data.show_name !== 'false'}
      showAvatar={data.show_avatar !== 'false'}
      capsule={data.style === 'capsule'}
    />
  ),
  'x-time': (data, _children, reader) => drawTime(data, reader),
  'x-tag': (data, children) => (
    <span class="text-tag" data-hue={tagHue(data.color)}>
      {children}
    </span>
  ),
  'x-number': drawNumber,
  'x-link': drawLink,
  'x-font': (data, children, reader) => <span style={{ color: textColour(data.color, reader.config) }}>{children}</span>,
  'x-img': (data) => (
    <span class="img-inline" title={data.alt}>
      <Icon name="image" size={18} />
      {data.alt}
    </span>
  ),
};

const ROWS = 5;

/** Long tables are shown five rows at a time, as the client does. */
function PagedTable({ table, reader }: { table: HTMLTableElement; reader: Reader }) {
  const page = useSignal(0);
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const pages = Math.ceil(rows.length / ROWS);
  const from = page.value * ROWS;
  return (
    <div class="table-box">
      <table>
        {table.tHead && <thead>{drawNodes(table.tHead, reader)}</thead>}
        <tbody>
          {rows.slice(from, from + ROWS).map((row, index) => (
            <tr key={from + index}>{drawNodes(row, reader)}</tr>
          ))}
        </tbody>
      </table>
      <Pages page={page.value} pages={pages} show={(next) => (page.value = next)} />
    </div>
  );
}

const CodeBlock = ({ pre }: { pre: HTMLPreElement }) => (
  <div class="code-block">
    <div class="code-head">
      <span>{pre.dataset.lang}</span>
      <IconButton icon="copy" size={14} label={t('copy')} onClick={() => copy(pre.textContent.trimEnd())} />
    </div>
    <pre data-lang={pre.dataset.lang}>
      <code>{pre.textContent}</code>
    </pre>
  </div>
);

function drawNode(node: Node, reader: Reader): ComponentChildren {
  if (!(node instanceof HTMLElement)) return node.nodeType === Node.TEXT_NODE ? node.textContent : null;
  const own = OWN[node.localName];
  if (own) return own(node.dataset, drawNodes(node, reader), reader);
  if (node instanceof HTMLTableElement) return <PagedTable table={node} reader={reader} />;
  if (node instanceof HTMLPreElement) return <CodeBlock pre={node} />;
  const children = drawNodes(node, reader);
  if (node instanceof HTMLAnchorElement)
    return (
      <Link url={node.getAttribute('href') ?? ''} title={node.title || undefined}>
        {children}
      </Link>
    );
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  return h(node.localName, attributes, children);
}

const drawNodes = (parent: Node, reader: Reader): ComponentChildren =>
  toChildArray([...parent.childNodes].map((node) => drawNode(node, reader)));

interface Props {
  content: string;
  reader: Reader;
  style?: CSSProperties;
}

/** Markdown of a card: nothing in it is code, Feishu's tags are parts of the page. */
export function Markdown({ content, reader, ...root }: Props) {
  const parsed = useMemo(() => parseMarkdown(content), [content]);
  return (
    <div {...root} class="md">
      {drawNodes(parsed, reader)}
    </div>
  );
}
