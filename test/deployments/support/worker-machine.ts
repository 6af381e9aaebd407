import { execFileSync } from 'node:child_process';
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GradingImages } from '../../support/images.js';
import { Machine } from './machine.js';
import type { Wire } from './wire.js';

const HOOK = fileURLToPath(new URL('../../attacks/support/fake-nvidia-hook.sh', import.meta.url));
/** The worker's image and an nvidia-smi that knows of one GPU, as NVIDIA's hook would put it there. */
const WORKER_THAT_SEES_A_GPU = 'holdout/worker-with-fake-gpu';

/** A machine whose engine hands out GPUs by a fake hook: no device is behind them. */
export async function machineWithFakeGpu(folder: string, wire: Wire): Promise<Machine> {
  const tools = path.join(folder, 'tools');
  await mkdir(tools, { recursive: true });
  const hook = path.join(tools, 'nvidia-container-runtime-hook');
  await copyFile(HOOK, hook);
  await chmod(hook, 0o755);
  return Machine.start(folder, wire, [WORKER_THAT_SEES_A_GPU], {
    ...process.env,
    PATH: `${tools}:${process.env['PATH']}`,
    FAKE_HOOK_LOG: path.join(folder, 'hook.log'),
  });
}

/** A machine that grades, and nothing else. */
export class WorkerMachine {
  constructor(
    private readonly name: string,
    readonly machine: Machine,
    private readonly has: { hasGpu: boolean },
  ) {}

  /**
   * The .env of cluster/example.env, filled in, and the images in an archive.
   * @param shared what the control machine has
   */
  async configure(shared: Readonly<Record<string, string>>, { light, scorer }: GradingImages): Promise<void> {
    const archive = path.join(this.machine.folder, 'images');
    await mkdir(archive);
    for (const id of [light, scorer])
      execFileSync('sh', ['-c', `docker save ${id} > ${archive}/${id.replace('sha256:', '')}.tar`]);
    // Only the control machine knows these.
    const {
      COMPOSE_PROJECT_NAME: _name,
      COMPOSE_PROFILES: _profiles,
      S3_ENDPOINT: _store,
      ...common
    } = shared;
    await this.machine.configure({
      ...common,
      WORKER_ID: this.name,
      WORKER_LABELS: '',
      IMAGE_ARCHIVE: archive,
      ...(this.has.hasGpu && { HOLDOUT_WORKER_IMAGE: WORKER_THAT_SEES_A_GPU }),
    });
  }

  async up(): Promise<void> {
    await this.compose('up', '--detach', '--quiet-pull');
  }

  /** As its operator does. */
  async publish(assignment: string, organization: string): Promise<void> {
    const program = [
      'node',
      'apps/worker/dist/main.js',
      'publish',
      assignment,
      '--organization',
      organization,
    ];
    await this.compose('run', '--rm', '--volume', `${assignment}:${assignment}:ro`, 'worker', ...program);
  }

  /** A transaction of this machine that holds a run's row, and does not end. */
  async hold(runId: string, organizationId: string): Promise<void> {
    const program = `
      import pg from 'pg';
      const client = new pg.Client(process.env.WORKER_DATABASE_URL);
      await client.connect();
      await client.query("BEGIN; SET LOCAL app.organization_id = '${organizationId}'");
      await client.query("SELECT id AS held FROM runs WHERE id = '${runId}' FOR UPDATE");
      setInterval(() => {}, 1000);`;
    await this.compose('exec', '--detach', 'worker', 'node', '--input-type=module', '--eval', program);
  }

  private compose(...args: string[]): Promise<string> {
    const files = ['cluster/worker.yml', ...(this.has.hasGpu ? ['cluster/gpu.yml'] : [])];
    return this.machine.compose(...files.flatMap((file) => ['--file', file]), ...args);
  }
}
