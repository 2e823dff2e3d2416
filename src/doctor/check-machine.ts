/** The machine that the bot runs on: Node, disk, clock, ports. */
import { existsSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { type Finding, found } from './finding.ts';

const MB = 1024 * 1024;
/** Less, and the store may be full before anybody looks. */
const DISK_LOW = 500 * MB;
/** Less, and the next hours' writes may fail. */
const DISK_FULL = 50 * MB;

/** The door refuses pushes from more than five minutes ahead. */
const FAR_OFF_S = 300;
const OFF_S = 30;

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const fits = major > 20 || (major === 20 && minor >= 19);
  return fits ? found('ok', 'node', 'node_ok', { version }) : found('problem', 'node', 'node_old', { version });
}

/** Bytes that this user may still write where `path` is or will be; null: the system does not say. */
export function freeBytes(path: string): number | null {
  let place = resolve(path);
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** @param free bytes left where the embedded store is */
export function checkDisk(path: string, free: number | null): Finding[] {
  if (free === null) return [];
  const megabytes = Math.floor(free / MB);
  if (free >= DISK_LOW) return [found('ok', 'disk', 'disk_ok', { path, gigabytes: (free / 1024 / MB).toFixed(1) })];
  return [found(free < DISK_FULL ? 'problem' : 'warning', 'disk', 'disk_low', { path, megabytes })];
}

/** @param seconds how far this machine is ahead of the platform */
export function checkClock(seconds: number): Finding[] {
  const off = Math.abs(seconds);
  return off > OFF_S ? [found(off > FAR_OFF_S ? 'problem' : 'warning', 'clock', 'clock_off', { seconds })] : [];
}

/** @param fixed the platform is to be told the port */
export async function checkPort(name: string, host: string, port: number, fixed: boolean): Promise<Finding> {
  const code = await new Promise<string | null>((done) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'error'));
    probe.listen(port, host, () => probe.close(() => done(null)));
  });
  if (code === null)
    return port === 0
      ? found(fixed ? 'warning' : 'ok', 'port', 'port_any', { name, fixed })
      : found('ok', 'port', 'port_ok', { name, host, port });
  if (code === 'EADDRINUSE') return found('problem', 'port', 'port_taken', { name, host, port });
  if (code === 'EACCES') return found('problem', 'port', 'port_denied', { name, host, port });
  return found('problem', 'port', 'port_no_host', { name, host, port });
}
