/** What an error says of itself, and where it came from. */
const TOLD = [
  ...['type', 'name', 'message', 'stack', 'code', 'reason', 'statusCode'],
  ...['errno', 'syscall', 'address', 'port', 'schema', 'table', 'constraint'],
];

/**
 * Of an error, as it is or as pino took it apart, what may be logged. Libraries hang more on theirs: the command that failed, with
 * the password in it, or the row that was refused.
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

/** Prisma repeats what it was asked, with all values, before it says what is wrong with that. */
const QUERY = /(Invalid `[^`]*` invocation[^\n]*\n)[^]*?\n}\n/g;

function withoutQuery(told: unknown): unknown {
  return typeof told === 'string' ? told.replace(QUERY, '$1') : told;
}

/** By the names that errors are logged under. */
export const ERROR_SERIALIZERS = { err: loggedError, failure: loggedError };
