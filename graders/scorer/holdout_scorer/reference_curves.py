"""Curves of the references, measured with the anchors, drawn behind a student's own."""

from collections.abc import Sequence
from dataclasses import replace

from holdout_scorer.node import Node
from holdout_scorer.result import Plot, PlotPoint, Series

NAMES = {"simple": "Simple reference", "strong": "Strong reference"}


def with_reference_curves(plots: Sequence[Plot], anchors: Node) -> list[Plot]:
    """Adds `anchors.curves.<plot key>.<reference>` ([x, y] pairs) to the plots of that key; all optional."""
    curves = anchors.get("curves")
    return [plot if curves is None else _with_curves(plot, curves.get(plot.key)) for plot in plots]


def _with_curves(plot: Plot, curves: Node | None) -> Plot:
    if curves is None:
        return plot
    drawn = [
        Series(NAMES[name], "reference", [_point(pair) for pair in node.each()])
        for name in NAMES
        if (node := curves.get(name)) is not None
    ]
    return replace(plot, series=[*plot.series, *drawn])


def _point(pair: Node) -> PlotPoint:
    x, y = (number.number() for number in pair.each())
    return PlotPoint(x, y)
