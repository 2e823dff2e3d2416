import type { Shape } from './sdk-types.ts';

/** Where a value is not what the type says, as `data.items[].name: what`; empty: it fits. Null counts as absent. */
export function misfits(value: unknown, shape: Shape, path = ''): string[] {
  if (value === undefined || value === null) return [];
  switch (shape.is) {
    case 'any':
      return [];
    case 'literal':
      return value === shape.value ? [] : [`${path}: is not ${JSON.stringify(shape.value)}`];
    case 'either': {
      const all = shape.of.map((one) => misfits(value, one, path));
      return all.find((one) => one.length === 0) ?? all.sort((a, b) => a.length - b.length)[0] ?? [];
    }
    case 'list':
      return Array.isArray(value) ? [...new Set(value.flatMap((one) => misfits(one, shape.of, `${path}[]`)))] : [`${path}: is no list`];
    case 'object':
      return typeof value === 'object' && !Array.isArray(value)
        ? ofObject(value as Record<string, unknown>, shape.fields, path)
        : [`${path}: is no object`];
    default:
      return typeof value === shape.is ? [] : [`${path}: is no ${shape.is}`];
  }
}

function ofObject(value: Record<string, unknown>, fields: Extract<Shape, { is: 'object' }>['fields'], path: string): string[] {
  const at = (key: string): string => (path ? `${path}.${key}` : key);
  const open = Object.keys(fields).some((key) => key.startsWith('['));
  const strange = open
    ? []
    : Object.keys(value)
        .filter((key) => !(key in fields))
        .map((key) => `${at(key)}: is unknown`);
  const missing = Object.entries(fields).filter(([key, { optional }]) => !optional && !key.startsWith('[') && value[key] === undefined);
  return [
    ...strange,
    ...missing.map(([key]) => `${at(key)}: is missing`),
    ...Object.entries(fields).flatMap(([key, { shape }]) => misfits(value[key], shape, at(key))),
  ];
}

/** Fields of the documents' sample that the answer has not, nor has them with another kind of value. */
export function lacking(sample: unknown, value: unknown, path = ''): string[] {
  if (Array.isArray(sample)) {
    if (!Array.isArray(value)) return [path];
    const [one] = sample;
    return value.length === 0 || one === undefined ? [] : lacking(one, value[0], `${path}[]`);
  }
  if (typeof sample !== 'object' || sample === null) return typeof value === typeof sample ? [] : [path];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(sample)
    .filter(([, one]) => one !== undefined)
    .flatMap(([key, one]) => lacking(one, (value as Record<string, unknown>)[key], path ? `${path}.${key}` : key));
}
