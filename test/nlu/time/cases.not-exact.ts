/** Now is Friday 2026-11-20 10:15 in Shanghai; `tell.ts` explains the notation. */
import type { Case } from './tell.ts';

export const notExactCases: Record<string, readonly Case[]> = {
  'English, not exact': [
    ['in a bit', '!vague'],
    ['in a few minutes', '!vague'],
    ['soon', '!vague'],
  ],
  'Chinese, not exact': [
    ['过一会儿', '!vague'],
    ['待会儿开会', '!vague'],
    ['稍后', '!vague'],
    ['改天约', '!vague'],
    ['有空聊', '!vague'],
    ['过两天', '!vague'],
    ['待会3点半拉个会', '11-20 15:30 ?date+afternoon or 11-21 03:30'],
  ],
};
