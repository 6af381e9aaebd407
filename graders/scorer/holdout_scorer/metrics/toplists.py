"""How good a list of recommendations is: one value per user, so that users can be resampled."""

from math import comb

import numpy as np

from holdout_scorer.arrays import Bools, Floats, Ints
from holdout_scorer.errors import MetricInputError

# Of the series that tells how far the share of a catalogue spreads.
TERMS = 5


def _checked(hits: Bools, relevant: Ints) -> None:
    if hits.ndim != 2 or relevant.shape != (len(hits),):
        raise MetricInputError(f"Shapes differ: {hits.shape} and {relevant.shape}.")
    if (relevant < 1).any():
        raise MetricInputError("Every user needs at least one relevant item.")
    if (hits.sum(axis=1) > relevant).any():
        raise MetricInputError("A list holds more hits than there are relevant items: duplicates?")


def ndcg(hits: Bools, relevant: Ints, k: int) -> Floats:
    """Normalized discounted cumulative gain of the first k places with 0/1 relevance, per user.

    hits: shape (n, places), whether the item at each place is relevant. relevant: shape (n,), how many
    relevant
    items a user has, at least 1. Returns shape (n,), in [0, 1]; 1 is perfect. Equals scikit-learn's
    `ndcg_score`
    where scores have no ties. Raises MetricInputError for other shapes, or more hits than relevant items.
    Source: Jarvelin & Kekalainen (2002), ACM TOIS 20(4).
    """
    _checked(hits, relevant)
    discounts = 1.0 / np.log2(np.arange(2, k + 2))
    ideal = np.cumsum(discounts)[np.minimum(relevant, k) - 1]
    shown = hits[:, :k]
    result: Floats = shown @ discounts[: shown.shape[1]] / ideal
    return result


def average_precision(hits: Bools, relevant: Ints, k: int) -> Floats:
    """Average precision of the first k places, per user, divided by min(relevant, k).

    Shapes and errors as `ndcg`. With k at least the number of items it equals scikit-learn's
    `average_precision_score` where scores have no ties.
    """
    _checked(hits, relevant)
    shown = hits[:, :k].astype(np.float64)
    precision = np.cumsum(shown, axis=1) / np.arange(1, shown.shape[1] + 1)
    result: Floats = (precision * shown).sum(axis=1) / np.minimum(relevant, k)
    return result


def recall(hits: Bools, relevant: Ints, k: int) -> Floats:
    """Share of the relevant items that stand in the first k places, per user. Shapes and errors as `ndcg`."""
    _checked(hits, relevant)
    result: Floats = hits[:, :k].sum(axis=1) / relevant
    return result


def coverage(shown: Bools, weights: Floats) -> Floats:
    """Share of the catalogue that at least one drawn user is shown.

    shown: shape (n, items). weights: shape (r, n), draw counts. Returns shape (r,).
    """
    seen = weights.astype(np.float32) @ shown.astype(np.float32) > 0
    result: Floats = seen.mean(axis=1)
    return result


def coverage_error(shown: Bools) -> float:
    """Standard error of `coverage`, had others of the same kind asked.

    Resampling says too little of it, since an item that nobody was shown stays unseen in every resample.
    Leaving out one user at a time says too much, by what just two users were shown: leaving out two tells
    that, and so on. The series is that of how many items as many users more would be shown anew. Items that
    exactly the same users were shown count together. shown: as for `coverage`.
    Source: Efron & Stein (1981), Annals of Statistics 9(3); Good & Toulmin (1956), Biometrika 43; damped as
    by Efron & Thisted (1976), Biometrika 63(3).
    """
    users, items = shown.shape
    seen_by = shown.sum(axis=0)
    own = shown[:, seen_by == 1].sum(axis=1)
    variance = (users - 1) / users * float(((own - own.mean()) ** 2).sum())
    for size in range(2, min(TERMS, users - 1) + 1):
        damping = sum(comb(TERMS, more) for more in range(size, TERMS + 1)) / 2.0**TERMS
        alike = np.unique(shown[:, seen_by == size].T, axis=0, return_counts=True)[1].astype(np.float64)
        variance += (-1.0) ** (size + 1) * damping * float((alike**2).sum())
    return float(np.sqrt(max(variance, 0.0)) / items)


def novelty(popularity: Floats) -> Floats:
    """Mean self-information of the items shown, in bits, per user.

    popularity: shape (n, places), share of users who know the item, in (0, 1].
    Source: Zhou et al. (2010), PNAS 107(10).
    """
    result: Floats = -np.log2(popularity).mean(axis=1)
    return result
