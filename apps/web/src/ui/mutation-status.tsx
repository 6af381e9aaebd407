import type { ReactNode } from 'react';
import { useWhy } from './use-why';
import { Notice } from './notice';

interface Props {
  /** The error, if the API refused it. */
  error: unknown;
  /** Title above the reason. */
  refused: string;
  /** Shown once it was done. */
  children?: ReactNode;
}

/** How a mutation ended, also announced to screen readers: why it was refused, or its result. */
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
