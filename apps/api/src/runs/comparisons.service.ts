import { Injectable } from '@nestjs/common';
import { earlierRunsOf, resampledPointsOf } from '@holdout/db';
import { NotFoundError } from '@holdout/domain';
import { pairedDifference } from '@holdout/leaderboard';
import type { Operation } from '../operation/operation.js';
import type { EarlierRunType, ScoreComparisonType } from './comparisons.types.js';
import type { RunRow } from './run-view.js';
import { RunsService } from './runs.service.js';
import { validationGaps } from './validation-gaps.js';

/** Runs that one can choose from; older ones are found on the page of attempts. */
const MAX_EARLIER = 20;
const NO_NUMBERS = { difference: null, low: null, high: null };

/** A score beside others: an earlier attempt's, and the student's own validation. */
@Injectable()
export class ComparisonsService {
  constructor(private readonly runs: RunsService) {}

  /** Shown scores of the same student, version and split, newest first. */
  async earlier(operation: Operation, run: RunRow): Promise<EarlierRunType[]> {
    const split = run.scores[0]?.split;
    return split ? earlierRunsOf(await operation.tx(), run, split, MAX_EARLIER) : [];
  }

  /**
   * Null if there is nothing to compare with. If the Ladder did not release the score, only what the Ladder showed is
   * returned: no difference.
   * @throws NotFoundError for a run that is not among the earlier ones
   */
  async comparison(
    operation: Operation,
    run: RunRow,
    earlierId: string | null,
  ): Promise<ScoreComparisonType | null> {
    const choices = await this.earlier(operation, run);
    const earlier = earlierId === null ? choices[0] : choices.find(({ id }) => id === earlierId);
    if (!earlier) {
      if (earlierId === null) return null;
      throw new NotFoundError('The earlier run');
    }
    if ((await this.runs.shown(operation, run)) !== run)
      return { earlier, verdict: 'NO_DIFFERENCE', ...NO_NUMBERS };
    const tx = await operation.tx();
    const [then, now] = [await resampledPointsOf(tx, earlier.id), await resampledPointsOf(tx, run.id)];
    if (!then || !now || then.resamples.length !== now.resamples.length || now.resamples.length < 2)
      return { earlier, verdict: 'NOT_PAIRED', ...NO_NUMBERS };
    return { earlier, ...pairedDifference(then, now) };
  }

  /** What the student measured themselves beside what the hidden rows say. */
  async validation(operation: Operation, run: RunRow) {
    if (run.scores.length === 0) return [];
    const { validation, metrics } = await this.runs.shown(operation, run);
    return validationGaps(validation, metrics);
  }
}
