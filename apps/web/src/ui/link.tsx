import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link to another page, without prefetching. Pages show nothing before they are complete, so what Next.js would prefetch
 * for every visible link saves the reader nothing, and costs a phone its first second and the server two requests per link.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink {...props} prefetch={false} />;
}
