import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeTar } from '@holdout/grading';
import { SandboxUnavailableError, DockerSandbox } from '@holdout/sandbox';
import { pack } from 'tar-stream';
import { Bench } from '../support/fixtures.js';
import { imagesForSmallPrograms } from '../support/images.js';
import { onlyInLongTier } from '../support/long-tier.js';
import { constantProject, projectWith, sleepingProject } from '../support/projects.js';

let bench: Bench;
let folder: string;

beforeAll(async () => {
  bench = await Bench.create(undefined, await imagesForSmallPrograms());
  folder = await mkdtemp(path.join(tmpdir(), 'holdout-grading-'));
}, 60_000);
afterAll(async () => {
  await bench?.close();
  await rm(folder, { recursive: true, force: true });
});

const archive = (files: Readonly<Record<string, string>>): Promise<Buffer> =>
  writeTar(new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));

async function tarWith(header: Parameters<ReturnType<typeof pack>['entry']>[0]): Promise<Buffer> {
  const writer = pack();
  for (const [name, text] of Object.entries(constantProject)) writer.entry({ name }, text);
  writer.entry(header, header.type === undefined || header.type === 'file' ? 'x' : '');
  writer.finalize();
  const parts: Buffer[] = [];
  for await (const part of writer) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

describe('the references', () => {
  it('scores the strong one on the public split', async () => {
    const graded = await bench.grade(await bench.reference('strong'));
    expect(graded).toMatchObject({ outcome: 'SCORED', seed: 7, result: { split: 'PUBLIC_TEST' } });
    if (graded.outcome !== 'SCORED') return;
    expect(graded.result.points.value).toBeGreaterThan(60);
    expect(graded.resamples).toHaveLength(1000);
    expect(graded.phases.map(({ label }) => label)).toEqual([
      'unpack',
      'train',
      'sample',
      'hidden',
      'probe',
      'score',
    ]);
  });

  // `npm test` certifies a submission that trains in no time.
  onlyInLongTier('certifies it on the private split with five retrainings', async () => {
    const graded = await bench.grade(await bench.reference('strong'), 'CERTIFICATION');
    expect(graded).toMatchObject({ outcome: 'SCORED', result: { split: 'PRIVATE_TEST', passed: true } });
    if (graded.outcome !== 'SCORED') return;
    expect(
      graded.phases.filter(({ name, label }) => name === 'TRAIN' && label.startsWith('permuted')),
    ).toHaveLength(5);
    expect(graded.result.gates.find(({ key }) => key === 'embedded-answers')?.status).toBe('PASSED');
  });
});

describe('an archive that cannot be used is refused, saying what and where', () => {
  const cases: [string, () => Promise<Buffer>, object][] = [
    [
      'no archive',
      async () => Buffer.from('hello, this is a text and no archive'),
      { reason: 'ARCHIVE_REJECTED', code: 'ARCHIVE_NOT_READABLE' },
    ],
    ['0 bytes', async () => Buffer.alloc(0), { reason: 'ARCHIVE_REJECTED', code: 'ARCHIVE_EMPTY' }],
    [
      'a damaged archive',
      async () => gzipSync(await archive(constantProject)).subarray(0, 300),
      { reason: 'ARCHIVE_REJECTED', code: 'ARCHIVE_NOT_READABLE' },
    ],
    [
      'a path with ..',
      () => tarWith({ name: '../evil.py' }),
      { reason: 'ARCHIVE_REJECTED', code: 'ARCHIVE_UNSAFE_PATH' },
    ],
    [
      'an absolute path',
      () => tarWith({ name: '/etc/evil.py' }),
      { reason: 'ARCHIVE_REJECTED', code: 'ARCHIVE_UNSAFE_PATH' },
    ],
    [
      'a symbolic link',
      () => tarWith({ name: 'link.py', type: 'symlink', linkname: '/etc/passwd' }),
      { reason: 'ARCHIVE_REJECTED', code: 'ARCHIVE_LINK', file: 'link.py' },
    ],
    [
      'a device',
      () => tarWith({ name: 'dev', type: 'character-device', devmajor: 1, devminor: 3 }),
      { reason: 'ARCHIVE_REJECTED', code: 'ARCHIVE_SPECIAL_FILE' },
    ],
    [
      'no holdout.toml',
      () => archive({ 'train.py': 'pass' }),
      { reason: 'CONFIG_INVALID', code: 'CONFIG_MISSING', file: 'holdout.toml' },
    ],
    [
      'a malformed holdout.toml',
      () => archive(projectWith({ 'holdout.toml': '[project\n' })),
      { reason: 'CONFIG_INVALID', code: 'CONFIG_MALFORMED' },
    ],
    [
      'another assignment',
      () =>
        archive(projectWith({ 'holdout.toml': '[project]\nassignment="other"\n[commands]\npredict="x"\n' })),
      { reason: 'CONFIG_INVALID' },
    ],
    [
      'no train command',
      () => archive(projectWith({ 'holdout.toml': '[commands]\npredict="python3 predict.py"\n' })),
      { reason: 'TRAIN_MISSING' },
    ],
    [
      'an unknown placeholder',
      () =>
        archive(
          projectWith({ 'holdout.toml': '[commands]\ntrain="python3 train.py {labels}"\npredict="x"\n' }),
        ),
      { reason: 'CONFIG_INVALID', file: 'holdout.toml' },
    ],
  ];
  it.each(cases)('%s', async (_name, make, expected) => {
    expect(await bench.grade(await make())).toMatchObject({
      outcome: 'STUDENT_ERROR',
      phase: 'PREPARE',
      ...expected,
    });
  });

  it('more files or bytes than are allowed', async () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`f${index}.txt`, 'x']));
    expect(await bench.grade(await archive(projectWith(many)))).toMatchObject({
      code: 'ARCHIVE_TOO_MANY_FILES',
    });
    expect(await bench.grade(Buffer.alloc(21 * 1024 * 1024, 1))).toMatchObject({ code: 'ARCHIVE_TOO_LARGE' });
  });
});

