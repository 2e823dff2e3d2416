import { refused } from './errors.ts';

const SHAPES = {
  message: /^om_[A-Za-z0-9_-]{1,128}$/,
  chat: /^oc_[A-Za-z0-9_-]{1,128}$/,
  user: /^ou_[A-Za-z0-9_-]{1,128}$/,
  reserve: /^[A-Za-z0-9_-]{1,64}$/,
};

/** The id, safe to stand in a path. Throws a final `PlatformError` before anything is sent otherwise. */
export function checkId(kind: keyof typeof SHAPES, id: string, api: string): string {
  if (typeof id !== 'string' || !SHAPES[kind].test(id)) throw refused(api, `not a ${kind} id`);
  return id;
}
