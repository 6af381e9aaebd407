import type { Findings } from '@holdout/verification';
import type { Issued, TestIssuer } from './issuer.js';

/** What whoever verifies is given. */
interface Given {
  credential: string;
  /** What the issuer publishes of its keys. */
  document: string;
  list: string;
}

interface Attack {
  given: (issuer: TestIssuer, issued: Issued) => Promise<Given>;
  expected: Partial<Findings>;
  verdict: 'VERIFIED' | 'NOT_VERIFIED';
}

const ELSEWHERE = 'did:web:elsewhere.example:issuers:academy';

const attack = (
  expected: Partial<Findings>,
  change: (issuer: TestIssuer, issued: Issued) => Partial<Given> | Promise<Partial<Given>>,
  verdict: Attack['verdict'] = 'NOT_VERIFIED',
): Attack => ({
  expected,
  verdict,
  given: async (issuer, issued) => ({
    credential: issued.credential,
    document: issuer.document(),
    list: await issuer.statusList(),
    ...(await change(issuer, issued)),
  }),
});

/** What a credential may be presented with, and what has to be found: the same on the page and in the terminal. */
export const ATTACKS: Record<string, Attack> = {
  'a changed word': attack({ SIGNATURE: 'CHANGED' }, (_issuer, { credential }) => ({
    credential: credential.replace('Tabular', 'Fabular'),
  })),
  'a revoked credential': attack(
    { SIGNATURE: 'VALID', REVOCATION: 'REVOKED' },
    async (issuer, { index }) => ({
      list: await issuer.statusList([index]),
    }),
  ),
  'a forged status list': attack({ REVOCATION: 'LIST_FORGED' }, async (issuer, { index }) => ({
    list: (await issuer.statusList([index])).replace('"validUntil":"2', '"validUntil":"3'),
  })),
  'another issuer’s name': attack({ SIGNATURE: 'OTHER_ISSUERS_KEY' }, (issuer, { credential }) => ({
    credential: credential.replace(`"issuer":{"id":"${issuer.places.did}"`, `"issuer":{"id":"${ELSEWHERE}"`),
  })),
  'a key that got into other hands': attack({ SIGNATURE: 'REVOKED_KEY' }, (issuer) => ({
    document: issuer.document({ revokedAt: new Date() }),
  })),
  'a key that was retired before it signed': attack({ SIGNATURE: 'AFTER_RETIREMENT' }, (issuer) => ({
    document: issuer.document({ retiredAt: new Date(0) }),
  })),
  'a key that was rotated since': attack(
    { SIGNATURE: 'VALID_EARLIER_KEY', REVOCATION: 'NOT_REVOKED' },
    (issuer) => ({ document: issuer.document({ retiredAt: new Date(Date.now() + 60_000) }) }),
    'VERIFIED',
  ),
};
