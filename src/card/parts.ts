import { type Act, actValue } from '../domain/action.ts';
import { isOpenId } from '../text/ink.ts';
import type {
  Button,
  ColumnSet,
  Element,
  FormButton,
  Icon,
  IconToken,
  Markdown,
  Option,
  Panel,
  PersonList,
  PersonSelect,
  PlainText,
  Space,
  Words,
} from './elements.ts';
import { same, weave, words } from './words.ts';

export const plainText = (text: Words, more: Omit<PlainText, 'tag' | 'words'> = {}): PlainText => ({
  tag: 'plain_text',
  words: text,
  ...more,
});

export const markdown = (text: Words, more: Omit<Markdown, 'tag' | 'words'> = {}): Markdown => ({ tag: 'markdown', words: text, ...more });

export const icon = (token: IconToken, more: Omit<Icon, 'tag' | 'token'> = {}): Icon => ({ tag: 'standard_icon', token, ...more });

/** A line that a picture leads in. */
export const iconLine = (token: IconToken, text: Words, more: Omit<Markdown, 'tag' | 'words' | 'icon'> = {}): Markdown =>
  markdown(text, { icon: icon(token, { color: 'grey' }), ...more });

export const grey = (text: Words): Words => weave`<font color='grey'>${text}</font>`;

export const red = (text: Words): Words => weave`<font color='red'>${text}</font>`;

/** Small and grey, for what may be overlooked. */
export const aside = (text: Words): Markdown => markdown(grey(text), { text_size: 'notation' });

export const label = (text: Words): Markdown => markdown(grey(text));

interface Looks {
  type?: NonNullable<Button['type']>;
  size?: NonNullable<Button['size']>;
  tip?: Words;
}

type Shape = Pick<Button, 'tag' | 'text' | 'type' | 'size' | 'hover_tips'>;

const shape = (text: Words, { type, size, tip }: Looks): Shape => ({
  tag: 'button',
  text: plainText(text),
  ...(type ? { type } : {}),
  ...(size ? { size } : {}),
  ...(tip ? { hover_tips: plainText(tip) } : {}),
});

/** Does `act` for whoever presses it and may; nothing in it grants a right. */
export const actButton = (text: Words, act: Act, looks: Looks & { confirm?: { title: Words; text: Words } } = {}): Button => ({
  ...shape(text, looks),
  ...(looks.confirm ? { confirm: { title: plainText(looks.confirm.title), text: plainText(looks.confirm.text) } } : {}),
  behaviors: [{ type: 'callback', value: actValue(act) }],
});

/** One of these people; `act` for whoever picks one and may. */
export const personSelect = (placeholder: Words, openIds: readonly string[], act: Act, picked: string | null): PersonSelect => ({
  tag: 'select_person',
  placeholder: plainText(placeholder),
  options: openIds.map((value) => ({ value })),
  ...(picked !== null && openIds.includes(picked) ? { initial_option: picked } : {}),
  behaviors: [{ type: 'callback', value: actValue(act) }],
});

export const linkButton = (text: Words, url: string, looks: Looks = {}): Button => ({
  ...shape(text, looks),
  behaviors: [{ type: 'open_url', default_url: url }],
});

/** A form's own button: what it does is in its name, as a value is not always delivered. */
export const formButton = (text: Words, name: string, action: FormButton['form_action_type'], looks: Looks = {}): FormButton => ({
  ...shape(text, looks),
  name,
  form_action_type: action,
});

/** Side by side, onto the next line where it is narrow. Unless `gap` is given, the platform leaves 8px between them. */
export const row = <E extends Element | FormButton>(elements: E[], gap?: Space): ColumnSet<E> => ({
  tag: 'column_set',
  flex_mode: 'flow',
  ...(gap ? { horizontal_spacing: gap } : {}),
  columns: elements.map((element) => ({
    tag: 'column',
    width: 'auto',
    ...(element.tag === 'column_set' ? {} : { vertical_align: 'center' as const }),
    elements: [element],
  })),
});

/** A name and its value that stay on one line. */
export const pair = (name: Element, value: Element): ColumnSet<Element> => ({
  tag: 'column_set',
  columns: [name, value].map((element) => ({ tag: 'column', width: 'auto', elements: [element] })),
});

/** A name on the left, its value on the right. */
export const fact = (
  name: Words,
  value: Element,
  { width = '104px', ...more }: { width?: Space; margin?: Space } = {},
): ColumnSet<Element> => ({
  tag: 'column_set',
  ...more,
  columns: [
    { tag: 'column', width, elements: [{ tag: 'div', text: plainText(name, { text_color: 'grey' }) }] },
    { tag: 'column', width: 'weighted', weight: 1, elements: [value] },
  ],
});

/** Set off from the rest, `action` at its right; below it where it is narrow. */
export const callout = (colour: 'grey-50' | 'orange-50', elements: Element[], action?: Element): ColumnSet<Element> => ({
  tag: 'column_set',
  flex_mode: 'stretch',
  horizontal_spacing: '0px',
  background_style: colour,
  columns: [
    {
      tag: 'column',
      width: 'weighted',
      weight: 1,
      vertical_align: 'center',
      padding: '8px 12px 8px 12px',
      vertical_spacing: '4px',
      elements,
    },
    ...(action
      ? [
          {
            tag: 'column' as const,
            width: 'auto' as const,
            vertical_align: 'center' as const,
            padding: '8px 12px 8px 12px' as const,
            elements: [action],
          },
        ]
      : []),
  ],
});

/** Folded away until somebody wants it. */
export const panel = (title: Words, elements: Element[]): Panel => ({
  tag: 'collapsible_panel',
  expanded: false,
  header: {
    title: plainText(title, { text_color: 'grey' }),
    padding: '4px 0px 4px 0px',
    icon: icon('down-small-ccm_outlined', { size: '16px 16px' }),
    icon_position: 'follow_text',
    icon_expanded_angle: -180,
  },
  vertical_spacing: '8px',
  padding: '4px 0px 0px 0px',
  elements,
});

/** People by avatar and name, or null where none can be shown. */
export function people(ids: readonly string[]): PersonList | null {
  const persons = [...new Set(ids)].filter(isOpenId).map((id) => ({ id }));
  if (persons.length === 0) return null;
  return { tag: 'person_list', persons, show_name: true, show_avatar: true, size: 'small', drop_invalid_user_id: true };
}

export const option = (value: string, text: Words): Option => ({ text: plainText(text), value });

export const code = (text: string): Words => same(`\`${text}\``);

/** A value that stays beside its name. */
export const named = (name: Words, value: Words): Words => weave`${name}\u00a0${value}`;

/** 112 000 358, as it is read out. */
export const grouped = (meetingNo: string): string => meetingNo.replace(/\D/g, '').replace(/(\d{3})(?=\d)/g, '$1 ');

export const newMeeting = (): Button => actButton(words('new'), { act: 'new' }, { type: 'primary' });
