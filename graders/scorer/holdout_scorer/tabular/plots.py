"""Plot data. Hidden rows appear only as means of at least 20 rows, rounded."""

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.result import Plot, PlotPoint, PlotSource, Series
from holdout_scorer.tabular.scale import Scale

LEAST_ROWS, BINS, DIGITS = 20, 10, 3


def calibration_plot(scale: Scale, y: Floats, p: Floats, source: PlotSource) -> Plot:
    """Mean outcome by mean prediction; for classes, the share of right decisions by confidence."""
    if scale.classes:
        x, seen = p.max(axis=1), (p.argmax(axis=1) == y).astype(np.float64)
        title, axes = "Confidence and accuracy", ("Probability of the decided class", "Share decided rightly")
    else:
        x, seen = p[:, 0], y
        title, axes = "Predicted and measured", ("Mean prediction", "Mean outcome")
    bins = min(BINS, max(1, x.size // LEAST_ROWS))
    points = []
    for rows in np.array_split(np.argsort(x, kind="stable"), bins):
        middle, mean = float(x[rows].mean()), float(seen[rows].mean())
        error = 1.96 * float(seen[rows].std()) / rows.size**0.5
        low, high = round(mean - error, DIGITS), round(mean + error, DIGITS)
        points.append(PlotPoint(round(middle, DIGITS), round(mean, DIGITS), low, high, int(rows.size)))
    ends = [point.x for point in (points[0], points[-1]) if isinstance(point.x, float)]
    ideal = Series("Ideal", "diagonal", [PlotPoint(end, end) for end in ends])
    return Plot(
        key="calibration-sample" if source == "SAMPLE" else "calibration",
        title=title,
        kind="line",
        source=source,
        xLabel=axes[0],
        yLabel=axes[1],
        xDomain=None,
        yDomain=None,
        series=[Series("Your model", "student", points), ideal],
        note=f"{x.size:,} rows in {bins} bins of equal size; bars are 95 % intervals of the mean.",
    )
