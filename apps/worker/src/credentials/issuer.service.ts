import { Inject, Injectable } from '@nestjs/common';
import type { WorkerConfig } from '@holdout/config';
import {
  addIssuerKey,
  endSigningKey,
  newId,
  organizationOf,
  recordAudit,
  signingKeyOf,
  tasksAfterRevokedKey,
  type Tx,
} from '@holdout/db';
import { IssuerKeySafe, type IssuerKey } from '@holdout/receipts';
import { issuerPlaces, type IssuerPlaces } from '@holdout/verification';
import { WORKER_CONFIG } from '../platform/tokens.js';

export interface Issuer {
  organizationId: string;
  name: string;
  places: IssuerPlaces;
  key: IssuerKey;
}

/** Organizations as issuers: their keys, and the addresses at which they publish. */
@Injectable()
export class IssuerService {
  private readonly safe: IssuerKeySafe;

  constructor(@Inject(WORKER_CONFIG) private readonly config: WorkerConfig) {
    this.safe = new IssuerKeySafe(config.ISSUER_KEY_SECRET);
  }

  /** The transaction's organization, ready to sign. Its first key is made on first use. */
  async of(tx: Tx, organizationId: string): Promise<Issuer> {
    const organization = await organizationOf(tx, organizationId);
    const places = issuerPlaces(this.config.PUBLIC_URL, organization.slug);
    const stored = (await signingKeyOf(tx)) ?? (await this.addKey(tx, organizationId, new Date()));
    const key = await this.safe.open(stored, places.did);
    return { organizationId, name: organization.name, places, key };
  }

  /** Ends the current signing key and makes the next one. `REVOKED` also has everything signed with it signed again. */
  async replaceKey(tx: Tx, organizationId: string, how: 'RETIRED' | 'REVOKED'): Promise<void> {
    const now = new Date();
    const ended = await endSigningKey(tx, how, now);
    const added = await this.addKey(tx, organizationId, now);
    if (ended && how === 'REVOKED') await tasksAfterRevokedKey(tx, ended);
    await recordAudit(tx, {
      organizationId,
      actorId: null,
      action: how === 'REVOKED' ? 'issuer-key.revoked' : 'issuer-key.rotated',
      subjectType: 'issuer-key',
      subjectId: added.id,
      detail: { ended },
    });
  }

  private async addKey(tx: Tx, organizationId: string, activeFrom: Date) {
    // Two workers may both find no key. The database accepts one of theirs, and the other worker tries again with it.
    const id = newId();
    return addIssuerKey(tx, {
      id,
      organizationId,
      activeFrom,
      ...(await this.safe.make(id, organizationId)),
    });
  }
}
