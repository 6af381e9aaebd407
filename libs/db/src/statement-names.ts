/** Statements that a connection keeps prepared, at most. Each takes the server some tens of kilobytes per connection. */
const MOST_PREPARED = 500;

/**
 * Names statements, so that the server parses and plans each once per connection instead of each time it is sent. A text
 * keeps its name. Texts beyond the limit stay nameless, which is how they are sent without preparing: lists of many lengths
 * make texts without end, and the driver gives no name back.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();

  constructor(private readonly most = MOST_PREPARED) {}

  of(sql: string): string {
    const known = this.names.get(sql);
    if (known !== undefined) return known;
    if (this.names.size >= this.most) return '';
    const name = `holdout_${this.names.size}`;
    this.names.set(sql, name);
    return name;
  }
}

/** Those of this process: whichever way a text is sent, a connection knows it by one name. */
export const statementNames = new StatementNames();
