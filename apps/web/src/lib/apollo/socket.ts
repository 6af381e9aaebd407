import { createClient, type Client } from 'graphql-ws';
import { organizationIn } from '@/lib/organization-cookie';

let socket: Client | null = null;

/** The one socket of a page, open while something is subscribed to. */
export function openSocket(): Client {
  socket ??= createClient({
    url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
    connectionParams: connectionParams(),
    // A restarted server must not end a live page: try for about ten minutes, then the page offers to reload.
    retryAttempts: 20,
    shouldRetry: () => true,
  });
  return socket;
}

function connectionParams(): Record<string, string> {
  const organization = organizationIn(document.cookie);
  return organization ? { organization } : {};
}
