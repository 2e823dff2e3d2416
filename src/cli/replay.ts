/** `npm run replay -- EVENT.json`: one recorded event through the whole line; what would be called is printed, `--live` calls. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../app/config.ts';
import { createWork, type Work } from '../app/create-work.ts';
import { incomingJob } from '../bot/job-kinds.ts';
import { meetingIdOf, readAct } from '../domain/action.ts';
import type { Incoming } from '../domain/event.ts';
import type { Lang } from '../domain/settings.ts';
import type { Clock } from '../domain/time.ts';
import { isPlatformFailure } from '../feishu/api/errors.ts';
import { failureSay } from '../feishu/api/failure-say.ts';
import { createHttp, type Http, type HttpAnswer } from '../feishu/api/http.ts';
import { toIncoming } from '../feishu/inbound/events.ts';
import { createLog } from '../observability/log.ts';
import { createMetrics } from '../observability/metrics.ts';
import type { Job } from '../store/db.ts';
import { StoreError } from '../store/error.ts';
import { openStore, type Store } from '../store/open.ts';
import { REPLAY, type ReplayWords } from '../text/commands.ts';
import { plain } from '../text/ink.ts';
import { say as sentence } from '../text/say.ts';
import { canned, madeUpMeeting, type Scene } from './canned.ts';
import { langOf } from './environment.ts';
import { recording, type SentCall, shownBody } from './record-calls.ts';
import { mentionsOf, type RecordedEvent, readRecorded, whyIgnored } from './recorded.ts';

export interface ReplayIo {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
  now(): number;
}

type Env = Record<string, string | undefined>;

/** Told in a sentence; ends the command with 1. */
class Trouble extends Error {}

/** @returns the exit code: 0 also for an event that the bot rightly ignores */
export async function replayCommand(argv: string[], env: Env, io: ReplayIo): Promise<number> {
  const lang = langOf(env);
  const words = REPLAY[lang];
  try {
    const { path, live, asNow } = readArguments(argv, words);
    const config = configOf(env, live, words);
    const recorded = read(path, config, words);
    return await replay(recorded, { config, live, asNow, words, lang, io });
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 1;
  }
}

interface Setting {
  config: Config;
  live: boolean;
  asNow: boolean;
  words: ReplayWords;
  lang: Lang;
  io: ReplayIo;
}

async function replay(recorded: RecordedEvent, { config, live, asNow, words, lang, io }: Setting): Promise<number> {
  const say = (line: string): unknown => io.stdout.write(`${withoutSecrets(line, config)}\n`);
  const started = io.now();
  // What happened is read as it was read then, unless the platform is really asked: it refuses what is past.
  const from = live || asNow ? started : (recorded.at ?? started);
  const clock: Clock = { now: () => from + (io.now() - started) };

  const scene = sceneOf(recorded);
  const calls: SentCall[] = [];
  const note = (call: SentCall): void => {
    calls.push(call);
    for (const line of linesOf(call, live, words)) say(line);
  };
  const http = live ? real(note) : recording(canned(scene), note);

  say(words.event({ type: recorded.type, id: idOf(recorded), at: new Date(recorded.at ?? from).toISOString() }));
  const known = toIncoming(recorded.event, { botOpenId: live ? null : scene.botOpenId, now: clock.now() });
  if (known === null) return ignored(recorded, scene.botOpenId, words, say);

  const { store, temporary, close } = await storeFor(live ? config.databaseUrl : null, clock);
  if (live && temporary) say(words.live_temp_store);
  const appId = config.appId || recorded.appId || 'cli_0000000000000000';
  const log = createLog('silent');
  const work = createWork({
    config: { ...config, appId, appSecret: config.appSecret || 'none' },
    store,
    clock,
    log,
    metrics: createMetrics(),
    http,
  });
  try {
    if (!(await work.introduce())) throw new Trouble(words.live_no_bot);
    const incoming = toIncoming(recorded.event, { botOpenId: work.bot()?.openId ?? null, now: clock.now() });
    if (incoming === null) return ignored(recorded, work.bot()?.openId ?? '', words, say);
    const dated = asNow ? { ...incoming, at: clock.now() } : incoming;
    say(`\n${wordsOf(dated, words)}`);
    if (!live) await makeUp(dated, { store, scene, config, clock }, (id) => say(words.made_up_meeting({ id })));
    await run(dated, work, (answer) => say(words.back({ answer })));
    if (temporary) await drain(store, work);
    else say(words.later);
  } catch (error) {
    if (!isPlatformFailure(error)) throw error;
    throw new Trouble(words.failed({ why: `${sentence(failureSay(error), lang, plain)}${error.code === null ? '' : ` (${error.code})`}` }));
  } finally {
    work.close();
    await close();
  }
  say('');
  say((live ? words.done_live : words.done)({ calls: calls.length }));
  return 0;
}

