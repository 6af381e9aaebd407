import type { Params } from 'nestjs-pino';
import type { ApiConfig } from '../settings.js';

/** What could let its reader act as somebody else. */
const SECRETS = [
  'req.headers.cookie',
  'req.headers.authorization',
  'req.headers["x-api-key"]',
  'res.headers["set-cookie"]',
];

/** One line a request, with its correlation id; bodies, queries and secrets never. */
export function loggerOptions(config: ApiConfig): Params {
  return {
    pinoHttp: {
      level: config.LOG_LEVEL,
      redact: { paths: SECRETS, remove: true },
      customAttributeKeys: { reqId: 'correlationId' },
      quietReqLogger: true,
      autoLogging: { ignore: ({ url }) => url?.startsWith('/health/') ?? false },
      // A query string may hold the token of an invitation.
      serializers: {
        req: ({ method, url, remoteAddress }: { method: string; url: string; remoteAddress?: string }) => ({
          method,
          url: url.split('?')[0],
          remoteAddress,
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
    },
  };
}
