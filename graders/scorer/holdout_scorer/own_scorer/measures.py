"""Takes over the results of an own scorer: intervals, points and plots are made as for all other metrics."""

from typing import Literal

import numpy as np

from holdout_scorer.bootstrap import percentile_interval
from holdout_scorer.errors import AssignmentError
from holdout_scorer.grading import Measure
from holdout_scorer.node import Node
from holdout_scorer.result import Plot, PlotPoint, PlotSource, Series
from holdout_scorer.rubric import MetricSpec, Rubric
from holdout_scorer.workspace import Workspace

FILE = "own.json"
BY_WHOM = "by the assignment's own scorer"


def own_measures(
    workspace: Workspace, rubric: Rubric, n: int, split: str
) -> tuple[dict[str, Measure], list[Plot]]:
    """Nothing where it was not run: it never leaves the platform, so a local check is without.

    Raises AssignmentError when the file is not as the platform's own program writes it.
    """
    if not workspace.has(FILE):
        return {}, []
    found = workspace.read_json(FILE)
    specs = {metric.name: metric for metric in rubric.metrics if metric.own}
    measures = {}
    for node in found["metrics"].each():
        name = node["name"].one_of(*specs)
        measures[name] = _measure(specs[name], node, rubric, n)
    if measures.keys() != specs.keys():
        raise AssignmentError("OWN_SCORER_INVALID", "The assignment's own scorer left out a metric.")
    source: PlotSource = "SAMPLE" if split == "SAMPLE" else "HIDDEN_AGGREGATED"
    plots = [_plot(node, source) for node in found["charts"].each()]
    return measures, [plot for plot in plots if plot.series[0].points]


def in_order(measures: dict[str, Measure], rubric: Rubric) -> dict[str, Measure]:
    """Metrics in the order of the assignment."""
    return {metric.name: measures[metric.name] for metric in rubric.metrics if metric.name in measures}


def _measure(spec: MetricSpec, node: Node, rubric: Rubric, n: int) -> Measure:
    draws = np.array([each.number() for each in node["draws"].each()], dtype=np.float64)
    value = node["value"].number()
    if draws.size != rubric.resamples or not (np.isfinite(draws).all() and np.isfinite(value)):
        raise AssignmentError("OWN_SCORER_INVALID", f"The resamples of `{spec.name}` are malformed.")
    low, high = percentile_interval(draws, rubric.level)
    how = "bootstrap-t" if node["isMean"].flag() else "bootstrap percentile"
    groups = ", groups drawn whole" if node["isOfGroups"].flag() else ""
    return Measure(spec, value, low, high, n, f"{how}{groups}, {BY_WHOM}", draws)


def _plot(node: Node, source: PlotSource) -> Plot:
    kind: Literal["bar", "line"] = "bar" if node["kind"].one_of("bar", "line") == "bar" else "line"
    points = []
    for point in node["points"].each():
        x = point["x"]
        shown = x.text() if isinstance(x.value, str) else x.number()
        points.append(PlotPoint(x=shown, y=point["y"].number(), n=point["n"].integer()))
    return Plot(
        key=f"own-{node['key'].text()}",
        title=node["title"].text(),
        kind=kind,
        source=source,
        xLabel=node["x_label"].text(),
        yLabel=node["y_label"].text(),
        xDomain=None,
        yDomain=None,
        series=[Series("This submission", "student", points)],
        note="Drawn by the assignment's own scorer.",
    )
