import { Inject, Injectable } from '@nestjs/common';
import {
  criteriaOfRubrics,
  gradedMetricsOf,
  namesOf,
  organizationOf,
  PersonalData,
  portfolioById,
  portfolioResults,
  portfolioSkills,
  releasedReviews,
  reproductionsOfResults,
  reviewCommentsOf,
  percentileCounts,
  type PortfolioResult,
  type Tx,
} from '@holdout/db';
import { FEWEST_FOR_PERCENTILE, NotFoundError, percentileOf } from '@holdout/domain';
import { issuerPlaces } from '@holdout/verification';
import { toPlots } from '../runs/score-view.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { shownCriteria } from './shown-criteria.js';
import type { PercentileType, PortfolioResultType, PublishedPortfolioType } from './portfolio-view.types.js';

/** What is needed for the parts that are read only if asked for. */
export interface ResultParent extends PortfolioResultType {
  /** Where the text files are; null where neither code nor model card is shown. */
  source: { digest: string; showsCode: boolean; showsModelCard: boolean } | null;
  /** For comparing with results on the same rows. */
  paired: { assignmentVersionId: string; resamples: readonly number[] };
}

export interface ViewParent extends PublishedPortfolioType {
  results: ResultParent[];
}

/** A portfolio as others see it, which is the same for everyone who opens it. */
@Injectable()
export class PortfolioViewsService {
  constructor(
    private readonly personal: PersonalData,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  /** @param tx in the organization of the student. Whether the reader may see it was decided before. */
  async view(tx: Tx, portfolioId: string): Promise<ViewParent> {
    const portfolio = await portfolioById(tx, portfolioId);
    const { organizationId, studentId, slug, headline, location, isRemote, updatedAt } = portfolio;
    const issuer = await organizationOf(tx, organizationId);
    const ownName = (await namesOf(tx, this.personal, [studentId])).get(studentId);
    // Someone whose personal data were erased publishes nothing any more, whatever it called them.
    if (!ownName) throw new NotFoundError('The portfolio');
    const results = await portfolioResults(tx, portfolioId);
    return {
      name: portfolio.pseudonym ?? ownName,
      id: portfolioId,
      slug,
      headline,
      location,
      isRemote,
      updatedAt,
      issuerName: issuer.name,
      issuerSlug: issuer.slug,
      skills: await portfolioSkills(tx, portfolioId),
      results: await this.shown(tx, results, issuer.slug),
    };
  }

  private async shown(
    tx: Tx,
    results: readonly PortfolioResult[],
    issuerSlug: string,
  ): Promise<ResultParent[]> {
    const places = issuerPlaces(this.config.PUBLIC_URL, issuerSlug);
    const withMetrics = results.filter(({ showsMetrics }) => showsMetrics);
    const metrics = await gradedMetricsOf(tx, withMetrics.map(runIdOf));
    const rubrics = await criteriaOfRubrics(
      tx,
      results.filter(({ criteria }) => criteria !== null).map(({ rubricVersionId }) => rubricVersionId),
    );
    const reproductions = await reproductionsOfResults(tx, results.map(runIdOf));
    const percentiles = await percentilesOf(
      tx,
      results.filter(({ showsPercentile }) => showsPercentile),
    );
    const withComments = results.filter(({ showsComments }) => showsComments);
    const comments = await commentsOn(tx, withComments.map(runIdOf));
    return results.map((result) => {
      const { submissionId, runId, value, low, high, passMark, caseStudy, assurance, issuedAt } = result;
      const { assignmentSlug, assignmentTitle, assignmentSummary, showsCode, showsModelCard } = result;
      return {
        id: submissionId,
        assignmentSlug,
        assignmentTitle,
        assignmentSummary,
        caseStudy,
        points: value,
        low,
        high,
        passMark,
        assurance,
        issuedAt,
        paired: { assignmentVersionId: result.assignmentVersionId, resamples: result.resamples },
        credentialId: result.credentialId,
        reproductions: reproductions.filter((each) => each.runId === runId),
        credentialAddress: places.credential(result.credentialId),
        metrics: metrics.filter((metric) => metric.runId === runId),
        criteria: result.criteria
          ? shownCriteria(
              result.criteria,
              rubrics.filter(({ rubricVersionId }) => rubricVersionId === result.rubricVersionId),
            )
          : [],
        percentile: percentiles.get(runId) ?? null,
        comments: comments.get(runId) ?? [],
        figures: result.showsFigures ? toPlots(result.plots) : [],
        archiveDigest: showsCode ? result.archiveDigest : null,
        gitCommit: showsCode ? result.gitCommit : null,
        source:
          result.sourceDigest && (showsCode || showsModelCard)
            ? { digest: result.sourceDigest, showsCode, showsModelCard }
            : null,
      };
    });
  }
}

const runIdOf = ({ runId }: PortfolioResult): string => runId;

/** By run. With too few others there is none. */
async function percentilesOf(
  tx: Tx,
  results: readonly PortfolioResult[],
): Promise<Map<string, PercentileType>> {
  const counts = await percentileCounts(
    tx,
    results.flatMap(({ runId, assignmentVersionId, value, low, high }) =>
      [value, low, high].map((points) => ({ runId, assignmentVersionId, points })),
    ),
  );
  const percentiles = new Map<string, PercentileType>();
  results.forEach(({ runId }, index) => {
    const [value, low, high] = counts.slice(3 * index, 3 * index + 3);
    if (!value || !low || !high || value.others < FEWEST_FOR_PERCENTILE) return;
    percentiles.set(runId, {
      value: percentileOf(value),
      low: percentileOf(low),
      high: percentileOf(high),
      others: value.others,
    });
  });
  return percentiles;
}

/** By run, of the work as a whole and without who said it: reviewers have agreed to be read by the student alone. */
async function commentsOn(tx: Tx, runIds: readonly string[]): Promise<Map<string, string[]>> {
  const comments = await reviewCommentsOf(tx, [...(await releasedReviews(tx, runIds))]);
  const ofWhole = comments.filter(({ file }) => file === null);
  const byRun = Map.groupBy(ofWhole, ({ runId }) => runId);
  return new Map([...byRun].map(([runId, own]) => [runId, own.map(({ text }) => text)]));
}