describe('a program that misbehaves ends with its reason, and the next run is unaffected', () => {
  const tight = (changes: object): Parameters<Bench['grade']>[2] => {
    const { limits } = bench.definition;
    return {
      definition: { ...bench.definition, limits: { ...limits, train: { ...limits.train, ...changes } } },
    };
  };
  const train = (code: string): Promise<Buffer> =>
    archive(projectWith({ 'train.py': `import os, sys, time\n${code}\n` }));
  const cases: [string, string, object, object][] = [
    ['crashes', 'raise ValueError("no")', {}, { reason: 'CRASHED', file: 'train.py', line: 2 }],
    ['hangs', 'time.sleep(600)', { wallSeconds: 2 }, { reason: 'TIMED_OUT' }],
    [
      'exhausts memory',
      'b = bytearray(1 << 31)\nfor i in range(0, len(b), 4096): b[i] = 1',
      { memoryBytes: 400 << 20 },
      { reason: 'OUT_OF_MEMORY' },
    ],
    [
      'fills the disk',
      'for i in range(200): open(f"/work/out/{i}", "wb").write(bytes(1 << 20))',
      { diskBytes: 32 << 20 },
      { reason: 'DISK_FULL' },
    ],
    [
      'forks without end',
      'import threading\nwhile True: threading.Thread(target=time.sleep, args=(99,), daemon=True).start()',
      { pids: 32 },
      { reason: 'TOO_MANY_PROCESSES' },
    ],
    ['prints without end', 'while True: print("x" * 65536)', {}, { reason: 'OUTPUT_FLOOD' }],
  ];
  it.each(cases)('%s', async (_name, code, limits, expected) => {
    expect(await bench.grade(await train(code), 'PRACTICE', tight(limits))).toMatchObject({
      outcome: 'STUDENT_ERROR',
      phase: 'TRAIN',
      ...expected,
    });
  });

  it('names a program that is not there', async () => {
    const missing = await archive(
      projectWith({ 'holdout.toml': '[commands]\ntrain="python3 nowhere.py"\npredict="x"\n' }),
    );
    expect(await bench.grade(missing)).toMatchObject({ reason: 'ENTRY_POINT_MISSING', file: 'nowhere.py' });
  });

  it('asks for the output that is not there', async () => {
    expect(await bench.grade(await archive(projectWith({ 'predict.py': 'pass\n' })))).toMatchObject({
      reason: 'OUTPUT_MISSING',
      phase: 'PREDICT',
    });
  });

  it('calls a command that fails only on the probe a failed probe', async () => {
    const shy = `import sys\nif sum(1 for _ in open(sys.argv[2])) > 640: sys.exit(3)\n${constantProject['predict.py']}`;
    expect(await bench.grade(await archive(projectWith({ 'predict.py': shy })))).toMatchObject({
      reason: 'PROBE_FAILED',
      code: 'CRASHED',
    });
  });

  it('still grades a good submission', async () => {
    expect(await bench.grade(await archive(constantProject))).toMatchObject({ outcome: 'SCORED' });
  });
});

