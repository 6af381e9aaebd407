import type { ReactNode } from 'react';
import { apiFailure } from '@/lib/apollo/errors';
import { Notice } from './notice';

interface Props {
  /** What the API answered instead of doing it. */
  error: unknown;
  /** Title over the reason. */
  refused: string;
  /** What came of it, once it was done. */
  children?: ReactNode;
}

/** How a change ended, said to screen readers too: the reason that it was refused, or what came of it. */
export function MutationStatus({ error, refused, children }: Props) {
  return (
    <div role="status">
      {error ? (
        <Notice meaning="failed" title={refused}>
          {apiFailure(error).message}
        </Notice>
      ) : (
        children
      )}
    </div>
  );
}
