import autocannon from 'autocannon';

export interface Load {
  p50: number;
  p99: number;
  perSecond: number;
  requests: number;
}

const CONNECTIONS = 50;

/** @throws when an answer is an error: GraphQL says so in the body, under a good status */
export async function load(request: autocannon.Request, url: string, seconds: number): Promise<Load> {
  const verifyBody = (body: autocannon.Request['body']) => !String(body).includes('"errors":[');
  const options = { ...request, url, connections: CONNECTIONS, verifyBody };
  const result = await autocannon({ ...options, duration: seconds });
  const bad = result.non2xx + result.errors + result.timeouts + result.mismatches;
  if (bad > 0) throw new Error(`${url}: ${bad} of ${result.requests.total} answers were errors.`);
  return {
    p50: result.latency.p50,
    p99: result.latency.p99,
    perSecond: result.requests.average,
    requests: result.requests.total,
  };
}
