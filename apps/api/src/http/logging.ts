import { ERROR_SERIALIZERS } from '@holdout/telemetry';
import type { Params } from 'nestjs-pino';
import type { ApiConfig } from '../settings.js';

/** What could let its reader act as somebody else, should a header ever be logged. */
const SECRETS = [
  'req.headers.cookie',
  'req.headers.authorization',
  'req.headers["x-api-key"]',
  'res.headers["set-cookie"]',
];

/** Structured lines, with the correlation id of the request they belong to. Requests themselves: see ended-requests. */
export function loggerOptions(config: ApiConfig): Params {
  return {
    pinoHttp: {
      level: config.LOG_LEVEL,
      redact: { paths: SECRETS, remove: true },
      serializers: ERROR_SERIALIZERS,
      customAttributeKeys: { reqId: 'correlationId' },
      quietReqLogger: true,
      autoLogging: false,
    },
  };
}
