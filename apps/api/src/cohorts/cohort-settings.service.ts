import { Injectable } from '@nestjs/common';
import {
  archiveCohort,
  cohortToSettle,
  cohortsToSettle,
  createCohort,
  settleCohort,
  type CohortSettings,
} from '@holdout/db';
import { BadUserInputError, ConflictError } from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import type { Operation } from '../operation/operation.js';
import { checkedName, checkedSlug, checkedTimeZone } from '../organizations/place-rules.js';
import type { CohortSettingsInput, CohortSettingsType } from './cohort-settings.types.js';

/** Cohorts as admins make, settle and archive them. */
@Injectable()
export class CohortSettingsService {
  async all(operation: Operation): Promise<CohortSettingsType[]> {
    return cohortsToSettle(await operation.tx());
  }

  /** @throws BadUserInputError, ConflictError */
  async create(
    operation: Operation,
    input: CohortSettingsInput,
    entered: string | null,
  ): Promise<CohortSettingsType> {
    const settings = checkedSettings(input);
    const slug = checkedSlug(entered, settings.name);
    const { organization } = await operation.member();
    const tx = await operation.tx();
    const id = await createCohort(tx, { organizationId: organization.id, slug, ...settings });
    await putOnRecord(operation, {
      action: 'cohort.created',
      subjectType: 'cohort',
      subjectId: id,
      detail: { slug, ...settings },
    });
    return cohortToSettle(tx, id);
  }

  /** @throws BadUserInputError, NotFoundError */
  async change(operation: Operation, id: string, input: CohortSettingsInput): Promise<CohortSettingsType> {
    const tx = await operation.tx();
    const cohort = await cohortToSettle(tx, id);
    const after = checkedSettings(input);
    const { name, timeZone, startsAt, endsAt } = cohort;
    await settleCohort(tx, cohort.id, after);
    await putOnRecord(operation, {
      action: 'cohort.changed',
      subjectType: 'cohort',
      subjectId: cohort.id,
      detail: { before: { name, timeZone, startsAt, endsAt }, after },
    });
    return cohortToSettle(tx, cohort.id);
  }

  /** @throws NotFoundError, ConflictError where it is so already */
  async archive(operation: Operation, id: string, isArchived: boolean): Promise<CohortSettingsType> {
    const tx = await operation.tx();
    const cohort = await cohortToSettle(tx, id);
    if ((cohort.archivedAt !== null) === isArchived)
      throw new ConflictError(
        isArchived ? 'The cohort is archived already.' : 'The cohort is in use already.',
      );
    await archiveCohort(tx, cohort, isArchived ? operation.startedAt : null);
    await putOnRecord(operation, {
      action: isArchived ? 'cohort.archived' : 'cohort.restored',
      subjectType: 'cohort',
      subjectId: cohort.id,
    });
    return cohortToSettle(tx, cohort.id);
  }
}

/** @throws BadUserInputError */
function checkedSettings({ name, timeZone, startsAt, endsAt }: CohortSettingsInput): CohortSettings {
  if (startsAt && endsAt && endsAt <= startsAt)
    throw new BadUserInputError('A cohort has to end after it begins.', { field: 'endsAt' });
  return {
    name: checkedName(name),
    timeZone: checkedTimeZone(timeZone),
    startsAt: startsAt ?? null,
    endsAt: endsAt ?? null,
  };
}
