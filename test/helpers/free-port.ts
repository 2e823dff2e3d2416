import { createServer } from 'node:net';

/** Below the range from which a system gives ports to outgoing connections (32,768 and up on Linux, 49,152 elsewhere): nobody takes it meanwhile. */
const [FIRST, LAST] = [10_000, 32_000];

/** A port that nobody listens on, for a program that has to be told its port. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
