"""Bootstrap of a binary forecast over very many rows: sorted once, then only counts change.

Each row's count is a Poisson(1) draw, which for many rows has the same limit as drawing with replacement and
needs one byte a row. Source: Hanley & MacGibbon (2006), Computer Methods and Programs in Biomedicine 83(1).
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.errors import MetricInputError
from holdout_scorer.metrics.checks import require_labels, require_unit_interval
from holdout_scorer.metrics.ranking import tie_starts

Counts = NDArray[np.uint8]
BATCH = 16
CLIP = float(np.finfo(np.float64).eps)
# Poisson(1) by 16 random bits: a table lookup is several times faster than drawing.
_EDGES = np.cumsum([np.exp(-1.0) / float(np.prod(np.arange(1, k + 1))) for k in range(9)])
POISSON = np.searchsorted(_EDGES, (np.arange(65536) + 0.5) / 65536).astype(np.uint8)
LINEAR = ("brier", "logLoss", "cost")
NAMES = ("auc", "averagePrecision", "ece", *LINEAR)


@dataclass(frozen=True)
class TallForecast:
    """Rows in rising order of probability. `losses`: what weighted means are taken of, shape (n, m), 32 bit;
    first the losses of LINEAR, then per group: rows, decided, positives, positives decided.
    """

    y: Counts
    excess: NDArray[np.float32]
    starts: Ints
    losses: NDArray[np.float32]
    groups: int
    bins: int

    def draws(self, resamples: int, seed: int) -> dict[str, Floats]:
        """One value per resample of every metric; `gaps` has shape (resamples, 3 * pairs of groups)."""
        generator = np.random.Generator(np.random.SFC64(seed))
        found = []
        for start in range(0, resamples, BATCH):
            shape = (min(BATCH, resamples - start), self.y.size)
            found.append(self.measure(POISSON[generator.integers(0, 65536, shape, dtype=np.uint16)]))
        return {name: np.concatenate([part[name] for part in found]) for name in found[0]}

    def measure(self, counts: Counts) -> dict[str, Floats]:
        """Metrics under given row counts, shape (r, n), rows in this object's order."""
        sums = (counts.astype(np.float32) @ self.losses).astype(np.float64)
        total = counts.sum(axis=1, dtype=np.int64)
        result = {name: sums[:, i] / total for i, name in enumerate(LINEAR)}
        result["gaps"] = _gaps(sums[:, len(LINEAR) :].reshape(len(counts), self.groups, 4))
        ordered = [self._ordered(row) for row in counts]
        for i, name in enumerate(("auc", "averagePrecision", "ece")):
            result[name] = np.array([values[i] for values in ordered])
        return result

    def _ordered(self, count: Counts) -> tuple[float, float, float]:
        hits, mass, excess = count * self.y, count, count * self.excess
        if self.starts.size < count.size:
            hits = np.add.reduceat(hits, self.starts, dtype=np.int32)
            mass = np.add.reduceat(mass, self.starts, dtype=np.int32)
            excess = np.add.reduceat(excess, self.starts)
        caught = np.cumsum(hits, dtype=np.int32)
        seen = np.cumsum(mass, dtype=np.int32)
        positives, total = int(caught[-1]), int(seen[-1])
        # Only groups of rows that hold a drawn positive count in both sums.
        at = np.flatnonzero(hits)
        h, m, c, s = hits[at].astype(np.float64), mass[at], caught[at], seen[at]
        below = (s - c) - (m - h) / 2.0
        auc = float(h @ below) / (positives * (total - positives))
        precision = (positives - c + h) / (total - s + m.astype(np.float64))
        edges = np.arange(1, self.bins) * (total / self.bins)
        cuts = np.searchsorted(seen, edges)
        # A group straddling an edge belongs where its middle lies.
        late = seen[cuts] - mass[cuts] / 2.0 < edges
        cuts = np.r_[0, cuts + late, seen.size]
        parts = [excess[a:b].sum(dtype=np.float64) for a, b in pairwise(cuts)]
        ece = float(np.abs(parts).sum()) / total
        return auc, float(h @ precision) / positives, ece


def prepare(
    y: Floats, p: Floats, d: Floats, group: Ints, costs: tuple[float, float], bins: int
) -> tuple[TallForecast, Ints]:
    """Sorts once. Returns the forecast and the order of rows.

    y, p, d, group: shape (n,); groups are 0..g-1. costs: of a false negative and a false positive. Raises
    MetricInputError if shapes differ or values fall outside their ranges.
    """
    require_labels(y, p, d)
    require_unit_interval(p)
    if group.shape != y.shape or bins < 1:
        raise MetricInputError("Every row needs a group, and at least one bin is needed.")
    order = np.argsort(p, kind="stable").astype(np.int64)
    y, p, d, group = y[order], p[order], d[order], group[order]
    q = np.clip(np.where(y == 1, p, 1.0 - p), CLIP, 1.0)
    linear = [(p - y) ** 2, -np.log(q), costs[0] * y * (1 - d) + costs[1] * (1 - y) * d]
    groups = int(group.max()) + 1
    cells = [member * part for g in range(groups) for member in (group == g,) for part in (1.0, d, y, d * y)]
    losses = np.column_stack(linear + cells).astype(np.float32)
    excess = (y - p).astype(np.float32)
    return TallForecast(y.astype(np.uint8), excess, tie_starts(p), losses, groups, bins), order


def _gaps(sums: Floats) -> Floats:
    """Pairwise differences of decided rate, true and false positive rate. sums: shape (r, groups, 4)."""
    n, d, y, dy = np.moveaxis(sums, 2, 0)
    rates = np.stack([d / n, dy / y, (d - dy) / (n - y)], axis=2)
    first, second = np.triu_indices(sums.shape[1], 1)
    result: Floats = (rates[:, first] - rates[:, second]).reshape(len(sums), -1)
    return result
