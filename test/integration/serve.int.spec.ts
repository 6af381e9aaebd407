import { randomUUID } from 'node:crypto';
import { runService, type ServiceSpec } from '@holdout/grading';
import { testImages } from '../support/images.js';
import { Bench, docker } from './sandbox/harness.js';

const MIB = 1024 * 1024;
const SERVICE = `
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status); self.send_header("Content-Length", str(len(body))); self.end_headers()
        self.wfile.write(body)
    def do_GET(self): self.answer(200, {"version": "v1"})
    def do_POST(self):
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        try: self.answer(200, {"predictions": [row["x"] for row in json.loads(raw)["rows"]]})
        except Exception: self.answer(422, {})
    def log_message(self, *a): pass
print("listening", flush=True)
ThreadingHTTPServer(("0.0.0.0", 8080), Handler).serve_forever()
`;
const TASK = {
  rows: [{ x: 1 }, { x: 2.5 }],
  probes: [{ x: 1 }],
  malformed: [{ name: 'not-json', method: 'POST', path: '/predict', body: '{oops' }],
  unusual: [{ name: 'one-row', method: 'POST', path: '/predict', body: '{"rows": [{"x": 3}]}', rows: 1 }],
  load: { requests: 80, connections: 4 },
};

let bench: Bench;

beforeEach(async () => {
  bench = new Bench(testImages().light);
});

afterEach(async () => {
  expect(await bench.left()).toBe(0);
  const label = [`dev.holdout.deployment=${bench.deploymentId}`];
  expect(await docker.listNetworks({ filters: { label } })).toEqual([]);
});

async function serve(source: string, more: Partial<ServiceSpec> = {}) {
  const { job, inputs, limits } = bench.spec({ source, limits: { wallSeconds: 90 } });
  return runService(bench.sandbox, {
    labels: { runId: randomUUID(), organizationId: 'org-1', phase: 'serve' },
    student: { image: bench.image, job, inputs, limits },
    trusted: {
      image: testImages().scorer,
      driver: 'mlops-drive',
      inputs: [{ path: 'in/drive.json', bytes: Buffer.from(JSON.stringify(TASK)) }],
      outputs: [{ name: 'report', path: '/work/out/report.json', maxBytes: MIB }],
    },
    ...more,
  });
}

describe('a service', () => {
  it('is asked over its private network, beside a trivial one, and stopped', async () => {
    const log: Buffer[] = [];
    const { student, driver } = await serve(SERVICE, { onLog: (chunk) => void log.push(chunk) });

    expect(student.outcome).toEqual({ kind: 'stopped' });
    expect(Buffer.concat(log).toString()).toBe('listening\n');
    const report = JSON.parse(driver?.outputs.get('report')?.toString() ?? '{}') as {
      predictions: number[];
      malformed: { status: number }[];
      unusual: { status: number; predicted: boolean }[];
      load: Record<string, { ok: number; sent: number }>;
    };
    expect(report.predictions).toEqual([1, 2.5]);
    expect(report.malformed[0]?.status).toBe(422);
    expect(report.unusual[0]).toMatchObject({ status: 200, predicted: true });
    expect(report.load).toMatchObject({ student: { sent: 80, ok: 80 }, trivial: { sent: 80, ok: 80 } });
  });

  it('that crashes ends at once, with its own error', async () => {
    const started = Date.now();
    const { student, driver } = await serve('raise RuntimeError("no")');

    expect(driver).toBeNull();
    expect(student.error).toMatchObject({ type: 'RuntimeError', file: 'main.py', line: 1 });
    expect(Date.now() - started).toBeLessThan(25_000);
  });

  it('that is cancelled leaves nothing behind', async () => {
    const cancel = new AbortController();
    const { student } = await serve(SERVICE, { signal: cancel.signal, onLog: () => cancel.abort() });

    expect(student.outcome).toEqual({ kind: 'cancelled' });
  });

  it('finds nothing but its neighbours: a file it writes is no report', async () => {
    const forge = `open('/work/out/report.json', 'w').write('{"predictions": [9, 9]}')\n`;
    const { driver } = await serve(forge + SERVICE);

    expect(driver?.outputs.get('report')?.toString()).toContain('"predictions": [1.0, 2.5]');
  });
});
