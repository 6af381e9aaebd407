"""Stage 4, ranking: what a list is worth, what a new policy would have earned, and lists that are not all
alike.
"""

import math
from pathlib import Path

import numpy as np

from holdout_scorer.exercise.questions import Json, Question, drawn, floats, judged, matrix
from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task

CHECKS = (
    CheckInfo("ndcg", "NDCG with graded relevance and ties", 25, "DOMAINS", "ANALYZE"),
    CheckInfo("map", "Average precision", 20, "DOMAINS", "ANALYZE"),
    CheckInfo("candidates", "Lists without items seen before", 15, "DOMAINS", "AUDIT_DATA"),
    CheckInfo("off-policy", "Off-policy value: IPS and SNIPS", 25, "INFERENCE_EXPERIMENTATION", "ANALYZE"),
    CheckInfo("diversity", "Maximal marginal relevance", 15, "DOMAINS", "IMPROVE"),
)


def ndcg(relevance: list[float], scores: list[float], k: int) -> object:
    """Gain 2^relevance - 1, discount 1/log2(place + 1); items of equal score share the mean gain of their
    places.

    0 where nothing is relevant. Sources: Järvelin & Kekäläinen (2002), ACM TOIS 20(4); ties as McSherry
    & Najork
    (2008), ECIR.
    """
    gains = [2.0**value - 1.0 for value in relevance]
    discounts = [1.0 / math.log2(place + 2) if place < k else 0.0 for place in range(len(gains))]
    best = sum(g * d for g, d in zip(sorted(gains, reverse=True), discounts, strict=True))
    if best == 0:
        return 0.0
    total, place = 0.0, 0
    for score in sorted(set(scores), reverse=True):
        tied = [gain for gain, other in zip(gains, scores, strict=True) if other == score]
        total += sum(tied) / len(tied) * sum(discounts[place : place + len(tied)])
        place += len(tied)
    return total / best


def average_precision(relevant: list[int], ranked: list[int], k: int) -> object:
    """Mean precision at the places of hits among the first k, divided by min(relevant, k). 0 where none is
    relevant.
    """
    wanted = set(relevant)
    hits, total = 0, 0.0
    for place, item in enumerate(ranked[:k], start=1):
        if item in wanted:
            hits += 1
            total += hits / place
    return total / min(len(wanted), k) if wanted else 0.0


def top_k(scores: list[float], seen: list[int], k: int) -> object:
    """Items (their places in `scores`) by falling score, equal scores by place, without those seen."""
    known = set(seen)
    order = sorted((i for i in range(len(scores)) if i not in known), key=lambda i: (-scores[i], i))
    return order[:k]


def ips(rewards: list[float], logged: list[float], target: list[float], cap: float | None) -> object:
    """Mean of reward times target/logged probability, the weight capped. Horvitz & Thompson (1952), JASA
    47.
    """
    return sum(r * _weight(q, p, cap) for r, p, q in zip(rewards, logged, target, strict=True)) / len(rewards)


def snips(rewards: list[float], logged: list[float], target: list[float]) -> object:
    """Self-normalized: divided by the sum of weights; 0 where all weights are 0. Swaminathan & Joachims
    (2015).
    """
    weights = [_weight(q, p, None) for p, q in zip(logged, target, strict=True)]
    total = sum(weights)
    return sum(r * w for r, w in zip(rewards, weights, strict=True)) / total if total > 0 else 0.0


def mmr(relevance: list[float], similarity: list[list[float]], balance: float, k: int) -> object:
    """Greedy maximal marginal relevance; equal values by place. Carbonell & Goldstein (1998), SIGIR."""
    chosen: list[int] = []
    while len(chosen) < min(k, len(relevance)):
        left = [i for i in range(len(relevance)) if i not in chosen]
        chosen.append(
            max(
                left,
                key=lambda i: (
                    round(
                        balance * relevance[i]
                        - (1 - balance) * max((similarity[i][j] for j in chosen), default=0.0),
                        9,
                    ),
                    -i,
                ),
            )
        )
    return chosen


def _weight(target: float, logged: float, cap: float | None) -> float:
    return target / logged if cap is None else min(target / logged, cap)


def _ndcg(rng: np.random.Generator, number: int) -> Json:
    size = int(rng.integers(8, 16))
    relevance = rng.integers(0, 4, size=size) if number != 1 else np.zeros(size)
    scores = rng.uniform(size=size).round(4 if number == 0 else 1)
    return {"relevance": floats(relevance), "scores": floats(scores), "k": (5, 5, 10, 30, 3)[number % 5]}


def _map(rng: np.random.Generator, number: int) -> Json:
    items = [int(v) for v in rng.permutation(20)]
    relevant = sorted(int(v) for v in rng.choice(20, size=(5, 0, 12, 1)[number % 4], replace=False))
    return {"relevant": relevant, "ranked": items[: 12 if number else 4], "k": (10, 5, 5, 12)[number % 4]}


def _top(rng: np.random.Generator, number: int) -> Json:
    size = 12
    seen = [int(v) for v in rng.choice(size, size=(3, 9, 0)[number % 3], replace=False)]
    return {"scores": floats(rng.normal(size=size).round(0)), "seen": seen, "k": 6}


def _logs(rng: np.random.Generator, number: int) -> Json:
    size = 30
    return {
        "rewards": floats(rng.integers(0, 2, size=size)),
        "logged": floats(rng.uniform(0.02, 0.9, size=size)),
        "target": floats(rng.uniform(0, 1, size=size) * (0.0 if number == 3 else 1.0)),
    }


def _capped(rng: np.random.Generator, number: int) -> Json:
    return _logs(rng, 0) | {"cap": (None, 5.0, 2.0, 1.0)[number % 4]}


def _mmr(rng: np.random.Generator, number: int) -> Json:
    size = 8
    points = rng.normal(size=(size, 3))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    if number == 1:
        points[1] = points[0]
    return {
        "relevance": floats(rng.uniform(size=size).round(2)),
        "similarity": matrix(points @ points.T),
        "balance": (0.7, 0.3, 1.0, 0.0)[number % 4],
        "k": (4, 5, 6, 12)[number % 4],
    }


QUESTIONS = (
    Question(
        "ndcg",
        "ndcg",
        _ndcg,
        ndcg,
        "The gain is 2^relevance - 1, the ideal list is cut at k as well, and items of equal score "
        "share the mean "
        "gain of the places they take.",
        5,
    ),
    Question(
        "map",
        "average_precision",
        _map,
        average_precision,
        "Divide by the smaller of k and the number of relevant items, not by the hits.",
    ),
    Question(
        "candidates",
        "top_k",
        _top,
        top_k,
        "Drop what was seen before you cut at k; equal scores go by place.",
        3,
    ),
    Question(
        "off-policy", "ips", _capped, ips, "Weigh a reward by target over logged probability; cap the weight."
    ),
    Question(
        "off-policy",
        "snips",
        _logs,
        snips,
        "Divide by the sum of the weights, not by the number of rows; without any weight the value is 0.",
    ),
    Question(
        "diversity",
        "mmr",
        _mmr,
        mmr,
        "Compare with the most similar item chosen so far; nothing chosen yet costs nothing.",
    ),
)


def tasks(rng: np.random.Generator, data: Path, split: str) -> list[Task]:
    """Other lists for every split, the same kinds of edge case."""
    return drawn(QUESTIONS, rng)


def grade(task: Task, answer: object | Failure, data: Path) -> Check:
    return judged(QUESTIONS, task, answer)
