import { createClient, type Client } from 'graphql-ws';
import { organizationIn } from '@/lib/organization-cookie';

let socket: Client | null = null;

const UPSTREAM_FAILED = 1011;
const TRY_AGAIN_LATER = 1013;

/**
 * A gateway closes with 1011 while the server behind it starts again. graphql-ws takes that as the end, whatever `shouldRetry`
 * says, so it hears what is meant.
 */
class PatientSocket extends WebSocket {
  override set onclose(listener: ((event: CloseEvent) => void) | null) {
    super.onclose =
      listener &&
      ((event) => {
        const { code, reason, wasClean } = event;
        listener(
          code === UPSTREAM_FAILED
            ? new CloseEvent('close', { code: TRY_AGAIN_LATER, reason, wasClean })
            : event,
        );
      });
  }
}

/** The one socket of a page, open while something is subscribed to. */
export function openSocket(): Client {
  socket ??= createClient({
    url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
    connectionParams: connectionParams(),
    webSocketImpl: PatientSocket,
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