/** As the door does it: the press is answered, the work rides behind. */
async function run(incoming: Incoming, work: Work, back: (answer: string) => void): Promise<void> {
  const opened = incoming.kind === 'press' ? await work.openPress(incoming) : null;
  if (opened) back(JSON.stringify(opened.answer));
  const now = incoming.at;
  await work.run({ ...incomingJob(incoming, opened?.decided), attempt: 1, failures: 0, unfinished: 1, background: false, createdAt: now });
}

/** What the work left to be done at once, such as redrawing a card. */
async function drain(store: Store, work: Work): Promise<void> {
  for (let round = 0; round < 20; round++) {
    const jobs: Job[] = await store.jobs.claim(10, 'replay');
    if (jobs.length === 0) return;
    for (const job of jobs) await work.run(job);
    await store.jobs.finish(jobs.map(({ id, attempt }) => ({ id, attempt, as: 'done' })));
  }
}

async function makeUp(
  incoming: Incoming,
  o: { store: Store; scene: Scene; config: Config; clock: Clock },
  told: (id: string) => void,
): Promise<void> {
  if (incoming.kind !== 'press') return;
  const act = readAct(incoming.action);
  const id = act && meetingIdOf(act);
  if (!id) return;
  const now = o.clock.now();
  const { chatId, messageId, from } = incoming;
  const meeting = madeUpMeeting(id, { owner: from, chatId, now, other: act.act === 'other_time', config: o.config });
  o.scene.meeting = meeting;
  await o.store.meetings.add(meeting, incoming.id, []);
  await o.store.meetings.addCard({ messageId, meetingId: id, chatId, sentAt: now });
  told(id);
}

