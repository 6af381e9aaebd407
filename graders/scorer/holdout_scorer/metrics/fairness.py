"""Gaps between groups, as pairwise differences with simultaneous intervals.

The largest of many noisy gaps is biased upward, so a gate must look at the lower limits of all pairs at
once, not at the spread between the extreme groups.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from holdout_scorer.arrays import Bools, Floats

RATES = ("refusal", "truePositive", "falsePositive")


@dataclass(frozen=True)
class Gap:
    """Rate of `first` minus rate of `second`, with limits that hold for all gaps together."""

    attribute: str
    rate: str
    first: str
    second: str
    value: float
    low: float
    high: float
    resamples: Floats

    @property
    def at_least(self) -> float:
        """The smallest absolute gap the interval allows; 0 when it contains 0."""
        return max(0.0, self.low, -self.high)

    @property
    def at_most(self) -> float:
        return max(abs(self.low), abs(self.high))


def merge_groups(
    names: Sequence[str], y: Floats, order: Sequence[str] | None, least: tuple[int, int]
) -> list[str]:
    """Merges groups until each has at least `least` = (positives, negatives) rows.

    Ordered groups (age bands) merge with the smaller neighbour; others join into one group, smallest first.
    Returns the merged name of every row. It depends on labels and groups only, so all submissions get the
    same groups.
    """
    counts: dict[str, list[int]] = {}
    for name, label in zip(names, y, strict=True):
        pair = counts.setdefault(name, [0, 0])
        pair[0 if label == 1 else 1] += 1
    groups = [[name] for name in (order or sorted(counts)) if name in counts]

    def tally(group: list[str]) -> tuple[int, int]:
        return sum(counts[name][0] for name in group), sum(counts[name][1] for name in group)

    def size(group: list[str]) -> int:
        return sum(tally(group))

    while len(groups) > 1:
        short = [g for g in groups if tally(g)[0] < least[0] or tally(g)[1] < least[1]]
        if not short:
            break
        at = groups.index(min(short, key=size))
        near = [i for i in (at - 1, at + 1) if 0 <= i < len(groups)]
        others = near if order else [i for i in range(len(groups)) if i != at]
        partner = min(others, key=lambda i: size(groups[i]))
        low, high = sorted((at, partner))
        groups[low : high + 1] = [groups[low] + groups[high], *groups[low + 1 : high]]
    merged = {name: " / ".join(group) for group in groups for name in group}
    return [merged[name] for name in names]


def pairwise_gaps(
    y: Floats, d: Floats, attributes: dict[str, list[str]], weights: Floats, level: float
) -> list[Gap]:
    """All pairwise gaps in refusal rate, true positive rate and false positive rate within each attribute.

    d: decisions, 1 means refuse. weights: bootstrap counts, shape (r, n). The limits are value ± c·se where
    c is the `level` quantile of the largest standardized deviation over all gaps (max-t bootstrap).
    """
    cells = [(a, g) for a, names in attributes.items() for g in sorted(set(names))]
    if not cells:
        return []
    masks = [np.array([name == g for name in attributes[a]], dtype=bool) for a, g in cells]
    conditions = (np.ones_like(y, dtype=bool), y == 1, y == 0)
    point = _rates(masks, conditions, d, np.ones((1, y.size)))[0]
    drawn = _rates(masks, conditions, d, weights)
    pairs = [
        (i * len(RATES) + k, j * len(RATES) + k)
        for i, j in combinations(range(len(cells)), 2)
        if cells[i][0] == cells[j][0]
        for k in range(len(RATES))
    ]
    if not pairs:
        return []
    first, second = (np.array(side) for side in zip(*pairs, strict=True))
    value = point[first] - point[second]
    resamples = drawn[:, first] - drawn[:, second]
    error = resamples.std(axis=0)
    deviation = np.divide(np.abs(resamples - value), error, out=np.zeros_like(resamples), where=error > 0)
    critical = float(np.quantile(deviation.max(axis=1), level))
    return [
        Gap(
            attribute=cells[a // len(RATES)][0],
            rate=RATES[a % len(RATES)],
            first=cells[a // len(RATES)][1],
            second=cells[b // len(RATES)][1],
            value=float(value[i]),
            low=float(value[i] - critical * error[i]),
            high=float(value[i] + critical * error[i]),
            resamples=resamples[:, i],
        )
        for i, (a, b) in enumerate(pairs)
    ]


def _rates(masks: list[Bools], conditions: tuple[Bools, ...], d: Floats, weights: Floats) -> Floats:
    """Share of d = 1 in every cell, shape (r, cells * rates). An empty cell has rate 0."""
    chosen = np.column_stack([mask & condition for mask in masks for condition in conditions]).astype(
        np.float64
    )
    among = weights @ chosen
    hits = weights @ (chosen * d[:, None])
    return np.divide(hits, among, out=np.zeros_like(among), where=among > 0)


def widest(gaps: Sequence[Gap], rates: Sequence[str]) -> Gap | None:
    """The gap of largest absolute value among the named rates."""
    chosen = [gap for gap in gaps if gap.rate in rates]
    return max(chosen, key=lambda gap: abs(gap.value)) if chosen else None
