import type { ComponentType } from 'preact';
import { space } from './box.ts';
import { Button, Overflow } from './button.tsx';
import { Checker } from './checker.tsx';
import { Container } from './container.tsx';
import type { ComponentProps, Context, StackProps } from './context.ts';
import { Input } from './input.tsx';
import { Collapsible, ColumnSet, Form, Unsupported } from './layout.tsx';
import type { Element } from './model.ts';
import { Picker } from './picker.tsx';
import { Div, Image, MarkdownText, Person, PersonList, PlainText, Rule } from './plain.tsx';
import { Select } from './select.tsx';
import { Table } from './table.tsx';

const Actions = ({ element, ctx }: ComponentProps<Element>) => (
  <div class="action-row" style={{ margin: space(element.margin) }}>
    <ctx.Stack elements={element.actions} ctx={ctx} />
  </div>
);

const Note = ({ element, ctx }: ComponentProps<Element>) => (
  <div class="note" style={{ margin: space(element.margin) }}>
    <ctx.Stack elements={element.elements} ctx={ctx} />
  </div>
);

/** tag → component. The sandbox has checked that an element of that tag has the fields of it. */
const COMPONENTS = {
  markdown: MarkdownText,
  lark_md: MarkdownText,
  plain_text: PlainText,
  div: Div,
  hr: Rule,
  column_set: ColumnSet,
  collapsible_panel: Collapsible,
  interactive_container: Container,
  form: Form,
  button: Button,
  overflow: Overflow,
  select_static: Select,
  multi_select_static: Select,
  select_person: Select,
  multi_select_person: Select,
  date_picker: Picker,
  picker_time: Picker,
  picker_datetime: Picker,
  input: Input,
  checker: Checker,
  person: Person,
  person_list: PersonList,
  img: Image,
  table: Table,
  // Of JSON 1.0 only what an ephemeral card may still hold.
  action: Actions,
  note: Note,
} as Readonly<Record<string, ComponentType<ComponentProps<Element>>>>;

/** The first name or id in an element: what stays the same when something is put before it. */
function landmark(element: Element): string | null {
  const own = element.element_id ?? element.name;
  if (own) return own;
  for (const list of [element.elements, element.columns, element.actions])
    for (const child of list ?? []) {
      const found = landmark(child);
      if (found) return found;
    }
  return null;
}

/** Keys by which elements are known again in a patched card, whatever has come or gone around them. */
function keysOf(elements: readonly Element[]): string[] {
  const taken = new Map<string, number>();
  return elements.map((element) => {
    const key = `${element.tag} ${landmark(element) ?? ''}`;
    const times = taken.get(key) ?? 0;
    taken.set(key, times + 1);
    return `${key} ${times}`;
  });
}

function One({ element, ctx, path }: { element: Element; ctx: Context; path: Context['path'] }) {
  const Drawn = COMPONENTS[element.tag];
  if (!Drawn) return <Unsupported tag={element.tag} />;
  return <Drawn element={element} ctx={{ ...ctx, path, key: element.element_id ?? element.name ?? path.join('.') }} />;
}

/** The elements that something holds. */
export function Stack({ elements, ctx, step = [] }: StackProps) {
  const list = Array.isArray(elements) ? (elements as readonly Element[]) : [];
  const keys = keysOf(list);
  return (
    <>
      {list.map((element, index) => (
        <One key={keys[index]} element={element} ctx={ctx} path={[...ctx.path, ...step, ...(step[0] === 'extra' ? [] : [index])]} />
      ))}
    </>
  );
}
