import type { ComponentChildren } from 'preact';
import { t } from '../data/i18n.ts';
import { copy } from './copy.ts';
import { IconButton } from './icon-button.tsx';

const LONG = 2_000;

function scalar(value: unknown): ComponentChildren {
  if (typeof value === 'string')
    return <span class="j-string">{JSON.stringify(value.length > LONG ? `${value.slice(0, LONG)}…` : value)}</span>;
  return <span class={value === null ? 'j-null' : `j-${typeof value}`}>{String(value)}</span>;
}

function lines(value: unknown, depth: number): ComponentChildren {
  if (value === null || typeof value !== 'object') return scalar(value);
  const array = Array.isArray(value);
  const entries = Object.entries(value);
  const [open, close] = array ? ['[', ']'] : ['{', '}'];
  if (!entries.length) return open + close;
  const pad = '  '.repeat(depth + 1);
  return [
    `${open}\n`,
    ...entries.flatMap(([key, item], index) => [
      pad,
      !array && <span class="j-key">{JSON.stringify(key)}</span>,
      !array && ': ',
      lines(item, depth + 1),
      index < entries.length - 1 ? ',\n' : '\n',
    ]),
    '  '.repeat(depth),
    close,
  ];
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Message contents travel as JSON inside a string; they are shown opened up. */
function unfold(value: unknown, key = ''): unknown {
  if (typeof value === 'string' && (key === 'content' || key === 'card') && /^[[{]/.test(value)) {
    const inside = parsed(value);
    return inside === value ? value : unfold(inside);
  }
  if (Array.isArray(value)) return value.map((item) => unfold(item));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, unfold(item, name)]));
  return value;
}

/** A titled block of formatted JSON (or plain text) with a copy button. */
export function JsonBlock({ title, source }: { title: string; source: unknown }) {
  if (source === undefined || source === null || source === '') return null;
  const value = parsed(source);
  const raw = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <div class="json">
      <div class="json-head">
        <span>{title}</span>
        <IconButton icon="copy" size={13} label={`${t('copy')} ${title}`} title={t('copy')} onClick={() => copy(raw)} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{typeof value === 'string' ? value : lines(unfold(value), 0)}</code>
      </pre>
    </div>
  );
}
