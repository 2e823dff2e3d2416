import { sql } from 'kysely';
import type { Trace, TraceOutcome } from '../domain/trace.ts';
import type { Traces } from '../meeting/ports/records.ts';
import type { Db, Sql } from './db.ts';
import { hotList } from './hot.ts';
import type { Along } from './jobs/create-jobs.ts';
import type { Tables } from './tables.ts';

/** PostgreSQL takes 65,535 values a statement. */
const BATCH = 500;

/** What became of messages and presses. Written in the commit that ends their jobs. */
export function createTraces(db: Db): Traces & { along: Along } {
  let waiting: Trace[] = [];
  const newest = () => db.read.selectFrom('traces').select('data').orderBy('at', 'desc').orderBy('id', 'desc');
  const REFUSED: readonly TraceOutcome[] = ['refused', 'failed'];
  return {
    keep(trace) {
      waiting.push(trace);
    },
    along: {
      take() {
        if (waiting.length === 0) return null;
        const taken = waiting;
        waiting = [];
        return {
          write: (handle) => write(handle, taken),
          failed() {
            waiting = [...taken, ...waiting];
          },
        };
      },
    },
    async of(messageId, most) {
      const rows = await newest()
        .where((eb) => eb('id', 'in', eb.selectFrom('trace_messages').select('trace_id').where('message_id', '=', messageId)))
        .limit(most)
        .execute();
      return rows.map(traceOf);
    },
    async ofPerson(personId, { chatId, refused = false, most }) {
      const rows = await newest()
        .where('person_id', '=', personId)
        .$if(chatId !== undefined, (query) => query.where('chat_id', '=', chatId as string))
        .$if(refused, (query) => query.where('outcome', 'in', REFUSED))
        .limit(most)
        .execute();
      return rows.map(traceOf);
    },
    async since(at, { refused = false, most }) {
      const rows = await newest()
        .where('at', '>=', at)
        .$if(refused, (query) => query.where('outcome', 'in', REFUSED))
        .limit(most)
        .execute();
      return rows.map(traceOf);
    },
  };
}

async function write(handle: Sql, traces: readonly Trace[]): Promise<void> {
  // Of one event that ran twice the newest; a statement may not touch a row twice.
  const latest = [...new Map(traces.map((trace) => [trace.id, trace])).values()];
  for (let from = 0; from < latest.length; from += BATCH) {
    const some = latest.slice(from, from + BATCH);
    await writeTraces(
      handle,
      some.map((trace) => ({
        id: trace.id,
        at: trace.at,
        person_id: trace.personId,
        chat_id: trace.chatId,
        outcome: trace.outcome,
        reason: trace.error ?? trace.reason?.key ?? '',
        data: JSON.stringify(trace),
      })),
      {},
    );
    const messages = some.flatMap((trace) => messagesOf(trace).map((message_id) => ({ message_id, trace_id: trace.id, at: trace.at })));
    await writeMessages(handle, messages, {});
  }
}

const writeTraces = hotList((handle, rows: readonly Tables['traces'][]) =>
  handle
    .insertInto('traces')
    .values(rows.map(({ id, at, person_id, chat_id, outcome, reason, data }) => ({ id, at, person_id, chat_id, outcome, reason, data })))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        at: sql`excluded.at`,
        outcome: sql`excluded.outcome`,
        reason: sql`excluded.reason`,
        data: sql`excluded.data`,
      }),
    ),
);

const writeMessages = hotList((handle, rows: readonly Tables['trace_messages'][]) =>
  handle
    .insertInto('trace_messages')
    .values(rows.map(({ message_id, trace_id, at }) => ({ message_id, trace_id, at })))
    .onConflict((conflict) => conflict.columns(['trace_id', 'message_id']).doNothing()),
);

/** Where somebody may ask about it. */
function messagesOf({ messageId, answered }: Trace): string[] {
  return [...new Set([messageId, ...answered.flatMap((answer) => answer.messageId ?? [])])];
}

const traceOf = ({ data }: { data: string }): Trace => JSON.parse(data) as Trace;
