import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { SandboxMisconfiguredError, SandboxUnavailableError } from '@holdout/sandbox';
import { Bench, docker, lightImage, sha256, tarOf } from './harness.js';

const MIB = 1024 * 1024;
const result = { name: 'result', path: '/work/out/result', maxBytes: 4 * MIB };
const config = { path: 'holdout.toml', bytes: Buffer.from('[commands]\npredict = "python3 main.py"\n') };

let bench: Bench;

beforeEach(async () => {
  bench = new Bench(await lightImage());
});

afterEach(async () => {
  expect(await bench.left()).toBe(0);
});

describe('a program that behaves', () => {
  it('gets its inputs, a fixed environment and the libraries, and hands its output back', async () => {
    const data = randomBytes(3 * MIB);
    const run = await bench.run({
      source: [
        'import hashlib, json, os, numpy, sklearn, sys',
        "data = open('/work/in/data/blob', 'rb').read()",
        "print('hello'); print('there', file=sys.stderr)",
        "json.dump({'sha': hashlib.sha256(data).hexdigest(), 'env': sorted(os.environ), 'seed': os.environ['HOLDOUT_SEED'],",
        "  'uid': os.getuid(), 'caps': open('/proc/self/status').read().split('CapEff:')[1].split()[0]}, open('/work/out/result', 'w'))",
      ].join('\n'),
      env: { HOLDOUT_SEED: '7' },
      outputs: [result],
      inputs: [{ path: 'in/data/blob', bytes: data }],
    });

    expect(run.outcome).toEqual({ kind: 'exited', exitCode: 0 });
    expect(run.rejection).toBeNull();
    expect(run.log).toBe('hello\nthere\n');
    const said = JSON.parse(run.outputs.get('result')?.toString() ?? '{}') as Record<string, unknown>;
    expect(said).toMatchObject({ sha: sha256(data), seed: '7', uid: 10001, caps: '0000000000000000' });
    expect(said['env']).toEqual([
      'HOLDOUT_SEED', 'HOME', 'LANG', 'LOKY_MAX_CPU_COUNT', 'MKL_NUM_THREADS', 'OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS',
      'PATH', 'PYTHONDONTWRITEBYTECODE', 'PYTHONHASHSEED', 'PYTHONUNBUFFERED', 'TMPDIR',
    ]); // prettier-ignore
    expect(run.usage.maxRssBytes).toBeGreaterThan(10 * MIB);
    expect(run.beganAt).not.toBeNull();
  });

  it('hands megabytes back intact', async () => {
    const run = await bench.run({
      source: "open('/work/out/result', 'wb').write(bytes(range(256)) * 12288)",
      outputs: [result],
    });

    expect(sha256(run.outputs.get('result') ?? Buffer.alloc(0))).toBe(
      sha256(Buffer.alloc(3 * MIB, Buffer.from(Array.from({ length: 256 }, (_, i) => i)))),
    );
  });

  it('does not see anything of the worker, the engine or another run', async () => {
    const run = await bench.run({
      source: [
        'import os',
        "seen = [p for p in ('/var/run/docker.sock', '/run/docker.sock', '/root/.ssh', '/proc/1/environ', '/proc/1/fd/64', '/proc/1/mem')",
        '        if os.access(p, os.R_OK)]',
        "print(seen, sorted(p for p in os.listdir('/proc') if p.isdigit() and p not in ('1', str(os.getpid()))))",
        "for path in ('/etc/x', '/opt/holdout/x', '/usr/bin/x'):",
        '    try: open(path, "w"); print("wrote", path)',
        '    except OSError: pass',
      ].join('\n'),
    });

    expect(run.log).toBe('[] []\n');
  });
});

