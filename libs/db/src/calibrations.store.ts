import type { Tx } from './database.js';
import { toJson } from './json.js';

export function calibrationOf(tx: Tx, assignmentVersionId: string) {
  return tx.calibration.findUnique({ where: { assignmentVersionId } });
}

/** Unfinished calibrations of this organization, for a worker that starts. */
export function openCalibrations(tx: Tx) {
  return tx.calibration.findMany({ where: { status: 'RUNNING' }, select: { assignmentVersionId: true } });
}

/**
 * Adds the measurement of one split. Measuring the same split index again changes nothing. Returns how many are done.
 */
export async function addMeasurement(
  tx: Tx,
  assignmentVersionId: string,
  splitIndex: number,
  measurement: object,
): Promise<number> {
  await tx.$executeRaw`SELECT 1 FROM calibrations WHERE assignment_version_id = ${assignmentVersionId}::uuid FOR UPDATE`;
  const calibration = await tx.calibration.findUniqueOrThrow({ where: { assignmentVersionId } });
  const measurements = calibration.measurements as { splitIndex: number }[];
  if (calibration.status !== 'RUNNING' || measurements.some((item) => item.splitIndex === splitIndex)) {
    return measurements.length;
  }
  const next = [...measurements, { ...measurement, splitIndex }];
  await tx.calibration.update({
    where: { assignmentVersionId },
    data: { measurements: toJson(next), splitsDone: next.length },
  });
  return next.length;
}

/** Puts the measured anchors into use. Earlier scores keep the anchors that they were given with. */
export async function finishCalibration(
  tx: Tx,
  assignmentVersionId: string,
  anchors: object,
  now: Date,
): Promise<void> {
  await tx.calibration.updateMany({
    where: { assignmentVersionId, status: 'RUNNING' },
    data: { status: 'MEASURED', anchors: toJson(anchors), finishedAt: now },
  });
}

export async function failCalibration(
  tx: Tx,
  assignmentVersionId: string,
  error: string,
  now: Date,
): Promise<void> {
  await tx.calibration.updateMany({
    where: { assignmentVersionId, status: 'RUNNING' },
    data: { status: 'FAILED', error, finishedAt: now },
  });
}
