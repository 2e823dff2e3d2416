import { randomBytes, randomInt } from 'node:crypto';

/** Ids as the platform spells them. Every one is random, so that no world can be mistaken for another. */
export const hex = (length: number): string =>
  randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length);

export const newAppId = (): string => `cli_${hex(16)}`;
export const newOpenId = (): string => `ou_${hex(32)}`;
export const newUnionId = (): string => `on_${hex(32)}`;
export const newDepartmentId = (): string => `od-${hex(32)}`;
export const newUserId = (): string => hex(8);
export const newChatId = (): string => `oc_${hex(32)}`;
export const newMessageId = (): string => `om_${hex(32)}`;
export const newThreadId = (): string => `omt_${hex(16)}`;
export const newEventId = (): string => hex(32);
export const newCardToken = (): string => `c-${hex(40)}`;
export const newTenantToken = (): string => `t-g1${hex(40)}`;
export const newTenantKey = (): string => hex(16);
export const newLogId = (now: number): string => `${new Date(now).toISOString().replace(/\D/g, '').slice(0, 14)}${hex(18).toUpperCase()}`;

export const digits = (length: number): string => Array.from({ length }, () => randomInt(10)).join('');

/** 19 digits starting with 6 or 7: beyond 2^53, so a reader that turns it into a number loses it. */
export const newLongId = (): string => `${randomInt(6, 8)}${digits(17)}${randomInt(1, 10)}`;

/** Nine digits, as people type them. */
export const newMeetingNo = (): string => `${randomInt(1, 10)}${digits(8)}`;

const SLUG = 'abcdefghijkmnpqrstuvwxyz0123456789';
export const slug = (length: number): string => Array.from({ length }, () => SLUG[randomInt(SLUG.length)]).join('');
