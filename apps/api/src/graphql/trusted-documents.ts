import { ConflictError, ForbiddenError } from '@holdout/domain';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Operation } from '../operation/operation.js';

/** Who may send queries other than those that the web app and the command line were built with. */
export type FreeDocuments = 'nobody' | 'keys' | 'anyone';

/** A request either names a document that was built with the apps, or contains its own. */
export type AskedDocument = { documentId: string } | { query: string };

const APPS = new URL('../../../', import.meta.url);
/** Lists of documents by id, written when the apps are built and committed next to them. */
const BUILT_WITH = ['web/src/generated/persisted-documents.json', 'cli/documents.json'];

/**
 * Queries of web pages that write nothing, not even to the audit log. Their text is fixed, so they can run in a
 * read-only transaction, and the response need not wait for its end.
 */
export const READING = [
  'Roadmap',
  'Assignment',
  'Assignments',
  'Leaderboard',
  'Pseudonym',
  'ReviewQueue',
  'Candidates',
  'Fleet',
];

/** The documents that the apps may send, known in advance. */
export class TrustedDocuments {
  private readonly reading: ReadonlySet<string>;

  constructor(
    private readonly texts: ReadonlyMap<string, string>,
    private readonly free: FreeDocuments,
  ) {
    this.reading = new Set([...texts.values()].filter((text) => READING.includes(queryNameOf(text) ?? '')));
  }

  /** @throws when a list is missing, or a document does not match its id */
  static builtWith(free: FreeDocuments): TrustedDocuments {
    const lists = BUILT_WITH.map(
      (file) => JSON.parse(readFileSync(new URL(file, APPS), 'utf8')) as Record<string, string>,
    );
    const texts = new Map(lists.flatMap((list) => Object.entries(list)));
    const changed = [...texts].find(([id, text]) => documentIdOf(text) !== id);
    if (changed)
      throw new Error(`The document ${changed[0]} was changed after the apps were built. Build them.`);
    return new TrustedDocuments(texts, free);
  }

  /**
   * The text to execute for a request.
   * @throws ConflictError for an id of another build, ForbiddenError for a document that its sender may not supply
   */
  async textOf(asked: AskedDocument, operation: Operation): Promise<string> {
    if ('documentId' in asked) {
      const text = this.texts.get(asked.documentId);
      if (text !== undefined) return text;
      throw new ConflictError(
        `This server does not know the operation ${asked.documentId}: the page belongs to another version. Reload it.`,
      );
    }
    if (await this.mayBring(asked.query, operation)) return asked.query;
    throw new ForbiddenError(
      this.free === 'keys'
        ? 'Here a session may send only the operations of the web app. To send your own, create an API key in your settings and send it as x-api-key.'
        : 'This deployment answers only the operations of its own web app and command line. Its operator decides that (GRAPHQL_FREE_DOCUMENTS).',
    );
  }

  /** Whether an operation is one of those that write nothing. */
  onlyRead(query: string): boolean {
    return this.reading.has(query);
  }

  private async mayBring(query: string, operation: Operation): Promise<boolean> {
    if (this.free === 'anyone' || this.texts.has(documentIdOf(query))) return true;
    return this.free === 'keys' && (await operation.viewer())?.proof.kind === 'api-key';
  }
}

const queryNameOf = (text: string): string | undefined => /\bquery (\w+)/.exec(text)?.[1];

export function documentIdOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
