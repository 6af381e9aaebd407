import { didWebAddress } from './did-web.js';
import { readIssuerDocument, type IssuerDocument } from './issuer-document.js';
import { parsed, type Sources } from './sources.js';

/** Documents of issuers, each read once per verification. */
export class Issuers {
  private readonly known = new Map<string, Promise<IssuerDocument | null>>();

  constructor(private readonly sources: Sources) {}

  /** Null when it cannot be had, or what lies there names someone else. */
  find(did: string): Promise<IssuerDocument | null> {
    const known = this.known.get(did);
    if (known) return known;
    const document = this.read(did);
    this.known.set(did, document);
    return document;
  }

  private async read(did: string): Promise<IssuerDocument | null> {
    const address = didWebAddress(did);
    const text = address === null ? null : await this.sources.byAddress(address);
    const document = text === null ? null : readIssuerDocument(parsed(text));
    return document?.id === did ? document : null;
  }
}

/** The issuer that a key belongs to by its name. */
export const issuerOfKey = (keyName: string): string => keyName.split('#')[0] ?? '';