/** `null` or in use: a store of its own, gone afterwards. */
async function storeFor(url: string | null, clock: Clock): Promise<{ store: Store; temporary: boolean; close(): Promise<void> }> {
  if (url !== null) {
    try {
      const store = await openStore(url, clock);
      return { store, temporary: false, close: () => store.close() };
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (error.fault !== 'in_use') throw new Trouble(error.message);
    }
  }
  const dir = mkdtempSync(join(tmpdir(), 'replay-'));
  const store = await openStore(`file:${join(dir, 'bot.db')}`, clock);
  const close = async (): Promise<void> => {
    await store.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { store, temporary: true, close };
}

function real(note: (call: SentCall) => void): Http {
  const http = createHttp({ timeoutMs: 10_000 });
  return recording(
    async (_, options) => (await http.instance.request(options)) as HttpAnswer,
    note,
    () => http.close(),
  );
}

function sceneOf({ event }: RecordedEvent): Scene {
  const mentions = mentionsOf(event);
  const bot = mentions.find((one) => one.bot) ?? mentions.find((one) => one.bot === undefined);
  const incoming = toIncoming(event, { botOpenId: null, now: Number.MAX_SAFE_INTEGER });
  const place = incoming?.kind === 'message' ? incoming.place : null;
  const people = new Map(mentions.filter((one) => one !== bot).map((one) => [one.openId, one.name]));
  const from = incoming && 'from' in incoming ? incoming.from : null;
  if (from) people.set(from, people.get(from) ?? from);
  return {
    botOpenId: bot?.openId ?? `ou_${'0'.repeat(32)}`,
    botName: bot?.name ?? '会议助手',
    chatId: place?.chatId ?? (incoming && 'chatId' in incoming ? incoming.chatId : ''),
    mode: place?.kind === 'direct' || incoming?.kind === 'bot_chat_entered' ? 'p2p' : 'group',
    people,
    meeting: null,
  };
}

function ignored(recorded: RecordedEvent, botOpenId: string, words: ReplayWords, say: (line: string) => unknown): number {
  const why = whyIgnored(recorded, botOpenId);
  if (why === 'unreadable') throw new Trouble(words.unreadable({ type: recorded.type }));
  say(words[why]);
  return 0;
}

const idOf = ({ event }: RecordedEvent): string => {
  const { header, event: body } = event as { header?: { event_id?: unknown }; event?: { message?: { message_id?: unknown } } };
  return String(body?.message?.message_id ?? header?.event_id ?? '');
};

function wordsOf(incoming: Incoming, words: ReplayWords): string {
  switch (incoming.kind) {
    case 'message': {
      const { content, place, from } = incoming;
      return words.message({ from, where: place.chatId, text: content.type === 'text' ? content.text : content.messageType });
    }
    case 'press':
      return words.press({ from: incoming.from, where: incoming.messageId, action: JSON.stringify(incoming.action) });
    case 'meeting_event':
      return words.meeting_event({ event: incoming.event.fact, no: incoming.meetingNo });
    default:
      return words[incoming.kind]({ from: incoming.from, where: incoming.chatId });
  }
}

function linesOf(call: SentCall, live: boolean, words: ReplayWords): string[] {
  const body = shownBody(call.body);
  const { answer } = call;
  const answered =
    'why' in answer
      ? words.no_answer(answer)
      : (live ? words.answered : words.made_up)({
          status: String(answer.status),
          code: answer.code === null ? '' : ` code ${answer.code}`,
        });
  return ['', `${call.method} ${call.path}`, ...(body ? [`  ${body}`] : []), `  ${answered}`];
}

function withoutSecrets(line: string, config: Config): string {
  let safe = line;
  for (const secret of [config.appSecret, config.encryptKey, config.verificationToken])
    if (secret && secret.length >= 4) safe = safe.replaceAll(secret, '***');
  return safe;
}

function readArguments(argv: string[], words: ReplayWords): { path: string; live: boolean; asNow: boolean } {
  const [path, ...more] = argv.filter((one) => !one.startsWith('--'));
  const flags = argv.filter((one) => one.startsWith('--'));
  if (path === undefined || more.length > 0 || flags.some((one) => one !== '--live' && one !== '--now')) throw new Trouble(words.usage);
  return { path, live: flags.includes('--live'), asNow: flags.includes('--now') };
}

function configOf(env: Env, live: boolean, words: ReplayWords): Config {
  const configured = readConfig(env);
  if ('problems' in configured) throw new Trouble([...configured.problems, words.configuration].join('\n'));
  if (live && configured.config.mode === 'sandbox') throw new Trouble(words.live_needs_app);
  return configured.config;
}

function read(path: string, config: Config, words: ReplayWords): RecordedEvent {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Trouble(words.no_file({ path, why: (error as NodeJS.ErrnoException).code ?? '' }));
  }
  const recorded = readRecorded(text, { ...config, appId: config.appId || null });
  if (!('odd' in recorded)) return recorded;
  switch (recorded.odd) {
    case 'not_json':
      throw new Trouble(words.not_json({ path }));
    case 'other_app':
      throw new Trouble(words.other_app(recorded));
    case 'unknown_event':
      throw new Trouble(words.unknown_event(recorded));
    default:
      throw new Trouble(words[recorded.odd]);
  }
}
