import { randomBytes, randomInt } from 'node:crypto';
import { createChatKinds } from '../bot/chat-kinds.ts';
import type { Deps } from '../bot/deps.ts';
import type { JobKind } from '../bot/job-kinds.ts';
import { UNNOTED } from '../bot/note.ts';
import { createTogether } from '../bot/together.ts';
import { diagnoseRunning } from '../doctor/diagnose.ts';
import { checked } from '../doctor/finding.ts';
import type { Hearing } from '../doctor/hearing.ts';
import type { Clock, Millis } from '../domain/time.ts';
import type { Platform } from '../feishu/api/client.ts';
import { isPlatformFailure } from '../feishu/api/errors.ts';
import { failureSay } from '../feishu/api/failure-say.ts';
import type { HealthState } from '../feishu/api/health.ts';
import { narrowed } from '../meeting/narrow-settings.ts';
import { JOIN_PRESETS } from '../meeting/settings-form.ts';
import type { Log } from '../observability/log.ts';
import type { Metrics } from '../observability/metrics.ts';
import type { Store } from '../store/open.ts';
import type { Config } from './config.ts';

/** What answering needs, from the store, the platform and the configuration. */
export function createDeps(o: {
  config: Config;
  store: Store;
  platform: Platform;
  hearing: Hearing;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  /** Why nothing can come in over the long connection; null: it is up, or not used. */
  line: () => string | null;
  bot: Deps['bot'];
}): Deps {
  const { config, store, platform, hearing, clock, log, metrics, line } = o;
  return {
    reserves: platform.reserves,
    messages: platform.messages,
    directory: platform.directory,
    quiet: false,
    chatKinds: createChatKinds(platform.directory, store.shared),
    together: createTogether({ directory: platform.directory, audit: store.audit, now: () => clock.now() }),
    store: store.meetings,
    lives: store.lives,
    settings: narrowed(store.settings),
    marks: store.marks,
    conversations: store.conversations,
    series: store.series,
    changes: store.changes,
    audit: store.audit,
    traces: store.traces,
    note: UNNOTED,
    alone: (meetingId, run) => store.locks.alone(`meeting:${meetingId}`, run),
    jobs: store.jobs,
    async diagnose() {
      return (await diagnoseRunning({ config, store, platform, node: process.version, line, missed: hearing.missed() })).map(checked);
    },
    meetingEvent: hearing.note,
    platformTrouble: () => troubleOf(platform.health(), platform.blocked()),
    defaults: {
      minutes: config.minutes,
      lang: config.lang,
      zone: config.zone,
      join: JOIN_PRESETS[config.join],
      record: config.record,
      password: config.password,
      access: config.access,
      remind: config.remind,
      invite: true,
    },
    admins: new Set(config.admins),
    allow: {
      users: new Set(config.allowUsers),
      departments: new Set(config.allowDepartments),
      chats: new Set(config.allowChats),
    },
    quota: { person: config.quotaPerson, chat: config.quotaChat },
    cardAnswer: config.cardAnswer,
    now: () => clock.now(),
    newId: () => `m${randomBytes(9).toString('hex')}`,
    digits: () => String(randomInt(100_000, 1_000_000)),
    isFailure: isPlatformFailure,
    failureSay,
    bot: o.bot,
    leaving: (from, until) => store.jobs.perMinute('remind' satisfies JobKind, from, until),
    log,
    enqueue: async (jobs) => {
      await store.jobs.add(jobs);
    },
    remindedAfter: (ms) => metrics.reminded(ms / 1000),
    lookedAfter: (ms) => metrics.polled(ms / 1000),
  };
}

const troubleOf = ({ refused }: HealthState, blocked: readonly { api: string; wait: Millis }[]): ReturnType<Deps['platformTrouble']> => [
  ...(refused ? [{ ...refused, seconds: null }] : []),
  ...blocked.map(({ api, wait }) => ({ api, code: null, seconds: Math.ceil(wait / 1000) })),
];
