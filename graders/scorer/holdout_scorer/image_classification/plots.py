"""Plot data. Hidden images appear only as aggregates of at least 20, rounded; pictures come from the sample."""

import base64

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.bootstrap import once, percentile_interval
from holdout_scorer.image_classification.corruptions import SEVERITIES
from holdout_scorer.image_classification.evidence import Evidence, Shown
from holdout_scorer.image_classification.png import png_bytes
from holdout_scorer.image_classification.spec import SAMPLE, ImageSpec
from holdout_scorer.metrics.multiclass import confusion
from holdout_scorer.result import Cell, Example, Plot, PlotPoint, PlotSource, Series

DIGITS, LEAST_ROWS, PLOT_RESAMPLES, MOST_EXAMPLES = 3, 20, 200, 60


def draw(spec: ImageSpec, evidence: Evidence, weights: Floats, split: str) -> list[Plot]:
    source: PlotSource = "SAMPLE" if split == SAMPLE else "HIDDEN_AGGREGATED"
    plots = [_confusion(evidence, evidence.main, source, "confusion", [])]
    if split != SAMPLE:
        examples = _examples(evidence)
        plots.append(_confusion(evidence, evidence.sample, "SAMPLE", "confusion-sample", examples))
    else:
        plots[0].examples.extend(_examples(evidence))
    if evidence.main.layout.kinds:
        plots.append(_robustness(spec, evidence.main, weights[:PLOT_RESAMPLES], source))
    if evidence.log:
        plots.append(_learning(evidence))
    return plots


def _confusion(
    evidence: Evidence, shown: Shown, source: PlotSource, key: str, examples: list[Example]
) -> Plot:
    """Shares of each true class. A class of fewer than 20 hidden images is left out."""
    names = evidence.classes
    table = confusion(shown.y, shown.p.argmax(axis=1), len(names), once(len(shown.y)))[0]
    least = 1 if source == "SAMPLE" else LEAST_ROWS
    cells = [
        Cell(names[decided], names[true], _round(table[true, decided] / table[true].sum()), int(table[true].sum()))
        for true in range(len(names))
        if table[true].sum() >= least
        for decided in range(len(names))
    ]
    where = "the public sample" if source == "SAMPLE" else "hidden images"
    note = f"Each row adds up to 1: what the images of a class were taken for, on {where}."
    return Plot(
        key,
        f"Confusion on {where}",
        "heatmap",
        source,
        "Decided class",
        "True class",
        None,
        None,
        [],
        note,
        cells,
        examples,
    )


def _examples(evidence: Evidence) -> list[Example]:
    """For each cell of the sample's confusion matrix off its diagonal, the most confident mistake as a picture."""
    shown, names = evidence.sample, evidence.classes
    decided, certain = shown.p.argmax(axis=1), shown.p.max(axis=1)
    found: dict[tuple[int, int], int] = {}
    for row in np.argsort(-certain, kind="stable"):
        if decided[row] != shown.y[row]:
            found.setdefault((int(decided[row]), int(shown.y[row])), int(row))
    return [
        Example(names[guess], names[true], _picture(evidence, row))
        for (guess, true), row in list(found.items())[:MOST_EXAMPLES]
    ]


def _picture(evidence: Evidence, row: int) -> str:
    return "data:image/png;base64," + base64.b64encode(png_bytes(evidence.sample_images[row])).decode()


def _robustness(spec: ImageSpec, shown: Shown, weights: Floats, source: PlotSource) -> Plot:
    """Error by corruption and severity; 0 is the same images as they are."""
    rows = shown.layout.corrupted
    clean = (shown.p[rows].argmax(axis=1) != shown.y[rows]).astype(np.float64)
    of = weights[:, rows]
    series = []
    for kind, errors in zip(shown.layout.kinds, shown.errors, strict=True):
        points = []
        for severity, wrong in zip((0, *SEVERITIES), (clean, *errors), strict=True):
            low, high = percentile_interval(of @ wrong / of.sum(axis=1), spec.rubric.level)
            points.append(PlotPoint(severity, _round(wrong.mean()), _round(low), _round(high), len(rows)))
        series.append(Series(kind, "student", points))
    return Plot(
        "robustness",
        "Error by corruption and severity",
        "line",
        source,
        "Severity",
        "Share of images misclassified",
        None,
        (0.0, 1.0),
        series,
        "Severity 0 is the same images without the corruption. Bars are 95 % intervals.",
        [],
        [],
    )


def _learning(evidence: Evidence) -> Plot:
    series = [
        Series(name, "student", [PlotPoint(_round(x), _round(y)) for x, y in points])
        for name, points in evidence.log.items()
    ]
    note = "What your train command wrote to {log}. Nothing here was measured by the platform."
    return Plot(
        "learning-curves", "Learning curves", "line", "SAMPLE", "Epoch", "Value", None, None, series, note, [], []
    )


def _round(value: float) -> float:
    return round(float(value), DIGITS)
