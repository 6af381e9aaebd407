import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * The way to another page, which is asked for on the press. Pages show nothing before they are whole, so what Next.js would fetch
 * ahead for each link in view saves a reader nothing, and costs a phone its first second and the server two answers a link.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink {...props} prefetch={false} />;
}
