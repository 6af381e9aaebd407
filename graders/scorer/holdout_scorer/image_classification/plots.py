"""Plot data. Hidden images appear as aggregates of at least 20, rounded; pictures come from the sample."""

import base64

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.bootstrap import once, percentile_interval
from holdout_scorer.image_classification.corruptions import SEVERITIES
from holdout_scorer.image_classification.evidence import Evidence, Shown
from holdout_scorer.image_classification.png import png_bytes
from holdout_scorer.image_classification.spec import SAMPLE, ImageSpec
from holdout_scorer.metrics.multiclass import confusion
from holdout_scorer.result import Plot, PlotPoint, PlotSource, Series

DIGITS, LEAST_ROWS, PLOT_RESAMPLES, MOST_EXAMPLES = 3, 20, 200, 60
MOST_CLASSES = 50


def draw(spec: ImageSpec, evidence: Evidence, weights: Floats, split: str) -> list[Plot]:
    source: PlotSource = "SAMPLE" if split == SAMPLE else "HIDDEN_AGGREGATED"
    plots = [_confusion(evidence, evidence.main, source)] if split != SAMPLE else []
    plots.append(_confusion(evidence, evidence.sample, "SAMPLE"))
    if evidence.main.layout.kinds:
        plots.append(_robustness(spec, evidence.main, weights[:PLOT_RESAMPLES], source))
    if evidence.log:
        plots.append(_learning(evidence))
    return plots


def _confusion(evidence: Evidence, shown: Shown, source: PlotSource) -> Plot:
    """A series per true class, a point per decided one. Hidden classes of under 20 images are left out."""
    names = evidence.classes[:MOST_CLASSES]
    table = confusion(shown.y, shown.p.argmax(axis=1), len(evidence.classes), once(len(shown.y)))[0]
    least = 1 if source == "SAMPLE" else LEAST_ROWS
    pictures = _mistakes(evidence) if source == "SAMPLE" else {}
    series = []
    for true, name in enumerate(names):
        size = table[true].sum()
        if size < least:
            continue
        points = [
            PlotPoint(
                other, _round(table[true, guess] / size), n=int(size), image=pictures.get((guess, true))
            )
            for guess, other in enumerate(names)
        ]
        series.append(Series(name, "student", points))
    where = "the public sample" if source == "SAMPLE" else "hidden images"
    key = "confusion-sample" if source == "SAMPLE" else "confusion"
    note = f"Each row adds up to 1: what images of a class were taken for, on {where}."
    if pictures:
        note += " Pictures are the most confident mistake of their cell."
    title = f"Confusion on {where}"
    return Plot(key, title, "heatmap", source, "Decided class", "True class", None, (0.0, 1.0), series, note)


def _mistakes(evidence: Evidence) -> dict[tuple[int, int], str]:
    """By decided and true class, the most confident mistake on the sample as a picture."""
    shown = evidence.sample
    decided, certain = shown.p.argmax(axis=1), shown.p.max(axis=1)
    found: dict[tuple[int, int], str] = {}
    for row in np.argsort(-certain, kind="stable"):
        cell = int(decided[row]), int(shown.y[row])
        if cell[0] != cell[1] and cell not in found and len(found) < MOST_EXAMPLES:
            found[cell] = _picture(evidence, int(row))
    return found


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
        for severity, wrong in zip((0, *SEVERITIES), np.vstack([clean, errors]), strict=True):
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
    )


def _learning(evidence: Evidence) -> Plot:
    series = [
        Series(name, "student", [PlotPoint(_round(x), _round(y)) for x, y in points])
        for name, points in evidence.log.items()
    ]
    note = "What your train command wrote to {log}. Nothing here was measured by the platform."
    return Plot(
        "learning-curves", "Learning curves", "line", "SAMPLE", "Epoch", "Value", None, None, series, note
    )


def _round(value: float) -> float:
    return round(float(value), DIGITS)
