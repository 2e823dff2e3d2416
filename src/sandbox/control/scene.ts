import { NotPossible } from '../people/not-possible.ts';
import type { Platform } from '../world/platform.ts';
import { revived, worldAsJson } from '../world/saved-world.ts';
import type { ControlParts } from './request.ts';

/** A world to hand on: who is there, what was said, what is booked. Its app is named, so that it can be told from the one that opens it. */
export interface Scene {
  scene: 1;
  app: { app_id: string; bot_open_id: string };
  world: object;
}

/** No secret of the app's is in it; passwords of meetings are. */
export const sceneOf = ({ app, world }: Platform): Scene => ({
  scene: 1,
  app: { app_id: app.appId, bot_open_id: app.botOpenId },
  world: worldAsJson(world),
});

/** The world of somebody else's sandbox in place of this one; what its app did was done by ours. */
export function openScene(parts: ControlParts, body: Record<string, unknown>): object {
  const { app, world } = body as Partial<Scene>;
  if (
    body.scene !== 1 ||
    typeof world !== 'object' ||
    world === null ||
    typeof app?.app_id !== 'string' ||
    typeof app.bot_open_id !== 'string'
  )
    throw new NotPossible('That is no scene of GET /_sandbox/scene.');
  const { platform } = parts;
  const ours = JSON.stringify(world).replaceAll(app.app_id, platform.app.appId).replaceAll(app.bot_open_id, platform.app.botOpenId);
  let opened: Platform['world'];
  try {
    opened = revived(JSON.parse(ours));
  } catch {
    throw new NotPossible('That is no scene of GET /_sandbox/scene.');
  }
  parts.reset();
  platform.world = opened;
  platform.changed({ type: 'world' });
  return {};
}
