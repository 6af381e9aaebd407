import { Inject, Injectable } from '@nestjs/common';
import { isKeyRotating, leaveCredentialTask, publishedKeys } from '@holdout/db';
import { issuerPlaces } from '@holdout/verification';
import { putOnRecord } from '../audit/put-on-record.js';
import type { Operation } from '../operation/operation.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import type { IssuerType } from './credentials.types.js';

/** The organization as an issuer, as its administrators see it. Only the worker touches private keys. */
@Injectable()
export class IssuerService {
  constructor(@Inject(API_CONFIG) private readonly config: ApiConfig) {}

  async own(operation: Operation): Promise<IssuerType> {
    const { organization } = await operation.member();
    const tx = await operation.tx();
    const { did } = issuerPlaces(this.config.PUBLIC_URL, organization.slug);
    return { did, keys: await publishedKeys(tx), isRotating: await isKeyRotating(tx) };
  }

  /**
   * Asks the worker for the next key. With `isCompromised`, nothing that the present key signed counts any more, and
   * everything is issued again.
   */
  async rotate(operation: Operation, isCompromised: boolean): Promise<IssuerType> {
    const { organization } = await operation.member();
    const tx = await operation.tx();
    const kind = isCompromised ? 'REPLACE_KEY' : 'ROTATE_KEY';
    await leaveCredentialTask(tx, { organizationId: organization.id, kind, subjectId: organization.id });
    await putOnRecord(operation, {
      action: 'issuer-key.rotation-requested',
      subjectType: 'organization',
      subjectId: organization.id,
      detail: { isCompromised },
    });
    return this.own(operation);
  }
}
