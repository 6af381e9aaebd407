import type { ReactNode } from 'react';
import { useWhy } from './use-why';
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
  const why = useWhy();
  return (
    <div role="status">
      {error ? (
        <Notice meaning="failed" title={refused}>
          {why(error)}
        </Notice>
      ) : (
        children
      )}
    </div>
  );
}
