"""Scores cases of standard input for the independent check in TypeScript, metrics-agree.int.spec.ts.

Reads {"auc": [{y, p}], "brier": [{y, p}], "mase": [{history, y, median, season}],
"ndcg": [{hits, relevant, k}]} and prints lists of values in the same order. null is a day that nobody
observed; a value that is not defined is null.
"""

import json
import sys
from typing import Any

import numpy as np

from holdout_scorer.bootstrap import once
from holdout_scorer.forecasting.evidence import Backtest
from holdout_scorer.forecasting.measures import errors, ratio
from holdout_scorer.forecasting.spec import LEVELS
from holdout_scorer.metrics import probability, ranking, toplists
from holdout_scorer.metrics.forecasts import seasonal_scale

Case = dict[str, Any]


def auc(case: Case) -> float:
    y, p = np.array(case["y"], dtype=float), np.array(case["p"], dtype=float)
    return float(ranking.auc(y, p, once(y.size))[0])


def brier(case: Case) -> float:
    y, p = np.array(case["y"], dtype=float), np.array(case["p"], dtype=float)
    return float(probability.brier(y, p, once(y.size))[0])


def mase(case: Case) -> float | None:
    """One origin. history: (days, series). y, median: (steps, series)."""
    history = np.array(case["history"], dtype=float)
    y, median = np.array(case["y"], dtype=float)[None], np.array(case["median"], dtype=float)[None]
    scale = seasonal_scale(history, case["season"])[None]
    scale[scale == 0.0] = np.nan
    quantiles = np.repeat(median[..., None], len(LEVELS), axis=-1)
    loss, weight = errors(Backtest(y, median, quantiles, scale, np.ones_like(scale)))["mase"]
    return float(ratio(loss, weight, once(1), "mase")[0]) if weight.any() else None


def ndcg(case: Case) -> float:
    hits, relevant = np.array([case["hits"]], dtype=bool), np.array([case["relevant"]], dtype=np.int64)
    return float(toplists.ndcg(hits, relevant, case["k"])[0])


if __name__ == "__main__":
    cases = json.load(sys.stdin)
    metrics = {"auc": auc, "brier": brier, "mase": mase, "ndcg": ndcg}
    json.dump({name: [metric(case) for case in cases[name]] for name, metric in metrics.items()}, sys.stdout)
