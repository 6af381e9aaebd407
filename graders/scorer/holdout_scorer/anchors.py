"""Anchors: the values that the naive, simple and strong references reach, and the points between them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.node import Node
from holdout_scorer.rubric import MetricSpec

SIMPLE_POINTS, STRONG_POINTS, FULL_POINTS = 70.0, 90.0, 100.0


@dataclass(frozen=True)
class Anchor:
    """Means over many splits, and the interval of the paired gap strong - simple (positive: strong is
    better).
    """

    naive: float
    simple: float
    strong: float
    gap_low: float

    def separates(self) -> bool:
        """Whether strong is better than simple beyond chance. If not, the metric has no weight."""
        return self.gap_low > 0


def read_anchors(node: Node) -> dict[str, Anchor]:
    """Reads `anchors.json`. `gap.low` is the lower 95 % limit of the gap in the metric's good direction."""
    return {
        name: Anchor(
            entry["naive"].number(),
            entry["simple"].number(),
            entry["strong"].number(),
            entry["gap"]["low"].number(),
        )
        for name, entry in node["metrics"].entries()
    }


def points(values: Floats, anchor: Anchor, metric: MetricSpec) -> Floats:
    """0 at naive, 70 at simple, 90 at strong, 100 half a gap beyond strong or at the metric's bound.

    values: any shape, finite. Returns the same shape, in [0, 100].
    """
    sign = 1.0 if metric.direction == "HIGHER" else -1.0
    zero = anchor.naive if metric.zero_at is None else metric.zero_at
    simple, strong, bound = sign * anchor.simple, sign * anchor.strong, sign * metric.bound
    full = min(strong + 0.5 * (strong - simple), bound)
    knots = np.array([sign * zero, simple, strong, full])
    earned = np.interp(sign * values, knots, [0.0, SIMPLE_POINTS, STRONG_POINTS, FULL_POINTS])
    # Nothing can beat the bound, so reaching it earns all points even if the strong reference reaches it too.
    return np.where(sign * values >= min(full, bound), FULL_POINTS, earned)


def missing_anchor_note(metric: MetricSpec, anchors: Mapping[str, Anchor]) -> str | None:
    """Why a metric carries no weight, or None when it does."""
    anchor = anchors.get(metric.name)
    if anchor is None:
        return f"{metric.label} carries no weight: its anchors have not been measured yet."
    if not anchor.separates():
        return (
            f"{metric.label} is shown but carries no weight: "
            "the strong reference is not better than the simple one beyond chance."
        )
    return None
