import type { CredentialTaskKind } from './generated/client.js';
import type { Tx } from './database.js';

export interface CredentialTask {
  id: string;
  kind: CredentialTaskKind;
  subjectId: string;
  failures: number;
}

/** Takes a task for this transaction; null when another worker has taken it or it is done. */
export async function lockCredentialTask(tx: Tx, id: string): Promise<CredentialTask | null> {
  const rows = await tx.$queryRaw<CredentialTask[]>`
    SELECT id::text, kind::text AS kind, subject_id::text AS "subjectId", failures
    FROM credential_tasks WHERE id = ${id}::uuid FOR UPDATE SKIP LOCKED`;
  return rows[0] ?? null;
}

export async function completeCredentialTask(tx: Tx, id: string): Promise<void> {
  await tx.credentialTask.deleteMany({ where: { id } });
}

/** Counts a failure; the task is due again later, by the database's clock. */
export async function postponeCredentialTask(tx: Tx, id: string, delaySeconds: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE credential_tasks SET failures = failures + 1, due_at = now() + make_interval(secs => ${delaySeconds}::float8)
    WHERE id = ${id}::uuid`;
}

export async function isKeyRotating(tx: Tx): Promise<boolean> {
  return (await tx.credentialTask.count({ where: { kind: { in: ['ROTATE_KEY', 'REPLACE_KEY'] } } })) > 0;
}

/** Asks the worker for something that only it can do. Asking again while the task waits changes nothing. */
export async function leaveCredentialTask(
  tx: Tx,
  task: { organizationId: string; kind: CredentialTaskKind; subjectId: string },
): Promise<void> {
  await tx.credentialTask.createMany({ data: [task], skipDuplicates: true });
}
