import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { conformance, type Row } from '../../src/sandbox/conformance/conformance.ts';
import { lacking, misfits } from '../../src/sandbox/conformance/fits.ts';
import { ON_REQUEST } from '../../src/sandbox/conformance/on-request.ts';
import { readSdkTypes } from '../../src/sandbox/conformance/sdk-types.ts';
import { conformanceTables, withTables } from '../../src/sandbox/conformance/table.ts';
import { COMPONENTS, PARTS } from '../../src/sandbox/open-api/card-schema.ts';
import { ROUTES } from '../../src/sandbox/open-api/routes.ts';
import { DOCUMENTED_ERRORS } from '../../src/sandbox/world/errors.ts';
import { EVENT_TYPES } from '../../src/sandbox/world/scopes.ts';
import { ROOT } from '../helpers/docs.ts';

let rows: Row[];
const named = (kind: Row['kind'], name: string): Row | undefined =>
  rows.find((row) => row.kind === kind && row.name.split(' (')[0] === name);

beforeAll(async () => {
  rows = await conformance();
});

describe('what the sandbox emulates', () => {
  it('stands in its README', () => {
    const readme = readFileSync(join(ROOT, 'src/sandbox/README.md'), 'utf8');
    // Else: npm run conformance -- --write
    expect(readme).toBe(withTables(readme, conformanceTables(rows)));
  });

  it.each(ROUTES.map(({ method, path }) => `${method} ${path}`))('%s takes the documents’ sample, and answers as they show', (name) => {
    const row = named('route', name);
    expect(row?.against).toContain('documents');
    expect(row?.differs.join()).not.toMatch(/refuses the documents|SDK|unchecked|answers \w+ instead/);
  });

  it.each([...EVENT_TYPES, 'card.action.trigger'])('%s is what the documents and the SDK’s types say', (type) => {
    const row = named('event', type);
    expect(row?.state).not.toBe('not');
    expect(row?.differs.join()).not.toMatch(/SDK|unchecked/);
  });

  it.each([...Object.keys(COMPONENTS), ...Object.keys(PARTS)])('%s is taken as documented, and strictly', (tag) => {
    expect(named('card', tag)?.differs.join()).not.toMatch(/refuses|takes properties/);
    expect(named('card', tag)).toBeDefined();
  });

  it('counts as on request exactly those errors that nothing else brings about', () => {
    const folder = join(ROOT, 'src/sandbox');
    const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/conformance|errors\.ts/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    const never = Object.keys(DOCUMENTED_ERRORS).filter((code) => !new RegExp(`(?<!\\d)${code}(?!\\d)`).test(source));
    expect([...ON_REQUEST].map(String).sort()).toEqual(never.sort());
  });
});

describe('the SDK’s types', () => {
  const sdk = readSdkTypes();
  const create = sdk.method('im/message/create/v1')!;

  it.each([
    ['what it sends', { data: { receive_id: 'oc_1', msg_type: 'text', content: '{}' }, params: { receive_id_type: 'chat_id' } }, []],
    [
      'another name',
      { data: { receive: 'oc_1', msg_type: 'text', content: '{}' }, params: { receive_id_type: 'chat_id' } },
      ['data.receive: is unknown', 'data.receive_id: is missing'],
    ],
    [
      'another kind',
      { data: { receive_id: 1, msg_type: 'text', content: '{}' }, params: { receive_id_type: 'chat_id' } },
      ['data.receive_id: is no string'],
    ],
    [
      'a value that there is none of',
      { data: { receive_id: 'oc_1', msg_type: 'text', content: '{}' }, params: { receive_id_type: 'fax' } },
      [expect.stringContaining('params.receive_id_type')],
    ],
  ])('know %s', (_, asked, wrong) => {
    expect(misfits(asked, create.payload!)).toEqual(wrong);
  });

  it('can be read for all events and calls but downloads', () => {
    const calls = sdk.methods.filter(
      (one) => /^(im|vc|contact|application|calendar)\//.test(one) && !/(file|image|resource|export)\/(get|download)/.test(one),
    );
    for (const name of calls) expect(sdk.method(name)).toBeTruthy();
    for (const type of sdk.events) expect(sdk.event(type)).toBeTruthy();
  });
});

it.each([
  [{ a: 'x' }, { a: 'y', b: 1 }, []],
  [{ a: 'x' }, {}, ['a']],
  [{ a: 'x' }, { a: 1 }, ['a']],
  [{ a: { b: [{ c: 1 }] } }, { a: { b: [{}] } }, ['a.b[].c']],
  [{ a: [{ c: 1 }] }, { a: [] }, []],
])('%j lacks nothing that %j has not', (sample, value, missing) => {
  expect(lacking(sample, value)).toEqual(missing);
});
