/** Maximum number of prepared statements per connection. Each takes some tens of kilobytes on the server. */
const MOST_PREPARED = 500;

/**
 * Names statements, so that the server parses and plans each once per connection instead of each time it is sent. A
 * text keeps its name. Texts beyond the limit get no name and are sent without preparing: lists of many lengths
 * produce an unlimited number of texts, and the driver never releases a name.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();

  /** @param kind the prefix of the names */
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

/** For the statements of this process that Prisma sends. */
export const statementNames = new StatementNames('prisma');

/**
 * For statements written by hand and sent in batches, which keep their own record of what each connection has
 * prepared.
 */
export const batchedNames = new StatementNames('batched');
