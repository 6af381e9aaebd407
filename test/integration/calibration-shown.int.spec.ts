import { fileURLToPath } from 'node:url';
import { CliDeployment } from '../support/cli-deployment.js';
import { untilTrue } from '../support/until-true.js';

const STARTER = fileURLToPath(new URL('../../graders/tabular-risk/starter', import.meta.url));
const MEASURED_WITHIN_MS = 240_000;

const ASSIGNMENT = `{ assignment(slug: "tabular-risk") { version {
  calibration { status splitsDone splitsPlanned }
  metrics { name isGraded naive simple strong }
} } }`;
interface Shown {
  assignment: {
    version: {
      calibration: { status: string; splitsDone: number; splitsPlanned: number };
      metrics: { name: string; isGraded: boolean; strong: number | null }[];
    };
  };
}

let deployment: CliDeployment;
let student: string;
beforeAll(async () => {
  deployment = await CliDeployment.start({}, 2);
  student = await deployment.signIn('student@demo.holdout');
}, 180_000);
afterAll(() => deployment?.stop());

async function shown() {
  const { data } = await deployment.ask<Shown>(student, ASSIGNMENT);
  if (!data) throw new Error('The assignment was not answered.');
  return data.assignment.version;
}

/** By a certification: what a practice run shows may be an earlier run's score, as the Ladder decides. */
async function anchorsOfNextRun(): Promise<string> {
  const said = await deployment.holdout([
    'submit',
    STARTER,
    '-a',
    'tabular-risk',
    '--certify',
    '--wait',
    '--json',
  ]);
  if (said.code !== 0) throw new Error(`The run was not scored:\n${said.out}\n${said.err}`);
  const { runId } = JSON.parse(said.out) as { runId: string };
  const query = 'query ($id: ID!) { run(id: $id) { score { anchorsSource } } }';
  const { data } = await deployment.ask<{ run: { score: { anchorsSource: string } } }>(student, query, {
    id: runId,
  });
  return data?.run.score.anchorsSource ?? 'none';
}

it(
  'tells students that anchors are being measured, then grades by the measured ones',
  async () => {
    const before = await shown();
    expect(before.calibration).toEqual({ status: 'RUNNING', splitsDone: 0, splitsPlanned: 2 });
    expect(await anchorsOfNextRun()).toBe('SHIPPED');

    await untilTrue(
      async () => (await shown()).calibration.status !== 'RUNNING',
      MEASURED_WITHIN_MS,
      () => deployment.log(),
    );
    const after = await shown();
    expect(after.calibration).toEqual({ status: 'MEASURED', splitsDone: 2, splitsPlanned: 2 });
    const strongOf = ({ metrics }: typeof after) =>
      metrics.filter(({ isGraded }) => isGraded).map(({ strong }) => strong);
    expect(strongOf(after)).not.toEqual(strongOf(before));
    expect(await anchorsOfNextRun()).toBe('MEASURED');
  },
  2 * MEASURED_WITHIN_MS,
);
