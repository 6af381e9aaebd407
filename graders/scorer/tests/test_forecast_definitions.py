"""Metrics of a whole backtest equal scikit-learn's weighted definitions, with gaps and series left out."""

import numpy as np
import pytest
from sklearn.metrics import mean_absolute_error, mean_pinball_loss, mean_squared_error

from holdout_scorer.arrays import Bools, Floats
from holdout_scorer.bootstrap import resample_counts
from holdout_scorer.forecasting.evidence import Backtest
from holdout_scorer.forecasting.measures import errors, ratio
from holdout_scorer.forecasting.spec import LEVELS

SEEDS = range(12)


def backtest(seed: int) -> Backtest:
    """Counts with many ties, days that nobody observed, a series without a scale."""
    rng = np.random.default_rng(seed)
    origins, steps, series = int(rng.integers(1, 7)), int(rng.integers(1, 9)), int(rng.integers(2, 6))
    y = rng.integers(0, 6, (origins, steps, series)).astype(float)
    y[rng.random(y.shape) < 0.1] = np.nan
    y[0, 0, 0] = 2.0
    mean = rng.integers(0, 6, y.shape).astype(float)
    quantiles = np.sort(rng.integers(0, 7, (*y.shape, len(LEVELS))).astype(float), axis=-1)
    scale = rng.uniform(0.5, 3.0, (origins, series))
    scale[rng.random(scale.shape) < 0.15] = np.nan
    scale[0, 0] = 1.0
    weight = rng.dirichlet(np.ones(series), origins)
    return Backtest(y, mean, quantiles, scale, weight)


def flat(test: Backtest, counts: Floats) -> tuple[Bools, Floats, Floats, Floats]:
    """Which elements count, their scale, how often each was drawn, and its series' share of the volume."""
    scale = np.broadcast_to(test.scale[:, None, :], test.y.shape)
    drawn = np.broadcast_to(counts[:, None, None], test.y.shape)
    share = np.broadcast_to(test.weight[:, None, :], test.y.shape)
    known = np.isfinite(test.y) & np.isfinite(scale)
    return known, scale[known], drawn[known], share[known]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_metric_of_a_backtest_is_scikit_learns_on_scaled_values(seed: int) -> None:
    test = backtest(seed)
    counts = resample_counts(test.y.shape[0], 4, seed)
    # The first origin has something to judge, so every resample holds it.
    counts[:, 0] += 1.0
    found = errors(test)
    for row in counts:
        known, scale, drawn, share = flat(test, row)
        y = test.y[known] / scale
        q = test.quantiles[known] / scale[:, None]
        of = {name: float(ratio(*found[name], row[None], name)[0]) for name in found}
        median = q[:, LEVELS.index(0.5)]
        assert of["mase"] == pytest.approx(mean_absolute_error(y, median, sample_weight=drawn), abs=1e-12)
        assert of["rmsse"] == pytest.approx(
            mean_squared_error(y, test.mean[known] / scale, sample_weight=drawn) ** 0.5, abs=1e-12
        )
        wspl = np.mean(
            [
                2 * mean_pinball_loss(y, q[:, at], alpha=level, sample_weight=drawn * share)
                for at, level in enumerate(LEVELS)
            ]
        )
        assert of["wspl"] == pytest.approx(wspl, abs=1e-12)
        # Gneiting & Raftery (2007): 2/alpha times the pinball losses of the two ends.
        ends = [
            mean_pinball_loss(y, q[:, at], alpha=level, sample_weight=drawn)
            for at, level in ((0, 0.025), (-1, 0.975))
        ]
        assert of["msis"] == pytest.approx(2 / 0.05 * sum(ends), abs=1e-9)
        for name, place in (("coverage80", 1), ("coverage95", 0)):
            inside = (y >= q[:, place]) & (y <= q[:, -1 - place])
            assert of[name] == pytest.approx(np.average(inside, weights=drawn), abs=1e-12)
