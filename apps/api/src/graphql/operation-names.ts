import { getOperationAST, Kind, parse, type OperationTypeNode } from 'graphql';

/** An operation named by its type and field. The names that clients give are arbitrary and unlimited in number. */
export interface OperationName {
  type: `${OperationTypeNode}` | 'unknown';
  field: string;
}

/** For an operation that cannot be parsed, or asks for a field that does not exist. */
export const UNKNOWN: OperationName = { type: 'unknown', field: 'unknown' };

const MOST = 500;
/** No page sends longer texts, and keeping 500 of them would take a lot of memory. */
const LONGEST = 20_000;
const known = new Map<string, OperationName>();

/** Caches the names of texts seen before, because clients send the same few again and again. */
export function operationNameOf(query: string, operationName: string | null | undefined): OperationName {
  if (query.length > LONGEST) return read(query, operationName);
  const key = `${operationName ?? ''} ${query}`;
  const remembered = known.get(key);
  if (remembered) return remembered;
  const name = read(query, operationName);
  if (known.size >= MOST) known.clear();
  known.set(key, name);
  return name;
}

function read(query: string, operationName: string | null | undefined): OperationName {
  try {
    const operation = getOperationAST(parse(query), operationName);
    const field = operation?.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
    return operation ? { type: operation.operation, field: field?.name.value ?? UNKNOWN.field } : UNKNOWN;
  } catch {
    // The executor reports what is wrong with it.
    return UNKNOWN;
  }
}
