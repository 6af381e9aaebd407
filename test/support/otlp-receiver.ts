import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Exported {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: { traceId: string; spanId: string; parentSpanId?: string; name: string }[] }[];
  }[];
}

export interface ReceivedSpan {
  service: string;
  traceId: string;
  id: string;
  parent: string | null;
  name: string;
}

/** A collector of traces that only listens and remembers (OTLP over HTTP, as JSON). */
export class OtlpReceiver {
  readonly spans: ReceivedSpan[] = [];
  /** All that came, as it came. */
  said = '';

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<OtlpReceiver> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const receiver = new OtlpReceiver(server, `http://127.0.0.1:${port}`);
    server.on('request', (request, response) => {
      void text(request).then((body) => {
        receiver.said += body;
        receiver.take(JSON.parse(body) as Exported);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    return receiver;
  }

  ofTrace(traceId: string): ReceivedSpan[] {
    return this.spans.filter((span) => span.traceId === traceId);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private take({ resourceSpans }: Exported): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      const name = resource.attributes.find(({ key }) => key === 'service.name');
      for (const { traceId, spanId, parentSpanId, ...span } of scopeSpans.flatMap(({ spans }) => spans)) {
        const service = name?.value.stringValue ?? '';
        this.spans.push({ service, traceId, id: spanId, parent: parentSpanId || null, name: span.name });
      }
    }
  }
}
