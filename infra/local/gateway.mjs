/** One public address: the API's paths go to the API, everything else to the web app. Cookies stay on one origin. */
import { fastifyHttpProxy as proxy } from '@fastify/http-proxy';
import Fastify, { LogController } from 'fastify';
import { randomUUID } from 'node:crypto';

const { GATEWAY_HOST, GATEWAY_INSTANCE, GATEWAY_PORT, API_INTERNAL_URL, WEB_INTERNAL_URL, PUBLIC_URL } =
  process.env;
if (!GATEWAY_PORT || !API_INTERNAL_URL || !WEB_INTERNAL_URL || !PUBLIC_URL) {
  throw new Error('The gateway needs GATEWAY_PORT, API_INTERNAL_URL, WEB_INTERNAL_URL and PUBLIC_URL.');
}
const UPLOAD_CHUNK_BYTES = 64 * 1024 * 1024;
/** The largest message that the API accepts. */
const SOCKET_MESSAGE_BYTES = 64 * 1024;
/** How long the API waits, unless told otherwise. */
const REQUEST_MS = Number(process.env.REQUEST_TIMEOUT_SECONDS || 300) * 1_000;
const publicUrl = new URL(PUBLIC_URL);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const app = Fastify({
  logger: {
    level: process.env.LOG_LEVEL ?? 'warn',
    // Only the first part of the path is logged, because the rest of some addresses is a secret: invitations, share links,
    // answers of identity providers.
    serializers: { req: ({ method, url }) => ({ method, place: /^\/[\w.-]*/.exec(url)?.[0] }) },
  },
  requestIdHeader: false,
  logController: new LogController({ requestIdLogLabel: 'correlationId' }),
  // Pages send a correlation id of their own; other requests get one here. Everything that follows from a request is logged
  // under it.
  genReqId: ({ headers }) => {
    const given = headers['x-correlation-id'];
    return typeof given === 'string' && UUID.test(given) ? given : randomUUID();
  },
  bodyLimit: UPLOAD_CHUNK_BYTES,
  requestTimeout: REQUEST_MS,
  // The limit for headers must not exceed the one for the whole request: Node would confuse the two.
  http: { headersTimeout: Math.min(60_000, REQUEST_MS) },
  trustProxy: false,
});

// Signing in works on one origin only. Somebody who typed 127.0.0.1 is redirected to the address that the cookies belong to.
app.addHook('onRequest', async (request, reply) => {
  const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
  if (
    wantsPage &&
    request.host !== publicUrl.host &&
    /^(127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(:|$)/.test(request.host)
  ) {
    return reply.redirect(`${publicUrl.origin}${request.url}`, 307);
  }
});

// Tells set-up that this gateway answers, and not another program on the same port.
app.addHook('onSend', async (_request, reply) => {
  if (GATEWAY_INSTANCE) reply.header('x-holdout-instance', GATEWAY_INSTANCE);
});

/**
 * Replaces the client's forwarding headers, because everything behind this gateway trusts them.
 * @param {{ id: string, ip: string, host: string }} request
 * @param {import('node:http').IncomingHttpHeaders} headers
 */
function forwardedHeaders({ id, ip, host }, { forwarded: _dropped, ...headers }) {
  const proto = publicUrl.protocol.slice(0, -1);
  const forwarded = { 'x-forwarded-for': ip, 'x-forwarded-host': host, 'x-forwarded-proto': proto };
  return { ...headers, ...forwarded, 'x-correlation-id': id };
}

const SOCKET_HEADERS = ['cookie', 'origin', 'x-api-key', 'x-holdout-organization', 'user-agent'];
const socketOptions = {
  perMessageDeflate: false, // both ends are on this machine
  /**
   * @param {Record<string, string>} headers
   * @param {{ id: string, ip: string, headers: import('node:http').IncomingHttpHeaders }} request
   */
  rewriteRequestHeaders(headers, request) {
    const kept = SOCKET_HEADERS.filter((name) => request.headers[name] !== undefined);
    return {
      ...headers,
      ...Object.fromEntries(kept.map((name) => [name, String(request.headers[name])])),
      'x-forwarded-for': request.ip,
      'x-correlation-id': request.id,
    };
  },
};

/**
 * Answers while the service behind is down, without saying where that service is.
 * @type {NonNullable<NonNullable<import('@fastify/http-proxy').FastifyHttpProxyOptions['replyOptions']>['onError']>}
 */
function nobodyThere(reply) {
  const { id } = reply.request;
  const message = 'Holdout does not answer at the moment. Try again in a minute.';
  const isPage = (reply.request.headers.accept ?? '').includes('text/html');
  reply.code(502).header('x-correlation-id', id).header('cache-control', 'no-store');
  if (isPage) reply.type('text/plain; charset=utf-8').send(message);
  else reply.send({ error: { code: 'INTERNAL', message, correlationId: id } });
}

const replyOptions = { rewriteRequestHeaders: forwardedHeaders, onError: nobodyThere };
const forwarding = { upstream: API_INTERNAL_URL, disableRequestLogging: true, replyOptions };
for (const prefix of ['/auth', '/uploads', '/files', '/issuers', '/lti', '/queues', '/health']) {
  await app.register(proxy, { ...forwarding, prefix, rewritePrefix: prefix });
}
await app.register(proxy, {
  ...forwarding,
  prefix: '/graphql',
  rewritePrefix: '/graphql',
  websocket: true,
  wsServerOptions: { maxPayload: SOCKET_MESSAGE_BYTES },
  wsClientOptions: socketOptions,
});
await app.register(proxy, { ...forwarding, upstream: WEB_INTERNAL_URL, prefix: '/' });

await app.listen({ port: Number(GATEWAY_PORT), host: GATEWAY_HOST ?? '127.0.0.1' });
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    // Live pages keep sockets open for hours. They reconnect by themselves, so closing them now loses nothing.
    app.server.closeAllConnections();
    void app.close().then(() => process.exit(0));
  });
}
