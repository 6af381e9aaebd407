"""`score`: predictions and outcomes become metrics, points, gates, findings and plots."""

import numpy as np

from holdout_scorer.anchors import read_anchors
from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.bootstrap import MeanOfUnits, once, percentile_interval, resample_counts, widened
from holdout_scorer.errors import AssignmentError
from holdout_scorer.grading import Measure
from holdout_scorer.node import Node
from holdout_scorer.own_scorer.measures import in_order, own_measures
from holdout_scorer.result import Finding
from holdout_scorer.scoring import Scored, scored, write_result
from holdout_scorer.tabular.evidence import gather
from holdout_scorer.tabular.plots import calibration_plot
from holdout_scorer.tabular.rows import Judged, read_judged, train_labels
from holdout_scorer.tabular.scale import Scale, scale_of
from holdout_scorer.tabular.spec import HIDDEN_FILES, SAMPLE, Kind, TabularSpec, read_spec
from holdout_scorer.tabular.verdicts import Evidence, judge
from holdout_scorer.workspace import Workspace

# Weights of one batch of resamples: 160 MB of 64-bit numbers.
BATCH_CELLS = 20_000_000


def score(workspace: Workspace, definition: Node, job: Node, kind: Kind) -> None:
    """Writes result.json and, for a scored run, resamples.f64."""
    spec = read_spec(definition, kind)
    split = job["split"].one_of(SAMPLE, *HIDDEN_FILES)
    write_result(workspace, split, spec.rubric, lambda: _scored(workspace, spec, split, job))


def _scored(workspace: Workspace, spec: TabularSpec, split: str, job: Node) -> Scored:
    scale = scale_of(spec, train_labels(workspace, spec))
    judged = read_judged(workspace, spec, split)
    evidence = gather(workspace, spec, split, judged, scale)
    measures = _measures(spec, scale, judged, evidence, job["resampleSeed"].integer())
    own, own_plots = own_measures(workspace, spec.rubric, evidence.y.size, split)
    measures = in_order(measures | own, spec.rubric)
    gates, findings = judge(spec, scale, evidence)
    if np.ptp(evidence.p, axis=0).max() == 0.0:
        message = "All rows got the same prediction. Check that predict reads the model it was given."
        findings.append(Finding("degenerate", "FLAG", message))
    plots = [calibration_plot(scale, evidence.sample_y, evidence.sample_p, "SAMPLE")]
    if split != SAMPLE:
        plots.insert(0, calibration_plot(scale, evidence.y, evidence.p, "HIDDEN_AGGREGATED"))
    return scored(
        split,
        spec.rubric,
        measures,
        read_anchors(job["anchors"]),
        gates=gates,
        findings=findings,
        plots=[*plots, *own_plots],
    )


def _measures(
    spec: TabularSpec, scale: Scale, judged: Judged, evidence: Evidence, seed: int
) -> dict[str, Measure]:
    formulas = scale.formulas(evidence.y, evidence.p)
    for metric in spec.rubric.of_template:
        if metric.name not in formulas:
            known = ", ".join(sorted(formulas))
            raise AssignmentError(
                "ASSIGNMENT_INVALID", f"This template has no metric `{metric.name}`. It has {known}."
            )
    units, unit_of = np.unique([row["unit"] for row in judged.rows], return_inverse=True)
    n, total = evidence.y.size, spec.rubric.resamples
    batch = max(1, min(total, BATCH_CELLS // n))
    # Skew matters where units are few; counts of very many would fill the memory.
    means = _means(scale, evidence, unit_of) if units.size * total <= BATCH_CELLS else {}
    drawn: dict[str, list[Floats]] = {metric.name: [] for metric in spec.rubric.of_template}
    kept: list[Floats] = []
    for start in range(0, total, batch):
        # Units are drawn, not rows: rows of one group are dependent.
        counts = resample_counts(units.size, min(batch, total - start), seed + start)
        kept += [counts] if means else []
        by_row = counts[:, unit_of]
        for name, values in drawn.items():
            if name not in means:
                values.append(formulas[name](by_row))
    measures = {}
    for metric in spec.rubric.of_template:
        value = float(formulas[metric.name](once(n))[0])
        mean = means.get(metric.name)
        if mean:
            draws = mean.draws(np.concatenate(kept), spec.rubric.level)
        else:
            draws = widened(np.concatenate(drawn[metric.name]), value, units.size, spec.rubric.level)
        low, high = percentile_interval(draws, spec.rubric.level)
        method = _method(mean, units.size, n)
        measures[metric.name] = Measure(metric, value, low, high, n, method, draws)
    return measures


def _means(scale: Scale, evidence: Evidence, unit_of: Ints) -> dict[str, MeanOfUnits]:
    sizes = np.bincount(unit_of).astype(np.float64)
    return {
        name: MeanOfUnits(np.bincount(unit_of, loss).astype(np.float64), sizes, is_root)
        for name, (loss, is_root) in scale.losses(evidence.y, evidence.p).items()
    }


def _method(mean: MeanOfUnits | None, units: int, rows: int) -> str:
    method = "bootstrap-t" if mean else "bootstrap percentile"
    return method if units == rows else f"{method}, groups drawn whole"
