"""Plot data. Hidden rows appear only as aggregates of at least 20 rows, rounded."""

import numpy as np

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.binary_classification.evidence import Answers
from holdout_scorer.binary_classification.spec import BinarySpec
from holdout_scorer.metrics.fairness import Gap
from holdout_scorer.metrics.ranking import tie_starts
from holdout_scorer.result import Plot, PlotPoint, PlotSource, Series

LEAST_ROWS, MOST_BINS, DIGITS = 20, 30, 3
UNIT = (0.0, 1.0)
AGGREGATED_NOTE = "Hidden rows, at least 20 to a point; bars are 95 % intervals."
SAMPLE_NOTE = "Public sample, every row."


def curve_plots(spec: BinarySpec, answers: Answers, weights: Floats, source: PlotSource) -> list[Plot]:
    """ROC, precision and recall, reliability, and cost by threshold.

    weights: bootstrap counts of these rows.
    """
    return [
        _roc(answers, weights, source),
        _precision_recall(answers, weights, source),
        _reliability(answers, weights, source),
        _cost(spec, answers, weights, source),
    ]


def gap_plot(spec: BinarySpec, gaps: list[Gap]) -> Plot:
    """Pairwise gaps with their simultaneous intervals; one series per rate."""
    labels = {item.attribute: item.label for item in spec.sensitive}
    names = {
        "refusal": "Refusal rate",
        "truePositive": "True positive rate",
        "falsePositive": "False positive rate",
    }
    series = [
        Series(
            name,
            "student",
            [
                PlotPoint(_pair(labels, g), _round(g.value), _round(g.low), _round(g.high))
                for g in gaps
                if g.rate == rate
            ],
        )
        for rate, name in names.items()
    ]
    note = "First group minus second. The intervals hold for all pairs together."
    return Plot(
        "gaps",
        "Gaps between groups",
        "bar",
        "HIDDEN_AGGREGATED",
        "Groups",
        "Difference of rates",
        None,
        None,
        series,
        note,
    )


def _pair(labels: dict[str, str], gap: Gap) -> str:
    return f"{labels[gap.attribute]}: {gap.first} vs {gap.second}"


def _round(value: float) -> float:
    return round(float(value), DIGITS)


