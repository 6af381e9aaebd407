import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { EngineGpus, SandboxMisconfiguredError, SandboxUnavailableError } from '@holdout/sandbox';
import { untilTrue } from '../../support/until-true.js';
import { testImages } from '../../support/images.js';
import { Bench, docker, tarOf } from './harness.js';

const MIB = 1024 * 1024;
const config = { path: 'holdout.toml', bytes: Buffer.from('[commands]\npredict = "python3 main.py"\n') };

let bench: Bench;

beforeEach(async () => {
  bench = new Bench(testImages().light);
});

afterEach(async () => {
  expect(await bench.left()).toBe(0);
});

describe('cancelling', () => {
  it('before the start does not touch the engine', async () => {
    expect((await bench.run({ signal: AbortSignal.abort() })).outcome).toEqual({ kind: 'cancelled' });
  });

  it.each([0, 30, 100, 300])('%i ms after the start leaves nothing behind', async (delay) => {
    const run = await bench.run({
      source: 'import time; time.sleep(30)',
      signal: AbortSignal.timeout(delay),
    });

    expect(run.outcome).toEqual({ kind: 'cancelled' });
  });

  it('while the program runs ends it at once', async () => {
    const cancel = new AbortController();
    const started = Date.now();
    const run = await bench.run({
      source: "import time\nprint('on')\ntime.sleep(30)",
      signal: cancel.signal,
      onBegin: () => setTimeout(() => cancel.abort(), 300),
    });

    expect(run.outcome).toEqual({ kind: 'cancelled' });
    expect(run.log).toBe('on\n');
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});

describe('an uploaded archive', () => {
  it('is unpacked, listed and normalized', async () => {
    const archive = gzipSync(
      tarOf([
        { ...config, path: 'p/holdout.toml' },
        { path: 'p/main.py', bytes: Buffer.from('pass') },
      ]),
    );
    const run = await bench.prepare(archive);

    expect(run.outcome).toEqual({ kind: 'exited', exitCode: 0 });
    const manifest = JSON.parse(run.outputs.get('manifest')?.toString() ?? '{}') as Record<string, unknown>;
    expect(manifest).toMatchObject({
      holdoutToml: config.bytes.toString(),
      config: { commands: { predict: 'python3 main.py' } },
      files: [
        { path: 'holdout.toml', size: 39 },
        { path: 'main.py', size: 4 },
      ],
    });
    expect(run.outputs.get('project')?.subarray(0, 12).toString()).toBe('holdout.toml');
  });

  it.each([
    ['a path out of the folder', { path: '../evil' }, 'ARCHIVE_UNSAFE_PATH'],
    ['an absolute path', { path: '/etc/evil' }, 'ARCHIVE_UNSAFE_PATH'],
    ['a symbolic link', { path: 'x', type: '2', target: '/etc/passwd' }, 'ARCHIVE_LINK'],
    ['a hard link', { path: 'x', type: '1', target: 'holdout.toml' }, 'ARCHIVE_LINK'],
    ['a device', { path: 'x', type: '3' }, 'ARCHIVE_SPECIAL_FILE'],
    ['a pipe', { path: 'x', type: '6' }, 'ARCHIVE_SPECIAL_FILE'],
    ['a bomb', { path: 'x', bytes: Buffer.alloc(5 * MIB) }, 'ARCHIVE_TOO_LARGE'],
  ])('with %s is refused', async (_name, member, code) => {
    const run = await bench.prepare(gzipSync(tarOf([config, member])));

    expect(run.rejection).toMatchObject({ code });
    expect(run.outputs.size).toBe(0);
  });

  it('cannot bring an environment, a start-up file or a library to preload', async () => {
    const project = tarOf([
      {
        path: 'main.py',
        bytes: Buffer.from(
          'import os; print(sorted(set(os.environ) & {"LD_PRELOAD", "EVIL", "PYTHONPATH"}))',
        ),
      },
      { path: '.env', bytes: Buffer.from('EVIL=1\nLD_PRELOAD=/work/project/evil.so\n') },
      { path: 'sitecustomize.py', bytes: Buffer.from('print("site customized")') },
      { path: 'usercustomize.py', bytes: Buffer.from('print("user customized")') },
    ]);
    const spec = bench.spec({});
    const chunks: Buffer[] = [];
    await bench.sandbox.run(
      { ...spec, inputs: [{ path: 'project.tar', bytes: project }] },
      { onLog: (chunk) => void chunks.push(chunk) },
    );

    expect(Buffer.concat(chunks).toString()).toBe('[]\n');
  });
});

describe('containers', () => {
  it('wait warm, take one job each, and are replaced', async () => {
    const warm = new Bench(bench.image, { pool: { memoryBytes: 512 * MIB } });
    try {
      await warm.sandbox.prewarm(warm.spec({}), 1);
      const first = await warm.run({
        source: "open('/tmp/trace', 'w'); open('/work/trace', 'w'); print('first')",
      });
      // The next one is made once there is time for it.
      await untilTrue(
        async () => (await warm.sandbox.listOurs()).some(({ runId, running }) => runId === null && running),
        20_000,
        () => 'no container waits',
      );
      const second = await warm.run({
        source: "import os; print(os.path.exists('/tmp/trace'), os.path.exists('/work/trace'))",
      });

      expect([first.warm, second.warm]).toEqual([true, true]);
      expect(first.log).toBe('first\n');
      expect(second.log).toBe('False False\n');
    } finally {
      expect(await warm.left()).toBe(0);
    }
  });

  it('can be found and removed by their run, cold and warm', async () => {
    const warm = new Bench(bench.image, { pool: { memoryBytes: 512 * MIB } });
    try {
      await warm.sandbox.prewarm(warm.spec({}), 1);
      for (const expected of [true, false]) {
        const [runId, correlationId] = [randomUUID(), randomUUID()];
        const program = {
          runId,
          correlationId,
          source: 'import time; time.sleep(60)',
          ...(expected ? {} : { limits: { pids: 65 } }),
        };
        let begun: (() => void) | undefined;
        const beginning = new Promise<void>((resolve) => (begun = resolve));
        const running = warm.run({ ...program, onBegin: () => begun?.() });
        running.catch(() => undefined); // expected below
        await beginning;
        await sleep(200);

        expect((await warm.sandbox.listOurs()).filter((one) => one.runId === runId)).toHaveLength(1);
        const label = [`dev.holdout.correlation=${correlationId}`];
        // A warm one was made before it had a run, and has only its name to tell of it.
        expect(await docker.listContainers({ filters: { label } })).toHaveLength(expected ? 0 : 1);
        expect(await warm.sandbox.removeByRun(runId)).toBe(1);
        await expect(running).rejects.toThrow(SandboxUnavailableError);
      }
    } finally {
      expect(await warm.left()).toBe(0);
    }
  });

  it('of a worker that is gone are removed, others stay', async () => {
    const gone = bench.another({ workerId: 'worker-gone', pool: { memoryBytes: 512 * MIB } });
    const live = bench.another({ workerId: 'worker-live', pool: { memoryBytes: 512 * MIB } });
    await Promise.all([gone, live].map((sandbox) => sandbox.prewarm(bench.spec({}), 1)));

    expect(await bench.sandbox.removeOrphans(new Set(['worker-1', 'worker-live']))).toBe(1);
    expect((await bench.sandbox.listOurs()).map((one) => one.workerId)).toEqual(['worker-live']);
    await Promise.all([gone.close(), live.close()]);
  });

  it('end by themselves when the worker dies', async () => {
    const container = await docker.createContainer({ Image: bench.image, OpenStdin: true, StdinOnce: true });
    try {
      const stream = await container.attach({
        stream: true,
        stdin: true,
        stdout: true,
        stderr: true,
        hijack: true,
      });
      await container.start();
      await once(stream, 'data'); // READY
      (stream as Duplex).destroy();

      expect(await container.wait()).toMatchObject({ StatusCode: 75 });
    } finally {
      await container.remove({ force: true });
    }
  });
});

describe('an engine that is not up to it', () => {
  it('without GPUs is named as what to fix', async () => {
    await expect(bench.sandbox.run({ ...bench.spec({}), gpuDeviceIds: ['0'] })).rejects.toThrow(
      /NVIDIA Container Toolkit/,
    );
  });

  it.each([
    ['nvidia', /NVIDIA Container Toolkit/],
    ['cdi', /GPU_DRIVER is cdi|no description of the leased GPU/],
  ] as const)(
    'to hand out GPUs by %s says so when it is tried, and nothing is left',
    async (driver, said) => {
      const labels = { 'dev.holdout.deployment': bench.deploymentId };

      await expect(new EngineGpus(driver).tryOut(['GPU-0'], testImages().light, labels)).rejects.toThrow(
        said,
      );
    },
  );

  it('without the image is named as what to fix', async () => {
    const spec = { ...bench.spec({}), image: `sha256:${'0'.repeat(64)}` };

    await expect(bench.sandbox.run(spec)).rejects.toThrow(SandboxMisconfiguredError);
  });

  it('without the runtime is named as what to fix', async () => {
    const other = bench.another({ runtime: 'nobody-registered-this' });

    await expect(other.run(bench.spec({}))).rejects.toThrow(/SANDBOX_RUNTIME/);
  });

  it('that is absent is unavailable, not the student at fault', async () => {
    const absent = bench.another({ dockerHost: 'unix:///nonexistent/docker.sock' });

    await expect(absent.run(bench.spec({}))).rejects.toThrow(SandboxUnavailableError);
  });

  it('with too little memory for a library ends who imports it, and nobody else', async () => {
    const limits = { memoryBytes: 32 * MIB, diskBytes: 4 * MIB };

    const importing = await bench.run({ source: 'import sklearn.ensemble', limits });
    const other = await bench.run({ source: 'import csv', limits });

    expect(importing.outcome).toEqual({ kind: 'out-of-memory' });
    expect(other.outcome).toEqual({ kind: 'exited', exitCode: 0 });
  });
});
