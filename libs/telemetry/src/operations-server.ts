import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Registry } from 'prom-client';

export interface OperationsServerOptions {
  /** A port of its own, which no proxy makes public. */
  port: number;
  /** The address to listen on: this machine's own, unless those who ask are elsewhere in a private network. */
  host: string;
  registry: Registry;
  /**
   * Updates metrics that this process does not count itself.
   * @throws if they cannot be read
   */
  refresh?: () => Promise<unknown>;
  /** @throws when this process cannot do its work now */
  ready: () => Promise<unknown>;
}

/** `/metrics`, `/health/live` and `/health/ready`, for those who run the deployment. Holds no secret, but is nobody else's. */
export async function serveOperations({
  port,
  host,
  registry,
  refresh,
  ready,
}: OperationsServerOptions): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    switch (request.method === 'GET' && request.url) {
      case '/metrics':
        Promise.resolve(refresh?.())
          .then(() => registry.metrics())
          .then(
            (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
            () => answer(503, { status: 'the database does not answer' }),
          );
        return;
      case '/health/live':
        return answer(200, { status: 'ok' });
      case '/health/ready':
        ready().then(
          () => answer(200, { status: 'ok' }),
          (error: unknown) =>
            answer(503, { status: 'not ready', problem: error instanceof Error ? error.message : 'unknown' }),
        );
        return;
      default:
        return answer(404, { status: 'not found' });
    }
  });
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
