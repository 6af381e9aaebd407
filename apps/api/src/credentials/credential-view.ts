import type { credentialById, ResultReproduction } from '@holdout/db';
import { issuerPlaces } from '@holdout/verification';
import { z } from 'zod';
import type { CredentialType } from './credentials.types.js';

export type CredentialRow = Awaited<ReturnType<typeof credentialById>>;

const document = z.object({ name: z.string() });

/** A credential as its holder and the organization see it. */
export function toCredential(
  row: CredentialRow,
  {
    publicUrl,
    organizationSlug,
    reproductions,
  }: { publicUrl: string; organizationSlug: string; reproductions: ResultReproduction[] },
): CredentialType {
  const { id, runId, stageId, assurance, status, issuedAt, revokedAt, revokedReason, isShared } = row;
  return {
    id,
    runId,
    assurance,
    status,
    issuedAt,
    revokedAt,
    revokedReason,
    isShared,
    title: document.parse(JSON.parse(row.document)).name,
    isOfStage: stageId !== null,
    address: issuerPlaces(publicUrl, organizationSlug).credential(id),
    reproductions,
    document: row.document,
  };
}
