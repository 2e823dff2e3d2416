import { ROUTES } from '../open-api/routes.ts';
import type { Row } from './conformance.ts';

/** As it stands in the README between two marks, so that it cannot promise more than is seen on the wire. */
export function conformanceTables(rows: readonly Row[]): string {
  const of = (kind: Row['kind']): Row[] => rows.filter((one) => one.kind === kind);
  return [routes(of('route')), events(of('event')), cards(of('card')), errors(of('error'))].join('\n\n');
}

const lines = (...all: (string | readonly string[])[]): string => all.flat().join('\n');

function routes(rows: readonly Row[]): string {
  const told = new Map(rows.map((one) => [one.name, one]));
  const table = ROUTES.map(({ method, path, identity, anyOf, tier }) => {
    const name = `${method} ${path}`;
    const { state, differs } = told.get(name)!;
    const who = identity === 'none' ? '–' : identity === 'tenant' ? 'tenant token' : 'user token';
    return `| \`${name}\` | ${state} | ${who} | ${anyOf?.join(', ') ?? '–'} | ${tier?.name ?? '–'} | ${differs.join('; ')} |`;
  });
  return lines(
    '| API | state | identity | scope, any of | limit | differs |',
    '|---|---|---|---|---|---|',
    table,
    '',
    `Not there: ${grouped(rows.filter(({ state }) => state === 'not').map(({ name }) => name))}.`,
  );
}

/** `im/message/create/v1` … → `im v1 message (create, …)`. */
function grouped(names: readonly string[]): string {
  const by = new Map<string, string[]>();
  for (const name of names) {
    const [project, resource, api, version] = name.split('/');
    const key = `${project} ${version} ${resource}`;
    by.set(key, [...(by.get(key) ?? []), api!]);
  }
  return [...by].map(([key, apis]) => `${key} (${apis.join(', ')})`).join('; ');
}

const events = (rows: readonly Row[]): string =>
  lines(
    '| event | state | differs |',
    '|---|---|---|',
    rows.filter(({ state }) => state !== 'not').map(({ name, state, differs }) => `| \`${name}\` | ${state} | ${differs.join('; ')} |`),
    '',
    `Not there: ${rows
      .filter(({ state }) => state === 'not')
      .map(({ name }) => name)
      .join(', ')}.`,
  );

const cards = (rows: readonly Row[]): string =>
  lines(
    '| card element | state | differs |',
    '|---|---|---|',
    rows.map(({ name, state, differs }) => `| \`${name}\` | ${state} | ${differs.join('; ')} |`),
  );

function errors(rows: readonly Row[]): string {
  const codes = (state: Row['state']): string =>
    rows
      .filter((one) => one.state === state)
      .map(({ name }) => name.split(' ')[0])
      .join(', ');
  return lines(
    `Errors that come about by themselves: ${codes('emulated')}.`,
    '',
    `Errors on request only, through \`faults\`: ${codes('differs')}.`,
  );
}

const MARKS = ['<!-- made by npm run conformance -- --write -->', '<!-- end of what is made -->'] as const;

/** The README with the tables as they are now. */
export function withTables(readme: string, tables: string): string {
  const [from, to] = MARKS.map((mark) => readme.indexOf(mark)) as [number, number];
  if (from < 0 || to < from) throw new Error('the README of the sandbox has no place for the tables');
  return `${readme.slice(0, from + MARKS[0].length)}\n${tables}\n${readme.slice(to)}`;
}
