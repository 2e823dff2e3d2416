/**
 * What each documented code means for the call that got it.
 * `retry`: nothing was done, ask again. `tell`: final, say it. `stop`: final and nobody can be told.
 * `because`: `token` = renew and ask once more; `limit` = wait first; `scope` = an administrator has to grant something.
 */
export interface CodeRule {
  verdict: 'retry' | 'tell' | 'stop';
  because?: 'token' | 'limit' | 'scope';
}

const tell: CodeRule = { verdict: 'tell' };
const stop: CodeRule = { verdict: 'stop' };
const retry: CodeRule = { verdict: 'retry' };
const limit: CodeRule = { verdict: 'retry', because: 'limit' };
const token: CodeRule = { verdict: 'retry', because: 'token' };

/**
 * To a card's patch: there is nothing left to patch. Recalled, deleted, chat dissolved, bot outside the chat, past the 14 days,
 * or a message that this platform never had (99992354).
 */
export const CARD_GONE: ReadonlySet<number | null> = new Set([230002, 230011, 230031, 230110, 232009, 99992354]);

/** Source: the error tables of vc-v1/reserve, vc-v1/meeting, im-v1, ephemeral, chats, contact, calendar and the generic codes. */
export const CODES: Readonly<Record<number, CodeRule>> = {
  // vc-v1: reserves, meetings, recordings
  121001: retry, // documented with HTTP 500: an answer that says it failed
  121002: tell,
  121003: tell,
  121004: tell,
  121005: tell,
  121006: tell,
  122001: tell,
  122002: tell,
  122003: tell,
  122004: tell,
  122005: tell,
  122006: tell,
  122007: tell,
  122008: tell,
  122009: tell,
  123002: tell,
  123003: tell,
  123004: tell,
  123006: tell,
  124002: tell,

  // im-v1 messages
  230001: tell,
  230002: stop,
  230006: stop,
  230009: tell,
  230011: tell,
  230013: stop,
  230015: tell,
  230017: tell,
  230018: tell,
  230019: tell,
  230020: limit,
  230022: tell,
  230025: tell,
  230026: tell,
  230027: { verdict: 'tell', because: 'scope' },
  230028: tell,
  230029: stop,
  230031: tell,
  230034: stop,
  230035: tell,
  230036: stop,
  230038: stop,
  230049: retry, // the same uuid is still on its way
  230050: tell,
  230053: stop,
  230054: tell,
  230055: tell,
  230071: tell,
  230072: tell,
  230075: stop,
  230099: tell,
  230110: tell,
  230111: tell,

  // chats
  232001: tell,
  232004: stop,
  232006: tell,
  232009: stop,
  232010: tell,
  232011: stop,
  232019: limit,
  232024: tell,
  232025: stop,
  232033: tell,
  232034: stop,

  // ephemeral cards and the older message codes that they still answer with
  10002: stop,
  11205: stop,
  11206: tell,
  11225: stop,
  11228: tell,
  11232: limit,
  11233: limit,
  11236: stop,
  11242: stop,
  11246: tell,
  11247: limit,
  11248: tell,
  11310: tell,
  11311: tell,
  11312: tell,
  18051: tell,
  18053: tell,
  18054: tell,
  18120: stop,
  18121: retry,

  // cards: sub-codes of 230099 and the delayed update
  100290: tell,
  200380: tell,
  200381: tell,
  200550: tell,
  200570: tell,
  200621: tell,
  200732: tell,
  200737: tell,
  200830: tell,
  200861: tell,
  200914: tell,
  200915: tell,
  100000: tell,
  100030: tell,
  200000: tell,
  200310: tell,
  200320: tell,
  300000: retry,
  300020: tell,
  300030: tell,
  300040: tell,
  300090: tell,

  // contact
  40001: tell,

  // credentials
  10003: stop,
  10005: stop,
  10012: stop,
  10013: stop,
  10014: stop,
  10015: stop,

  // the app itself
  212100: stop,

  // the gateway: tokens, scopes, limits, ids
  99991400: limit,
  99991401: stop,
  99991403: stop,
  99991543: stop,
  99991661: token,
  99991662: stop,
  99991663: token,
  99991664: token,
  99991665: stop,
  99991668: token,
  99991671: token,
  99991672: { verdict: 'tell', because: 'scope' },
  99991673: stop,
  99991676: { verdict: 'tell', because: 'scope' },
  99991677: token,
  99991679: { verdict: 'tell', because: 'scope' },
  99992351: tell,
  99992354: tell,
  99992356: tell,
  99992361: tell,
  99992402: tell,

  // calendar-v4
  190002: tell,
  190003: retry,
  190004: limit,
  190005: limit,
  190006: stop,
  190007: stop,
  190010: limit,
  190013: tell,
  190014: tell,
  191000: tell,
  191002: tell,
  193001: tell,
  193002: tell,
  193101: tell,
  194002: tell,
  195100: tell,
};
