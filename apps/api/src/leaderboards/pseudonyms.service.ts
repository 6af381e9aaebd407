import { Injectable } from '@nestjs/common';
import { pseudonymsOf, setPseudonym } from '@holdout/db';
import { BadUserInputError } from '@holdout/domain';
import type { Operation } from '../operation/operation.js';

const MAX_CHARACTERS = 40;
/**
 * Letters of any script, digits, and marks that join them; nothing that could be taken for markup or that is
 * invisible.
 */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._'-]*$/u;

@Injectable()
export class PseudonymsService {
  async own(operation: Operation): Promise<string | null> {
    const { userId } = await operation.member();
    return (await pseudonymsOf(await operation.tx(), [userId])).get(userId) ?? null;
  }

  /** @throws BadUserInputError, ConflictError */
  async set(operation: Operation, name: string | null): Promise<string | null> {
    const { organization, userId } = await operation.member();
    const chosen = name === null ? null : name.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
    if (chosen !== null && (chosen.length < 2 || chosen.length > MAX_CHARACTERS || !NAME.test(chosen))) {
      throw new BadUserInputError(
        `A pseudonym has 2 to ${MAX_CHARACTERS} letters and digits, with spaces, dots or dashes between.`,
        { field: 'name', limit: MAX_CHARACTERS },
      );
    }
    await setPseudonym(await operation.tx(), { organizationId: organization.id, userId }, chosen);
    return chosen;
  }
}
