"""Plot data: error by horizon, backtest by origin and by series from hidden origins; fans from the sample."""

from collections.abc import Sequence

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.bootstrap import MeanOfUnits, percentile_interval, resample_counts
from holdout_scorer.forecasting.evidence import Backtest, Evidence
from holdout_scorer.forecasting.measures import INNER, MEDIAN, OUTER, errors
from holdout_scorer.forecasting.spec import LEVELS, SAMPLE
from holdout_scorer.forecasting.task import Task
from holdout_scorer.result import Plot, PlotKind, PlotPoint, PlotSource, Series, SeriesRole

LEAST_ROWS, DIGITS, RESAMPLES, MOST_FANS = 20, 3, 200, 24
LEVEL = 0.95
HIDDEN_NOTE = "Mean over hidden origins; bars are 95 % intervals."
SAMPLE_NOTE = "Mean over the sample origins; bars are 95 % intervals."


def all_plots(task: Task, evidence: Evidence, seed: int) -> list[Plot]:
    """Nothing of a hidden row is shown but means of at least 20 of them."""
    hidden = task.split != SAMPLE
    source: PlotSource = "HIDDEN_AGGREGATED" if hidden else "SAMPLE"
    plots = [
        _by_horizon(evidence.main, source, seed),
        _by_origin(evidence.main, source),
        _by_series(task, evidence.main, source, seed),
        _coverage(evidence.main, source),
    ]
    return [plot for plot in plots if plot.series[0].points] + _fans(task, evidence.sample)


def _sums(test: Backtest, axis: tuple[int, ...], name: str = "mase") -> tuple[Floats, Floats]:
    loss, weight = errors(test)[name]
    return (loss * weight).sum(axis=axis), weight.sum(axis=axis)


def _by_horizon(test: Backtest, source: PlotSource, seed: int) -> Plot:
    top, n = _sums(test, (2,))
    points = _resampled(list(range(1, top.shape[1] + 1)), top, n, seed)
    return _plot("error-by-horizon", "Error by horizon", "line", source, ("Steps ahead", "MASE"), points)


def _by_series(task: Task, test: Backtest, source: PlotSource, seed: int) -> Plot:
    top, n = _sums(test, (1,))
    points = _resampled(list(task.panel.names), top, n, seed)
    points.sort(key=lambda point: -point.y)
    return _plot("error-by-series", "Error by series", "bar", source, ("Series", "MASE"), points[:MOST_FANS])


def _by_origin(test: Backtest, source: PlotSource) -> Plot:
    top, n = _sums(test, (1, 2))
    points = [
        PlotPoint(f"{place + 1}", _round(top[place] / n[place]), n=int(n[place]))
        for place in range(top.size)
        if n[place] >= LEAST_ROWS
    ]
    return _plot(
        "backtest", "Backtest by origin", "bar", source, ("Origin, in order of time", "MASE"), points
    )


def _coverage(test: Backtest, source: PlotSource) -> Plot:
    """How often each quantile was not exceeded, against how often it should not be."""
    known = np.isfinite(test.y)
    points = []
    if int(known.sum()) >= LEAST_ROWS:
        for place, level in enumerate(LEVELS):
            below = (test.y <= test.quantiles[..., place]) & known
            points.append(PlotPoint(level, _round(below.sum() / known.sum()), n=int(known.sum())))
    ideal = Series("Exact", "diagonal", [PlotPoint(0.0, 0.0), PlotPoint(1.0, 1.0)])
    plot = _plot(
        "quantile-coverage",
        "Quantiles and what came",
        "line",
        source,
        ("Level of the quantile", "Share at or below it"),
        points,
    )
    plot.series.append(ideal)
    return plot


def _resampled(xs: Sequence[int | str], top: Floats, n: Floats, seed: int) -> list[PlotPoint]:
    """top, n: shape (origins, k). Points with at least 20 values, with intervals over origins."""
    counts = resample_counts(top.shape[0], RESAMPLES, seed)
    points = []
    for place, x in enumerate(xs):
        total = float(n[:, place].sum())
        if total < LEAST_ROWS:
            continue
        value = float(top[:, place].sum() / total)
        draws = MeanOfUnits(top[:, place], n[:, place]).draws(counts, LEVEL)
        low, high = percentile_interval(draws, LEVEL)
        points.append(PlotPoint(x, _round(value), _round(low), _round(high), int(total)))
    return points


def _fans(task: Task, sample: Backtest) -> list[Plot]:
    """One fan chart per series at the first sample origin, every step drawn: the sample is public."""
    origin = task.sample_origins[0]
    labels = task.panel.labels[origin + 1 : origin + 1 + task.horizon]
    ranges: tuple[tuple[int, SeriesRole, tuple[int, int]], ...] = (
        (95, "band", OUTER),
        (80, "student", INNER),
    )
    plots = []
    for s, name in enumerate(task.panel.names[:MOST_FANS]):
        q = sample.quantiles[0, :, s, :]
        steps = range(1, q.shape[0] + 1)
        bands = [
            Series(
                f"{share} % interval",
                role,
                [
                    PlotPoint(k, _round(q[k - 1, MEDIAN]), _round(q[k - 1, lo]), _round(q[k - 1, hi]))
                    for k in steps
                ],
            )
            for share, role, (lo, hi) in ranges
        ]
        past = task.panel.values[max(0, origin + 1 - task.horizon) : origin + 1, s]
        known = [
            PlotPoint(k - len(past) + 1, _round(value)) for k, value in enumerate(past) if np.isfinite(value)
        ]
        came = [
            PlotPoint(k, _round(sample.y[0, k - 1, s])) for k in steps if np.isfinite(sample.y[0, k - 1, s])
        ]
        plots.append(
            Plot(
                f"fan-{s + 1}",
                f"Fan chart: {name}",
                "line",
                "SAMPLE",
                "Steps after the origin",
                "Value",
                None,
                None,
                [*bands, Series("What came", "reference", known + came)],
                f"Public sample, {labels[0]} to {labels[-1]}. Median with its 80 % and 95 % intervals.",
            )
        )
    return plots


def _round(value: float) -> float:
    return round(float(value), DIGITS)


def _plot(
    key: str, title: str, kind: PlotKind, source: PlotSource, axes: tuple[str, str], points: list[PlotPoint]
) -> Plot:
    name = f"{key}-sample" if source == "SAMPLE" else key
    note = SAMPLE_NOTE if source == "SAMPLE" else HIDDEN_NOTE
    series = [Series("Your forecasts", "student", points)]
    return Plot(name, title, kind, source, axes[0], axes[1], None, None, series, note)
