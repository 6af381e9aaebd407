"""Plot data. Hidden users appear only as aggregates of at least 20, rounded."""

import numpy as np

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.bootstrap import percentile_interval
from holdout_scorer.ranking.evidence import Evidence, Shown
from holdout_scorer.ranking.measures import list_values, play_loops, popularity_lift
from holdout_scorer.ranking.spec import RankingSpec
from holdout_scorer.result import Plot, PlotPoint, PlotSource, Series, SeriesRole

DIGITS, POPULARITY_BINS = 3, 10


def ndcg_plot(spec: RankingSpec, shown: Shown, weights: Floats, source: PlotSource) -> Plot:
    """NDCG by length of the list."""
    points = []
    for k in range(1, spec.top + 1):
        values = list_values(shown, k)
        low, high = percentile_interval(weights @ values / weights.sum(axis=1), spec.rubric.level)
        points.append(PlotPoint(k, _round(values.mean()), _round(low), _round(high), len(values)))
    note = "Mean over users; bars are 95 % intervals."
    series = [Series("Your lists", "student", points)]
    return Plot(
        "ndcg-by-k",
        "NDCG by list length",
        "line",
        source,
        "Places (k)",
        "NDCG@k",
        None,
        (0.0, 1.0),
        series,
        note,
    )


def coverage_plot(spec: RankingSpec, evidence: Evidence, source: PlotSource) -> Plot:
    """Coverage against accuracy, for shorter and longer lists."""
    points = [
        PlotPoint(
            _round(np.unique(evidence.top.items[:, :k]).size / len(evidence.catalogue.number)),
            _round(list_values(evidence.top, k).mean()),
            n=len(evidence.top.users),
        )
        for k in range(1, spec.top + 1)
    ]
    note = "One point per list length, from 1 on the left."
    series = [Series("Your lists", "student", points)]
    return Plot(
        "coverage-accuracy",
        "Coverage against accuracy",
        "scatter",
        source,
        "Share of catalogue shown",
        "NDCG@k",
        None,
        None,
        series,
        note,
    )


def popularity_plot(evidence: Evidence, source: PlotSource) -> Plot:
    """Where the places go, by tenth of the catalogue from rarest to most popular."""
    known = evidence.catalogue.known
    tenth = (
        np.argsort(np.argsort(known, kind="stable"), kind="stable") * POPULARITY_BINS // known.size
    ).astype(np.int64)
    number = evidence.catalogue.number
    own = [number[item] for user in evidence.top.users for item in evidence.history[user]]
    sources: tuple[tuple[str, SeriesRole, list[int]], ...] = (
        ("Your lists", "student", evidence.top.items.ravel().tolist()),
        ("The users' histories", "reference", own),
    )
    series = [Series(name, role, _bars(tenth, places)) for name, role, places in sources]
    lift = float(popularity_lift(evidence).mean())
    note = (
        "Tenths of the catalogue, rarest first. Beside what these users chose, the items of the lists are "
        f"{abs(lift):.0%} {'more' if lift > 0 else 'less'} popular."
    )
    return Plot(
        "popularity",
        "Popularity bias",
        "bar",
        source,
        "Tenth of the catalogue",
        "Share of places",
        None,
        None,
        series,
        note,
    )


def loop_plot(
    spec: RankingSpec, evidence: Evidence, generator: np.random.Generator, source: PlotSource
) -> Plot:
    """Coverage by round of the feedback loop, beside that of a loop without a policy."""
    loops = play_loops(spec, evidence, generator)
    own = np.mean([loop.coverage for loop, _ in loops], axis=0)
    greedy = np.mean([loop.coverage for _, loop in loops], axis=0)
    series = [
        Series("Your policy", "student", [PlotPoint(n + 1, _round(v)) for n, v in enumerate(own)]),
        Series("No policy", "reference", [PlotPoint(n + 1, _round(v)) for n, v in enumerate(greedy)]),
    ]
    note = "Mean of repeated simulations on the candidates."
    return Plot(
        "feedback-loop",
        "Coverage in a feedback loop",
        "line",
        source,
        "Round",
        "Share of catalogue shown",
        None,
        None,
        series,
        note,
    )


def _bars(tenth: Ints, places: list[int]) -> list[PlotPoint]:
    counts = np.bincount(tenth[places], minlength=POPULARITY_BINS)
    shares = counts / max(counts.sum(), 1)
    return [
        PlotPoint(str(number), _round(share), n=len(places)) for number, share in enumerate(shares, start=1)
    ]


def _round(value: float) -> float:
    return round(float(value), DIGITS)
