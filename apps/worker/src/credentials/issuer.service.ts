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

/** Organizations as issuers: their keys, and the addresses that they publish under. */
@Injectable()
export class IssuerService {
  private readonly safe: IssuerKeySafe;

  constructor(@Inject(WORKER_CONFIG) private readonly config: WorkerConfig) {
    this.safe = new IssuerKeySafe(config.ISSUER_KEY_SECRET);
  }

  /** The organization of the transaction, ready to sign. Its first key is made when it is first needed. */
  async of(tx: Tx, organizationId: string): Promise<Issuer> {
    const organization = await organizationOf(tx, organizationId);
    const places = issuerPlaces(this.config.PUBLIC_URL, organization.slug);
    const stored = (await signingKeyOf(tx)) ?? (await this.addKey(tx, organizationId, new Date()));
    const key = await this.safe.open(stored, places.did);
    return { organizationId, name: organization.name, places, key };
  }

  /** Ends the key that signs now and makes the next. `REVOKED` has everything it signed done anew. */
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
    // Two workers at once would both find none; the database takes one, and the other tries again with it.
    const id = newId();
    return addIssuerKey(tx, {
      id,
      organizationId,
      activeFrom,
      ...(await this.safe.make(id, organizationId)),
    });
  }
}
