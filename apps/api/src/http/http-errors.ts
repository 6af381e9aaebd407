import { AppError, type ErrorCode } from '@holdout/domain';

/** HTTP status of every code: for routes that are not GraphQL. */
export const HTTP_STATUS = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  INTERNAL: 500,
} satisfies Record<ErrorCode, number>;

export interface ErrorBody {
  error: {
    code: ErrorCode;
    message: string;
    correlationId: string;
    field?: string;
    limit?: number;
    retryAt?: string;
  };
}

/** The message for an error that is not meant for its reader. */
export const maskedMessage = (correlationId: string): string =>
  `Something went wrong on our side. Try again; if the problem persists, give your administrator this number: ${correlationId}`;

/** Status and body for an error. Anything that is not an AppError is masked. */
export function httpError(error: unknown, correlationId: string): { status: number; body: ErrorBody } {
  if (error instanceof AppError) {
    return {
      status: HTTP_STATUS[error.code],
      body: { error: { ...error.details, code: error.code, message: error.message, correlationId } },
    };
  }
  return {
    status: 500,
    body: { error: { code: 'INTERNAL', message: maskedMessage(correlationId), correlationId } },
  };
}
