import type { INestApplicationContext } from '@nestjs/common';
import { assignmentBySlug, Database, latestVersion } from '@holdout/db';
import { NotFoundError } from '@holdout/domain';
import { CalibrationService } from '../calibration/calibration.service.js';

/** Measures all anchors of the newest version, now and in this process. Splits that were measured already are kept. */
export async function calibrate(
  app: INestApplicationContext,
  slug: string,
  organization: string,
): Promise<string> {
  const database = app.get(Database);
  const tenant = await database.system.organizationBySlug(organization);
  if (!tenant) throw new NotFoundError(`The organization "${organization}"`);
  const version = await database.inTenant({ organizationId: tenant.id, userId: null }, async (tx) =>
    latestVersion(tx, (await assignmentBySlug(tx, slug)).id),
  );
  if (!version) throw new NotFoundError(`A published version of "${slug}"`);
  if (version.calibration?.status !== 'RUNNING')
    return `${slug} version ${version.version} is ${version.calibration?.status ?? 'not to be measured'}.`;
  const service = app.get(CalibrationService);
  const step = { organizationId: tenant.id, assignmentVersionId: version.id };
  for (let split: number | null = version.calibration.splitsDone; split !== null;) {
    split = await service.measure({ ...step, split }, new AbortController().signal);
  }
  return `${slug} version ${version.version}: the anchors are measured.`;
}
