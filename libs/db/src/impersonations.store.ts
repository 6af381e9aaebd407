import type { Tx } from './database.js';
import { newId } from './ids.js';

export interface NewImpersonation {
  organizationId: string;
  adminId: string;
  studentId: string;
  sessionId: string;
  reason: string;
  startedAt: Date;
  expiresAt: Date;
}

/** Whatever the session did before is over; the student is told by a trigger. */
export async function beginImpersonation(tx: Tx, impersonation: NewImpersonation) {
  const { sessionId, startedAt } = impersonation;
  await tx.impersonation.updateMany({ where: { sessionId, endedAt: null }, data: { endedAt: startedAt } });
  return tx.impersonation.create({ data: { id: newId(), ...impersonation } });
}

/** What the session of this admin is in the middle of; null for nothing. */
export function impersonationOf(tx: Tx, by: { adminId: string; sessionId: string }, now: Date) {
  return tx.impersonation.findFirst({ where: { ...by, endedAt: null, expiresAt: { gt: now } } });
}

/** Ending it again changes nothing. */
export async function endImpersonation(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.impersonation.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } });
}

/** Who looked at the pages as this student, newest first. */
export function impersonationsOfStudent(tx: Tx, studentId: string, limit: number) {
  return tx.impersonation.findMany({
    where: { studentId },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
}
