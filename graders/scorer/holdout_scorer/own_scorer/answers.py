"""Checks what an own scorer returned: names, directions, numbers, charts."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.own import Chart, Metric, Point
from holdout_scorer.own_scorer.fault import OwnScorerError
from holdout_scorer.rubric import MetricSpec

MOST_CHARTS, MOST_POINTS, LEAST_ROWS = 5, 100, 20
CHART_DIGITS = 4
# A larger value would overflow when converted to a point on its scale.
LARGEST = 1e150
KEY = re.compile(r"[a-z][a-z0-9-]{0,59}")
Wrong = Callable[..., OwnScorerError]


@dataclass(frozen=True)
class Value:
    """rows: shape (n,) if the metric is their mean."""

    value: float
    rows: Floats | None


@dataclass(frozen=True)
class Answered:
    values: dict[str, Value]
    charts: tuple[Chart, ...]

    def is_same(self, other: "Answered") -> bool:
        return (
            self.charts == other.charts
            and self.values.keys() == other.values.keys()
            and all(_is_same(value, other.values[name]) for name, value in self.values.items())
        )


def checked(
    found: object, declared: tuple[MetricSpec, ...], n: int, line: int, *, is_hidden: bool, is_draw: bool
) -> Answered:
    """Raises OwnScorerError for the first thing that is wrong. line: of the function. is_draw: of rows that
    were drawn, of which nothing is plotted.
    """

    def wrong(code: str, message: str, detail: str = "") -> OwnScorerError:
        # The scorer chooses this name, which could be a label, so it is shown only in the detail.
        return OwnScorerError(code, message, line, detail)

    if not isinstance(found, list | tuple) or not all(isinstance(each, Metric | Chart) for each in found):
        raise wrong("NOT_METRICS", "`score` must return a list of Metric, and of Chart where there are any.")
    specs = {spec.name: spec for spec in declared}
    values: dict[str, Value] = {}
    charts: list[Chart] = []
    for each in found:
        if isinstance(each, Chart):
            charts += [] if is_draw else [_chart(each, wrong, is_hidden=is_hidden)]
        elif each.name not in specs:
            known = ", ".join(f"`{name}`" for name in specs)
            message = f"`score` returned a metric that is not declared. Declared are {known}."
            raise wrong("UNDECLARED_METRIC", message, f"`{str(each.name)[:60]}`")
        elif each.name in values:
            raise wrong("METRIC_TWICE", f"`score` returned the metric `{each.name}` twice.")
        elif each.direction != specs[each.name].direction:
            said = specs[each.name].direction
            message = f"The metric `{each.name}` is declared {said}, and `score` says otherwise."
            raise wrong("WRONG_DIRECTION", message, str(each.direction)[:60])
        else:
            values[each.name] = _value(each, n, wrong)
    if lacking := [name for name in specs if name not in values]:
        raise wrong("METRIC_MISSING", f"`score` returned no metric `{lacking[0]}`, which is declared.")
    if len(charts) > MOST_CHARTS or len({chart.key for chart in charts}) < len(charts):
        raise wrong("BAD_CHART", f"`score` may return {MOST_CHARTS} charts, each with a key of its own.")
    return Answered(values, tuple(charts))


def _value(metric: Metric, n: int, wrong: Wrong) -> Value:
    if (metric.value is None) == (metric.rows is None):
        raise wrong("BAD_METRIC", f"The metric `{metric.name}` needs `value` or `rows`, one of them.")
    if metric.rows is None:
        return Value(_number(metric.value, f"`{metric.name}`", wrong), None)
    try:
        rows = np.asarray(metric.rows, dtype=np.float64)
    except (TypeError, ValueError):
        raise wrong("BAD_METRIC", f"`rows` of `{metric.name}` must be numbers.") from None
    if rows.shape != (n,):
        raise wrong("BAD_METRIC", f"`rows` of `{metric.name}` has shape {rows.shape}; there are {n} rows.")
    if not np.isfinite(rows).all() or float(np.abs(rows).max()) > LARGEST:
        raise wrong("NOT_FINITE", f"`rows` of `{metric.name}` holds NaN or infinity.")
    return Value(float(rows.mean()), rows.copy())


def _number(value: object, of: str, wrong: Wrong, detail: str = "") -> float:
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise wrong("BAD_METRIC", f"The value of {of} must be a number.", detail) from None
    if not math.isfinite(number) or abs(number) > LARGEST:
        message = f"The value of {of} is NaN or infinite, here or on rows that were drawn."
        raise wrong("NOT_FINITE", message, detail)
    return number


def _chart(chart: Chart, wrong: Wrong, *, is_hidden: bool) -> Chart:
    texts = (chart.title, chart.x_label, chart.y_label)
    if not KEY.fullmatch(str(chart.key)) or not all(
        isinstance(text, str) and 0 < len(text) <= 200 for text in texts
    ):
        raise wrong(
            "BAD_CHART", "A chart needs a key of a-z, 0-9 and dashes, and texts of at most 200 characters."
        )
    if chart.kind not in ("bar", "line"):
        raise wrong("BAD_CHART", "A chart must be a bar or a line.", chart.key)
    points = list(chart.points)
    if not 0 < len(points) <= MOST_POINTS or not all(isinstance(point, Point) for point in points):
        raise wrong("BAD_CHART", f"A chart needs 1 to {MOST_POINTS} points.", chart.key)
    if not all(isinstance(point.n, int | np.integer) and point.n >= 0 for point in points):
        raise wrong("BAD_CHART", "A point of a chart must say for how many rows it stands.", chart.key)
    # How many there are may depend on a student's predictions, so too few are not the scorer's fault.
    least = LEAST_ROWS if is_hidden else 1
    return Chart(
        chart.key,
        *(chart.title, chart.kind, chart.x_label, chart.y_label),
        points=tuple(_point(point, chart.key, wrong) for point in points if point.n >= least),
    )


def _point(point: Point, key: str, wrong: Wrong) -> Point:
    x = point.x[:200] if isinstance(point.x, str) else _rounded(point.x, key, wrong)
    return Point(x, _rounded(point.y, key, wrong), int(point.n))


def _rounded(value: object, key: str, wrong: Wrong) -> float:
    """Rounded, because the last digits of values from hidden rows could be used to find out single labels."""
    return round(_number(value, "a chart", wrong, key), CHART_DIGITS)


def _is_same(one: Value, other: Value) -> bool:
    if one.value != other.value or (one.rows is None) != (other.rows is None):
        return False
    return one.rows is None or other.rows is None or bool((one.rows == other.rows).all())
