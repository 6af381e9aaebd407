import { sha256Hex } from './digest.js';

/** Where documents come from that a credential refers to. */
export interface Sources {
  /** The text at an address; null when it cannot be had. */
  byAddress(url: string): Promise<string | null>;
  /** The text with this SHA-256 (hexadecimal), wherever it lies; null when unknown here. */
  byDigest(digest: string): Promise<string | null>;
}

/** Larger answers are not read: nothing that is looked for comes near. */
const MOST_BYTES = 4 * 1024 * 1024;
const PATIENCE_MS = 10_000;

/** Files that the reader brought along. Each is found by the `id` it states and by its digest. */
export class GivenFiles implements Sources {
  private constructor(
    private readonly byId: ReadonlyMap<string, string>,
    private readonly digests: ReadonlyMap<string, string>,
    private readonly addressOf: (id: string) => string | null,
  ) {}

  /** @param addressOf where a document with this id would be looked for, if it is not the id itself */
  static async of(texts: readonly string[], addressOf: (id: string) => string | null): Promise<GivenFiles> {
    const byId = new Map<string, string>();
    const digests = new Map<string, string>();
    for (const text of texts) {
      digests.set(await sha256Hex(text), text);
      const id = idOf(text);
      if (id === null) continue;
      byId.set(addressOf(id) ?? id, text);
    }
    return new GivenFiles(byId, digests, addressOf);
  }

  byAddress(url: string): Promise<string | null> {
    return Promise.resolve(this.byId.get(this.addressOf(url) ?? url) ?? null);
  }

  byDigest(digest: string): Promise<string | null> {
    return Promise.resolve(this.digests.get(digest) ?? null);
  }
}

/** The web, as the reader's own program reaches it. */
export class Web implements Sources {
  async byAddress(url: string): Promise<string | null> {
    if (!/^https?:\/\//.test(url)) return null;
    try {
      const response = await fetch(url, {
        redirect: 'error',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!response.ok || Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) return null;
      return await boundedText(response);
    } catch (error) {
      // An address that does not answer, or may not be read from here: the step says that it was not found.
      if (error instanceof TypeError || error instanceof DOMException) return null;
      throw error;
    }
  }

  byDigest(): Promise<null> {
    return Promise.resolve(null);
  }
}

/** The first that knows answers. */
export class FirstOf implements Sources {
  constructor(private readonly sources: readonly Sources[]) {}

  byAddress(url: string): Promise<string | null> {
    return this.first((source) => source.byAddress(url));
  }

  byDigest(digest: string): Promise<string | null> {
    return this.first((source) => source.byDigest(digest));
  }

  private async first(ask: (source: Sources) => Promise<string | null>): Promise<string | null> {
    for (const source of this.sources) {
      const text = await ask(source);
      if (text !== null) return text;
    }
    return null;
  }
}

async function boundedText(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const reader = response.body?.getReader();
  if (!reader) return '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The parsed text; undefined when it is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function idOf(text: string): string | null {
  const json = parsed(text);
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  return typeof id === 'string' ? id : null;
}
