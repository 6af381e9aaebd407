/** As pino numbers its levels, which the other apps log by. */
const ERROR = 50;

interface FailedRequest {
  method: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** What is logged of a request that failed. The route by its pattern: addresses may let in whoever knows them. */
export function failedRequestLine(
  error: unknown,
  { method, headers }: FailedRequest,
  route: string,
  now = Date.now(),
): string {
  return JSON.stringify({
    level: ERROR,
    time: now,
    correlationId: headers['x-correlation-id'],
    method,
    route,
    digest: error instanceof Error && 'digest' in error ? error.digest : undefined,
    msg: 'a page could not be made',
  });
}
