import { once } from 'node:events';
import { createServer } from 'node:net';
import { randomBytes } from 'node:crypto';
import { forSmallPrograms, testImages } from '../../support/images.js';
import { Bench, sha256 } from './harness.js';

const MIB = 1024 * 1024;
const result = { name: 'result', path: '/work/out/result', maxBytes: 4 * MIB };

let bench: Bench;

beforeEach(async () => {
  bench = new Bench(await forSmallPrograms(testImages().light));
});

afterEach(async () => {
  expect(await bench.left()).toBe(0);
});

describe('a program that behaves', () => {
  it('gets its inputs, a fixed environment and the libraries, and hands its output back', async () => {
    const data = randomBytes(3 * MIB);
    const asItIs = new Bench(testImages().light);
    const run = await asItIs.run({
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
    expect(await asItIs.left()).toBe(0);
  });

  it('shows what it takes while it runs: memory that it holds for a while, and what it computed', async () => {
    const run = await bench.run({
      source: [
        'import time',
        'while time.process_time() < 0.8: pass',
        "held = b'x' * (200 << 20)",
        'time.sleep(3)',
      ].join('\n'),
    });

    const samples = run.usage.samples ?? [];
    const holding = samples.filter(([, , memory]) => memory > 200 * MIB);
    expect(samples.length).toBeGreaterThanOrEqual(4);
    expect(holding.length).toBeGreaterThanOrEqual(2);
    expect(Math.max(...holding.map(([, , memory]) => memory))).toBeLessThan(384 * MIB);
    expect(samples[0]).toMatchObject([0, 0, expect.any(Number)]);
    expect(samples[0]?.[2]).toBeLessThan(100 * MIB);
    // It computed before it held, and slept from then on.
    const [early, late] = [holding.at(-2)?.[1] ?? 0, holding.at(-1)?.[1] ?? 0];
    expect(early).toBeGreaterThan(0.75);
    expect(late - early).toBeLessThan(0.5);
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
