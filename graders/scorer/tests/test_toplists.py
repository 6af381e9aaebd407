"""Metrics of lists against scikit-learn, with ties at the end of lists and edge cases."""

import numpy as np
import pytest
from sklearn.metrics import average_precision_score, ndcg_score

from holdout_scorer.bootstrap import resample_counts
from holdout_scorer.errors import MetricInputError
from holdout_scorer.metrics import toplists


def ranked(generator: np.random.Generator, items: int) -> tuple[np.ndarray, np.ndarray]:
    """Relevance of all items in the order of distinct scores, and those scores."""
    relevance = generator.integers(0, 2, items)
    relevance[generator.integers(items)] = 1
    return relevance, np.arange(items, 0, -1.0)


@pytest.mark.parametrize("seed", range(30))
def test_ndcg_and_average_precision_equal_scikit_learn(seed: int) -> None:
    generator = np.random.default_rng(seed)
    items = int(generator.integers(11, 60))
    relevance, scores = ranked(generator, items)
    hits, relevant = relevance[None].astype(bool), relevance.sum(keepdims=True)
    for k in (1, 5, 10):
        assert toplists.ndcg(hits, relevant, k)[0] == pytest.approx(
            ndcg_score(relevance[None], scores[None], k=k)
        )
    found = toplists.average_precision(hits, relevant, items)[0]
    assert found == pytest.approx(average_precision_score(relevance, scores))


@pytest.mark.parametrize("seed", range(10))
def test_ndcg_of_tied_scores_is_the_mean_over_their_orders(seed: int) -> None:
    """scikit-learn averages tied places; a submitted list has an order, so ties are an average over lists."""
    generator = np.random.default_rng(seed)
    relevance, _ = ranked(generator, 12)
    orders = [generator.permutation(12) for _ in range(6000)]
    hits = np.array([relevance[order] for order in orders], dtype=bool)
    mean = toplists.ndcg(hits, np.full(len(orders), relevance.sum()), 5).mean()
    assert mean == pytest.approx(ndcg_score(relevance[None], np.zeros((1, 12)), k=5), abs=0.02)


def test_edges() -> None:
    none, all_ = np.zeros((1, 10), dtype=bool), np.ones((1, 10), dtype=bool)
    for metric in (toplists.ndcg, toplists.average_precision):
        assert metric(none, np.array([3]), 10)[0] == 0
        assert metric(all_, np.array([25]), 10)[0] == pytest.approx(1)
    assert toplists.recall(all_, np.array([25]), 10)[0] == pytest.approx(0.4)


def test_more_hits_than_relevant_items_are_refused() -> None:
    with pytest.raises(MetricInputError, match="duplicates"):
        toplists.ndcg(np.ones((1, 10), dtype=bool), np.array([3]), 10)


def test_the_error_of_coverage_is_how_far_it_spreads() -> None:
    rng = np.random.default_rng(3)
    chance = rng.beta(0.3, 8.0, 200)
    worlds = [rng.random((100, 200)) < chance for _ in range(400)]
    spread = np.std([toplists.coverage(shown, np.ones((1, 100)))[0] for shown in worlds])
    told = [toplists.coverage_error(shown) for shown in worlds]
    # A spread of 400 worlds has an error of 3.5 %; leaving out one user at a time says a fifth too much.
    assert np.mean(told) == pytest.approx(spread, rel=0.1)
    assert toplists.coverage_error(np.ones((3, 2), dtype=bool)) == 0.0


def test_what_the_same_users_saw_spreads_together() -> None:
    shown = np.random.default_rng(3).random((40, 60)) < 0.02
    alike = toplists.coverage_error(np.repeat(shown, 2, axis=1))
    assert alike == pytest.approx(toplists.coverage_error(shown), rel=1e-12)


def test_coverage_of_resamples_counts_items_of_drawn_users_only() -> None:
    shown = np.eye(4, dtype=bool)
    weights = resample_counts(4, 200, 3)
    expected = (weights > 0).mean(axis=1)
    np.testing.assert_allclose(toplists.coverage(shown, weights), expected)


def test_novelty_is_bits() -> None:
    assert toplists.novelty(np.array([[0.5, 0.125]]))[0] == pytest.approx(2.0)
