import { chatRoutes } from './chat-routes.ts';
import { connectionRoutes } from './connection-routes.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { platformRoutes } from './platform-routes.ts';
import { registrationRoutes } from './registration-routes.ts';
import type { ControlRoute } from './request.ts';

/** `/_sandbox/…`: the world seen from outside, and people acted from outside. */
export const CONTROL_ROUTES: readonly ControlRoute[] = [
  ...platformRoutes,
  ...chatRoutes,
  ...peopleRoutes,
  ...meetingRoutes,
  ...connectionRoutes,
  ...registrationRoutes,
];
