import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** How long and how far an unwanted upload is read on, so that its sender gets to see the answer. */
const LINGER_MS = 2000;
const LINGER_BYTES = 8 * 1024 * 1024;

/** The raw bytes; `too_large` as soon as that is known, `aborted` when the client went away. */
export function readBody(req: IncomingMessage, limit: number): Promise<Buffer | 'too_large' | 'aborted'> {
  return new Promise((resolve) => {
    if (Number(req.headers['content-length']) > limit) return resolve('too_large');
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (result: Buffer | 'too_large' | 'aborted') => {
      req.off('data', take).off('end', end).off('close', gone);
      resolve(result);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) settle('too_large');
      else chunks.push(chunk);
    };
    const end = () => settle(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size));
    const gone = () => settle('aborted');
    req.on('data', take).on('end', end).on('close', gone);
  });
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
