"""Worlds to draw samples from, with as many rows, users or origins as the projects have."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.bootstrap import MeanOfUnits, once, recentred, recentred_roots, share_draws, widened
from holdout_scorer.forecasting.measures import by_origin
from holdout_scorer.image_classification.measures import worst_recall
from holdout_scorer.metrics import decisions, multiclass, probability, ranking, toplists
from holdout_scorer.metrics.forecasts import alarm_f1
from holdout_scorer.service.measures import share_of, share_resamples

LEVEL = 0.95
PART = 250
RANKING = ("auc", "averagePrecision", "brierSkill", "cost")
CALIBRATION = ("ece", "miscalibration")

Generator = np.random.Generator
Formula = Callable[[Floats], Floats]
# A metric's value, and its resamples as the templates make them from draw counts of the units.
Sampler = Callable[[Floats], tuple[float, Floats]]
World = Callable[[Generator], dict[str, Sampler]]


@dataclass(frozen=True)
class Case:
    """units: what is resampled, and how many of them there are."""

    name: str
    units: int
    world: World


def plain(
    formulas: dict[str, Formula],
    units: int,
    noisy: Iterable[str] = (),
    error: float = 0.0,
    squares: Iterable[str] = (),
) -> dict[str, Sampler]:
    """Percentile intervals, widened for few units. noisy: statistics that grow with noise are recentred, and
    spread by `error` at least. squares: the same for sums of squares or of sizes.
    """
    itself = once(units)

    def sampler(name: str, formula: Formula) -> Sampler:
        def sample(counts: Floats) -> tuple[float, Floats]:
            value = float(formula(itself)[0])
            draws = formula(counts)
            if name in noisy:
                draws = recentred(draws, value, 0.0, 1.0, error)
            if name in squares:
                draws = recentred_roots(draws, value)
            return value, widened(draws, value, units, LEVEL)

        return sample

    return {name: sampler(name, formula) for name, formula in formulas.items()}


def in_parts(formula: Formula) -> Formula:
    """The same, a few resamples at a time: what is sorted then stays in the processor's cache."""
    return lambda w: np.concatenate([formula(w[start : start + PART]) for start in range(0, len(w), PART)])


def remembered(formula: Formula) -> Formula:
    """The same, computed once for the same weights: several metrics read one table."""
    known: list[tuple[Floats, Floats]] = []

    def recall(w: Floats) -> Floats:
        for weights, table in known:
            if weights is w:
                return table
        known.append((w, formula(w)))
        return known[-1][1]

    return recall


def means(by_name: dict[str, MeanOfUnits], units: int) -> dict[str, Sampler]:
    """Studentized intervals of mean errors."""
    sample = once(units)

    def sampler(mean: MeanOfUnits) -> Sampler:
        return lambda counts: (float(mean.values(sample)[0]), mean.draws(counts, LEVEL))

    return {name: sampler(mean) for name, mean in by_name.items()}


def rows(n: int, metrics: Iterable[str]) -> World:
    """A forecast of a default that ranks well and is a little off."""

    def draw(rng: Generator) -> dict[str, Sampler]:
        p = rng.beta(1.2, 2.8, n).round(3)
        y = (rng.random(n) < p**1.15).astype(float)
        d = (p > 1 / 6).astype(float)
        formulas: dict[str, Formula] = {
            "auc": lambda w: ranking.auc(y, p, w),
            "averagePrecision": lambda w: ranking.average_precision(y, p, w),
            "brierSkill": lambda w: probability.brier_skill(y, p, 0.28, w),
            "cost": lambda w: decisions.expected_cost(y, d, 5.0, 1.0, w),
            "ece": lambda w: probability.expected_calibration_error(y, p, 10, w),
            "miscalibration": lambda w: probability.miscalibration(y, p, w),
        }
        return plain({name: in_parts(formulas[name]) for name in metrics}, n, squares=CALIBRATION)

    return draw


def images(n: int) -> World:
    """Ten classes, recognized unequally well."""
    recall = np.array([0.97, 0.96, 0.95, 0.92, 0.9, 0.88, 0.85, 0.8, 0.75, 0.52])

    def draw(rng: Generator) -> dict[str, Sampler]:
        y = rng.integers(0, 10, n)
        wrong = (y + rng.integers(1, 10, n)) % 10
        d = np.where(rng.random(n) < recall[y], y, wrong)
        table = remembered(in_parts(lambda w: multiclass.confusion(y, d, 10, w)))
        formulas: dict[str, Formula] = {
            "accuracy": lambda w: multiclass.accuracy(table(w)),
            "macroF1": lambda w: multiclass.macro_f1(table(w)),
            "worstRecall": lambda w: worst_recall(table(w)),
        }
        return plain(formulas, n, ("worstRecall",))

    return draw


def users(n: int) -> World:
    """Users with few relevant items; a third of the lists holds none."""

    def draw(rng: Generator) -> dict[str, Sampler]:
        ease = rng.beta(0.8, 2.0, n)
        hits = rng.random((n, 10)) < ease[:, None]
        relevant = np.maximum(hits.sum(axis=1), rng.integers(1, 8, n))
        lists = np.zeros((n, 400), dtype=bool)
        popular = np.minimum(rng.geometric(0.02, (n, 10)) - 1, 399)
        np.put_along_axis(lists, popular, True, axis=1)
        ndcg, recall = toplists.ndcg(hits, relevant, 10), toplists.recall(hits, relevant, 10)
        formulas: dict[str, Formula] = {
            "ndcg": lambda w: w @ ndcg / w.sum(axis=1),
            "recall": lambda w: w @ recall / w.sum(axis=1),
            "coverage": lambda w: toplists.coverage(lists, w),
        }
        return plain(formulas, n, ("coverage",), toplists.coverage_error(lists))

    return draw


