import type { PlainKey } from '../../domain/say.ts';

type ErrorKey = Extract<PlainKey, `error_${string}`>;

/**
 * What each documented code means for the call that got it.
 * `retry`: nothing was done, ask again. `tell`: final, say it. `stop`: final and nobody can be told.
 * `because`: `token` = renew and ask once more; `limit` = wait first; `scope` = an administrator has to grant something;
 * `app` = the app itself is refused until somebody heals it (secret rotated, bot switched off): nothing was done, and nobody can be told yet.
 */
export interface CodeRule {
  verdict: 'retry' | 'tell' | 'stop';
  because?: 'token' | 'limit' | 'scope' | 'app';
  /** What the person who asked is told. */
  says: ErrorKey;
}

const tell = (says: ErrorKey): CodeRule => ({ verdict: 'tell', says });
const stop = (says: ErrorKey): CodeRule => ({ verdict: 'stop', says });
const retry = (says: ErrorKey): CodeRule => ({ verdict: 'retry', says });
const limit = (says: ErrorKey): CodeRule => ({ verdict: 'retry', because: 'limit', says });
const token = (says: ErrorKey): CodeRule => ({ verdict: 'retry', because: 'token', says });
const app = (says: ErrorKey): CodeRule => ({ verdict: 'retry', because: 'app', says });
const scope = (says: ErrorKey): CodeRule => ({ verdict: 'tell', because: 'scope', says });

/**
 * To a card's patch: there is nothing left to patch. Recalled, deleted, chat dissolved, bot outside the chat, past the 14 days,
 * or a message that this platform never had (99992354).
 */
export const CARD_GONE: ReadonlySet<number | null> = new Set([230002, 230011, 230031, 230110, 232009, 99992354]);

/** What a call is about is no longer there: a reserve (121004), or a card. */
export const GONE: ReadonlySet<number | null> = new Set([121004, ...CARD_GONE]);

/** A group that the bot can't write to: outside, only its owner may post, muted, dissolved. */
export const CHAT_CLOSED: ReadonlySet<number | null> = new Set([230002, 230018, 230035, 232009, 232011]);

/** A person whom the app is not available to. */
export const UNAVAILABLE: ReadonlySet<number | null> = new Set([230013, 11225, 18120]);

