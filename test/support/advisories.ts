import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

interface Weakness {
  name: string;
  version: string;
  id: string;
}

/** A service that keeps advisories, spoken to as npm's registry and as OSV. Knows the weaknesses it is given. */
export class Advisories {
  private constructor(
    private readonly server: Server,
    readonly asked: string[],
  ) {}

  static async start(known: Weakness[], status = 200): Promise<Advisories> {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        asked.push(String(request.url));
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answerTo(String(request.url), body, known)));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Advisories(server, asked);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const sent = Buffer.concat(await request.toArray());
  const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
  return text.length > 0 ? JSON.parse(text.toString('utf8')) : undefined;
}

function answerTo(url: string, body: unknown, known: Weakness[]): unknown {
  if (url.endsWith('/advisories/bulk')) return bulk(body as Record<string, string[]>, known);
  if (url.endsWith('/v1/query')) return osv(body as { package: { name: string }; version: string }, known);
  const name = decodeURIComponent(url.slice(1));
  const versions = known
    .filter((each) => each.name === name)
    .map(({ version }) => [version, { name, version }]);
  return { name, versions: Object.fromEntries(versions) };
}

/** Of each package by name, with the versions that are asked about, what is wrong with it. */
function bulk(asked: Record<string, string[]>, known: Weakness[]) {
  const found = known.filter(({ name, version }) => asked[name]?.includes(version));
  const advisory = ({ version, id }: Weakness) => ({
    id: 1,
    url: `https://github.com/advisories/${id}`,
    title: 'Planted',
    severity: 'high',
    vulnerable_versions: version,
    cwe: [],
    cvss: { score: 7.2, vectorString: null },
  });
  return Object.fromEntries(found.map((each) => [each.name, [advisory(each)]]));
}

function osv(asked: { package: { name: string }; version: string }, known: Weakness[]) {
  const found = known.filter(({ name, version }) => name === asked.package.name && version === asked.version);
  const affected = ({ name, version }: Weakness) => ({
    package: { ecosystem: 'PyPI', name },
    versions: [version],
    ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '99' }] }],
  });
  const vulns = found.map((each) => ({
    id: each.id,
    summary: 'Planted',
    details: 'Planted',
    published: '2020-01-01T00:00:00Z',
    aliases: [],
    affected: [affected(each)],
  }));
  return vulns.length > 0 ? { vulns } : {};
}
