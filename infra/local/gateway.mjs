/** One public address: the API's paths go to the API, everything else to the web app. Cookies stay on one origin. */
import proxy from '@fastify/http-proxy';
import Fastify from 'fastify';

const { GATEWAY_HOST, GATEWAY_PORT, API_INTERNAL_URL, WEB_INTERNAL_URL, PUBLIC_URL } = process.env;
if (!GATEWAY_PORT || !API_INTERNAL_URL || !WEB_INTERNAL_URL || !PUBLIC_URL) {
  throw new Error('The gateway needs GATEWAY_PORT, API_INTERNAL_URL, WEB_INTERNAL_URL and PUBLIC_URL.');
}
const API_PATHS = ['/graphql', '/auth', '/uploads', '/files', '/health'];
const UPLOAD_CHUNK_BYTES = 64 * 1024 * 1024;
const publicHost = new URL(PUBLIC_URL).host;

const app = Fastify({
  logger: { level: process.env.LOG_LEVEL ?? 'warn' },
  bodyLimit: UPLOAD_CHUNK_BYTES,
  trustProxy: false,
});

// Sign-in works on one origin only. Someone who typed 127.0.0.1 is led to the address the cookies belong to.
app.addHook('onRequest', async (request, reply) => {
  const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
  if (
    wantsPage &&
    request.host !== publicHost &&
    /^(127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(:|$)/.test(request.host)
  ) {
    return reply.redirect(`${new URL(PUBLIC_URL).origin}${request.url}`, 307);
  }
});

/**
 * The client's own forwarding headers are replaced: behind this gateway they are taken as true.
 * @param {import('fastify').FastifyRequest} request
 * @param {import('node:http').IncomingHttpHeaders} headers
 */
function forwardedHeaders(request, headers) {
  const { forwarded: _dropped, ...rest } = headers;
  const { protocol } = new URL(PUBLIC_URL ?? '');
  return {
    ...rest,
    host: request.headers.host,
    'x-forwarded-for': request.ip,
    'x-forwarded-host': request.headers.host,
    'x-forwarded-proto': protocol.slice(0, -1),
  };
}

for (const prefix of API_PATHS) {
  await app.register(proxy, {
    upstream: API_INTERNAL_URL,
    prefix,
    rewritePrefix: prefix,
    websocket: prefix === '/graphql',
    wsClientOptions: {
      rewriteRequestHeaders: (headers, request) => ({
        ...headers,
        ...pick(request.headers, ['cookie', 'origin', 'x-api-key', 'x-holdout-organization', 'user-agent']),
      }),
    },
    replyOptions: { rewriteRequestHeaders: forwardedHeaders },
  });
}
await app.register(proxy, {
  upstream: WEB_INTERNAL_URL,
  prefix: '/',
  replyOptions: { rewriteRequestHeaders: forwardedHeaders },
});

await app.listen({ port: Number(GATEWAY_PORT), host: GATEWAY_HOST ?? '127.0.0.1' });
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    // Live pages keep sockets open for hours: they reconnect, so nothing is lost by closing them now.
    app.server.closeAllConnections();
    void app.close().then(() => process.exit(0));
  });
}

/** @param {import('node:http').IncomingHttpHeaders} headers @param {string[]} names */
function pick(headers, names) {
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );
}
