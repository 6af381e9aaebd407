/** Statements that a connection keeps prepared, at most. Each takes the server some tens of kilobytes per connection. */
const MOST_PREPARED = 500;

/**
 * Names statements, so that the server parses and plans each once per connection instead of each time it is sent. A text
 * keeps its name. Texts beyond the limit stay nameless, which is how they are sent without preparing: lists of many lengths
 * make texts without end, and the driver gives no name back.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();

  /** @param kind what names begin with */
  constructor(
    private readonly kind: string,
    private readonly most = MOST_PREPARED,
  ) {}

  of(sql: string): string {
    const known = this.names.get(sql);
    if (known !== undefined) return known;
    if (this.names.size >= this.most) return '';
    const name = `${this.kind}_${this.names.size}`;
    this.names.set(sql, name);
    return name;
  }
}

/** Those of this process that Prisma sends. */
export const statementNames = new StatementNames('prisma');

/** Those that are written by hand and sent in batches, which keep their own account of what a connection knows. */
export const batchedNames = new StatementNames('batched');
