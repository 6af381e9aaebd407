import { GradingLab } from '../support/grading-lab.js';
import { untilTrue } from '../support/until-true.js';
import { freshDatabase } from '../support/database.js';
import { testImages } from '../support/images.js';

const SPLITS = { CALIBRATION_SPLITS: '2' };
const MEASURED_WITHIN_MS = 240_000;

let lab: GradingLab;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  lab = await GradingLab.create(database, testImages());
}, 120_000);

afterAll(async () => {
  await lab?.close();
  await drop?.();
});

const state = async () => {
  const [row] = await lab.query<{ status: string; planned: number; done: number }>(
    'SELECT status::text, splits_planned AS planned, splits_done AS done FROM calibrations',
  );
  return row;
};

const measurements = async () => {
  const [row] = await lab.query<{ measurements: unknown[] }>('SELECT measurements FROM calibrations');
  return row?.measurements ?? [];
};

it(
  'goes on after the worker was killed with the splits that are left, and puts measured anchors in force once',
  async () => {
    await lab.command(['publish', 'graders/tabular-risk', '--organization', 'lab'], SPLITS);
    expect(await state()).toEqual({ status: 'RUNNING', planned: 2, done: 0 });

    const worker = await lab.startWorker(SPLITS);
    await untilTrue(
      async () => (await state())?.done === 1,
      MEASURED_WITHIN_MS,
      () => worker.output().slice(-2000),
    );
    await worker.kill9();
    const before = await measurements();
    expect(before).toHaveLength(1);

    const said = await lab.command(['calibrate', 'tabular-risk', '--organization', 'lab'], SPLITS);
    expect(said).toContain('the anchors are measured');
    expect(await state()).toMatchObject({ status: 'MEASURED', planned: 2, done: 2 });
    const after = await measurements();
    expect(after).toHaveLength(2);
    expect(after[0]).toEqual(before[0]); // not measured again

    expect(await lab.command(['calibrate', 'tabular-risk', '--organization', 'lab'], SPLITS)).toContain(
      'is MEASURED',
    );
  },
  3 * MEASURED_WITHIN_MS,
);
