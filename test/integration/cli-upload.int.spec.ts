import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { BreakingWire } from '../support/breaking-wire.js';
import { CliDeployment } from '../support/cli-deployment.js';
import { writeProject } from '../support/grading-lab.js';
import { constantProject } from '../support/projects.js';

const MIB = 1024 * 1024;
/** What the command line sends in one request. */
const CHUNK_BYTES = 4 * MIB;
/** Headers, questions about the assignment, and the answers' acknowledgements. */
const OVERHEAD_BYTES = 64 * 1024;

let deployment: CliDeployment;
/** No run is ever graded here: the worker's engine is not there. */
beforeAll(async () => {
  deployment = await CliDeployment.start({ DOCKER_HOST: 'unix:///nowhere/docker.sock' });
}, 180_000);
afterAll(() => deployment?.stop());

it('goes on with an upload where the connection broke, when the same command is given again', async () => {
  // Random text does not compress: about 9 MiB travel.
  const project = await writeProject(deployment.folder, {
    ...constantProject,
    'notes.txt': randomBytes(9 * MIB).toString('latin1'),
  });
  const { apiKey } = JSON.parse(await readFile(path.join(deployment.folder, 'cli.json'), 'utf8')) as {
    apiKey: string;
  };
  const wire = await BreakingWire.to(Number(new URL(deployment.url).port), { breaksAfter: 6 * MIB });
  const submit = () =>
    deployment.holdout(['submit', project, '--assignment', 'tabular-risk', '--json'], {
      HOLDOUT_URL: wire.url,
      HOLDOUT_API_KEY: apiKey,
    });
  try {
    const broken = await submit();
    expect(broken.code).toBe(1);
    expect(`${broken.out}${broken.err}`).toMatch(/broke during the upload\. The same command goes on/);
    expect(wire.sentBytes).toBeGreaterThan(6 * MIB);
    expect(await deployment.sql('SELECT id FROM submissions')).toEqual([]);

    wire.mend();
    const whole = await submit();
    expect([whole.code, whole.err]).toEqual([0, expect.any(String)]);
    const { submissionId } = JSON.parse(whole.out) as { submissionId: string };
    const [stored] = await deployment.sql(
      'SELECT id, archive_bytes::int AS bytes, archive_digest AS digest FROM submissions',
    );
    expect(stored).toMatchObject({ id: submissionId });
    const bytes = Number(stored?.['bytes']);
    expect(bytes).toBeGreaterThan(9 * MIB);
    expect(wire.sentBytes).toBeLessThan(bytes - CHUNK_BYTES + OVERHEAD_BYTES);
  } finally {
    await wire.close();
  }
}, 120_000);
