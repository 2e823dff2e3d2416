/** `listen` failed: which variables say where, and what to do. Other errors pass as they are. */
export function listenProblem(error: unknown, at: { host: string; port: number; portFrom: string; hostFrom?: string }): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const { host, port, portFrom, hostFrom } = at;
  const say = (sentence: string): Error => new Error(`${sentence} (${code})`, { cause: error });
  switch (code) {
    case 'EADDRINUSE':
      return say(
        `${portFrom}: port ${port} of ${host} is in use. Stop what uses it, or choose another with ${portFrom} (0 = any free port)`,
      );
    case 'EACCES':
    case 'EPERM':
      return say(`${portFrom}: port ${port} may not be used by this user. Choose one from 1024 to 65535 (0 = any free port)`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
    case 'EAFNOSUPPORT':
      if (hostFrom)
        return say(`${hostFrom}: ${host} is no address of this machine. Choose 127.0.0.1 (this machine only) or 0.0.0.0 (all addresses)`);
  }
  return error;
}
