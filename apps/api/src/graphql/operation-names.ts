import { getOperationAST, Kind, parse, type OperationTypeNode } from 'graphql';

/** An operation by what it asks for: the names that clients give are theirs, and as many as they like. */
export interface OperationName {
  type: `${OperationTypeNode}` | 'unknown';
  field: string;
}

/** Of an operation that cannot be read, or asks for a field that does not exist. */
export const UNKNOWN: OperationName = { type: 'unknown', field: 'unknown' };

const MOST = 500;
/** Longer texts are nobody's page, and 500 of them would be a lot to keep. */
const LONGEST = 20_000;
const known = new Map<string, OperationName>();

/** Remembers texts it has seen: clients send the same few again and again. */
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
    // Whoever executes it says what is wrong with it.
    return UNKNOWN;
  }
}
