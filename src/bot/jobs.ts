import type { Ask } from '../meeting/ask.ts';
import { askOf, loadContext, pressAsk } from './context.ts';
import type { Deps } from './deps.ts';
import { expiring } from './expiring.ts';
import { followLive } from './follow-live.ts';
import { invite } from './invite.ts';
import type { JobKind, JobPayloads } from './job-kinds.ts';
import { onJoin } from './on-join.ts';
import { onMeetingEvent } from './on-meeting-event.ts';
import { onMessage } from './on-message.ts';
import { onLatePress, onPress } from './on-press.ts';
import { poll, sweep } from './poll-live.ts';
import type { Press } from './press.ts';
import { expire, redraw } from './redraw-cards.ts';
import { remind, snoozed } from './remind.ts';
import { stepSeries } from './series-step.ts';
import { redrawSeries } from './series-view.ts';
import { tellOthers } from './tell-others.ts';
import { tellRecorded } from './tell-recorded.ts';
import { withdrawSeries } from './withdraw-series.ts';

interface Asker {
  ask: Ask;
  /** By a button: a word of it is for the presser alone. */
  pressed: boolean;
  press?: Press | null;
}

/** What runs a job of one kind. */
interface Handler<K extends JobKind> {
  run(payload: JobPayloads[K], deps: Deps): Promise<void>;
  /** Who waits for an answer, to be told when it takes long or was given up; null: nobody. */
  asker?(payload: JobPayloads[K], deps: Deps): Promise<Asker | null>;
}

const JOBS: { [K in JobKind]: Handler<K> } = {
  incoming: { run: onIncoming, asker: askerOf },
  press: { run: onPress, asker: async ({ ask, press }) => ({ ask, pressed: true, press }) },
  meeting_event: { run: ({ incoming, waited }, deps) => onMeetingEvent(incoming, waited, deps) },
  poll: { run: ({ meetingId }, deps) => poll(meetingId, deps) },
  sweep: { run: (_, deps) => sweep(deps) },
  grace: { run: ({ meetingId }, deps) => followLive(meetingId, null, deps) },
  recorded: { run: ({ meetingId, sessionId }, deps) => tellRecorded(meetingId, sessionId, deps) },
  redraw: { run: ({ meetingId }, deps) => redraw(meetingId, deps) },
  expire: { run: ({ meetingId }, deps) => expire(meetingId, deps) },
  remind: { run: remind },
  snooze: { run: snoozed },
  expiring: { run: expiring },
  invite: { run: invite },
  series: { run: stepSeries },
  withdraw_series: { run: withdrawSeries },
  redraw_series: { run: redrawSeries },
  news: { run: tellOthers },
};

/** How long until another instance looks at what this one does not know. */
const LOOK_ELSEWHERE = 20_000;

/** @throws for a kind that this version does not know: an instance of a newer one does, during an upgrade */
export function handlerOf(kind: string): Handler<JobKind> {
  if (!Object.hasOwn(JOBS, kind))
    throw Object.assign(new Error(`there is nothing that runs a job of the kind ${kind}`), {
      verdict: 'retry',
      code: null,
      retryAfter: LOOK_ELSEWHERE,
    });
  return JOBS[kind as JobKind] as Handler<JobKind>;
}

function onIncoming(incoming: JobPayloads['incoming'], deps: Deps): Promise<void> {
  switch (incoming.kind) {
    case 'message':
      return onMessage(incoming, deps);
    case 'press':
      return onLatePress(incoming, deps);
    case 'bot_added':
    case 'bot_chat_entered':
      return onJoin(incoming, deps);
  }
}

async function askerOf(incoming: JobPayloads['incoming'], deps: Deps): Promise<Asker | null> {
  switch (incoming.kind) {
    case 'message': {
      const context = await loadContext({ ...incoming, under: incoming.id, about: null, hint: incoming.lang ?? null }, deps);
      return { ask: await askOf(context, null, deps), pressed: false };
    }
    case 'press':
      return { ask: await pressAsk(incoming, deps), pressed: true };
    default:
      return null;
  }
}
