/** Why a run is being stopped. */
export type StopReason = 'CANCELLED' | 'CLAIM_LOST' | 'SHUTDOWN' | 'RECORDING_FAILED';

/** The reason behind an aborted run's signal. */
export class Stop extends Error {
  override readonly name = 'Stop';
  constructor(
    readonly reason: StopReason,
    options?: ErrorOptions,
  ) {
    super(`The run was stopped: ${reason}.`, options);
  }
}

/** Why a signal was aborted; null when it was not, or not by us. */
export function stopReasonOf(signal: AbortSignal): Stop | null {
  return signal.aborted && signal.reason instanceof Stop ? signal.reason : null;
}
