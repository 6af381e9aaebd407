"""Scores 1 M rows with 1,000 resamples, and a plain loop over scikit-learn beside it.

python bench/scoring.py [rows] [resamples] [loops]: the plain time is extrapolated from `loops`. Of each
metric, and of the gap that differs most, it says how many Monte Carlo errors lie between the two means.
"""

import json
import resource
import sys
import time

import numpy as np
from numpy.typing import NDArray
from sklearn import metrics as sk

from holdout_scorer.metrics import tall

GROUPS = 4


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


def gaps(y: NDArray[np.float64], d: NDArray[np.float64], group: NDArray[np.int64]) -> NDArray[np.float64]:
    """Pairwise differences of refusal, true and false positive rate, in the order of `tall`."""
    rates = []
    for k in range(GROUPS):
        own, decided = y[group == k], d[group == k]
        rates.append(
            (decided.mean(), sk.recall_score(own, decided), 1 - sk.recall_score(1 - own, 1 - decided))
        )
    table = np.array(rates)
    first, second = np.triu_indices(GROUPS, 1)
    return (table[first] - table[second]).ravel()


def main(rows: int = 1_000_000, resamples: int = 1_000, loops: int = 10) -> None:
    rng = np.random.default_rng(0)
    p = rng.beta(1.2, 3.0, rows)
    y = (rng.random(rows) < p**1.1).astype(np.float64)
    d, group = (p > 1 / 6).astype(np.float64), rng.integers(0, GROUPS, rows)
    started = time.perf_counter()
    forecast, _ = tall.prepare(y, p, d, group, (5.0, 1.0), 10)
    fast = forecast.draws(resamples, 1)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started = time.perf_counter()
    slow, slow_gaps = [], []
    for _ in range(loops):
        rows_drawn = rng.integers(0, rows, rows)
        slow.append(plain(y[rows_drawn], p[rows_drawn], d[rows_drawn]))
        slow_gaps.append(gaps(y[rows_drawn], d[rows_drawn], group[rows_drawn]))
    per_loop = (time.perf_counter() - started) / loops
    report: dict[str, object] = {
        "rows": rows,
        "resamples": resamples,
        "seconds": round(seconds, 2),
        "peakMiB": round(peak),
        "plainSecondsPerResample": round(per_loop, 3),
        "ratio": round(per_loop * resamples / seconds, 1),
    }
    noise = (1 / loops + 1 / resamples) ** 0.5
    for name in tall.NAMES:
        mean = float(np.mean([values[name] for values in slow]))
        report[name] = {
            "mean": round(float(fast[name].mean()), 6),
            "plainMean": round(mean, 6),
            "differenceInErrors": round(
                abs(mean - float(fast[name].mean())) / (float(fast[name].std()) * noise), 2
            ),
        }
    apart = np.abs(np.mean(slow_gaps, axis=0) - fast["gaps"].mean(axis=0)) / (
        fast["gaps"].std(axis=0) * noise
    )
    report["gaps"] = {"count": int(apart.size), "differenceInErrors": round(float(apart.max()), 2)}
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
