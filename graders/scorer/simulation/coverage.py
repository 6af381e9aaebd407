"""How often the intervals of the metrics cover, by simulation.

python3 -m simulation.coverage [worlds]    in graders/scorer: prints a table; 1,000 worlds take minutes
"""

import sys
from dataclasses import dataclass

import numpy as np

from holdout_scorer.bootstrap import percentile_interval, resample_counts
from simulation.worlds import CASES, LEVEL, Case

RESAMPLES = 1000
# Draw counts do not depend on the rows, so a few sets of them serve all worlds.
DRAWS = 6


@dataclass(frozen=True)
class Coverage:
    """share: of worlds whose interval holds the metric's mean over all worlds. below, above: where the
    interval lay on that side of it.
    """

    case: str
    metric: str
    worlds: int
    share: float
    below: float
    above: float

    def __str__(self) -> str:
        misses = f"too low {self.below:6.1%}, too high {self.above:6.1%}"
        return f"{self.case:28} {self.metric:18} covers {self.share:6.1%}   {misses}   ({self.worlds} worlds)"


def coverage(case: Case, worlds: int, seed: int = 1) -> list[Coverage]:
    """Draws worlds, makes every metric's interval as the templates do, and counts."""
    rng = np.random.default_rng(seed)
    counts = [resample_counts(case.units, RESAMPLES, number) for number in range(DRAWS)]
    found: dict[str, list[tuple[float, float, float]]] = {}
    for number in range(worlds):
        for metric, sample in case.world(rng).items():
            value, draws = sample(counts[number % DRAWS])
            found.setdefault(metric, []).append((value, *percentile_interval(draws, LEVEL)))
    return [_counted(case.name, metric, np.array(rows)) for metric, rows in found.items()]


def _counted(case: str, metric: str, rows: np.ndarray) -> Coverage:
    value, low, high = rows.T
    truth = value.mean()
    below, above = float((high < truth).mean()), float((low > truth).mean())
    return Coverage(case, metric, len(rows), 1.0 - below - above, below, above)


if __name__ == "__main__":
    for each in CASES:
        for line in coverage(each, int(sys.argv[1]) if len(sys.argv) > 1 else 1000):
            print(line, flush=True)
