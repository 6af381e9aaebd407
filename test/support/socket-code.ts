import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { Heard } from './heard.js';

/**
 * The code of what a subscription is told first; "ok" when it is told something, or ends in peace. A socket that is not let in
 * at all is closed with a number of its own.
 */
export async function socketCode(
  url: string,
  headers: Record<string, string>,
  query: string,
  variables: Record<string, unknown> = {},
  extensions: Record<string, unknown> = {},
): Promise<string> {
  class WithHeaders extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers });
    }
  }
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WithHeaders,
    retryAttempts: 0,
  });
  try {
    const heard = new Heard(client, query, variables, extensions);
    await heard.until(({ answers, hasEnded }) => answers.length > 0 || hasEnded);
    const errors: unknown = heard.last?.errors;
    if (errors instanceof Object && 'code' in errors) return `CLOSED ${String(errors.code)}`;
    return heard.last?.errors?.[0]?.extensions.code ?? 'ok';
  } finally {
    await client.dispose();
  }
}
