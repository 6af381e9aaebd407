import type { ErrorCode } from '@holdout/domain';
import type { ArchiveRejection } from '@holdout/domain';

/** An error whose message is for the person at the terminal; `reason` is for programs. */
export abstract class CliError extends Error {
  constructor(
    message: string,
    readonly reason: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The command cannot be done as asked: wrong arguments, not signed in, a folder that is not there. */
export class UsageError extends CliError {
  constructor(message: string, reason = 'USAGE') {
    super(message, reason);
  }
}

/** The project would be refused, found before anything was sent. */
export class PreflightError extends CliError {
  readonly file: string | null;
  constructor(rejection: Pick<ArchiveRejection, 'message' | 'file'> & { code: string }) {
    super(rejection.message, rejection.code);
    this.file = rejection.file;
  }
}

/** The server answered, and said no. */
export class ApiError extends CliError {
  constructor(
    message: string,
    readonly code: ErrorCode,
    readonly correlationId?: string,
  ) {
    super(correlationId && code === 'INTERNAL' ? `${message} (${correlationId})` : message, code);
  }
}

/** No usable answer came. */
export class ConnectionError extends CliError {
  constructor(message: string) {
    super(message, 'UNREACHABLE');
  }
}

/** Ctrl-C while waiting. */
export class InterruptedError extends CliError {
  constructor(message: string) {
    super(message, 'INTERRUPTED');
  }
}
