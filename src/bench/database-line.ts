/** A line to the database that can be slow, or cut. */
import { connect, createServer, type Socket } from 'node:net';
import { pause } from './rig.ts';

export interface DatabaseLine {
  /** The same database, through this line. */
  url: string;
  /** Nothing gets through for so long: connections end, new ones are refused. */
  cut(ms: number): Promise<void>;
  close(): void;
}

/** @param slowMs how much later every piece arrives, in both directions */
export async function openDatabaseLine(url: string, slowMs: number): Promise<DatabaseLine> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let away = false;
  const server = createServer((near) => {
    if (away) return void near.destroy();
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.setNoDelay(true);
      from.on('error', () => {});
      from.on('data', (piece: Buffer) => {
        if (slowMs > 0) setTimeout(() => to.write(piece), slowMs);
        else to.write(piece);
      });
      from.on('close', () => {
        open.delete(from);
        setTimeout(() => to.destroy(), slowMs);
      });
    }
  });
  const port = await new Promise<number>((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(port);
  return {
    url: through.href,
    async cut(ms) {
      away = true;
      for (const socket of open) socket.destroy();
      await pause(ms);
      away = false;
    },
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
