import { AppError, type ErrorCode } from '@holdout/domain';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { maskedMessage } from '../http/http-errors.js';

/** How errors of each code are treated: shown with their own message, or masked and logged. */
const TREATMENT = {
  NOT_FOUND: 'shown',
  FORBIDDEN: 'shown',
  UNAUTHENTICATED: 'shown',
  CONFLICT: 'shown',
  BAD_USER_INPUT: 'shown',
  RATE_LIMITED: 'shown',
  INTERNAL: 'masked',
} satisfies Record<ErrorCode, 'shown' | 'masked'>;

/** Called for every error that is masked for the client. */
export type ReportInternal = (error: unknown, correlationId: string) => void;

/** The error that our code threw, without the wrapper that GraphQL puts around it. */
function causeOf(error: GraphQLError): Error {
  let cause: Error = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** Suggested field names help in development, but would reveal the schema to everybody else. */
const withoutSuggestion = (message: string) => message.replace(/ Did you mean .*\?$/s, '');

/** Makes the errors of a result fit for clients: codes that they can act on, and everything else masked. */
export class ErrorFormatter {
  constructor(
    private readonly report: ReportInternal,
    private readonly hideSuggestions: boolean,
    private readonly count: (code: ErrorCode) => void = () => undefined,
  ) {}

  /** The same as an Error object, because the WebSocket library turns errors into JSON itself. */
  asError(error: unknown, correlationId: string): GraphQLError {
    const { message, path, extensions } = this.format(error, correlationId);
    return new GraphQLError(message, { ...(path ? { path } : {}), ...(extensions ? { extensions } : {}) });
  }

  format(error: unknown, correlationId: string): GraphQLFormattedError & { extensions: { code: ErrorCode } } {
    const formatted = this.formatted(error, correlationId);
    this.count(formatted.extensions.code);
    return formatted;
  }

  private formatted(
    error: unknown,
    correlationId: string,
  ): GraphQLFormattedError & { extensions: { code: ErrorCode } } {
    const wrapped = error instanceof GraphQLError ? error : undefined;
    const cause = wrapped ? causeOf(wrapped) : error;
    const where = {
      ...(wrapped?.path ? { path: wrapped.path } : {}),
      ...(wrapped?.locations ? { locations: wrapped.locations } : {}),
    };
    if (cause instanceof AppError && TREATMENT[cause.code] === 'shown') {
      return {
        message: cause.message,
        ...where,
        extensions: { ...cause.details, code: cause.code, correlationId },
      };
    }
    if (isRequestError(cause)) {
      const message = this.hideSuggestions ? withoutSuggestion(cause.message) : cause.message;
      return { message, ...where, extensions: { code: 'BAD_USER_INPUT', correlationId } };
    }
    this.report(cause, correlationId);
    return {
      message: maskedMessage(correlationId),
      ...where,
      extensions: { code: 'INTERNAL', correlationId },
    };
  }
}

/**
 * GraphQL's own errors about the request: syntax, unknown fields, variables of the wrong type. Errors during
 * execution have a path; they are our faults.
 */
function isRequestError(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && !error.originalError && !error.path;
}
