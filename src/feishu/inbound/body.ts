import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** How long and how far an unwanted upload is read on, so that its sender gets to see the answer. */
const LINGER_MS = 2000;
const LINGER_BYTES = 8 * 1024 * 1024;

/** Bodies that are still on their way: nobody has vouched for them yet, so all of them together have a bound. */
export interface Uploads {
  /** This upload holds so many bytes now. */
  hold(upload: Upload, bytes: number): void;
  release(upload: Upload): void;
}

interface Upload {
  /** It has to give way. */
  giveWay(): void;
}

/**
 * The platform sends a body in one go, within milliseconds. When there is too much, whoever has been sending longest gives way:
 * strangers who trickle keep nobody else out.
 */
export function createUploads(most: number): Uploads {
  const held = new Map<Upload, number>();
  let sum = 0;
  const release = (upload: Upload): void => {
    sum -= held.get(upload) ?? 0;
    held.delete(upload);
  };
  return {
    release,
    hold(upload, bytes) {
      sum += bytes - (held.get(upload) ?? 0);
      held.set(upload, bytes);
      for (const oldest of held.keys()) {
        if (sum <= most) break;
        release(oldest);
        oldest.giveWay();
      }
    },
  };
}

/** The raw bytes; `too_large` as soon as that is known, `crowded` when it had to give way, `aborted` when the client went away. */
export function readBody(req: IncomingMessage, limit: number, uploads: Uploads): Promise<Buffer | 'too_large' | 'crowded' | 'aborted'> {
  return new Promise((resolve) => {
    if (Number(req.headers['content-length']) > limit) return resolve('too_large');
    // One buffer that grows: a list of a million chunks of one byte would take a hundred times their size.
    let held: Buffer = EMPTY;
    let size = 0;
    const settle = (result: Buffer | 'too_large' | 'crowded' | 'aborted') => {
      req.off('data', take).off('end', end).off('close', gone);
      uploads.release(upload);
      held = EMPTY;
      resolve(result);
    };
    const upload = { giveWay: () => settle('crowded') };
    const take = (chunk: Buffer) => {
      if (size + chunk.length > limit) return settle('too_large');
      held = size === 0 ? chunk : appended(held, size, chunk);
      size += chunk.length;
      uploads.hold(upload, held.length);
    };
    const end = () => settle(held.subarray(0, size));
    const gone = () => settle('aborted');
    req.on('data', take).on('end', end).on('close', gone);
  });
}

const EMPTY = Buffer.alloc(0);

function appended(held: Buffer, size: number, chunk: Buffer): Buffer {
  let into = held;
  if (size + chunk.length > held.length) {
    into = Buffer.allocUnsafeSlow(Math.max(2 * size, size + chunk.length));
    held.copy(into, 0, 0, size);
  }
  chunk.copy(into, size);
  return into;
}

/** An answer that says nothing but its status. */
export function answerEmpty(req: IncomingMessage, res: ServerResponse, status: number, headers: OutgoingHttpHeaders = {}): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = req.headers;
  if (req.complete || (encoding === undefined && (length === undefined || length === '0'))) {
    res.writeHead(status, { ...headers, 'content-length': 0 }).end();
    return;
  }
  // Closing while the client still sends would reset the connection and lose the answer: answer, read on, then close.
  res.writeHead(status, { ...headers, 'content-length': 0, connection: 'close' });
  res.flushHeaders();
  let size = 0;
  const close = () => {
    clearTimeout(timer);
    req.off('data', count).off('end', close).off('close', close);
    res.end();
  };
  const count = (chunk: Buffer) => {
    size += chunk.length;
    if (size > LINGER_BYTES) close();
  };
  const timer = setTimeout(close, LINGER_MS).unref();
  req.on('data', count).on('end', close).on('close', close);
}
