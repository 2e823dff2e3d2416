import { NotPossible } from '../people/not-possible.ts';
import { FAULT_PRESETS } from '../world/fault-presets.ts';
import { chanceFrom, checkApiFaults, checkConnectionFault, checkDeliveryFaults } from '../world/faults.ts';
import { noFaults } from '../world/platform.ts';
import { SCOPES } from '../world/scopes.ts';
import { COVERAGE } from './coverage.ts';
import { type ControlRoute, flag, limitOf, type Request, strings, text } from './request.ts';
import { openScene, sceneOf } from './scene.ts';
import { worldView } from './view.ts';

/** The platform itself: its clock, faults, console and log. */

/** A preset by its id, or faults as they stand in the body. */
function wantedFaults(body: Record<string, unknown>): Record<string, unknown> {
  if (body.preset === undefined) return body;
  const preset = FAULT_PRESETS.find(({ id }) => id === body.preset);
  if (!preset) throw new NotPossible(`preset must be one of ${FAULT_PRESETS.map(({ id }) => id).join(', ')}.`);
  return preset.faults;
}

function setFaults({ parts, body: asked }: Request): object {
  const { platform } = parts;
  const body = wantedFaults(asked);
  const problem =
    checkDeliveryFaults(body.deliveries ?? []) ?? checkApiFaults(body.api ?? []) ?? checkConnectionFault(body.connection ?? {});
  if (problem) throw new NotPossible(problem);
  const absent = body.active_absent ?? 'error';
  const hosts = body.bad_hosts ?? 'soft';
  if (absent !== 'error' && absent !== 'empty') throw new NotPossible('active_absent must be error or empty.');
  const password = body.update_password ?? 'kept';
  if (password !== 'kept' && password !== 'drawn') throw new NotPossible('update_password must be kept or drawn.');
  if (hosts !== 'soft' && hosts !== 'hard') throw new NotPossible('bad_hosts must be soft or hard.');
  Object.assign(
    platform.faults,
    noFaults(),
    structuredClone({ deliveries: body.deliveries ?? [], api: body.api ?? [], connection: body.connection ?? {} }),
    {
      active_absent: absent,
      bad_hosts: hosts,
      update_password: password,
    },
  );
  if (body.seed !== undefined) {
    if (typeof body.seed !== 'number' || !Number.isInteger(body.seed)) throw new NotPossible('seed must be a whole number.');
    platform.chance = chanceFrom(body.seed);
  }
  platform.changed({ type: 'world' });
  return platform.faults;
}

function moveClock({ parts, body }: Request): object {
  const { clock } = parts.platform;
  const number = (key: string): number | undefined => {
    const value = body[key];
    if (value !== undefined && (typeof value !== 'number' || !Number.isFinite(value))) throw new NotPossible(`${key} must be a number.`);
    return value;
  };
  const [by, to, factor] = [number('advance_ms'), number('now'), number('factor')];
  if (by !== undefined && by < 0) throw new NotPossible('advance_ms must not be negative.');
  if (factor !== undefined && factor <= 0) throw new NotPossible('factor must be positive.');
  if (factor !== undefined) clock.setFactor(factor);
  if (to !== undefined) clock.set(to);
  if (by !== undefined) clock.advance(by);
  parts.platform.changed({ type: 'clock', now: clock.now() });
  return { now: clock.now() };
}

function changeScopes({ parts, body }: Request): object {
  const { scopes } = parts.platform.app;
  const grant = strings(body, 'grant');
  const unknown = grant.find((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (unknown !== undefined) throw new NotPossible(`${unknown} is no scope that this platform knows.`);
  for (const scope of strings(body, 'revoke')) scopes.delete(scope);
  for (const scope of grant) scopes.add(scope);
  parts.platform.changed({ type: 'world' });
  return { scopes: [...scopes] };
}

async function changeWebhook({ parts, body }: Request): Promise<object> {
  const { app } = parts.platform;
  const before = { encryptKey: app.encryptKey, verificationToken: app.verificationToken };
  if ('encrypt_key' in body) app.encryptKey = text(body, 'encrypt_key') || null;
  if ('verification_token' in body) app.verificationToken = text(body, 'verification_token') || null;
  try {
    await parts.setWebhook(text(body, 'url') || null);
  } catch (error) {
    Object.assign(app, before);
    throw new NotPossible(error instanceof Error ? error.message : String(error), 422);
  }
  return { webhook_url: app.webhookUrl };
}

export const platformRoutes: readonly ControlRoute[] = [
  { method: 'GET', path: '/_sandbox/world', handle: ({ parts }) => worldView(parts.platform) },
  { method: 'GET', path: '/_sandbox/coverage', handle: () => ({ routes: COVERAGE }) },
  { method: 'GET', path: '/_sandbox/deliveries', handle: ({ parts, query }) => ({ deliveries: parts.deliver.list(limitOf(query)) }) },
  {
    method: 'POST',
    path: '/_sandbox/deliveries/:id/again',
    handle({ parts, params, body }) {
      const times = body.times ?? 1;
      if (typeof times !== 'number' || !Number.isInteger(times) || times < 1 || times > 1000)
        throw new NotPossible('times must be 1 to 1000.');
      if (!parts.deliver.again(params.id ?? '', times)) throw new NotPossible('There is no such delivery.', 404);
      return {};
    },
  },
  {
    method: 'GET',
    path: '/_sandbox/calls',
    handle({ parts, query }) {
      const path = query.get('path') ?? '';
      const calls = parts.dispatcher.calls(Number.POSITIVE_INFINITY).filter((call) => call.path.includes(path));
      return { calls: calls.slice(0, limitOf(query)) };
    },
  },
  { method: 'POST', path: '/_sandbox/clock', handle: moveClock },
  { method: 'GET', path: '/_sandbox/faults', handle: ({ parts }) => ({ faults: parts.platform.faults, presets: FAULT_PRESETS }) },
  { method: 'POST', path: '/_sandbox/faults', handle: setFaults },
  { method: 'GET', path: '/_sandbox/scene', handle: ({ parts }) => sceneOf(parts.platform) },
  { method: 'POST', path: '/_sandbox/scene', handle: ({ parts, body }) => openScene(parts, body) },
  { method: 'POST', path: '/_sandbox/scopes', handle: changeScopes },
  {
    method: 'POST',
    path: '/_sandbox/app',
    handle({ parts, body }) {
      const { app } = parts.platform;
      app.botEnabled = flag(body, 'enabled') ?? app.botEnabled;
      if ('events' in body) app.events = body.events === null ? null : strings(body, 'events');
      if ('callbacks' in body) app.callbacks = body.callbacks === null ? null : strings(body, 'callbacks');
      parts.platform.changed({ type: 'world' });
      return {};
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/tokens/revoke',
    handle({ parts }) {
      parts.platform.tokens.clear();
      return {};
    },
  },
  { method: 'POST', path: '/_sandbox/webhook', handle: changeWebhook },
  {
    method: 'POST',
    path: '/_sandbox/reset',
    handle({ parts }) {
      parts.reset();
      return {};
    },
  },
];
