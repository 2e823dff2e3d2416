/** What the sandbox emulates, in what it differs and what it lacks: seen on the wire, held against the documents' samples and the SDK's own types. */
import { RETIRED } from '../open-api/card-schema.ts';
import { ROUTES } from '../open-api/routes.ts';
import { DOCUMENTED_ERRORS } from '../world/errors.ts';
import { EVENT_SCOPES } from '../world/scopes.ts';
import { CARD_SAMPLES, REFUSED_TAGS } from './card-samples.ts';
import { EVENT_SAMPLES } from './event-samples.ts';
import { lacking, misfits } from './fits.ts';
import { ON_REQUEST } from './on-request.ts';
import { ROUTE_SAMPLES, type RouteSample } from './route-samples.ts';
import { readSdkTypes, type SdkTypes } from './sdk-types.ts';
import { type Exchange, type Walked, walk } from './walk.ts';

export type State = 'emulated' | 'differs' | 'not';

export interface Row {
  kind: 'route' | 'event' | 'error' | 'card';
  name: string;
  state: State;
  /** In what it differs. */
  differs: string[];
  /** Which of the two it was held against. */
  against: ('documents' | 'sdk')[];
}

/** Parts of the platform that bots live in: what the SDK knows of them and the sandbox has not is listed as lacking. */
const PARTS_OF_BOTS = /^(im|vc|cardkit)\//;
const EVENTS_OF_BOTS = /^(im|vc|application\.bot|card)\./;

export async function conformance(): Promise<Row[]> {
  const [walked, sdk] = [await walk(), readSdkTypes()];
  return [...routeRows(walked, sdk), ...eventRows(walked, sdk), ...errorRows(), ...cardRows(walked)];
}

const row = (kind: Row['kind'], name: string, differs: string[], against: Row['against']): Row => ({
  kind,
  name,
  state: differs.length === 0 ? 'emulated' : 'differs',
  differs,
  against,
});

const lacks = (kind: Row['kind'], name: string): Row => ({ kind, name, state: 'not', differs: [], against: [] });

function routeRows({ routes }: Walked, sdk: SdkTypes): Row[] {
  const emulated = ROUTES.map((route) => {
    const name = `${route.method} ${route.path}`;
    const [sample, exchange] = [ROUTE_SAMPLES[name], routes.get(name)];
    if (!sample || !exchange) return row('route', name, ['no sample of it: unchecked'], []);
    const seen = [...ofDocuments(sample, exchange), ...ofSdk(sample, exchange, sdk)];
    return row('route', name, [...(route.note ? [route.note] : []), ...seen], ['documents', ...(sample.sdk ? (['sdk'] as const) : [])]);
  });
  const known = new Set(Object.values(ROUTE_SAMPLES).map((sample) => sample.sdk));
  return [...emulated, ...sdk.methods.filter((name) => PARTS_OF_BOTS.test(name) && !known.has(name)).map((name) => lacks('route', name))];
}

function ofDocuments({ answer, refused }: RouteSample, exchange: Exchange): string[] {
  const code = (exchange.answer as { code?: unknown } | undefined)?.code;
  if (refused !== undefined) return code === refused ? [] : [`answers ${String(code)} instead of ${refused}`];
  if (exchange.status !== 200 || code !== 0) return [`refuses the documents' sample: HTTP ${exchange.status}, ${String(code)}`];
  const missing = lacking(answer, exchange.answer).map((path) => path.replace(/^data\./, ''));
  return missing.length > 0 ? [`the answer lacks ${missing.join(', ')}`] : [];
}

function ofSdk({ sdk: name, refused }: RouteSample, { answer, query, body }: Exchange, sdk: SdkTypes): string[] {
  if (name === null || refused !== undefined) return [];
  const method = sdk.method(name);
  if (!method) return [`the SDK has no ${name}`];
  const asked = method.payload
    ? misfits(
        { ...(body ? { data: body } : {}), ...(Object.keys(query).length > 0 ? { params: typed(query) } : {}) },
        withoutPath(method.payload),
      )
    : [];
  const told = misfits(answer, method.answer);
  return [
    ...asked.map((one) => `the SDK would not send ${one}`),
    ...told.map((one) => `the SDK does not expect ${one.replace(/^data\./, '')}`),
  ];
}

/** A query is text; the SDK writes numbers and flags into it. */
const typed = (query: Record<string, string>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(query).map(([key, value]) => [
      key,
      /^(true|false)$/.test(value) ? value === 'true' : /^\d{1,4}$/.test(value) ? Number(value) : value,
    ]),
  );

function withoutPath(payload: Parameters<typeof misfits>[1]): Parameters<typeof misfits>[1] {
  if (payload.is !== 'object') return payload;
  const { path: _, ...fields } = payload.fields;
  return { is: 'object', fields };
}

/** Beside `event` the SDK's handlers see what stands in the header. */
const HEADER = ['schema', 'event_id', 'token', 'create_time', 'event_type', 'tenant_key', 'ts', 'uuid', 'type', 'app_id'];

function eventRows({ events }: Walked, sdk: SdkTypes): Row[] {
  const pushed = Object.entries(EVENT_SAMPLES).map(([type, sample]) => {
    const event = events.get(type);
    if (event === undefined) return lacks('event', type);
    const shape = sdk.event(type);
    const missing = lacking(sample, event);
    const strange =
      shape?.is === 'object'
        ? misfits(event, { ...shape, fields: Object.fromEntries(Object.entries(shape.fields).filter(([key]) => !HEADER.includes(key))) })
        : [];
    const differs = [
      ...(missing.length > 0 ? [`lacks ${missing.join(', ')}`] : []),
      ...strange.map((one) => `the SDK does not expect ${one}`),
    ];
    return row('event', type, differs, ['documents', ...(shape ? (['sdk'] as const) : [])]);
  });
  const others = sdk.events.filter((type) => EVENTS_OF_BOTS.test(type) && !(type in EVENT_SAMPLES));
  const unsampled = Object.keys(EVENT_SCOPES).filter((type) => !(type in EVENT_SAMPLES));
  return [
    ...pushed,
    ...unsampled.map((type) => row('event', type, ['no sample of it: unchecked'], [])),
    ...others.map((type) => lacks('event', type)),
  ];
}

const errorRows = (): Row[] =>
  Object.entries(DOCUMENTED_ERRORS).map(([code, [status, msg]]) =>
    row('error', `${code} (HTTP ${status}) ${msg}`, ON_REQUEST.has(Number(code)) ? ['on request only, through faults'] : [], ['documents']),
  );

const cardRows = ({ cards }: Walked): Row[] =>
  [...cards].map(([tag, { taken, strict }]) => {
    if (RETIRED.includes(tag)) return row('card', tag, taken ? ['is taken, though it is gone'] : [], ['documents']);
    const note = CARD_SAMPLES[tag]?.note ?? REFUSED_TAGS[tag];
    const differs = [
      ...(taken ? [] : ["refuses the documents' sample"]),
      ...(strict ? [] : ['takes properties that there are none of']),
      ...(note ? [note] : []),
    ];
    return row('card', tag, differs, ['documents']);
  });
