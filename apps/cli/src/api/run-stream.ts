import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectionError, InterruptedError } from '../errors.js';
import type { Access } from './client.js';
import { runChangedSubscription, runLogSubscription, type LogChunk, type Run } from './run.js';
import { connect, subscribe } from './subscriptions.js';

/** The last lines of a log may arrive just after the news that the run has ended. */
const LOG_GRACE_MS = 250;

interface RunObserver {
  /** Whether the log is worth fetching. */
  readonly isLogShown: boolean;
  changed(run: Run): void;
  logged(chunk: LogChunk): void;
  /** The connection was lost and is being tried again. */
  disconnected(): void;
}

/**
 * Follow a run until it is finished, by subscription.
 * @returns its last state
 * @throws ApiError when the run may not be seen; ConnectionError when the server stays away; InterruptedError on abort.
 */
export async function followRun(
  access: Access,
  runId: string,
  observer: RunObserver,
  signal: AbortSignal,
): Promise<Run> {
  const client = connect(access, () => observer.disconnected());
  const finished = Promise.withResolvers<Run>();
  const stop = () => finished.reject(new InterruptedError('Interrupted.'));
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const seen = { attempt: 0, sequence: -1 };
  let last: Run | undefined;
  const closeLog = !observer.isLogShown
    ? () => undefined
    : subscribe(
        client,
        access,
        runLogSubscription,
        { runId },
        {
          next: ({ runLogAppended }) => {
            for (const chunk of runLogAppended) {
              // After a reconnection the server tells everything again from the start; a new attempt counts from 0.
              const isOlder = chunk.attempt < seen.attempt;
              if (isOlder || (chunk.attempt === seen.attempt && chunk.sequence <= seen.sequence)) continue;
              seen.attempt = chunk.attempt;
              seen.sequence = chunk.sequence;
              observer.logged(chunk);
            }
          },
          // Without its log a run can still be followed; what is wrong shows in the other subscription.
          end: () => undefined,
        },
      );
  const closeRun = subscribe(
    client,
    access,
    runChangedSubscription,
    { runId },
    {
      next: ({ runChanged }) => {
        last = runChanged;
        observer.changed(runChanged);
        if (runChanged.status === 'FINISHED') finished.resolve(runChanged);
      },
      end: (error) => {
        if (last?.status === 'FINISHED') finished.resolve(last);
        else
          finished.reject(
            error ?? new ConnectionError('The server ended the subscription before the run was finished.'),
          );
      },
    },
  );
  try {
    const run = await finished.promise;
    if (observer.isLogShown) await sleep(LOG_GRACE_MS);
    return run;
  } finally {
    signal.removeEventListener('abort', stop);
    closeLog();
    closeRun();
    await client.dispose();
  }
}
