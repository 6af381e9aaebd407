import pg from 'pg';
import { serialize } from 'pg-protocol';

type Sent = string | Buffer | null;

/** Converts a value as the driver does. Its type declarations leave this function out. */
const { prepareValue } = (pg as typeof pg & { utils: { prepareValue(value: unknown): Sent } }).utils;

interface Column {
  name: string;
  read: (text: string) => unknown;
}

/** Statements that the server has parsed on one connection, by name, with the columns of their rows. */
export type PreparedStatements = Map<string, readonly Column[]>;

interface Statement {
  name: string;
  text: string;
  values: Sent[];
  columns: readonly Column[] | undefined;
  rows: object[];
  unreadable?: Error;
  answered: (rows: object[]) => void;
  refused: (error: Error) => void;
}

/** A message of the driver; its type declarations do not cover messages of the server. */
interface RowDescription {
  fields: { name: string; dataTypeID: number }[];
}
interface DataRow {
  fields: (string | null)[];
}

/** A connection on which all statements of one event-loop turn are sent together. */
export interface BatchingConnection {
  rows<Row>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/**
 * Sends several statements in one message, and gets their answers in one. Sent one by one, each would be answered by
 * a message of its own, which costs both sides more than most statements do. It also saves the server from describing
 * rows whose columns are known. If a statement fails, those after it are not run and fail with it, as in any
 * transaction.
 */
export class StatementBatch extends pg.Query {
  private readonly statements: Statement[] = [];
  private at = 0;

  constructor(private readonly prepared: PreparedStatements) {
    super('');
  }

  /** @returns the statement's rows, once the batch was sent and answered */
  add<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const inserted = values.map((value) => prepareValue(value));
    return new Promise((answered, refused) => {
      this.statements.push({
        name,
        text,
        refused,
        columns: this.prepared.get(name),
        rows: [],
        values: inserted,
        answered: answered as (rows: object[]) => void,
      });
    });
  }

  // The driver's client calls the following methods: one to send, then one for each message of the server.

  override submit = (connection: pg.Connection): void => {
    connection.stream.write(Buffer.concat([...this.statements.flatMap(messagesOf), serialize.sync()]));
  };

  handleRowDescription({ fields }: RowDescription): void {
    this.current.columns = fields.map(({ name, dataTypeID }) => ({
      name,
      read: pg.types.getTypeParser(dataTypeID, 'text'),
    }));
  }

  handleDataRow({ fields }: DataRow): void {
    const { columns = [], rows } = this.current;
    try {
      rows.push(rowOf(columns, fields));
    } catch (error) {
      this.current.unreadable = error as Error;
    }
  }

  handleCommandComplete(): void {
    const { name, columns = [], rows, unreadable, answered, refused } = this.current;
    if (name) this.prepared.set(name, columns);
    this.at += 1;
    if (unreadable) refused(unreadable);
    else answered(rows);
  }

  handleReadyForQuery(): void {
    // Nothing to do: each statement was resolved when it ended.
  }

  handleError(error: Error): void {
    for (const { name, refused } of this.statements.slice(this.at)) {
      // The server may or may not have parsed it, so it is closed and parsed again when it is next used.
      this.prepared.delete(name);
      refused(error);
    }
    this.at = this.statements.length;
  }

  private get current(): Statement {
    const statement = this.statements[this.at];
    if (!statement) throw new Error('The server answered more than it was asked.');
    return statement;
  }
}

function messagesOf({ name, text, values, columns }: Statement): Buffer[] {
  return [
    ...(columns ? [] : [serialize.close({ type: 'S', name }), serialize.parse({ name, text })]),
    serialize.bind({ statement: name, values }),
    ...(columns ? [] : [serialize.describe({ type: 'P' })]),
    serialize.execute(),
  ];
}

function rowOf(columns: readonly Column[], fields: readonly (string | null)[]): object {
  const row: Record<string, unknown> = {};
  for (const [at, { name, read }] of columns.entries()) {
    const text = fields[at] ?? null;
    row[name] = text === null ? null : read(text);
  }
  return row;
}
