import { Injectable } from '@nestjs/common';
import {
  announce,
  announcementsFor,
  announcementsOfCohort,
  announcementsSince,
  cohortWithDates,
} from '@holdout/db';
import { RateLimitedError } from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedText } from '../graphql/checked-text.js';
import { checkedPageSize } from '../graphql/paging.js';
import type { Operation } from '../operation/operation.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type { AnnounceInput, AnnouncementConnectionType, AnnouncementType } from './announcements.types.js';

const MAX_TITLE = 120;
const MAX_TEXT = 5000;
/** Each one notifies everybody. */
const PER_DAY = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Paging {
  first: number;
  after: string | null;
}
type Row = Awaited<ReturnType<typeof announce>>;

/** What instructors tell a cohort. */
@Injectable()
export class AnnouncementsService {
  constructor(private readonly names: NamesLoader) {}

  /** @throws BadUserInputError, NotFoundError, RateLimitedError */
  async announce(operation: Operation, input: AnnounceInput): Promise<AnnouncementType> {
    const title = written('title', input.title, MAX_TITLE);
    const text = written('text', input.text, MAX_TEXT);
    const tx = await operation.tx();
    const { organization, userId } = await operation.member();
    const { id: cohortId } = await cohortWithDates(tx, input.cohortSlug);
    const dayAgo = new Date(operation.startedAt.getTime() - DAY_MS);
    if ((await announcementsSince(tx, cohortId, dayAgo)) >= PER_DAY) {
      throw new RateLimitedError(
        `This cohort got ${PER_DAY} announcements in a day. Wait until tomorrow, or put several in one.`,
        { limit: PER_DAY },
      );
    }
    const scope = { organizationId: organization.id, cohortId };
    const row = await announce(tx, { ...scope, authorId: userId, title, text });
    await putOnRecord(operation, {
      action: 'announcement.made',
      subjectType: 'cohort',
      subjectId: cohortId,
      detail: { announcementId: row.id },
    });
    return this.shown(operation, row);
  }

  /** @throws BadUserInputError, NotFoundError */
  async ofCohort(operation: Operation, slug: string, paging: Paging): Promise<AnnouncementConnectionType> {
    const tx = await operation.tx();
    const { id } = await cohortWithDates(tx, slug);
    return this.page(operation, await announcementsOfCohort(tx, id, checked(paging)));
  }

  /** @throws BadUserInputError */
  async own(operation: Operation, paging: Paging): Promise<AnnouncementConnectionType> {
    const { userId } = await operation.member();
    return this.page(operation, await announcementsFor(await operation.tx(), userId, checked(paging)));
  }

  private async page(operation: Operation, { rows, hasNextPage }: { rows: Row[]; hasNextPage: boolean }) {
    const nodes = await Promise.all(rows.map((row) => this.shown(operation, row)));
    return { nodes, pageInfo: { hasNextPage, endCursor: rows.at(-1)?.id ?? null } };
  }

  private async shown(operation: Operation, { cohort, authorId, ...row }: Row): Promise<AnnouncementType> {
    return { ...row, cohortName: cohort.name, author: await this.names.of(operation, authorId) };
  }
}

const checked = ({ first, after }: Paging): Paging => ({ first: checkedPageSize(first), after });

const written = (field: string, entered: string, limit: number): string =>
  checkedText(entered, { field, least: 1, limit, message: `Write a ${field} of 1 to ${limit} characters.` });