describe('a notebook that a command runs', () => {
  const notebook = (...cells: string[]) =>
    JSON.stringify({
      nbformat: 4,
      metadata: {},
      cells: cells.map((source) => ({ cell_type: 'code', source })),
    });
  const project = (...cells: string[]): Promise<Buffer> => {
    const config = constantProject['holdout.toml'].replace('train.py', 'train.ipynb');
    return archive(projectWith({ 'holdout.toml': config, 'train.ipynb': notebook(...cells) }));
  };
  const graded = async (cells: string[], notebooks = true) =>
    bench.grade(await project(...cells), 'PRACTICE', { definition: { ...bench.definition, notebooks } });

  it('is run as a script where the assignment takes notebooks', async () => {
    const [imports = '', ...rest] = constantProject['train.py'].split('\n');
    expect(await graded([imports, rest.join('\n')])).toMatchObject({ outcome: 'SCORED' });
    expect(await graded([imports, rest.join('\n')], false)).toMatchObject({
      reason: 'CONFIG_INVALID',
      phase: 'PREPARE',
      message: expect.stringContaining('takes scripts only') as string,
    });
  });

  it('tells where it failed by code cell and line, and what it may not use before anything runs', async () => {
    const place = { file: 'train.ipynb, code cell 2', line: 2 };
    expect(await graded(['x = 1', 'if x:\n    raise ValueError(x)'])).toMatchObject({
      reason: 'CRASHED',
      phase: 'TRAIN',
      ...place,
      message: expect.stringContaining(
        'ended with ValueError in train.ipynb, code cell 2, line 2.',
      ) as string,
    });
    expect(await graded(['x = 1', '%matplotlib inline'])).toMatchObject({
      reason: 'CONFIG_INVALID',
      phase: 'PREPARE',
      file: 'train.ipynb',
      message: expect.stringContaining('has "%matplotlib inline" in code cell 2, line 1') as string,
    });
  });
});

describe('stopping', () => {
  it.each(['TRAIN', 'PREDICT'] as const)(
    'cancels in the middle of %s and leaves no container of the run',
    async (phase) => {
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 1_500);
      const runId = `cancel-${phase}`;
      const graded = await bench.grade(await archive(sleepingProject(phase, 60)), 'PRACTICE', {
        signal: stop.signal,
        runId,
      });
      expect(graded.outcome).toBe('CANCELLED');
      expect((await bench.sandbox.listOurs()).filter((container) => container.runId === runId)).toEqual([]);
    },
  );

  it('throws, and decides nothing, when the engine is not there', async () => {
    const gone = new DockerSandbox({
      dockerHost: 'unix:///nowhere/docker.sock',
      deploymentId: 'x',
      workerId: 'x',
    });
    const bytes = await archive(constantProject);
    const here = bench.deps.sandbox;
    bench.deps.sandbox = gone;
    try {
      await expect(bench.grade(bytes)).rejects.toThrow(SandboxUnavailableError);
    } finally {
      bench.deps.sandbox = here;
      await gone.close();
    }
  });
});
