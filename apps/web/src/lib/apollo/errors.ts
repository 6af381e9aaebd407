import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

export type ErrorCode =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNAUTHENTICATED'
  | 'CONFLICT'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'INTERNAL'
  | 'UNREACHABLE';

export interface ApiFailure {
  readonly code: ErrorCode;
  /** Written for people, except for INTERNAL and UNREACHABLE, where pages use their own words. */
  readonly message: string;
  readonly field: string | null;
  readonly correlationId: string | null;
}

const KNOWN: ReadonlySet<string> = new Set<ErrorCode>([
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'CONFLICT',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'INTERNAL',
]);

const isCode = (value: unknown): value is ErrorCode => typeof value === 'string' && KNOWN.has(value);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Say what the api answered in one shape, whatever went wrong. */
export function apiFailure(error: unknown): ApiFailure {
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    const extensions = first?.extensions ?? {};
    return {
      code: isCode(extensions.code) ? extensions.code : 'INTERNAL',
      message: first?.message ?? '',
      field: text(extensions.field),
      correlationId: text(extensions.correlationId),
    };
  }
  if (ServerError.is(error)) {
    return {
      code:
        error.statusCode === 401
          ? 'UNAUTHENTICATED'
          : error.statusCode === 429
            ? 'RATE_LIMITED'
            : 'UNREACHABLE',
      message: error.message,
      field: null,
      correlationId: error.response.headers.get('x-correlation-id'),
    };
  }
  return {
    code: 'UNREACHABLE',
    message: error instanceof Error ? error.message : String(error),
    field: null,
    correlationId: null,
  };
}
