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
  /** Written for people, except for INTERNAL and UNREACHABLE, for which pages have their own text. */
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

interface Refusal {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** An error answer to a request that did not go through Apollo. */
export class RefusedAnswer extends Error {
  constructor(readonly errors: readonly Refusal[]) {
    super(errors[0]?.message);
  }
}

/** Describes any failure of the API in one shape. */
export function apiFailure(error: unknown): ApiFailure {
  if (isRefusal(error)) {
    const first = error.errors[0];
    const extensions = first?.extensions ?? {};
    return {
      code: isCode(extensions.code) ? extensions.code : 'INTERNAL',
      message: first?.message ?? '',
      field: text(extensions.field),
      correlationId: text(extensions.correlationId),
    };
  }
  if (isServerError(error)) {
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

// Recognizes Apollo's errors by name, because importing their classes would bring much of Apollo into every page that can
// show one.
function isRefusal(error: unknown): error is { errors: readonly Refusal[] } {
  return error instanceof RefusedAnswer || (error instanceof Error && error.name === 'CombinedGraphQLErrors');
}

/** An answer that does not come from the API, as the error that Apollo would report. */
export function serverError(response: Response): Error {
  const error = new Error(`The server answered ${response.status}.`);
  return Object.assign(error, { name: 'ServerError', statusCode: response.status, response });
}

function isServerError(error: unknown): error is { message: string; statusCode: number; response: Response } {
  return error instanceof Error && error.name === 'ServerError';
}
