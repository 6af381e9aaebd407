import { Injectable } from '@nestjs/common';
import {
  candidateCards,
  candidatePlace,
  candidateProjects,
  checkedId,
  Database,
  PersonalData,
  searchCandidates,
  type CandidateCard,
  type PortfolioPlace,
} from '@holdout/db';
import { BadUserInputError, HIRING_LIMITS, NotFoundError } from '@holdout/domain';
import { checkedText } from '../graphql/checked-text.js';
import { checkedPageSize } from '../graphql/paging.js';
import { skillPointsOf } from '../graphql/skill-points.js';
import type { Operation } from '../operation/operation.js';
import { PortfolioViewsService, type ViewParent } from '../portfolios/portfolio-views.service.js';
import { candidateCursor } from './candidate-cursor.js';
import { compareResults } from './compare-results.js';
import type {
  CandidateComparisonType,
  CandidateFilterInput,
  CandidatePageType,
  CandidateType,
} from './hiring.types.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_TEXT = 200;
const MOST_DAYS = 3650;

type Half = 'skill' | 'skillPoints' | 'metric' | 'metricValue';

/** The students, of any organization, who consented to be found by hiring managers of other organizations. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly database: Database,
    private readonly personal: PersonalData,
    private readonly views: PortfolioViewsService,
  ) {}

  /**
   * Sorted by newest result first, because people are not ranked.
   * @throws BadUserInputError
   */
  async search(
    operation: Operation,
    filter: CandidateFilterInput,
    { first, after }: { first: number; after: string | null },
  ): Promise<CandidatePageType> {
    const tx = await operation.tx();
    const page = {
      first: checkedPageSize(first),
      after: after === null ? null : candidateCursor.decode(after),
    };
    const conditions = checkedFilter(filter, operation.startedAt);
    const { cards, last, hasNextPage } = await searchCandidates(tx, this.personal, conditions, page);
    return {
      candidates: cards.map(toCandidate),
      pageInfo: { hasNextPage, endCursor: last ? candidateCursor.encode(last) : null },
    };
  }

  async projects(operation: Operation) {
    return candidateProjects(await operation.tx());
  }

  /** The candidates in the order of the given ids, without those who withdrew their consent. */
  async cards(operation: Operation, ids: readonly string[]): Promise<CandidateType[]> {
    if (ids.length === 0) return [];
    return (await candidateCards(await operation.tx(), this.personal, ids)).map(toCandidate);
  }

  /** @throws NotFoundError for someone who did not consent */
  async one(operation: Operation, id: string): Promise<ViewParent> {
    const place = await this.place(operation, id);
    if (!place) throw new NotFoundError('The candidate');
    return this.viewAt(place);
  }

  /** @throws BadUserInputError */
  async compare(operation: Operation, ids: readonly string[]): Promise<CandidateComparisonType> {
    const limit = HIRING_LIMITS.compared;
    if (ids.length < 2 || ids.length > limit || new Set(ids).size < ids.length)
      throw new BadUserInputError(`Choose 2 to ${limit} different candidates to compare.`, {
        field: 'ids',
        limit,
      });
    const candidates: ViewParent[] = [];
    for (const id of ids) {
      const place = await this.place(operation, id);
      if (place) candidates.push(await this.viewAt(place));
    }
    return { candidates, projects: comparedProjects(candidates) };
  }

  /** Null for someone who did not consent. */
  async place(operation: Operation, id: string): Promise<PortfolioPlace | null> {
    return candidatePlace(await operation.tx(), checkedId(id, 'The candidate'));
  }

  /** Reads in the student's organization, as it is read for everybody else who opens the portfolio. */
  private viewAt({ id, organizationId }: PortfolioPlace): Promise<ViewParent> {
    return this.database.inTenant({ organizationId, userId: null }, (tx) => this.views.view(tx, id));
  }
}

function toCandidate({ skills, ...card }: CandidateCard): CandidateType {
  return {
    ...card,
    skills: skillPointsOf(skills).toSorted((a, b) => b.points - a.points),
  };
}

/** Projects that at least one candidate shows, each with every candidate's best result in it. */
function comparedProjects(candidates: readonly ViewParent[]): CandidateComparisonType['projects'] {
  const shown = candidates.flatMap(({ id: candidateId, results }) =>
    results.map((result) => ({ candidateId, ...result })),
  );
  const titles = new Map(
    shown.map(({ assignmentSlug, assignmentTitle }) => [assignmentSlug, assignmentTitle]),
  );
  return [...titles].map(([assignmentSlug, assignmentTitle]) => {
    const own = shown.filter((result) => result.assignmentSlug === assignmentSlug);
    const best = candidates.flatMap(({ id }) =>
      own
        .filter(({ candidateId }) => candidateId === id)
        .toSorted((a, b) => b.points - a.points)
        .slice(0, 1),
    );
    const comparable = best.map(({ candidateId, points: value, low, high, paired }) => ({
      candidateId,
      value,
      low,
      high,
      ...paired,
    }));
    return { assignmentSlug, assignmentTitle, results: compareResults(comparable) };
  });
}

/** @throws BadUserInputError */
function checkedFilter(filter: CandidateFilterInput, now: Date) {
  const { withinDays } = filter;
  if (withinDays != null && (withinDays < 1 || withinDays > MOST_DAYS))
    throw new BadUserInputError(`Say 1 to ${MOST_DAYS} days.`, { field: 'withinDays', limit: MOST_DAYS });
  const text = (entered: string | null | undefined, field: string): string | null =>
    checkedText(entered ?? '', {
      field,
      limit: LONGEST_TEXT,
      message: `At most ${LONGEST_TEXT} characters.`,
    }) || null;
  const conditions = {
    skill: filter.skill ?? null,
    skillPoints: filter.skillPoints ?? null,
    assignmentSlug: text(filter.assignmentSlug, 'assignmentSlug'),
    points: filter.points ?? null,
    metric: text(filter.metric, 'metric'),
    metricValue: filter.metricValue ?? null,
    since: withinDays == null ? null : new Date(now.getTime() - withinDays * DAY_MS),
    location: text(filter.location, 'location'),
  };
  refuseHalves(conditions);
  return conditions;
}

/** Half a condition filters nothing, yet its sender would believe that it was applied. */
function refuseHalves({ skill, skillPoints, metric, metricValue }: Record<Half, unknown>): void {
  const missing = (field: Half, rule: string): never => {
    throw new BadUserInputError(rule, { field });
  };
  if (skillPoints !== null && skill === null)
    missing('skill', 'Say which skill the points are for, or leave the points out.');
  if (metricValue !== null && metric === null)
    missing('metric', 'Say which metric the value is for, or leave the value out.');
  if (metric !== null && metricValue === null)
    missing('metricValue', 'Say which value the metric has to reach, or leave the metric out.');
}