def _bins(answers: Answers, source: PlotSource, most: int = MOST_BINS) -> tuple[Ints, Ints]:
    """Rows by falling probability, and where bins start. Equal probabilities always share a bin."""
    order = np.argsort(-answers.p, kind="stable").astype(np.int64)
    starts = tie_starts(answers.p[order])
    if source == "SAMPLE":
        return order, starts
    n = answers.p.size
    least = max(LEAST_ROWS, n // most)
    kept = [0]
    for start in starts[1:]:
        if start - kept[-1] >= least and n - start >= LEAST_ROWS:
            kept.append(int(start))
    return order, np.array(kept, dtype=np.int64)


def _sums(values: Floats, order: Ints, starts: Ints, weights: Floats) -> Floats:
    """Weighted sums of `values` per bin, the sample first, then the resamples: shape (1 + r, bins)."""
    both = np.vstack([np.ones((1, order.size)), weights])
    result: Floats = np.add.reduceat(both[:, order] * values[order], starts, axis=1)
    return result


def _ratio(top: Floats, bottom: Floats) -> Floats:
    return np.divide(top, bottom, out=np.zeros(np.broadcast(top, bottom).shape), where=bottom > 0)


def _limits(values: Floats) -> tuple[Floats, Floats]:
    low, high = np.quantile(values[1:], [0.025, 0.975], axis=0)
    return low, high


def _points(x: Floats, y: Floats, n: Ints | None = None) -> list[PlotPoint]:
    """x: shape (k,). y: shape (1 + r, k)."""
    low, high = _limits(y)
    return [
        PlotPoint(
            _round(x[i]), _round(y[0, i]), _round(low[i]), _round(high[i]), None if n is None else int(n[i])
        )
        for i in range(x.size)
    ]


def _roc(answers: Answers, weights: Floats, source: PlotSource) -> Plot:
    order, starts = _bins(answers, source)
    hits = np.cumsum(_sums(answers.y, order, starts, weights), axis=1)
    alarms = np.cumsum(_sums(1.0 - answers.y, order, starts, weights), axis=1)
    tpr, fpr = hits / hits[:, -1:], alarms[0] / alarms[0, -1]
    student = Series("Your model", "student", [PlotPoint(0.0, 0.0), *_points(fpr, tpr)])
    chance = Series("Chance", "diagonal", [PlotPoint(0.0, 0.0), PlotPoint(1.0, 1.0)])
    return _line("roc", "ROC curve", source, ("False positive rate", "True positive rate"), [student, chance])


def _precision_recall(answers: Answers, weights: Floats, source: PlotSource) -> Plot:
    order, starts = _bins(answers, source)
    hits = np.cumsum(_sums(answers.y, order, starts, weights), axis=1)
    shown = np.cumsum(_sums(np.ones_like(answers.y), order, starts, weights), axis=1)
    recall, precision = hits[0] / hits[0, -1], _ratio(hits, shown)
    rate = _round(answers.y.mean())
    chance = Series("Base rate", "diagonal", [PlotPoint(0.0, rate), PlotPoint(1.0, rate)])
    return _line(
        "precision-recall",
        "Precision and recall",
        source,
        ("Recall", "Precision"),
        [Series("Your model", "student", _points(recall, precision)), chance],
    )


def _reliability(answers: Answers, weights: Floats, source: PlotSource) -> Plot:
    # Ten bins on the sample as well, because bins of a single row would show only noise.
    order, starts = _bins(answers, "HIDDEN_AGGREGATED", most=10)
    mass = _sums(np.ones_like(answers.y), order, starts, weights)
    observed = _ratio(_sums(answers.y, order, starts, weights), mass)
    predicted = _ratio(_sums(answers.p, order, starts, weights)[0], mass[0])
    points = list(reversed(_points(predicted, observed, mass[0].astype(np.int64))))
    ideal = Series("Perfectly calibrated", "diagonal", [PlotPoint(0.0, 0.0), PlotPoint(1.0, 1.0)])
    return _line(
        "reliability",
        "Reliability",
        source,
        ("Predicted probability", "Observed share"),
        [Series("Your model", "student", points), ideal],
    )


def _cost(spec: BinarySpec, answers: Answers, weights: Floats, source: PlotSource) -> Plot:
    """Cost per row if everyone at or above the threshold were rejected."""
    order, starts = _bins(answers, source)
    refused = np.cumsum(_sums(1.0 - answers.y, order, starts, weights), axis=1)
    caught = np.cumsum(_sums(answers.y, order, starts, weights), axis=1)
    total = np.r_[answers.y.size, weights.sum(axis=1)][:, None]
    cost = (spec.costs[0] * (caught[:, -1:] - caught) + spec.costs[1] * refused) / total
    lowest = np.minimum.reduceat(answers.p[order], starts)
    student = Series("Any threshold", "student", list(reversed(_points(lowest, cost))))
    losses = spec.costs[0] * answers.y * (1 - answers.d) + spec.costs[1] * (1 - answers.y) * answers.d
    chosen = _round(losses.mean())
    decided = Series("Your decisions", "reference", [PlotPoint(0.0, chosen), PlotPoint(1.0, chosen)])
    return _line(
        "cost",
        "Cost by threshold",
        source,
        ("Threshold", "Cost per applicant"),
        [student, decided],
        tall=True,
    )


def _line(
    key: str, title: str, source: PlotSource, axes: tuple[str, str], series: list[Series], tall: bool = False
) -> Plot:
    """A line plot over [0, 1]; `tall` leaves the upper end of the y axis to the values."""
    name = f"{key}-sample" if source == "SAMPLE" else key
    note = SAMPLE_NOTE if source == "SAMPLE" else AGGREGATED_NOTE
    return Plot(name, title, "line", source, axes[0], axes[1], UNIT, None if tall else UNIT, series, note)