def origins(n: int) -> World:
    """Errors of 20 series over 28 days; a bad month is bad for all of them."""

    def draw(rng: Generator) -> dict[str, Sampler]:
        month = rng.lognormal(0.0, 0.25, (n, 1, 1))
        loss = month * rng.exponential(0.8, (n, 28, 20))
        weight = np.ones_like(loss)
        return means(
            {"mase": by_origin(loss, weight, "mase"), "rmsse": by_origin(loss**2, weight, "rmsse")}, n
        )

    return draw


def streams(n: int, skill: float) -> World:
    """Half of the streams drift; alarms come in time, late or for nothing."""

    def draw(rng: Generator) -> dict[str, Sampler]:
        drift = rng.permutation(np.arange(n) % 2).astype(float)
        hit = drift * (rng.random(n) < skill)
        wrong = (1 - hit) * (rng.random(n) < 1 - skill)
        return plain({"alarmF1": lambda w: alarm_f1(hit, wrong, drift * (1 - hit), w)}, n)

    return draw


def shares(n: int, chance: float) -> World:
    """Answers that are right or wrong."""

    def draw(rng: Generator) -> dict[str, Sampler]:
        right = (rng.random(n) < chance).astype(float)

        def sample(counts: Floats) -> tuple[float, Floats]:
            drawn = counts @ right / counts.sum(axis=1)
            return float(right.mean()), share_draws(drawn, float(right.sum()), n)

        return {f"share {chance:g}": sample}

    return draw


def batches(n: int, caught: float, alarmed: float) -> World:
    """As many faulty batches as clean ones."""

    def draw(rng: Generator) -> dict[str, Sampler]:
        faulty = (np.arange(n) % 2).astype(float)
        refused = (rng.random(n) < np.where(faulty > 0, caught, alarmed)).astype(float)

        shares = [(faulty * refused, faulty), ((1 - faulty) * refused, 1 - faulty)]
        name = f"validation {caught - alarmed:g}"
        return {name: lambda counts: (share_of(shares), share_resamples(shares, counts))}

    return draw


def policies(n: int) -> World:
    """Relative errors of policy values."""

    def draw(rng: Generator) -> dict[str, Sampler]:
        errors = np.abs(rng.normal(0.0, 0.03, n))
        return means({"offPolicyError": MeanOfUnits(errors, np.ones(n))}, n)

    return draw


def groups(n: int, spread: float = 0.4) -> World:
    """Twenty rows a group; whatever is hard about a group is hard for all its rows."""

    def draw(rng: Generator) -> dict[str, Sampler]:
        hardness = rng.lognormal(0.0, spread, (n, 1))
        return errors_of(hardness * rng.normal(0.0, 1.0, (n, 20)))

    return draw


def shifted_groups(n: int) -> World:
    """Twenty rows a group; each group is off by something of its own."""

    def draw(rng: Generator) -> dict[str, Sampler]:
        return errors_of(rng.normal(0.0, 1.0, (n, 1)) + rng.normal(0.0, 1.0, (n, 20)))

    return draw


def errors_of(off: Floats) -> dict[str, Sampler]:
    """off: shape (groups, rows)."""
    n, rows = off.shape
    size = np.full(n, float(rows))
    return means(
        {
            "mae": MeanOfUnits(np.abs(off).sum(axis=1), size),
            "rmse": MeanOfUnits((off**2).sum(axis=1), size, is_root=True),
        },
        n,
    )


# The longest first, and those of 1,400 rows apart: they begin at once where two processes share the cases.
CASES = (
    Case("1,400 rows, calibration", 1400, rows(1400, CALIBRATION)),
    Case("600 rows", 600, rows(600, RANKING)),
    Case("1,400 rows", 1400, rows(1400, RANKING)),
    Case("600 rows, calibration", 600, rows(600, CALIBRATION)),
    Case("2,000 images", 2000, images(2000)),
    Case("900 images", 900, images(900)),
    Case("300 users", 300, users(300)),
    Case("13 origins", 13, origins(13)),
    Case("6 origins", 6, origins(6)),
    Case("40 streams, good", 40, streams(40, 0.85)),
    Case("40 streams, fair", 40, streams(40, 0.63)),
    Case("80 cases", 80, shares(80, 0.84)),
    Case("80 cases, nearly all right", 80, shares(80, 0.99)),
    Case("30 questions", 30, shares(30, 0.667)),
    Case("2,000 requests", 2000, shares(2000, 0.998)),
    Case("56 batches", 56, batches(56, 0.6, 0.1)),
    Case("56 batches, nearly all right", 56, batches(56, 0.99, 0.01)),
    Case("16 policies", 16, policies(16)),
    Case("50 groups", 50, groups(50)),
    Case("15 groups", 15, groups(15)),
    Case("15 groups, shifted", 15, shifted_groups(15)),
    Case("6 groups", 6, groups(6)),
)
