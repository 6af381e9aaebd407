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

/** Ends any impersonation that the session had open; a trigger notifies the student. */
export async function beginImpersonation(tx: Tx, impersonation: NewImpersonation) {
  const { sessionId, startedAt } = impersonation;
  await tx.impersonation.updateMany({ where: { sessionId, endedAt: null }, data: { endedAt: startedAt } });
  return tx.impersonation.create({ data: { id: newId(), ...impersonation } });
}

/** The impersonation that this admin's session has open; null if there is none. */
export function impersonationOf(tx: Tx, by: { adminId: string; sessionId: string }, now: Date) {
  return tx.impersonation.findFirst({ where: { ...by, endedAt: null, expiresAt: { gt: now } } });
}

/** Ending it again changes nothing. */
export async function endImpersonation(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.impersonation.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } });
}

/** Who viewed the pages as this student, newest first. */
export function impersonationsOfStudent(tx: Tx, studentId: string, limit: number) {
  return tx.impersonation.findMany({
    where: { studentId },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
}
