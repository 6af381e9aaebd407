"""A mean over rows, a value that is none, and a chart."""

import numpy as np

from holdout_scorer.own import Answer, Chart, Metric, Point, Rows


def score(rows: Rows) -> list[Answer]:
    off = np.abs(rows.labels - rows.predictions)
    thirds = np.array_split(np.argsort(rows.labels, kind="stable"), 3)
    points = [Point(name, off[at].mean(), at.size) for name, at in zip("lmh", thirds, strict=True)]
    return [
        Metric("close", "HIGHER", rows=off <= 60.0),
        Metric("worstTenth", "LOWER", value=float(np.quantile(off, 0.9))),
        Chart("thirds", "Error by third", "bar", "Third of the outcome", "Mean error", points),
    ]