/** Source: the error tables of vc-v1/reserve, vc-v1/meeting, im-v1, ephemeral, chats, contact, calendar and the generic codes. */
export const CODES: Readonly<Record<number, CodeRule>> = {
  // vc-v1: reserves, meetings, recordings
  121001: retry('error_inside'), // documented with HTTP 500: an answer that says it failed
  121002: tell('error_setting_unsupported'),
  121003: tell('error_settings_refused'),
  121004: tell('error_meeting_gone'),
  121005: tell('error_booked_elsewhere'),
  121006: tell('error_changed_meanwhile'),
  122001: tell('error_meeting_state'),
  122002: tell('error_meeting_not_found'),
  122003: tell('error_join_first'),
  122004: tell('error_person_not_in_meeting'),
  122005: tell('error_not_yourself'),
  122006: tell('error_meeting_full'),
  122007: tell('error_line_busy'),
  122008: tell('error_meeting_locked'),
  122009: tell('error_person_state'),
  123002: tell('error_call_record'),
  123003: tell('error_too_many_hosts'),
  123004: tell('error_host_refused'),
  123006: tell('error_password_refused'),
  124002: tell('error_recording_pending'),

  // im-v1 messages
  230001: tell('error_bad_request'),
  230002: stop('error_bot_outside'),
  230006: app('error_no_bot_ability'),
  230009: tell('error_recall_late'),
  230011: tell('error_message_gone'),
  230013: stop('error_not_visible'),
  230015: tell('error_share_direct'),
  230017: tell('error_not_the_owner'),
  230018: tell('error_posting_limited'),
  230019: tell('error_thread_gone'),
  230020: limit('error_busy'),
  230022: tell('error_sensitive'),
  230025: tell('error_too_long'),
  230026: tell('error_recall_denied'),
  230027: scope('error_no_permission'),
  230028: tell('error_audit'),
  230029: stop('error_resigned'),
  230031: tell('error_card_expired'),
  230034: stop('error_recipient'),
  230035: tell('error_posting_denied'),
  230036: stop('error_key_deleted'),
  230038: stop('error_other_company_direct'),
  230049: retry('error_already_sending'), // the same uuid is still on its way
  230050: tell('error_message_unseen'),
  230053: stop('error_bot_muted'),
  230054: tell('error_no_cards_here'),
  230055: tell('error_file_type'),
  230071: tell('error_no_threads_here'),
  230072: tell('error_merged_message'),
  230075: stop('error_encrypted_chat'),
  230099: tell('error_card_broken'),
  230110: tell('error_message_gone'),
  230111: tell('error_self_destructing'),

  231003: tell('error_message_gone'),

  // chats
  232001: tell('error_bad_request'),
  232004: app('error_app_disabled'),
  232006: tell('error_chat_unknown'),
  232009: stop('error_group_dissolved'),
  232010: tell('error_other_company_chat'),
  232011: stop('error_bot_outside'),
  232019: limit('error_busy'),
  232024: tell('error_not_visible'),
  232025: app('error_no_bot_ability'),
  232033: tell('error_external_chat'),
  232034: app('error_app_disabled'),

  // ephemeral cards and the older message codes that they still answer with
  10002: stop('error_bot_outside'),
  11205: app('error_no_bot_ability'),
  11206: tell('error_person_not_in_group'),
  11225: stop('error_not_visible'),
  11228: tell('error_groups_only'),
  11232: limit('error_busy'),
  11233: limit('error_busy'),
  11236: stop('error_resigned'),
  11242: stop('error_chat_banned'),
  11246: tell('error_card_broken'),
  11247: limit('error_busy'),
  11248: tell('error_sensitive'),
  11310: tell('error_card_broken'),
  11311: tell('error_card_broken'),
  11312: tell('error_audit'),
  18051: tell('error_message_gone'),
  18053: tell('error_not_sent'),
  18054: tell('error_sensitive'),
  18120: stop('error_not_visible'),
  18121: retry('error_already_sending'),

  // cards: sub-codes of 230099 and the delayed update
  100290: tell('error_card_person'),
  200380: tell('error_card_broken'),
  200381: tell('error_card_broken'),
  200550: tell('error_card_broken'),
  200570: tell('error_card_broken'),
  200621: tell('error_card_broken'),
  200732: tell('error_card_broken'),
  200737: tell('error_card_broken'),
  200830: tell('error_card_broken'),
  200861: tell('error_card_broken'),
  200914: tell('error_card_broken'),
  200915: tell('error_card_broken'),
  100000: tell('error_card_too_big'),
  100030: tell('error_card_broken'),
  200000: tell('error_card_recalled'),
  200310: tell('error_card_of_another_app'),
  200320: tell('error_card_person'),
  300000: retry('error_inside'),
  300020: tell('error_card_broken'),
  300030: tell('error_press_expired'),
  300040: tell('error_press_used'),
  300090: tell('error_card_broken'),

  // contact
  40001: tell('error_unknown_person'),
  41012: tell('error_unknown_person'),
  41050: tell('error_unknown_person'),

  // credentials
  10003: app('error_credentials'),
  10005: app('error_credentials'),
  10012: app('error_credentials'),
  10013: app('error_credentials'),
  10014: app('error_credentials'),
  10015: app('error_credentials'),

  // the app itself
  212100: app('error_app_disabled'),

  // the gateway: tokens, scopes, limits, ids
  99991400: limit('error_busy'),
  99991401: app('error_address_refused'),
  99991403: app('error_quota_used_up'),
  99991543: app('error_credentials'),
  99991661: token('error_token'),
  99991662: app('error_app_disabled'),
  99991663: token('error_token'),
  99991664: token('error_token'),
  99991665: app('error_token'),
  99991668: token('error_token'),
  99991671: token('error_token'),
  99991672: scope('error_no_permission'),
  99991673: app('error_app_disabled'),
  99991676: scope('error_no_permission'),
  99991677: token('error_token'),
  99991679: scope('error_no_permission'),
  99992351: tell('error_unknown_person'),
  99992354: tell('error_message_gone'),
  99992356: tell('error_chat_unknown'),
  99992361: tell('error_unknown_person'),
  99992402: tell('error_bad_request'),

  // calendar-v4
  190002: tell('error_bad_request'),
  190003: retry('error_inside'),
  190004: limit('error_busy'),
  190005: limit('error_busy'),
  190006: app('error_credentials'),
  190007: app('error_no_bot_ability'),
  190010: limit('error_busy'),
  190013: tell('error_sensitive'),
  190014: tell('error_bad_request'),
  191000: tell('error_calendar_unknown'),
  191002: tell('error_calendar_denied'),
  193001: tell('error_calendar_gone'),
  193002: tell('error_calendar_denied'),
  193101: tell('error_calendar_hosts'),
  194002: tell('error_calendar_attendees'),
  195100: tell('error_resigned'),
};
