"""`score`: predictions and labels become metrics, points, gates, findings, slices and plots."""

import numpy as np

from holdout_scorer.anchors import read_anchors
from holdout_scorer.arrays import Floats
from holdout_scorer.binary_classification.evidence import Answers, gather
from holdout_scorer.binary_classification.job import SAMPLE, read_split
from holdout_scorer.binary_classification.measures import measure_all, measure_gaps
from holdout_scorer.binary_classification.plots import curve_plots, gap_plot
from holdout_scorer.binary_classification.probes import judge
from holdout_scorer.binary_classification.slices import slice_table
from holdout_scorer.binary_classification.spec import BinarySpec, read_spec
from holdout_scorer.bootstrap import resample_counts
from holdout_scorer.errors import AssignmentError
from holdout_scorer.node import Node
from holdout_scorer.own_scorer.measures import in_order, own_measures
from holdout_scorer.reference_curves import with_reference_curves
from holdout_scorer.result import Plot
from holdout_scorer.scoring import Scored, scored, write_result
from holdout_scorer.workspace import Workspace

# Bars on the sample's plots are only a visual aid; a fifth of the resamples is enough for them.
SAMPLE_PLOT_RESAMPLES = 200
MOST_REDRAWS = 50


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes result.json and, for a scored run, resamples.f64."""
    spec = read_spec(definition)
    split = read_split(job)
    write_result(workspace, split, spec.rubric, lambda: score(workspace, spec, split, job))


def score(workspace: Workspace, spec: BinarySpec, split: str, job: Node) -> Scored:
    """Raises RejectedError for a malformed student file."""
    evidence = gather(workspace, spec, split)
    if not evidence.main.both_classes():
        raise AssignmentError("SPLIT_INVALID", f"{split} needs rows of both outcomes.")
    rubric = spec.rubric
    seed = job["resampleSeed"].integer()
    weights = _weights(evidence.main, rubric.resamples, seed)
    gaps = measure_gaps(spec, evidence.main, weights)
    own, own_plots = own_measures(workspace, rubric, evidence.main.y.size, split)
    measures = in_order(measure_all(spec, evidence, weights, gaps) | own, rubric)
    verdicts = judge(spec, evidence, gaps)
    plots = [*_plots(spec, split, evidence.main, evidence.sample, weights, seed), gap_plot(spec, gaps)]
    return scored(
        split,
        rubric,
        measures,
        read_anchors(job["anchors"]),
        gates=verdicts.gates,
        findings=verdicts.findings,
        slices=slice_table(spec, evidence.main, weights),
        plots=[*with_reference_curves(plots, job["anchors"]), *own_plots],
    )


def _weights(answers: Answers, resamples: int, seed: int) -> Floats:
    """Resamples whole groups, because their rows are dependent, and otherwise single rows within each
    outcome.
    """
    units, unit_of = np.unique([row["unit"] for row in answers.rows], return_inverse=True)
    if units.size == answers.y.size:
        return resample_counts(answers.y.size, resamples, seed, (answers.y == 1, answers.y == 0))
    weights = resample_counts(units.size, resamples, seed)[:, unit_of]
    for attempt in range(1, MOST_REDRAWS + 1):
        one_sided = (weights @ answers.y == 0) | (weights @ (1.0 - answers.y) == 0)
        if not one_sided.any():
            return weights
        weights[one_sided] = resample_counts(units.size, int(one_sided.sum()), seed + attempt)[:, unit_of]
    raise AssignmentError(
        "SPLIT_INVALID", "The hidden groups are too few: most draws lack one of the outcomes."
    )


def _plots(
    spec: BinarySpec,
    split: str,
    main: Answers,
    sample: Answers,
    weights: Floats,
    seed: int,
) -> list[Plot]:
    hidden = [] if split == SAMPLE else curve_plots(spec, main, weights, "HIDDEN_AGGREGATED")
    return hidden + curve_plots(spec, sample, _weights(sample, SAMPLE_PLOT_RESAMPLES, seed), "SAMPLE")
