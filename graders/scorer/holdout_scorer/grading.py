"""From measured metrics to points: shared by all templates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from holdout_scorer.anchors import Anchor, missing_anchor_note, points
from holdout_scorer.arrays import Floats
from holdout_scorer.bootstrap import percentile_interval
from holdout_scorer.result import CriterionResult, GateResult, MetricResult, PointsResult
from holdout_scorer.rubric import CriterionSpec, MetricSpec, Rubric

METRIC_DIGITS, POINT_DIGITS = 4, 2
FULL_SKILL_POINTS = 35.0


@dataclass(frozen=True)
class Measure:
    """A metric's value, its interval, and one value per resample (constant where nothing was sampled)."""

    spec: MetricSpec
    value: float
    low: float
    high: float
    n: int
    method: str
    draws: Floats

    def to_result(self, split: str, rubric: Rubric) -> MetricResult:
        spec = self.spec
        return MetricResult(
            name=spec.name,
            label=spec.label,
            split=split,
            # Rounded, because the last digits of a score on hidden rows could be used to find out single
            # labels.
            value=round(self.value, METRIC_DIGITS),
            low=round(self.low, METRIC_DIGITS),
            high=round(self.high, METRIC_DIGITS),
            n=self.n,
            direction=spec.direction,
            unit=spec.unit,
            graded=spec.graded,
            method=self.method,
            resamples=len(self.draws),
            level=rubric.level,
        )


@dataclass(frozen=True)
class Earned:
    """The points earned by something graded: on the sample, and on every resample."""

    value: float
    draws: Floats


@dataclass(frozen=True)
class Graded:
    criteria: list[CriterionResult]
    total: Earned

    def capped(self, gates: Sequence[GateResult], rubric: Rubric) -> Earned:
        caps = [spec.cap_at for gate in gates if gate.status == "CAPPED" and (spec := rubric.gate(gate.key))]
        cap = min(caps, default=100.0)
        return Earned(min(self.total.value, cap), np.minimum(self.total.draws, cap))


def grade(measures: Mapping[str, Measure], anchors: Mapping[str, Anchor], rubric: Rubric) -> Graded:
    """Points of every automatic criterion and their weighted mean.

    Only measured metrics with sound anchors count.
    """
    size = rubric.resamples
    results, weighted, counted = [], Earned(0.0, np.zeros(size)), 0.0
    for criterion in rubric.criteria:
        earned, share, notes = _criterion(criterion, measures, anchors, size)
        weight = criterion.weight * share
        counted += weight
        weighted = Earned(weighted.value + weight * earned.value, weighted.draws + weight * earned.draws)
        results.append(_criterion_result(criterion, earned, weight, notes, rubric.level))
    scale = 1.0 / counted if counted else 0.0
    return Graded(results, Earned(weighted.value * scale, weighted.draws * scale))


def points_result(total: Earned, level: float) -> PointsResult:
    low, high = percentile_interval(total.draws, level)
    return PointsResult(round(total.value, POINT_DIGITS), round(low, POINT_DIGITS), round(high, POINT_DIGITS))


def _criterion(
    criterion: CriterionSpec, measures: Mapping[str, Measure], anchors: Mapping[str, Anchor], size: int
) -> tuple[Earned, float, list[str]]:
    """The mean of the metrics that count, the share of metrics that count, and notes."""
    notes: list[str] = []
    counted: list[Earned] = []
    for name in criterion.metrics:
        measure = measures.get(name)
        if measure is None:
            notes.append("Measured on the server only.")
            continue
        note = missing_anchor_note(measure.spec, anchors)
        if note:
            notes.append(note)
            continue
        earned, note = _metric(measure, measures, anchors)
        counted.append(earned)
        if note:
            notes.append(note)
    if not counted:
        return Earned(0.0, np.zeros(size)), 0.0, notes
    mean = Earned(
        float(np.mean([earned.value for earned in counted])),
        np.mean([earned.draws for earned in counted], axis=0),
    )
    return mean, len(counted) / len(criterion.metrics), notes


def _metric(
    measure: Measure, measures: Mapping[str, Measure], anchors: Mapping[str, Anchor]
) -> tuple[Earned, str | None]:
    spec = measure.spec
    anchor = anchors[spec.name]
    value = float(points(np.array([measure.value]), anchor, spec)[0])
    draws = points(measure.draws, anchor, spec)
    if spec.needs_skill is None:
        return Earned(value, draws), None
    skill = measures[spec.needs_skill]
    skill_anchor = anchors[spec.needs_skill]
    share = float(_skill_share(np.array([skill.value]), skill_anchor, skill.spec)[0])
    earned = Earned(share * value, _skill_share(skill.draws, skill_anchor, skill.spec) * draws)
    if share == 1.0:
        return earned, None
    return earned, (
        f"{spec.label} counts for {share:.0%} of its points: a constant forecast would be perfect here, "
        f"so it counts as far as {skill.spec.label} earns points, in full from {FULL_SKILL_POINTS:g}."
    )


def _skill_share(values: Floats, anchor: Anchor, metric: MetricSpec) -> Floats:
    """How far a metric that needs skill counts: not at all without, in full from half the simple reference's.

    A step at zero would hand a constant forecast full marks whenever chance puts it just above its own mean.
    """
    share: Floats = np.minimum(points(values, anchor, metric) / FULL_SKILL_POINTS, 1.0)
    return share


def _criterion_result(
    criterion: CriterionSpec, earned: Earned, weight: float, notes: list[str], level: float
) -> CriterionResult:
    low, high = percentile_interval(earned.draws, level)
    return CriterionResult(
        key=criterion.key,
        points=round(earned.value, POINT_DIGITS),
        low=round(low, POINT_DIGITS),
        high=round(high, POINT_DIGITS),
        weight=criterion.weight,
        countedWeight=round(weight, 4),
        note=" ".join(dict.fromkeys(notes)) or None,
    )
