import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { anchorsFile, type Anchors } from '@holdout/grading';
import { freshDatabase } from '../../support/database.js';
import { GradingLab } from '../../support/grading-lab.js';
import { testImages } from '../../support/images.js';
import { folderOf, identityOf, IMAGES, STAGE, type Project } from './reference-run.js';

const LOOK_MS = 2_000;

/** What other programs wrote beside the anchors: it held for those. */
const OF_OTHERS = ['points', 'passChance', 'gatesStopped', 'provisional'];

interface CalibrationRow {
  status: string;
  measurements: unknown[];
  anchors: unknown;
  error: string | null;
}

/**
 * Anchors as a deployment measures them: the references on its own splits, through the pipeline that grades students. What
 * hangs on the machine, such as a service's latency against the trivial one, is then measured where students meet it.
 * Writes the project's `anchors.json`.
 */
export async function measureAnchors(project: Project, splits: number): Promise<Anchors> {
  const database = await freshDatabase();
  try {
    // Other splits than those that the benchmark judges anchors on.
    const identity = identityOf(`holdout measuring ${project} on a deployment`);
    const lab = await GradingLab.create(database, testImages(IMAGES[project]), identity);
    try {
      const planned = { CALIBRATION_SPLITS: String(splits), SANDBOX_POOL_BYTES: '0' };
      const folder = folderOf(project);
      await lab.command(['publish', folder, '--organization', 'lab', '--stage', STAGE], planned);
      await lab.startWorker(planned);
      const measured = anchorsFile.parse(await measuredBy(lab));
      for (const key of OF_OTHERS) delete measured[key];
      await writeFile(path.join(folder, 'anchors.json'), `${JSON.stringify(measured, null, 2)}\n`);
      return measured;
    } finally {
      await lab.close();
    }
  } finally {
    await database.drop();
  }
}

async function measuredBy(lab: GradingLab): Promise<unknown> {
  for (let told = 0; ; await sleep(LOOK_MS)) {
    const [row] = await lab.query<CalibrationRow>(
      'SELECT status::text, measurements, anchors, error FROM calibrations',
    );
    if (!row) throw new Error('Publishing began no measuring.');
    for (const measurement of row.measurements.slice(told)) console.log(JSON.stringify(measurement));
    told = row.measurements.length;
    if (row.status === 'MEASURED') return row.anchors;
    if (row.status === 'FAILED') throw new Error(`The anchors could not be measured: ${row.error}`);
  }
}
