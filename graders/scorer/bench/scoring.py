"""Scores 1 M rows with 1,000 resamples, and a plain loop over scikit-learn beside it.

python bench/scoring.py [rows] [resamples] [loops]: the plain loop's time is extrapolated from `loops`.
"""

import json
import resource
import sys
import time

import numpy as np
from numpy.typing import NDArray
from sklearn import metrics as sk

from holdout_scorer.metrics import tall


def plain(y: NDArray[np.float64], p: NDArray[np.float64], d: NDArray[np.float64]) -> dict[str, float]:
    bins = np.array_split(np.argsort(p, kind="stable"), 10)
    return {
        "auc": float(sk.roc_auc_score(y, p)),
        "averagePrecision": float(sk.average_precision_score(y, p)),
        "brier": float(sk.brier_score_loss(y, p)),
        "logLoss": float(sk.log_loss(y, p)),
        "ece": float(sum(abs((y[b] - p[b]).sum()) for b in bins) / y.size),
        "cost": float((5 * y * (1 - d) + (1 - y) * d).mean()),
    }


def main(rows: int = 1_000_000, resamples: int = 1_000, loops: int = 10) -> None:
    rng = np.random.default_rng(0)
    p = rng.beta(1.2, 3.0, rows)
    y = (rng.random(rows) < p**1.1).astype(np.float64)
    d, group = (p > 1 / 6).astype(np.float64), rng.integers(0, 4, rows)
    started = time.perf_counter()
    forecast, _ = tall.prepare(y, p, d, group, (5.0, 1.0), 10)
    fast = forecast.draws(resamples, 1)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started = time.perf_counter()
    slow = []
    for _ in range(loops):
        rows_drawn = rng.integers(0, rows, rows)
        a, b, c, g = y[rows_drawn], p[rows_drawn], d[rows_drawn], group[rows_drawn]
        slow.append(plain(a, b, c))
        for k in range(4):
            m = g == k
            _ = c[m].mean(), sk.recall_score(a[m], c[m]), 1 - sk.recall_score(1 - a[m], 1 - c[m])
    per_loop = (time.perf_counter() - started) / loops
    report: dict[str, object] = {
        "rows": rows,
        "resamples": resamples,
        "seconds": round(seconds, 2),
        "peakMiB": round(peak),
        "plainSecondsPerResample": round(per_loop, 3),
        "ratio": round(per_loop * resamples / seconds, 1),
    }
    for name in tall.NAMES:
        mean = float(np.mean([values[name] for values in slow]))
        error = float(fast[name].std()) * (1 / loops + 1 / resamples) ** 0.5
        report[name] = {
            "mean": round(float(fast[name].mean()), 6),
            "plainMean": round(mean, 6),
            "differenceInErrors": round(abs(mean - float(fast[name].mean())) / error, 2),
        }
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
