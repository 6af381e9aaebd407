import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { PrivateNetwork } from '@holdout/sandbox';
import { forSmallPrograms, testImages } from '../../support/images.js';
import { Bench, docker, type Program } from './harness.js';

const SERVER = [
  'from http.server import BaseHTTPRequestHandler, HTTPServer',
  'class H(BaseHTTPRequestHandler):',
  '    def do_GET(self):',
  "        self.send_response(200); self.end_headers(); self.wfile.write(b'here')",
  '    def log_message(self, *a): pass',
  "HTTPServer(('0.0.0.0', 8080), H).serve_forever()",
].join('\n');

const ask = (host: string): string =>
  [
    'import time, urllib.request',
    'for _ in range(60):',
    `    try: print(urllib.request.urlopen('http://${host}:8080/', timeout=2).read().decode()); break`,
    '    except OSError as error: time.sleep(0.1)',
    "else: print('nobody')",
  ].join('\n');

let bench: Bench;
let network: PrivateNetwork;
let runId: string;

beforeEach(async () => {
  bench = new Bench(await forSmallPrograms(testImages().light));
  runId = randomUUID();
  network = await bench.sandbox.createNetwork({ runId, phase: 'serve', organizationId: 'org-1' });
});

afterEach(async () => {
  expect(await bench.left()).toBe(0);
  await bench.sandbox.removeNetwork(network);
  expect(await networksLeft()).toBe(0);
});

async function networksLeft(): Promise<number> {
  const label = [`dev.holdout.deployment=${bench.deploymentId}`];
  return (await docker.listNetworks({ filters: { label } })).length;
}

/** The host's possible addresses on a network. */
async function addresses(id: string): Promise<string[]> {
  const { IPAM: ipam } = await docker.getNetwork(id).inspect();
  return (ipam?.Config ?? [])
    .flatMap(({ Subnet, Gateway }) => [Gateway, Subnet?.split('/')[0]])
    .filter(isText);
}

const isText = (value: string | undefined): value is string => value !== undefined;

/** Run a program on the network; `done` gives its outcome and log. */
function start(alias: string, program: Program, stop?: AbortSignal) {
  const chunks: Buffer[] = [];
  const spec = { ...bench.spec({ runId, ...program }), network: { id: network.id, alias } };
  return bench.sandbox
    .run(
      { ...spec, ...(stop ? { stop } : {}) },
      { onLog: (chunk) => void chunks.push(chunk), onBegin: () => program.onBegin?.() },
    )
    .then((result) => ({ ...result, log: Buffer.concat(chunks).toString('utf8') }));
}

describe('a private network', () => {
  it('lets its containers find each other by name, and ends a service when told', async () => {
    const stop = new AbortController();
    const service = start('student', { source: SERVER }, stop.signal);
    const client = await start('driver', { source: ask('student') });
    stop.abort();

    expect(client.log).toBe('here\n');
    expect((await service).outcome).toEqual({ kind: 'stopped' });
  });

  it('has no route to the host, the internet or a name server, which a bridge would have', async () => {
    let hits = 0;
    const server = createServer((socket) => {
      hits++;
      socket.destroy();
    }).listen(0, '0.0.0.0');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const named = [...(await addresses(network.id)), ...(await addresses('bridge'))];
    const hosts = [...new Set([...named, ...named.map((one) => one.replace(/\.\d+$/, '.1'))])];
    // All at once: each waits for its own time limit. Without the option, a resolver would wait for ten seconds.
    const knock = [
      'import os, socket',
      'from concurrent.futures import ThreadPoolExecutor',
      "os.environ['RES_OPTIONS'] = 'timeout:2 attempts:1'",
      'def attempt(act):',
      '    try: return act()',
      '    except OSError: return None',
      'def reach(host, port, seconds, told):',
      '    return lambda: socket.create_connection((host, port), seconds).close() or told',
      `acts = [reach(host, ${address.port}, 0.5, f'reached {host}') for host in ${JSON.stringify(hosts)}]`,
      "acts.append(reach('1.1.1.1', 53, 2, 'internet'))",
    ].join('\n');
    const resolve = "acts.append(lambda: 'resolved ' + socket.gethostbyname('deb.debian.org'))";
    const told = [
      'with ThreadPoolExecutor(len(acts)) as pool:',
      '    for said in pool.map(attempt, acts):',
      '        if said: print(said)',
      "print('asked')",
    ].join('\n');
    try {
      const confined = await start('student', {
        source: `${knock}\n${resolve}\n${told}`,
        limits: { wallSeconds: 90 },
      });
      expect(confined.log.trim().split('\n').at(-1)).toBe('asked');
      expect(confined.log).not.toMatch(/reached|internet|resolved/);
      expect(hits).toBe(0);

      // The same knocks on an ordinary network do reach the host: the test can fail.
      const ordinary = await docker.createNetwork({ Name: `ordinary-${runId}`, Driver: 'bridge' });
      try {
        const open = await bench.sandbox.run({
          ...bench.spec({ runId, source: `${knock}\n${told}`, limits: { wallSeconds: 90 } }),
          network: { id: ordinary.id, alias: 'student' },
        });
        expect(open.outcome).toEqual({ kind: 'exited', exitCode: 0 });
        expect(hits).toBeGreaterThan(0);
      } finally {
        await bench.sandbox.close();
        await ordinary.remove();
      }
    } finally {
      server.close();
    }
  });

  it('keeps every other hardening', async () => {
    const run = await start('student', {
      source: [
        'import os',
        "status = open('/proc/self/status').read()",
        "print(os.getuid(), status.split('CapEff:')[1].split()[0], status.split('NoNewPrivs:')[1].split()[0])",
        "try: open('/opt/x', 'w'); print('wrote')",
        'except OSError: pass',
      ].join('\n'),
    });

    expect(run.log).toBe('10001 0000000000000000 1\n');
  });

  it('goes with its run, containers and all', async () => {
    await new Promise<void>((resolve, reject) => {
      start('student', { source: SERVER, onBegin: resolve }).catch(reject);
    });
    await bench.sandbox.removeByRun(runId);

    expect(await networksLeft()).toBe(0);
  });

  it('of a worker that is gone is removed by the sweeper, others stay', async () => {
    const gone = bench.another({ workerId: 'worker-gone' });
    const lost = await gone.createNetwork({ runId: randomUUID(), phase: 'serve', organizationId: 'org-1' });
    expect(await networksLeft()).toBe(2);
    await bench.sandbox.removeOrphans(new Set(['worker-1']));

    expect(await networksLeft()).toBe(1);
    await expect(docker.getNetwork(lost.id).inspect()).rejects.toThrow(/not found|No such/i);
  });
});