describe('a program that fails', () => {
  it('has its exit status, exception type and line told, and its text only in the log', async () => {
    const run = await bench.run({
      source: 'def work():\n    raise ValueError("secret")\nwork()\n',
      outputs: [result],
    });

    expect(run.outcome).toEqual({ kind: 'exited', exitCode: 1 });
    expect(run.error).toMatchObject({ type: 'ValueError', file: 'main.py', line: 2 });
    expect(run.rejection).toBeNull();
    expect(run.log).toContain('ValueError: secret');
  });

  it('is told apart when a signal ended it', async () => {
    const run = await bench.run({ source: 'import os; os.kill(os.getpid(), 11)' });

    expect(run.outcome).toEqual({ kind: 'exited', exitCode: 139 });
  });

  it.each([
    [['python3', 'absent.py'], 2],
    [['absent-program'], 127],
  ])('names a missing entry point: %j', async (argv, exitCode) => {
    const run = await bench.run({ argv });

    expect(run.outcome).toEqual({ kind: 'exited', exitCode });
    expect(run.error).toMatchObject({ type: 'EntryPointMissing', file: argv.at(-1) });
  });

  it.each([
    ['symlink', "os.symlink('/etc/passwd', '/work/out/result')", 'OUTPUT_NOT_REGULAR'],
    ['FIFO', "os.mkfifo('/work/out/result')", 'OUTPUT_NOT_REGULAR'],
    ['folder', "os.mkdir('/work/out/result')", 'OUTPUT_NOT_REGULAR'],
    [
      'linked parent folder',
      "shutil.rmtree('/work/out'); os.symlink('/etc', '/work/out')",
      'OUTPUT_NOT_REGULAR',
    ],
    [
      'sparse giant',
      "resource.getrlimit(0); open('/work/out/result', 'w').truncate(30 << 20)",
      'OUTPUT_TOO_LARGE',
    ],
    ['nothing', 'pass', 'OUTPUT_MISSING'],
  ])('cannot hand back a %s', async (_name, source, code) => {
    const run = await bench.run({ source: `import os, resource, shutil\n${source}\n`, outputs: [result] });

    expect(run.rejection).toMatchObject({ code });
    expect(run.outputs.size).toBe(0);
  });
});

