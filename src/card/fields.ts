import { type Submit, submitName } from '../domain/action.ts';
import type { Say } from '../domain/say.ts';
import type { Column, ColumnSet, Form, FormElement, FormField, FormPart, Input, Option, Select, Words } from './elements.ts';
import { MOST_INPUT } from './elements.ts';
import { aside, formButton, markdown, option, plainText, red, row } from './parts.ts';
import { lengthOf } from './times.ts';
import { told, words } from './words.ts';

/** A meeting can be extended up to 30 days ahead. */
const MOST_MINUTES = 30 * 1440;

/** Lengths that people pick; what was typed stands among them. */
export const lengthOptions = (chosen: string): Option[] => {
  const minutes = new Set([15, 30, 45, 60, 90, 120, 180, 240]);
  const own = Number(chosen);
  if (Number.isInteger(own) && own > 0 && own <= MOST_MINUTES) minutes.add(own);
  return [...minutes].sort((a, b) => a - b).map((length) => option(String(length), lengthOf(length)));
};

interface Below {
  /** What is wrong with it. */
  error?: Say | undefined;
  /** What may help to fill it in. */
  note?: Words | undefined;
}

/** What is wrong with a field, as small and red as clients have it. */
export const complaint = (error: Say) => markdown(red(told(error, 'markdown')), { text_size: 'notation' });

/** A field under its name; only an input can be named by itself. Source: the pages of the input and select components. */
export const field = (name: Words, entry: FormField, { error, note }: Below = {}): Column<FormPart> => ({
  tag: 'column',
  width: 'weighted',
  weight: 1,
  vertical_spacing: '4px',
  elements: [
    ...(entry.tag === 'input' || entry.tag === 'checker' ? [] : [markdown(name)]),
    entry.tag === 'input' ? { ...entry, label: plainText(name), label_position: 'top' } : entry,
    ...(note ? [aside(note)] : []),
    ...(error ? [complaint(error)] : []),
  ],
});

/** Fields side by side, one below the other where it is narrow. */
export const fieldRow = (...fields: Column<FormPart>[]): ColumnSet<FormPart> => ({
  tag: 'column_set',
  flex_mode: 'stretch',
  horizontal_spacing: '12px',
  columns: fields,
});

/** The platform shows `initial_option` only when it is among the options. */
export function select(name: string, options: Option[], chosen: string, placeholder: Words): Select {
  const known = options.some((one) => one.value === chosen);
  return {
    tag: 'select_static',
    name,
    placeholder: plainText(placeholder),
    width: 'fill',
    options,
    ...(known ? { initial_option: chosen } : {}),
  };
}

export const input = (name: string, value: string, placeholder: Words, most: number): Input => ({
  tag: 'input',
  name,
  placeholder: plainText(placeholder),
  default_value: value,
  max_length: Math.min(most, MOST_INPUT),
  width: 'fill',
});

/** A form stands at the root of the body, with its buttons at its end. */
export const form = (name: string, fields: FormElement[], submit: { text: Words; act: Submit }): Form => ({
  tag: 'form',
  name,
  vertical_spacing: '12px',
  elements: [
    ...fields,
    row([
      formButton(submit.text, submitName(submit.act), 'submit', { type: 'primary_filled' }),
      formButton(words('reset'), `reset__${name}`, 'reset'),
      formButton(words('close'), submitName({ act: 'submit_close' }), 'submit', { type: 'text' }),
    ]),
  ],
});

export const accessOptions = (choices: readonly ('anyone' | 'company' | 'chat')[]): Option[] =>
  choices.map((who) => option(who, words(`audience_${who}`)));
