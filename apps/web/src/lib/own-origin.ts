import { headers } from 'next/headers';

/** The origin that the reader asked, as the gateway says. */
export async function ownOrigin(): Promise<string> {
  const incoming = await headers();
  const host = incoming.get('x-forwarded-host') ?? incoming.get('host') ?? 'localhost';
  return `${incoming.get('x-forwarded-proto') ?? 'http'}://${host}`;
}
