"""A loop that feeds on its own clicks: what is shown is clicked, what is clicked is shown more.

The student's part is a policy: how many of ten places go to exploration, and how much of the popularity
boost is
taken back. The scorer plays it, because a simulation run in a student's container could be told to look well.
"""

from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Bools, Ints

BOOST, CLICK_RELEVANT, CLICK_OTHER, CLICKS_TO_KEEP = 2.0, 0.5, 0.02, 0.9


@dataclass(frozen=True)
class Policy:
    """explore: places of a list given to chance, in [0, 3]. penalty: share of the boost taken back, in [0,
    0.8].
    """

    explore: int = 0
    penalty: float = 0.0


@dataclass(frozen=True)
class Loop:
    """Effective coverage of every round, and clicks of all rounds together."""

    coverage: list[float]
    clicks: float


def play(
    lists: Ints,
    hits: Bools,
    items: int,
    policy: Policy,
    rounds: int,
    top: int,
    generator: np.random.Generator,
) -> Loop:
    """lists: shape (n, length), item numbers by rank, -1 where a list is shorter. hits: same shape,
    relevance.
    """
    n, length = lists.shape
    base = np.where(lists >= 0, 1.0 / np.log2(np.arange(2, length + 2)), -np.inf)
    clicked = np.zeros(items)
    coverage, clicks = [], 0.0
    rows = np.arange(n)[:, None]
    for _ in range(rounds):
        boost = BOOST * (1.0 - policy.penalty) * np.sqrt(clicked / max(clicked.max(), 1.0))
        order = np.argsort(-(base + boost[lists]), axis=1, kind="stable")
        kept = order[:, : top - policy.explore]
        rest = order[:, top - policy.explore :]
        chance = np.where(lists[rows, rest] >= 0, generator.random(rest.shape), -1.0)
        extra = rest[rows, np.argsort(-chance, axis=1)[:, : policy.explore]]
        places = np.concatenate([kept, extra], axis=1)
        shown, liked = lists[rows, places], hits[rows, places]
        taken = (shown >= 0) & (generator.random(shown.shape) < np.where(liked, CLICK_RELEVANT, CLICK_OTHER))
        coverage.append(effective_share(shown[shown >= 0], items))
        clicks += float(taken.sum())
        np.add.at(clicked, shown[taken], 1.0)
    return Loop(coverage, clicks)


def effective_share(shown: Ints, items: int) -> float:
    """Share of the catalogue in use: the exponential of the entropy of exposure, over the number of items.

    One stray showing would count as much as a thousand in a plain count, and chance alone would cover
    everything.
    Source: Jost (2006), Entropy and diversity, Oikos 113(2).
    """
    share = np.bincount(shown, minlength=items) / max(shown.size, 1)
    used = share[share > 0]
    return float(np.exp(-(used * np.log(used)).sum())) / items


def coverage_kept(loop: Loop, greedy: Loop) -> float:
    """Coverage of the last round over that of the greedy loop's first, at most 1.

    A policy that loses more than a tenth of the greedy loop's clicks counts in proportion to what it keeps.
    """
    kept = min(1.0, loop.coverage[-1] / greedy.coverage[0]) if greedy.coverage[0] else 0.0
    earned = loop.clicks / (CLICKS_TO_KEEP * greedy.clicks) if greedy.clicks else 1.0
    return kept * min(1.0, earned)
