"""Groups merge until they can be judged, and equal treatment is not called unequal."""

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.bootstrap import resample_counts
from holdout_scorer.metrics.fairness import merge_groups, pairwise_gaps, widest

LEVEL = 0.95


def labels(*groups: tuple[str, int, int]) -> tuple[list[str], Floats]:
    names = [name for name, positives, negatives in groups for _ in range(positives + negatives)]
    y = np.concatenate([np.r_[np.ones(positives), np.zeros(negatives)] for _, positives, negatives in groups])
    return names, y


def test_small_groups_join_until_each_has_enough_of_both_outcomes() -> None:
    names, y = labels(("a", 50, 100), ("b", 3, 60), ("c", 9, 9), ("d", 40, 40))
    merged = set(merge_groups(names, y, None, (10, 10)))
    assert merged == {"a", "d", "b / c"}


def test_ordered_bands_join_with_a_neighbour_only() -> None:
    names, y = labels(("young", 5, 50), ("middle", 100, 100), ("old", 60, 60))
    merged = merge_groups(names, y, ["young", "middle", "old"], (10, 10))
    assert set(merged) == {"young / middle", "old"}


def test_one_group_remains_when_nothing_is_large_enough() -> None:
    names, y = labels(("a", 2, 2), ("b", 2, 2), ("c", 1, 5))
    assert len(set(merge_groups(names, y, None, (30, 30)))) == 1


def test_gaps_are_the_differences_of_rates() -> None:
    names, y = labels(("a", 10, 10), ("b", 10, 10))
    d = np.zeros(40)
    d[[0, 1, 2, 3, 10]] = 1.0  # of group a: 4 of 10 positives, 1 of 10 negatives
    gaps = {gap.rate: gap for gap in pairwise_gaps(y, d, {"g": names}, resample_counts(40, 200, 1), LEVEL)}
    assert gaps["refusal"].value == 0.25
    assert gaps["truePositive"].value == 0.4
    assert gaps["falsePositive"].value == 0.1


def test_simultaneous_limits_rarely_see_a_gap_where_there_is_none() -> None:
    rng = np.random.default_rng(2)
    n, false_alarms = 900, 0
    for world in range(60):
        names = [f"g{k}" for k in rng.integers(0, 6, n)]
        y = (rng.random(n) < 0.3).astype(float)
        d = (rng.random(n) < 0.3 + 0.3 * y).astype(float)
        gaps = pairwise_gaps(y, d, {"g": names}, resample_counts(n, 300, world), LEVEL)
        false_alarms += max(gap.at_least for gap in gaps) > 0
        largest = widest(gaps, ["refusal", "truePositive", "falsePositive"])
        assert largest is not None
        assert abs(largest.value) > 0
    # 5 % are allowed: 3 of 60, and up to 9 by chance.
    assert false_alarms <= 9


def test_constant_decisions_have_no_gaps() -> None:
    names, y = labels(("a", 10, 10), ("b", 10, 10))
    gaps = pairwise_gaps(y, np.ones(40), {"g": names}, resample_counts(40, 100, 1), LEVEL)
    assert all(gap.value == gap.low == gap.high == 0 for gap in gaps)
