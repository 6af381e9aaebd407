import { Injectable } from '@nestjs/common';
import { newId, revokedPlaces, storeStatusList, type Tx } from '@holdout/db';
import { signStatusList } from '@holdout/receipts';
import type { Issuer } from './issuer.service.js';

@Injectable()
export class StatusListsService {
  /** Signs every status list of the organization again, with everything revoked so far. */
  async publish(tx: Tx, { organizationId, places, key }: Issuer): Promise<void> {
    const signedAt = new Date();
    for (const [number, revoked] of await revokedPlaces(tx)) {
      const address = places.statusList(number);
      const list = await signStatusList({ address, revoked, at: signedAt }, key);
      const document = JSON.stringify(list);
      await storeStatusList(tx, { id: newId(), organizationId, number, document, signedAt });
    }
  }
}
