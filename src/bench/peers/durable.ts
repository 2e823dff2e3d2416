/** A small bot that keeps what it acknowledges: verified raw bytes, one synced commit for all that waits, then the work. */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import Database from 'libsql';
import { bookAndReply, settings } from './work.ts';

const { mode, key, port } = settings;
const aes = createHash('sha256').update(key).digest();
const db = new Database((process.env.DATABASE_URL ?? '').replace(/^file:/, ''));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('create table if not exists inbox (id text primary key, job text, state integer default 0) without rowid');
const insert = db.prepare('insert or ignore into inbox (id, job) values (?, ?)');
const update = db.prepare('update inbox set state = ? where id = ?');

let waiting: { write(): void; done(): void; failed(error: unknown): void }[] = [];

/** Resolves when it is on disk. */
function commit(write: () => void): Promise<void> {
  return new Promise((done, failed) => {
    if (waiting.length === 0) setImmediate(flush);
    waiting.push({ write, done, failed });
  });
}

function flush(): void {
  const all = waiting;
  waiting = [];
  try {
    db.exec('BEGIN IMMEDIATE');
    for (const one of all) one.write();
    db.exec('COMMIT');
    for (const one of all) one.done();
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    for (const one of all) one.failed(error);
  }
}

interface Job {
  id: string;
  from: string;
  text: string;
}

function read(body: Buffer, headers: Record<string, unknown>): Job | null {
  const signed = `${String(headers['x-lark-request-timestamp'])}${String(headers['x-lark-request-nonce'])}${key}`;
  const wanted = createHash('sha256').update(signed).update(body).digest();
  const given = Buffer.from(String(headers['x-lark-signature']), 'hex');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const sealed = Buffer.from(String((JSON.parse(body.toString('utf8')) as { encrypt: string }).encrypt), 'base64');
  const decipher = createDecipheriv('aes-256-cbc', aes, sealed.subarray(0, 16));
  const { event } = JSON.parse(decipher.update(sealed.subarray(16), undefined, 'utf8') + decipher.final('utf8'));
  return { id: event.message.message_id, from: event.sender.sender_id.open_id, text: JSON.parse(event.message.content).text };
}

async function work({ id, from, text }: Job): Promise<void> {
  await bookAndReply(from, id, text);
  await commit(() => update.run([2, id]));
}

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    const job = read(Buffer.concat(chunks), request.headers);
    if (!job) return void response.writeHead(401).end();
    await commit(() => insert.run([job.id, JSON.stringify(job)]));
    if (mode === 'sync') await work(job);
    else if (mode === 'async') work(job).catch(() => {});
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
}).listen(port, '127.0.0.1');
