import { Inject, Injectable } from '@nestjs/common';
import {
  certifiedPointsOfOthers,
  gradedMetricsOf,
  isReviewReleased,
  namesOf,
  organizationOf,
  PersonalData,
  portfolioById,
  portfolioResults,
  portfolioSkills,
  reviewCommentsOf,
  type PortfolioResult,
  type Tx,
} from '@holdout/db';
import { FEWEST_FOR_PERCENTILE, NotFoundError, percentileOf } from '@holdout/domain';
import { issuerPlaces } from '@holdout/verification';
import { toPlots } from '../runs/score-view.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import type { PercentileType, PortfolioResultType, PublishedPortfolioType } from './portfolio-view.types.js';

/** What is read only where it is asked for. */
export interface ResultParent extends PortfolioResultType {
  /** Where the text files are; null where neither code nor model card is shown. */
  source: { digest: string; showsCode: boolean; showsModelCard: boolean } | null;
  /** For comparing with results on the same rows. */
  paired: { assignmentVersionId: string; resamples: readonly number[] };
}

export interface ViewParent extends PublishedPortfolioType {
  results: ResultParent[];
}

/** A portfolio as others see it: whoever opens it, and however, sees the same. */
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
      ...{ id: portfolioId, slug, headline, location, isRemote, updatedAt },
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
    const withMetrics = results.filter(({ showsMetrics }) => showsMetrics).map(({ runId }) => runId);
    const metrics = await gradedMetricsOf(tx, withMetrics);
    const shown: ResultParent[] = [];
    for (const result of results) {
      const { submissionId, runId, value, low, high, passMark, caseStudy, assurance, issuedAt } = result;
      const { assignmentSlug, assignmentTitle, assignmentSummary, showsCode, showsModelCard } = result;
      shown.push({
        ...{ id: submissionId, assignmentSlug, assignmentTitle, assignmentSummary, caseStudy },
        ...{ points: value, low, high, passMark, assurance, issuedAt },
        paired: { assignmentVersionId: result.assignmentVersionId, resamples: result.resamples },
        credentialAddress: places.credential(result.credentialId),
        metrics: metrics.filter((metric) => metric.runId === runId),
        percentile: result.showsPercentile ? await percentile(tx, result) : null,
        comments: result.showsComments ? await commentsOn(tx, runId) : [],
        figures: result.showsFigures ? toPlots(result.plots) : [],
        archiveDigest: showsCode ? result.archiveDigest : null,
        gitCommit: showsCode ? result.gitCommit : null,
        source:
          result.sourceDigest && (showsCode || showsModelCard)
            ? { digest: result.sourceDigest, showsCode, showsModelCard }
            : null,
      });
    }
    return shown;
  }
}

async function percentile(tx: Tx, result: PortfolioResult): Promise<PercentileType | null> {
  const others = await certifiedPointsOfOthers(tx, result);
  if (others.length < FEWEST_FOR_PERCENTILE) return null;
  const at = (points: number) => percentileOf(points, others);
  return {
    value: at(result.value),
    low: at(result.low),
    high: at(result.high),
    others: others.length,
  };
}

/** Of the work as a whole, without who said it: reviewers have agreed to be read by the student alone. */
async function commentsOn(tx: Tx, runId: string): Promise<string[]> {
  if (!(await isReviewReleased(tx, runId))) return [];
  const comments = await reviewCommentsOf(tx, runId);
  return comments.filter(({ file }) => file === null).map(({ text }) => text);
}
