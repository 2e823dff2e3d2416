/** What the commands beside the bot say. */
import type { Lang } from '../domain/settings.ts';
import { audit as enAudit, backup as enBackup } from './en/audit.ts';
import { deadLetters as enDeadLetters } from './en/dead-letters.ts';
import { doctor as enDoctor } from './en/doctor.ts';
import { move as enMove } from './en/move.ts';
import { replay as enReplay } from './en/replay.ts';
import { setup as enSetup } from './en/setup.ts';
import { traceCommand as enTrace } from './en/trace.ts';
import { audit as zhAudit, backup as zhBackup } from './zh/audit.ts';
import { deadLetters as zhDeadLetters } from './zh/dead-letters.ts';
import { doctor as zhDoctor } from './zh/doctor.ts';
import { move as zhMove } from './zh/move.ts';
import { replay as zhReplay } from './zh/replay.ts';
import { setup as zhSetup } from './zh/setup.ts';
import { traceCommand as zhTrace } from './zh/trace.ts';

export type DoctorWords = typeof zhDoctor;
export type ReplayWords = typeof zhReplay;

export const DOCTOR: Readonly<Record<Lang, DoctorWords>> = { zh_cn: zhDoctor, en_us: enDoctor };
export const DEAD_LETTERS: Readonly<Record<Lang, typeof zhDeadLetters>> = { zh_cn: zhDeadLetters, en_us: enDeadLetters };
export const MOVE: Readonly<Record<Lang, typeof zhMove>> = { zh_cn: zhMove, en_us: enMove };
export const SETUP: Readonly<Record<Lang, typeof zhSetup>> = { zh_cn: zhSetup, en_us: enSetup };
export const AUDIT: Readonly<Record<Lang, typeof zhAudit>> = { zh_cn: zhAudit, en_us: enAudit };
export const TRACE: Readonly<Record<Lang, typeof zhTrace>> = { zh_cn: zhTrace, en_us: enTrace };
export const BACKUP: Readonly<Record<Lang, typeof zhBackup>> = { zh_cn: zhBackup, en_us: enBackup };
export const REPLAY: Readonly<Record<Lang, ReplayWords>> = { zh_cn: zhReplay, en_us: enReplay };
