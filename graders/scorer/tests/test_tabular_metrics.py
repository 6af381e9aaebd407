"""Metrics of numbers and of several classes equal scikit-learn's on random cases with ties and edge cases."""

import numpy as np
import pytest
from sklearn import metrics as sk

from holdout_scorer.errors import MetricInputError
from holdout_scorer.metrics import multiclass, regression

SEEDS = range(25)


@pytest.mark.parametrize("seed", SEEDS)
def test_regression_equals_scikit_learn(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 60))
    y, p = rng.integers(-3, 4, n).astype(float) + 1e6 * (seed % 2), rng.normal(size=n).round(1)
    w = rng.integers(0, 4, (5, n)).astype(float)
    w[:, 0] += 1
    for i, row in enumerate(w):
        assert regression.mean_absolute_error(y, p, w)[i] == pytest.approx(
            sk.mean_absolute_error(y, p, sample_weight=row), abs=1e-9
        )
        assert regression.root_mean_squared_error(y, p, w)[i] == pytest.approx(
            sk.mean_squared_error(y, p, sample_weight=row) ** 0.5, abs=1e-9
        )
        repeated = np.repeat(np.arange(n), row.astype(int))
        assert regression.median_absolute_error(y, p, w)[i] == pytest.approx(
            sk.median_absolute_error(y[repeated], p[repeated]), abs=1e-9
        )
        if len(np.unique(y[repeated])) > 1:
            assert regression.r2(y, p, w)[i] == pytest.approx(
                sk.r2_score(y, p, sample_weight=row), rel=1e-7, abs=1e-7
            )


def test_r2_of_a_constant_is_one_when_met_and_zero_otherwise() -> None:
    y, one = np.full(4, 2.0), np.ones((1, 4))
    assert regression.r2(y, y, one)[0] == 1.0
    assert regression.r2(y, y + 1.0, one)[0] == 0.0


@pytest.mark.parametrize("seed", SEEDS)
def test_multiclass_equals_scikit_learn(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n, k = int(rng.integers(5, 60)), int(rng.integers(2, 6))
    y = rng.integers(0, k, n)
    p = rng.dirichlet(np.full(k, 0.3), n).round(1)
    p[:, -1] = np.maximum(0.0, 1.0 - p[:, :-1].sum(axis=1))
    p /= p.sum(axis=1, keepdims=True)
    d = p.argmax(axis=1)
    w = rng.integers(0, 4, (4, n)).astype(float)
    w[:, :2] += 1
    table = multiclass.confusion(y, d, k, w)
    labels = np.arange(k)
    for i, row in enumerate(w):
        kept = row > 0
        options = {"sample_weight": row[kept]}
        a, b = y[kept], d[kept]
        assert multiclass.accuracy(table)[i] == pytest.approx(sk.accuracy_score(a, b, **options))
        assert multiclass.macro_f1(table)[i] == pytest.approx(
            sk.f1_score(a, b, average="macro", zero_division=0, **options)
        )
        recalls = [((b == c) * row[kept])[a == c].sum() / row[kept][a == c].sum() for c in np.unique(a)]
        assert multiclass.balanced_accuracy(table)[i] == pytest.approx(np.mean(recalls))
        if len(np.unique(np.r_[a, b])) > 1:
            assert multiclass.kappa(table)[i] == pytest.approx(sk.cohen_kappa_score(a, b, **options))
        assert multiclass.log_loss(y, p, w)[i] == pytest.approx(
            sk.log_loss(a, p[kept], labels=labels, **options), abs=1e-9
        )
        eye = np.eye(k)[a]
        assert multiclass.brier(y, p, w)[i] == pytest.approx(
            np.average(((p[kept] - eye) ** 2).sum(axis=1), weights=row[kept])
        )


def test_what_is_not_defined_is_refused() -> None:
    one = np.ones((1, 2))
    with pytest.raises(MetricInputError):
        regression.mean_absolute_error(np.array([1.0, np.nan]), np.zeros(2), one)
    with pytest.raises(MetricInputError):
        multiclass.log_loss(np.array([0, 1]), np.array([[0.5, 0.6], [0.5, 0.5]]), one)
    with pytest.raises(MetricInputError):
        multiclass.confusion(np.array([0, 2]), np.array([0, 1]), 2, one)
