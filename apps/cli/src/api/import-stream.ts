import { ConnectionError, InterruptedError } from '../errors.js';
import { importChangedSubscription, type AssignmentImport } from './authoring.js';
import type { Access } from './client.js';
import { connect, subscribe } from './subscriptions.js';

interface ImportObserver {
  changed(found: AssignmentImport): void;
  /** The connection was lost and is being tried again. */
  disconnected(): void;
}

/**
 * Follow an import until it has ended, by subscription.
 * @throws ApiError when it may not be seen; ConnectionError when the server stays away; InterruptedError on abort.
 */
export async function followImport(
  access: Access,
  id: string,
  observer: ImportObserver,
  signal: AbortSignal,
): Promise<AssignmentImport> {
  const client = connect(access, () => observer.disconnected());
  const finished = Promise.withResolvers<AssignmentImport>();
  const stop = () =>
    finished.reject(
      new InterruptedError('Interrupted. The import goes on: the server publishes what was asked for.'),
    );
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const close = subscribe(
    client,
    access,
    importChangedSubscription,
    { id },
    {
      next: ({ assignmentImportChanged: found }) => {
        observer.changed(found);
        if (found.status !== 'QUEUED' && found.status !== 'RUNNING') finished.resolve(found);
      },
      end: (error) =>
        finished.reject(
          error ?? new ConnectionError('The server ended the subscription before the import was finished.'),
        ),
    },
  );
  try {
    return await finished.promise;
  } finally {
    signal.removeEventListener('abort', stop);
    close();
    await client.dispose();
  }
}
