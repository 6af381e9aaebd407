"""The metrics of this template, each with its interval over users, policies, questions or cases."""

import numpy as np

from holdout_scorer.arrays import Bools, Floats
from holdout_scorer.bootstrap import (
    MeanOfUnits,
    once,
    percentile_interval,
    recentred,
    resample_counts,
    share_draws,
    widened,
)
from holdout_scorer.errors import AssignmentError
from holdout_scorer.grading import Measure
from holdout_scorer.metrics import toplists
from holdout_scorer.ranking import simulation
from holdout_scorer.ranking.evidence import Evidence, Shown
from holdout_scorer.ranking.spec import RankingSpec
from holdout_scorer.rubric import MetricSpec

BY_USER = "bootstrap percentile, resampling users"
BY_POLICY = "bootstrap-t, resampling policies"
BY_ANSWER = "Jeffreys interval of a share"
RECENTRED = "bootstrap percentile over users, recentred on the estimate"
PLAYED = "simulated, repeated with other chances"
REPEATS = 8


def list_values(shown: Shown, k: int) -> Floats:
    """NDCG@k of every scored user."""
    return toplists.ndcg(shown.hits, shown.relevant, k)


def shown_items(shown: Shown, items: int) -> Bools:
    table = np.zeros((len(shown.users), items + 1), dtype=bool)
    np.put_along_axis(table, shown.items, True, axis=1)
    return table[:, :items]


def popularity_lift(evidence: Evidence) -> Floats:
    """How much more popular a user's list is than the user's own history, per user. 0: alike."""
    known, number = evidence.catalogue.known, evidence.catalogue.number
    own = [known[[number[i] for i in evidence.history[u]]].mean() for u in evidence.top.users]
    lift: Floats = known[evidence.top.items].mean(axis=1) / np.array(own) - 1.0
    return lift


def measure_all(
    spec: RankingSpec, evidence: Evidence, weights: Floats, seed: int, generator: np.random.Generator
) -> dict[str, Measure]:
    """Every metric of the assignment by name; those whose task the assignment does not set are an error."""
    top, candidates = evidence.top, evidence.candidates
    users: dict[str, Floats] = {
        "ndcg": list_values(top, spec.top),
        "map": toplists.average_precision(top.hits, top.relevant, spec.top),
        "novelty": toplists.novelty(evidence.catalogue.known[top.items]),
        "popularityLift": popularity_lift(evidence),
    }
    if candidates is not None and spec.candidates:
        users["recall"] = toplists.recall(candidates.hits, candidates.relevant, spec.candidates)
    tasks = {
        "offPolicyError": (evidence.value_errors, BY_POLICY),
        "sampleSizes": (evidence.right_sizes, BY_ANSWER),
        "verdicts": (evidence.right_verdicts, BY_ANSWER),
    }
    level, measures = spec.rubric.level, {}
    for metric in spec.rubric.metrics:
        name = metric.name
        if name in users:
            measures[name] = _mean(metric, users[name], weights, level, BY_USER)
        elif name == "coverage":
            measures[name] = _coverage(metric, evidence, weights, level)
        elif name == "coverageKept" and spec.simulation_rounds:
            measures[name] = _kept(metric, spec, evidence, len(weights), generator)
        elif name in tasks and (found := tasks[name])[0] is not None:
            values = found[0]
            drawn = resample_counts(values.size, len(weights), seed + 1)
            measures[name] = _mean(metric, values, drawn, level, found[1])
        else:
            raise AssignmentError(
                "ASSIGNMENT_INVALID",
                f"The metric `{name}` is unknown here, or its task is not part of the assignment.",
            )
    return measures


def _mean(metric: MetricSpec, values: Floats, weights: Floats, level: float, method: str) -> Measure:
    value, draws = float(values.mean()), weights @ values / weights.sum(axis=1)
    if method == BY_ANSWER:
        draws = share_draws(draws, float(values.sum()), values.size)
    elif method == BY_POLICY:
        draws = MeanOfUnits(values, np.ones(values.size)).draws(weights, level)
    else:
        draws = widened(draws, value, values.size, level)
    low, high = percentile_interval(draws, level)
    return Measure(metric, value, low, high, values.size, method, draws)


def _coverage(metric: MetricSpec, evidence: Evidence, weights: Floats, level: float) -> Measure:
    shown = shown_items(evidence.top, len(evidence.catalogue.number))
    value = float(toplists.coverage(shown, once(len(shown)))[0])
    # A resample holds fewer different users, so it covers less, and varies less than other users would.
    error = toplists.coverage_error(shown)
    draws = recentred(toplists.coverage(shown, weights), value, 0.0, 1.0, error)
    low, high = percentile_interval(draws, level)
    return Measure(metric, value, low, high, len(shown), RECENTRED, draws)


def play_loops(
    spec: RankingSpec, evidence: Evidence, generator: np.random.Generator
) -> list[tuple[simulation.Loop, simulation.Loop]]:
    """The student's loop and the greedy one, each played several times."""
    lists = evidence.candidates or evidence.top
    design = evidence.design
    policy = simulation.Policy(design.explore, design.penalty) if design else simulation.Policy()
    items, rounds = len(evidence.catalogue.number), spec.simulation_rounds or 0

    def loop(chosen: simulation.Policy) -> simulation.Loop:
        return simulation.play(lists.items, lists.hits, items, chosen, rounds, spec.top, generator)

    return [(loop(policy), loop(simulation.Policy())) for _ in range(REPEATS)]


def _kept(
    metric: MetricSpec, spec: RankingSpec, evidence: Evidence, resamples: int, generator: np.random.Generator
) -> Measure:
    values = np.array(
        [simulation.coverage_kept(own, greedy) for own, greedy in play_loops(spec, evidence, generator)]
    )
    draws = values[generator.integers(0, REPEATS, (resamples, REPEATS))].mean(axis=1)
    low, high = percentile_interval(draws, spec.rubric.level)
    return Measure(metric, float(values.mean()), low, high, REPEATS, PLAYED, draws)
