/** The engine failed, not the student's code. Nothing was decided; the run may be tried again. */
export class SandboxUnavailableError extends Error {
  override readonly name: string = 'SandboxUnavailableError';
}

/** The engine works but is not set up for what was asked. Trying again is useless until an operator acts. */
export class SandboxMisconfiguredError extends SandboxUnavailableError {
  override readonly name = 'SandboxMisconfiguredError';
}
