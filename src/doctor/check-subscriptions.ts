/** Events and callbacks, as far as the platform tells. */
import type { Config } from '../app/config.ts';
import type { Manifest } from '../app/manifest.ts';
import { SELF_SCOPE, type Subscriptions } from '../feishu/api/application.ts';
import type { Platform } from '../feishu/api/client.ts';
import { isPlatformFailure } from '../feishu/api/errors.ts';
import { pageOf, scopePage } from './console.ts';
import { type Finding, found } from './finding.ts';

/** Without one of these nobody gets an answer. */
const MUST = new Set(['im.message.receive_v1', 'card.action.trigger']);

/** What the platform pushes to cannot be seen without a scope of its own: what to enter where is said instead. */
export async function checkSubscriptions(platform: Pick<Platform, 'subscriptions'>, config: Config, asked: Manifest): Promise<Finding[]> {
  let told: Subscriptions;
  try {
    told = await platform.subscriptions();
  } catch (error) {
    if (!isPlatformFailure(error)) throw error;
    return untold(config, asked);
  }
  const ways = [told.eventsBy, told.callbacksBy].filter((way): way is string => way !== null && way !== config.transport);
  const missing = [...missingFrom(asked.events, told.events), ...missingFrom(asked.callbacks, told.callbacks)];
  if (told.events === null && told.callbacks === null && ways.length === 0) return untold(config, asked);
  const link = pageOf(config, 'event');
  if (ways.length === 0 && missing.length === 0)
    return [found('ok', 'subscriptions', 'subscribed', { count: asked.events.length + asked.callbacks.length })];
  return [
    ...(ways[0] === undefined ? [] : [found('problem', 'subscriptions', 'other_way', { told: ways[0], link })]),
    ...missing.map((name) => found(MUST.has(name) ? 'problem' : 'warning', 'subscriptions', 'not_subscribed', { name, link })),
  ];
}

const missingFrom = (asked: readonly string[], told: readonly string[] | null): string[] =>
  told === null ? [] : asked.filter((one) => !told.includes(one));

const untold = (config: Config, asked: Manifest): Finding[] => [
  found('ok', 'subscriptions', 'subscriptions_untold', {
    events: [...asked.events, ...asked.callbacks].join(', '),
    link: pageOf(config, 'event'),
    scope: scopePage(config, SELF_SCOPE),
  }),
];