describe('a program that attacks its limits', () => {
  it('is stopped at the time limit', async () => {
    const run = await bench.run({ source: 'import time; time.sleep(60)', limits: { wallSeconds: 1 } });

    expect(run.outcome).toEqual({ kind: 'timed-out' });
    expect(run.wallMs).toBeGreaterThanOrEqual(950);
    expect(run.wallMs).toBeLessThan(3000);
  });

  it('is stopped even when it ignores TERM and left a daemon behind', async () => {
    const run = await bench.run({
      source: [
        'import os, signal, time',
        'for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP): signal.signal(number, signal.SIG_IGN)',
        'if os.fork() == 0: os.setsid()',
        'while True:',
        '    try: os.kill(1, signal.SIGKILL); os.kill(1, signal.SIGINT)',
        '    except OSError: pass',
        '    time.sleep(0.1)',
      ].join('\n'),
      limits: { wallSeconds: 1 },
    });

    expect(run.outcome).toEqual({ kind: 'timed-out' });
  });

  it('does not delay its result by a daemon it left behind', async () => {
    const run = await bench.run({
      source: 'import os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(60)\n',
      limits: { wallSeconds: 10 },
    });

    expect(run.outcome).toEqual({ kind: 'exited', exitCode: 0 });
    expect(run.wallMs).toBeLessThan(3000);
  });

  it('runs out of memory', async () => {
    const run = await bench.run({ source: 'x = []\nwhile True: x.append(bytearray(1 << 24))' });

    expect(run.outcome).toEqual({ kind: 'out-of-memory' });
  });

  it('runs out of processes, and the next run is unaffected', async () => {
    const bomb = await bench.run({
      source: 'import os\nwhile True:\n    try: os.fork()\n    except OSError: pass\n',
      limits: { wallSeconds: 2 },
    });
    const polite = await bench.run({
      source: 'import os, time\nfor _ in range(99): os.fork() or time.sleep(30)\n',
    });

    expect(bomb.outcome).toEqual({ kind: 'timed-out' });
    expect(polite.outcome).toEqual({ kind: 'exited', exitCode: 1 });
    expect(polite.usage.processLimit).toBe(true);
    expect((await bench.run({ source: 'pass' })).outcome).toEqual({ kind: 'exited', exitCode: 0 });
  });

  it('fills the disk', async () => {
    const run = await bench.run({
      source: "for i in range(99): open(f'/work/{i}', 'wb').write(b'x' * (16 << 20))",
    });

    expect(run.outcome).toEqual({ kind: 'exited', exitCode: 1 });
    expect(run.error?.type).toBe('OSError');
    expect(run.usage.diskFull).toBe(true);
  });

  it('uses up inodes', async () => {
    const run = await bench.run({ source: "for i in range(99999): open(f'/work/{i}', 'w').close()" });

    expect(run.outcome).toEqual({ kind: 'exited', exitCode: 1 });
    expect(run.usage.diskFull).toBe(true);
  });

  it('opens too many files, or writes one that is too large', async () => {
    const files = await bench.run({
      source: "x = [open('/work/in') if False else open('main.py') for _ in range(2000)]",
    });
    const large = await bench.run({ source: "open('/work/large', 'wb').write(b'x' * (33 << 20))" });

    expect(files.usage.openFilesLimit).toBe(true);
    expect(large.usage.fileSizeLimit).toBe(true);
  });

  it('prints more than is kept: the log is cut and says so', async () => {
    const run = await bench.run({
      source: "for _ in range(3000): print('x' * 99)",
      limits: { logBytes: 5000 },
    });

    expect(run.outcome).toEqual({ kind: 'exited', exitCode: 0 });
    expect(run.logTruncated).toBe(true);
    expect(run.log).toHaveLength(5000 + '\n[log cut here: more than 5000 bytes]\n'.length);
  });

  it('floods the output and is stopped', async () => {
    const run = await bench.run({
      source: "import os\nwhile True: os.write(1, b'x' * 65536)",
      limits: { logBytes: 5000 },
    });

    expect(run.outcome).toEqual({ kind: 'output-flood' });
    expect(run.log.length).toBeLessThan(6000);
  });

  it('has no network, not even to the host', async () => {
    let hits = 0;
    const server = createServer((socket) => {
      hits++;
      socket.destroy();
    }).listen(0, '0.0.0.0');
    await once(server, 'listening');
    try {
      const { port } = server.address() as { port: number };
      const run = await bench.run({
        source: [
          'import socket',
          `for host in ('172.17.0.1', '127.0.0.1', '169.254.169.254', 'example.org'):`,
          `    try: socket.create_connection((host, ${port}), 2); print('reached', host)`,
          '    except OSError as error: print("refused")',
          'for family in (17, 38, 40):',
          '    try: socket.socket(family, 2); print("socket", family)',
          '    except OSError: print("refused")',
        ].join('\n'),
      });

      expect(run.log).toBe('refused\n'.repeat(7));
      expect(hits).toBe(0);
    } finally {
      server.close();
    }
  });

  it('cannot use the system calls that widen its view', async () => {
    const run = await bench.run({
      source: [
        'import ctypes, errno',
        'libc = ctypes.CDLL(None, use_errno=True)',
        'for name, number in (("io_uring_setup", 425), ("unshare", 272), ("ptrace", 101), ("mount", 165), ("bpf", 321),',
        '                     ("userfaultfd", 323), ("perf_event_open", 298), ("keyctl", 250), ("setns", 308)):',
        '    print(name, libc.syscall(number, 0, 0, 0, 0, 0), errno.errorcode[ctypes.get_errno()])',
      ].join('\n'),
    });

    const lines = run.log.trim().split('\n');
    expect(lines).toHaveLength(9);
    for (const line of lines) expect(line).toMatch(/ -1 (EPERM|ENOSYS)$/);
  });
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
    const warm = new Bench(bench.image, { pool: { perShape: 1, memoryBytes: 512 * MIB } });
    try {
      await warm.sandbox.prewarm(warm.spec({}), 1);
      const first = await warm.run({
        source: "open('/tmp/trace', 'w'); open('/work/trace', 'w'); print('first')",
      });
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
    const warm = new Bench(bench.image, { pool: { perShape: 1, memoryBytes: 512 * MIB } });
    try {
      await warm.sandbox.prewarm(warm.spec({}), 1);
      for (const expected of [true, false]) {
        const runId = randomUUID();
        const program = {
          runId,
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

  it('without the image is named as what to fix', async () => {
    const spec = { ...bench.spec({}), image: `sha256:${'0'.repeat(64)}` };

    await expect(bench.sandbox.run(spec)).rejects.toThrow(SandboxMisconfiguredError);
  });

  it('without the runtime is named as what to fix', async () => {
    const other = bench.another({ runtime: 'runsc' });

    await expect(other.run(bench.spec({}))).rejects.toThrow(/SANDBOX_RUNTIME/);
  });

  it('that is absent is unavailable, not the student at fault', async () => {
    const absent = bench.another({ dockerHost: 'unix:///nonexistent/docker.sock' });

    await expect(absent.run(bench.spec({}))).rejects.toThrow(SandboxUnavailableError);
  });

  it('with too little memory for the libraries is named as what to fix', async () => {
    await expect(bench.run({ limits: { memoryBytes: 24 * MIB, diskBytes: 4 * MIB } })).rejects.toThrow(
      SandboxUnavailableError,
    );
  });
});
