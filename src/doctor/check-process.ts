import type { Config } from '../app/config.ts';
import { type Finding, found } from './finding.ts';

/** The bot that holds the store. */
export async function checkProcess(config: Config): Promise<Finding[]> {
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`;
  const headers: Record<string, string> = config.metricsToken ? { authorization: `Bearer ${config.metricsToken}` } : {};
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000), headers });
    const { ok, reasons, notes } = (await answer.json()) as { ok?: unknown; reasons?: unknown; notes?: unknown };
    const worth = (Array.isArray(notes) ? notes : []).map((note) =>
      found('warning', 'bot_process', 'process_note', { note: String(note) }),
    );
    if (ok === true) return [found('ok', 'bot_process', 'process_ready', { url }), ...worth];
    if (Array.isArray(reasons))
      return [found('warning', 'bot_process', 'process_not_ready', { url, reasons: reasons.join('; ') }), ...worth];
    // Listening on another address than loopback, it takes us for a stranger.
    if (ok === false) return [found('warning', 'bot_process', 'process_mute', { url })];
  } catch {
    // Nobody there, or no bot.
  }
  return [found('warning', 'bot_process', 'process_silent', { url })];
}
