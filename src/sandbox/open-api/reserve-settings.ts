import { isObject, type Json } from '../world/content.ts';
import { Refusal } from '../world/errors.ts';
import type { Platform } from '../world/platform.ts';
import { type ActionPermission, findPerson, type IdType, type PermissionChecker, type Person, type Reserve } from '../world/world.ts';

/** Reading `meeting_settings` of apply and update: every rule of the reserve pages. */

const MAX_HOSTS = 10;
const MAX_AHEAD_MS = 30 * 86_400_000;

const bad = (field: string): Refusal => new Refusal(121003, { detail: { field_violations: [{ field }] } });

type UserIdType = Exclude<IdType, 'email'>;

export interface ReadSettings {
  /** Only what the request carried. */
  changes: Partial<Reserve>;
  /** As asked for; the owner's own setting decides when absent. */
  password: string | undefined;
  invalidHosts: string[];
}

/** Unix seconds as a string, in the future, at most 30 days ahead. */
export function readEndTime(value: unknown, now: number): number {
  if (typeof value !== 'string' || !/^\d{1,12}$/.test(value)) throw bad('end_time');
  const at = Number(value) * 1000;
  if (at <= now || at > now + MAX_AHEAD_MS + 1000) throw bad('end_time');
  return at;
}

/** A living colleague of the app's company. */
export function readOwner(platform: Platform, value: unknown, type: UserIdType): Person {
  const owner = typeof value === 'string' ? findPerson(platform.world, value, type) : undefined;
  if (!owner || owner.tenantKey !== platform.world.tenantKey || owner.resigned) throw bad('owner_id');
  return owner;
}

/** The owner's personal setting: a fixed password of theirs, or none. */
export const ownPassword = (owner: Person): string => owner.meetingPassword ?? '';

function optional<T>(settings: Json, key: string, ok: (value: unknown) => value is T): T | undefined {
  const value = settings[key];
  if (value === undefined || value === null) return undefined;
  if (!ok(value)) throw bad(`meeting_settings.${key}`);
  return value;
}

const isString = (value: unknown): value is string => typeof value === 'string';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isInitialType = (value: unknown): value is number => value === 1 || value === 2;

const USER_TYPES = ['1', '2', '6', '7'];

function readChecker(platform: Platform, value: unknown, type: UserIdType): PermissionChecker {
  if (!isObject(value)) throw bad('permission_checkers');
  const { check_field: field, check_mode: mode, check_list: list } = value;
  if (field !== 1 && field !== 2 && field !== 3) throw bad('check_field');
  if (mode !== 1 && mode !== 2) throw bad('check_mode');
  if (!Array.isArray(list) || list.some((item) => typeof item !== 'string')) throw bad('check_list');
  if (field === 2 && list.some((item) => !USER_TYPES.includes(item as string))) throw bad('check_list');
  const ids = field === 1 ? (list as string[]).map((id) => findPerson(platform.world, id, type)?.openId ?? id) : (list as string[]);
  return { check_field: field, check_mode: mode, check_list: ids };
}

function readPermissions(platform: Platform, value: unknown, type: UserIdType): ActionPermission[] {
  if (!Array.isArray(value)) throw bad('meeting_settings.action_permissions');
  return (value as unknown[]).map((entry) => {
    if (!isObject(entry)) throw bad('action_permissions');
    const { permission, permission_checkers: checkers } = entry;
    if (permission !== 1 && permission !== 2 && permission !== 3) throw bad('permission');
    if (!Array.isArray(checkers) || checkers.length === 0) throw bad('permission_checkers');
    return { permission, permission_checkers: (checkers as unknown[]).map((checker) => readChecker(platform, checker, type)) };
  });
}

