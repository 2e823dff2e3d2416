import { applicationRoutes } from './application.ts';
import { authRoutes } from './auth.ts';
import { botRoutes } from './bot.ts';
import { cardUpdateRoutes } from './card-update.ts';
import { chatRoutes } from './chats.ts';
import { connectRoutes } from './connect.ts';
import { contactRoutes } from './contact.ts';
import { ephemeralRoutes } from './ephemeral.ts';
import { meetingRoutes } from './meetings.ts';
import { messageRoutes } from './messages.ts';
import { reserveRoutes } from './reserves.ts';
import type { Route } from './route.ts';

export const ROUTES: readonly Route[] = [
  ...authRoutes,
  ...connectRoutes,
  ...botRoutes,
  ...applicationRoutes,
  ...messageRoutes,
  ...ephemeralRoutes,
  ...cardUpdateRoutes,
  ...chatRoutes,
  ...contactRoutes,
  ...reserveRoutes,
  ...meetingRoutes,
];

interface Match {
  route: Route;
  params: Record<string, string>;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function matchPath(pattern: string, parts: readonly string[]): Record<string, string> | null {
  const wanted = pattern.split('/');
  if (wanted.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const given = parts[index]!;
    if (part.startsWith(':') && given !== '') params[part.slice(1)] = decode(given);
    else if (part !== given) return null;
  }
  return params;
}

/** The route of a call; fixed paths win over `:id`. */
export function findRoute(method: string, path: string): Match | null {
  const parts = path.split('/');
  let found: Match | null = null;
  for (const route of ROUTES) {
    if (route.method !== method) continue;
    const params = matchPath(route.path, parts);
    if (params && (!found || Object.keys(params).length < Object.keys(found.params).length)) found = { route, params };
  }
  return found;
}
