import { hash } from 'node:crypto';
import type { Credentials } from '../operation/credentials.js';
import { AddressLimit } from './address-limit.js';

/** A whole school may share an address. */
const PEOPLE_OF_AN_ADDRESS = 20;

/** Requests of each person within a minute, and of each address: made-up sessions would each begin a count of their own. */
export class RequestLimit {
  private readonly ofPerson: AddressLimit;
  private readonly ofAddress: AddressLimit;

  /** @param most from one session or key, or from an address without either */
  constructor(most: number) {
    this.ofPerson = new AddressLimit(most);
    this.ofAddress = new AddressLimit(most * PEOPLE_OF_AN_ADDRESS);
  }

  /** @throws RateLimitedError */
  take(credentials: Credentials, address: string, now = Date.now()): void {
    this.ofAddress.take(address, now);
    this.ofPerson.take(whoOf(credentials, address), now);
  }
}

/** A session or a key identifies its person; a request with neither is identified by its address. */
function whoOf({ apiKey, cookie }: Credentials, address: string): string {
  const secret = apiKey ?? /(?:^|; )(?:__Secure-)?holdout\.session_token=([^;]+)/.exec(cookie ?? '')?.[1];
  return secret ? hash('sha256', secret, 'base64') : address;
}
