/** The properties of an error that are logged: what it says, and where it came from. */
const TOLD = [
  'type',
  'name',
  'message',
  'stack',
  'code',
  'reason',
  'statusCode',
  'errno',
  'syscall',
  'address',
  'port',
  'schema',
  'table',
  'constraint',
];

/**
 * The parts of an error that may be logged, whether it is an error object or was taken apart by pino. Libraries attach more,
 * such as the failed command with its password, or the refused row.
 */
export function loggedError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  const known = error as Readonly<Record<string, unknown>>;
  const told = Object.fromEntries(
    TOLD.filter((name) => known[name] !== undefined).map((name) => [name, withoutQuery(known[name])]),
  );
  const { aggregateErrors } = known;
  return Array.isArray(aggregateErrors)
    ? { ...told, aggregateErrors: aggregateErrors.map(loggedError) }
    : told;
}

/** Prisma repeats the query with all its values before it says what is wrong. */
const QUERY = /(Invalid `[^`]*` invocation[^\n]*\n)[^]*?\n}\n/g;

function withoutQuery(told: unknown): unknown {
  return typeof told === 'string' ? told.replace(QUERY, '$1') : told;
}

/** By the names under which errors are logged. */
export const ERROR_SERIALIZERS = { err: loggedError, failure: loggedError };
