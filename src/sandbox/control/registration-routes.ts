import { NotPossible } from '../people/not-possible.ts';
import { actor, type ControlRoute, flag, text } from './request.ts';
import type { Addons } from './shapes.ts';

/** Somebody who scanned the code to create an app. */
export const registrationRoutes: readonly ControlRoute[] = [
  {
    method: 'POST',
    path: '/_sandbox/registrations',
    handle(request) {
      const { parts, body } = request;
      const brand = text(body, 'brand') ?? 'feishu';
      if (brand !== 'feishu' && brand !== 'lark') throw new NotPossible('brand must be feishu or lark.');
      const answer = {
        confirm: flag(body, 'confirm') ?? true,
        brand,
        openId: actor(request).openId,
        addons: (body.addons ?? {}) as Addons,
      } as const;
      if (!parts.accounts) throw new NotPossible('Nobody can register an app here: the sandbox was started without it.', 404);
      if (!parts.accounts.registrations.decide(text(body, 'user_code') ?? '', answer))
        throw new NotPossible('No registration waits for that user_code, or it has expired.', 404);
      return {};
    },
  },
];
