"""Every remaining metric equals its definition in scikit-learn on random cases with ties and edge cases.

AUC, average precision, Brier and miscalibration: `test_metrics.py`; numbers and classes:
`test_tabular_metrics.py`; lists: `test_toplists.py`; forecasts: `test_forecast_definitions.py`.
"""

from itertools import combinations

import numpy as np
import pytest
from sklearn import metrics as sk
from sklearn.calibration import calibration_curve

from holdout_scorer.arrays import Floats
from holdout_scorer.bootstrap import once, resample_counts
from holdout_scorer.image_classification.evidence import Shown
from holdout_scorer.image_classification.measures import mean_corruption_error, worst_recall
from holdout_scorer.image_classification.sets import Layout
from holdout_scorer.metrics import decisions, multiclass, probability, ranking, regression, tall
from holdout_scorer.metrics.fairness import pairwise_gaps
from holdout_scorer.metrics.sets import f1
from holdout_scorer.service.evidence import Batches, Evidence, Streams
from holdout_scorer.service.measures import answers, sampled, share_of

SEEDS = range(20)


def binary(seed: int) -> tuple[Floats, Floats, Floats]:
    """Labels, probabilities and integer weights; the first seeds are edge cases."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(20, 400))
    y = (rng.random(n) < rng.choice([0.05, 0.3, 0.9])).astype(float)
    y[:2] = 0.0, 1.0
    p = rng.random(n).round(int(rng.integers(0, 4)))
    if seed == 0:
        p = np.full(n, 0.5)  # all tied
    elif seed == 1:
        p = y.copy()  # certain and right
    elif seed == 2:
        p = 1.0 - y  # certain and wrong
    elif seed == 3:
        y = np.r_[1.0, np.zeros(n - 1)]  # one positive
    weights = resample_counts(n, 3, seed, (y == 1, y == 0))
    return y, p, weights


@pytest.mark.parametrize("seed", SEEDS)
def test_ranking_metrics_equal_scikit_learn_in_edge_cases_too(seed: int) -> None:
    y, p, weights = binary(seed)
    for ours, theirs in (
        (ranking.auc, sk.roc_auc_score),
        (ranking.average_precision, sk.average_precision_score),
    ):
        for row, value in zip(weights, ours(y, p, weights), strict=True):
            assert value == pytest.approx(theirs(y, p, sample_weight=row), abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_brier_skill_is_one_less_a_ratio_of_brier_scores(seed: int) -> None:
    y, p, weights = binary(seed)
    base = float(np.random.default_rng(seed).uniform(0.05, 0.95))
    for row, value in zip(weights, probability.brier_skill(y, p, base, weights), strict=True):
        own = sk.brier_score_loss(y, p, sample_weight=row)
        constant = sk.brier_score_loss(y, np.full(y.size, base), sample_weight=row)
        assert value == pytest.approx(1.0 - own / constant, abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_cost_is_that_of_the_confusion_matrix(seed: int) -> None:
    y, p, weights = binary(seed)
    d = (p > 0.4).astype(float)
    for row, value in zip(weights, decisions.expected_cost(y, d, 5.0, 1.0, weights), strict=True):
        _, fp, fn, _ = sk.confusion_matrix(y, d, labels=[0, 1], sample_weight=row).ravel()
        assert value == pytest.approx((5.0 * fn + fp) / row.sum(), abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_calibration_error_without_ties_is_that_of_scikit_learns_quantile_bins(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n, bins = 20 * int(rng.integers(2, 20)), 10
    p = rng.permutation(np.linspace(0.001, 0.999, n))
    y = (rng.random(n) < p).astype(float)
    observed, predicted = calibration_curve(y, p, n_bins=bins, strategy="quantile")
    # Equally many rows in each of its bins, so its mean is a plain one.
    expected = np.abs(observed - predicted).mean()
    assert probability.expected_calibration_error(y, p, bins, once(n))[0] == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_calibration_error_with_ties_is_that_of_a_plain_loop(seed: int) -> None:
    y, p, weights = binary(seed)
    bins = int(np.random.default_rng(seed).integers(1, 12))
    for row, value in zip(weights, probability.expected_calibration_error(y, p, bins, weights), strict=True):
        gaps, before, total = np.zeros(bins), 0.0, row.sum()
        for level in np.unique(p):
            here = p == level
            mass = row[here].sum()
            place = min(int((before + mass / 2) / total * bins), bins - 1)
            gaps[place] += (row[here] * (y[here] - level)).sum()
            before += mass
        assert value == pytest.approx(np.abs(gaps).sum() / total, abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_tall_forecasts_have_the_log_loss_of_scikit_learn(seed: int) -> None:
    y, p, weights = binary(seed)
    d, group = (p > 0.4).astype(float), np.zeros(y.size, dtype=np.int64)
    forecast, order = tall.prepare(y, p, d, group, (1.0, 1.0), 10)
    got = forecast.measure(weights[:, order].astype(np.uint8))["logLoss"]
    for row, value in zip(weights, got, strict=True):
        assert value == pytest.approx(sk.log_loss(y, p, sample_weight=row), rel=1e-5)  # summed in 32 bits


@pytest.mark.parametrize("seed", SEEDS)
def test_gaps_between_groups_are_differences_of_scikit_learns_rates(seed: int) -> None:
    y, p, weights = binary(seed)
    rng = np.random.default_rng(seed)
    names = [f"g{k}" for k in rng.integers(0, 4, y.size)]
    d = (p > 0.4).astype(float)
    gaps = pairwise_gaps(y, d, {"band": names}, weights, 0.95)
    groups = np.array(names)
    expected = {}
    for g in np.unique(groups):
        own, decided = y[groups == g], d[groups == g]
        expected[g] = {
            "refusal": decided.mean(),
            "truePositive": sk.recall_score(own, decided, zero_division=0),
            "falsePositive": 1 - sk.recall_score(1 - own, 1 - decided, zero_division=1),
        }
    assert len(gaps) == 3 * len(list(combinations(expected, 2)))
    for gap in gaps:
        difference = expected[gap.first][gap.rate] - expected[gap.second][gap.rate]
        assert gap.value == pytest.approx(difference, abs=1e-12)
        assert gap.low <= gap.value <= gap.high


@pytest.mark.parametrize("seed", SEEDS)
def test_f1_of_findings_is_scikit_learns_over_all_that_could_be_named(seed: int) -> None:
    rng = np.random.default_rng(seed)
    named, true = (rng.random(30) < rng.uniform(0, 0.4) for _ in range(2))
    found = f1(set(np.flatnonzero(named)), set(np.flatnonzero(true)))
    empty = not named.any() and not true.any()
    assert found == pytest.approx(1.0 if empty else sk.f1_score(true, named, zero_division=0))


@pytest.mark.parametrize("seed", SEEDS)
def test_skill_of_numbers_is_one_less_a_ratio_of_squared_errors(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 60))
    y, p = rng.integers(0, 4, n).astype(float), rng.integers(0, 4, n).astype(float)
    weights = rng.integers(0, 3, (3, n)) + 1.0
    for row, value in zip(weights, regression.skill(y, p, 1.3, weights), strict=True):
        own = sk.mean_squared_error(y, p, sample_weight=row)
        constant = sk.mean_squared_error(y, np.full(n, 1.3), sample_weight=row)
        assert value == pytest.approx(1.0 - own / constant, abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_worst_recall_is_the_least_of_scikit_learns_recalls(seed: int) -> None:
    rng = np.random.default_rng(seed)
    classes, n = int(rng.integers(2, 11)), int(rng.integers(30, 300))
    y = np.r_[np.arange(classes), rng.integers(0, classes, n)]
    d = rng.integers(0, classes, y.size) if seed else y  # the first: nothing is wrong
    weights = rng.integers(0, 3, (3, y.size)) + 1.0
    for row, value in zip(weights, worst_recall(multiclass.confusion(y, d, classes, weights)), strict=True):
        assert value == pytest.approx(sk.recall_score(y, d, average=None, sample_weight=row).min(), abs=1e-12)


@pytest.mark.parametrize("seed", SEEDS)
def test_corruption_error_is_that_of_a_plain_loop(seed: int) -> None:
    rng = np.random.default_rng(seed)
    clean, kinds, severities = 60, ("fog", "noise", "blur"), 3
    chosen = rng.choice(clean, 40, replace=False)
    errors = (rng.random((len(kinds), severities, chosen.size)) < rng.choice([0.0, 0.4, 1.0])).astype(float)
    y, p = np.zeros(clean, dtype=np.int64), np.ones((clean, 1))
    shown = Shown(y, p, Layout(clean, kinds, chosen.astype(np.int64)), errors)
    relative = {"fog": 0.5, "noise": 0.25}
    weights = resample_counts(clean, 3, seed)
    for row, value in zip(weights, mean_corruption_error(shown, relative, weights), strict=True):
        by_kind = [
            np.mean([np.average(errors[k, s], weights=row[chosen]) for s in range(severities)])
            / relative.get(kind, 1.0)
            for k, kind in enumerate(kinds)
        ]
        assert value == pytest.approx(np.mean(by_kind), abs=1e-12)


def service(seed: int) -> Evidence:
    """What a service run leaves, drawn at random; the first seeds raise everything and nothing."""
    rng = np.random.default_rng(seed)
    faulty = np.r_[1.0, 0.0, (rng.random(54) < 0.5).astype(float)]
    refused = (rng.random(56) < {0: 1.0, 1: 0.0}.get(seed, 0.5)).astype(float)
    blamed = faulty * refused * (rng.random(56) < 0.7)
    drift, raised = (rng.random((2, 40)) < 0.5).astype(float)
    in_time = (rng.random(40) < 0.8).astype(float)
    hits = drift * raised * in_time
    streams = Streams(hits, raised * (1 - hits), drift * (1 - hits), [])
    some = rng.random(30)
    batches = Batches(faulty, faulty * refused, (1 - faulty) * refused, blamed)
    return Evidence(
        columns=None,  # type: ignore[arg-type]  # not read by the formulas
        errors=rng.normal(size=50).round(1) ** 2,
        predicted=some,
        checks={},
        student_ms=some,
        trivial_ms=some,
        served=(rng.random(60) < 0.99).astype(float),
        trivial_served=1.0,
        ready_ms=1.0,
        batches=batches,
        streams=streams,
        probes=None,  # type: ignore[arg-type]  # nor these
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_services_metrics_are_those_of_scikit_learn(seed: int) -> None:
    evidence = service(seed)
    got = {name: formula(once(n))[0] for name, (n, formula) in sampled(evidence).items()}
    got |= {name: share_of(shares) for name, shares in answers(evidence).items()}
    batches, streams = evidence.batches, evidence.streams
    refused = batches.caught + batches.alarmed
    # Catch rate less false alarms is twice the balanced accuracy less one.
    youden = 2 * sk.balanced_accuracy_score(batches.faulty, refused) - 1
    assert got["validation"] == pytest.approx(max(youden, 0.0), abs=1e-12)
    blame = batches.blamed.sum() / batches.faulty.sum() - batches.alarmed.sum() / (1 - batches.faulty).sum()
    assert got["blame"] == pytest.approx(max(blame, 0.0), abs=1e-12)
    assert got["mae"] == pytest.approx(sk.mean_absolute_error(np.zeros(50), evidence.errors), abs=1e-12)
    assert got["availability"] == pytest.approx(sk.accuracy_score(np.ones(60), evidence.served), abs=1e-12)
    hits, false, missed = (int(part.sum()) for part in (streams.hits, streams.false, streams.missed))
    raised = np.r_[np.ones(hits + false), np.zeros(missed)]
    true = np.r_[np.ones(hits), np.zeros(false), np.ones(missed)]
    assert got["alarmF1"] == pytest.approx(sk.f1_score(true, raised, zero_division=0), abs=1e-12)