function readHosts(platform: Platform, value: unknown, type: UserIdType): { hostIds: string[]; invalid: string[] } {
  if (!Array.isArray(value)) throw bad('meeting_settings.assign_host_list');
  if (value.length > MAX_HOSTS) throw new Refusal(123003);
  const hostIds: string[] = [];
  const invalid: string[] = [];
  for (const entry of value as unknown[]) {
    if (!isObject(entry) || typeof entry.id !== 'string') throw new Refusal(123004);
    if (entry.user_type !== undefined && entry.user_type !== 1) throw new Refusal(123004);
    const someone = findPerson(platform.world, entry.id, type);
    if (someone && someone.tenantKey === platform.world.tenantKey && !someone.resigned) hostIds.push(someone.openId);
    else invalid.push(entry.id);
  }
  if (invalid.length > 0 && platform.faults.bad_hosts === 'hard') throw new Refusal(123004);
  return { hostIds, invalid };
}

/** Mainland mobile and fixed numbers. */
const PHONE = /^\+86-(1[3-9]\d{9}|0\d{2,3}[2-9]\d{6,7}|0\d{2,3}-?[2-9]\d{6,7})$/;

function readCallee(value: unknown): NonNullable<Reserve['callee']> {
  if (!isObject(value) || !isObject(value.callee)) throw bad('call_setting.callee');
  const { id, user_type: userType, pstn_sip_info: info } = value.callee;
  if (typeof userType !== 'number') throw bad('callee.user_type');
  const callee: NonNullable<Reserve['callee']> = { user_type: userType, ...(typeof id === 'string' ? { id } : {}) };
  if (info === undefined) return callee;
  if (!isObject(info) || typeof info.main_address !== 'string') throw bad('pstn_sip_info.main_address');
  if (info.nickname !== undefined && typeof info.nickname !== 'string') throw bad('pstn_sip_info.nickname');
  const nickname = info.nickname;
  return { ...callee, pstn_sip_info: { main_address: info.main_address, ...(nickname === undefined ? {} : { nickname }) } };
}

/** Reads the fields that are there; an absent one leaves no trace, an empty one clears. */
export function readSettings(platform: Platform, settings: unknown, type: UserIdType): ReadSettings {
  if (!isObject(settings)) throw bad('meeting_settings');
  const changes: Partial<Reserve> = {};
  let invalidHosts: string[] = [];

  const topic = optional(settings, 'topic', isString);
  if (topic !== undefined) changes.topic = topic;
  if (settings.action_permissions !== undefined) changes.permissions = readPermissions(platform, settings.action_permissions, type);
  const initialType = optional(settings, 'meeting_initial_type', isInitialType);
  if (initialType !== undefined) changes.initialType = initialType;
  const connect = optional(settings, 'meeting_connect', isBoolean);
  if (connect !== undefined) changes.connect = connect;
  const record = optional(settings, 'auto_record', isBoolean);
  if (record !== undefined) changes.autoRecord = record;
  if (settings.call_setting !== undefined && settings.call_setting !== null) changes.callee = readCallee(settings.call_setting);
  if (settings.assign_host_list !== undefined) {
    const hosts = readHosts(platform, settings.assign_host_list, type);
    changes.hostIds = hosts.hostIds;
    invalidHosts = hosts.invalid;
  }
  const password = settings.password;
  if (password !== undefined && (typeof password !== 'string' || (password !== '' && !/^\d{4,9}$/.test(password))))
    throw new Refusal(123006);
  return { changes, password, invalidHosts };
}

/** 1:1 calls reach phones only, and are not recorded. */
export function checkCall(reserve: Pick<Reserve, 'initialType' | 'callee' | 'autoRecord'>): void {
  if (reserve.initialType !== 2) return;
  if (reserve.autoRecord) throw new Refusal(123002);
  if (!reserve.callee) throw bad('call_setting');
  if (reserve.callee.user_type !== 6) throw new Refusal(121002);
  if (!PHONE.test(reserve.callee.pstn_sip_info?.main_address ?? '')) throw bad('pstn_sip_info.main_address');
}
