"""Plots: latency of both services, drift starts against alarms, lineage of the registry, where the
model errs.
"""

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.result import Plot, PlotPoint, PlotSource, Series
from holdout_scorer.service.evidence import Evidence
from holdout_scorer.service.spec import ServiceSpec

LEAST, BINS = 20, 12


def plots(spec: ServiceSpec, evidence: Evidence, source: PlotSource) -> list[Plot]:
    """At least 20 hidden rows to a point; requests and windows are not rows and are shown as counted."""
    made = [_latency(evidence), _errors(evidence, source)]
    if spec.streams:
        made.append(_drift(evidence, spec.streams.windows, source))
    if evidence.lineage:
        made.append(_lineage(evidence))
    return made


def _latency(evidence: Evidence) -> Plot:
    most = max(*(float(np.quantile(ms, 0.99)) for ms in (evidence.student_ms, evidence.trivial_ms)), 1.0)
    edges = np.linspace(0.0, most, 21)

    def shares(ms: Floats) -> list[PlotPoint]:
        counted, _ = np.histogram(np.minimum(ms, most), edges)
        middles = (edges[:-1] + edges[1:]) / 2
        return [
            PlotPoint(round(float(x), 1), round(float(n) / ms.size, 3), n=int(n))
            for x, n in zip(middles, counted, strict=True)
        ]

    series = [
        Series("Your service", "student", shares(evidence.student_ms)),
        Series("Trivial service", "reference", shares(evidence.trivial_ms)),
    ]
    note = "Both were asked in turn, in the same minute, on the same machine. The last bar holds the rest."
    return Plot(
        "latency",
        "Latency under load",
        "bar",
        "HIDDEN_AGGREGATED",
        "Milliseconds",
        "Share of requests",
        None,
        None,
        series,
        note,
    )


def _errors(evidence: Evidence, source: PlotSource) -> Plot:
    order = np.argsort(evidence.predicted, kind="stable")
    parts = np.array_split(order, max(1, min(BINS, order.size // LEAST)))
    points = [
        PlotPoint(
            float(f"{np.median(evidence.predicted[part]):.3g}"),
            round(float(evidence.errors[part].mean()), 3),
            n=int(part.size),
        )
        for part in parts
    ]
    return Plot(
        "errors",
        "Error by prediction",
        "line",
        source,
        "Median prediction",
        "Mean absolute error",
        None,
        None,
        [Series("Your model", "student", points)],
        "Equal shares of the rows, at least 20 to a point.",
    )


def _drift(evidence: Evidence, windows: int, source: PlotSource) -> Plot:
    """Alarms by windows since the drift began, over all streams: no single stream is told."""
    late: dict[int, int] = {}
    clean = 0
    for start, alarm in evidence.streams.starts:
        if alarm is None:
            continue
        if start is None:
            clean += 1
        else:
            late[alarm - start] = late.get(alarm - start, 0) + 1
    points = [PlotPoint(float(x), float(late.get(x, 0))) for x in range(1 - windows, windows)]
    shown = [point for point in points if -6 <= float(point.x) <= 6]
    drifting = sum(start is not None for start, _ in evidence.streams.starts)
    note = (
        f"First alarms of {drifting} drifting streams, by windows since drift began: left of 0 is too early. "
        f"{clean} of {len(evidence.streams.starts) - drifting} streams without drift were alarmed."
    )
    return Plot(
        "drift",
        "Alarms around the start of drift",
        "bar",
        source,
        "Windows since drift began",
        "Streams",
        None,
        None,
        [Series("First alarms", "student", shown)],
        note,
    )


def _lineage(evidence: Evidence) -> Plot:
    points = [PlotPoint(f"{parent} → {version}", 1.0) for version, parent in evidence.lineage]
    return Plot(
        "lineage",
        "Lineage of the registry",
        "graph",
        "SAMPLE",
        "Made from",
        "Version",
        None,
        None,
        [Series("Versions", "student", points)],
        "What each served version was made from, as the service told.",
    )
