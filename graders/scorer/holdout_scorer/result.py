"""`result.json`, schema holdout.result/1: what the platform stores and shows."""

from dataclasses import dataclass, field
from typing import Literal

from holdout_scorer.errors import Rejection
from holdout_scorer.rubric import Direction

SCHEMA = "holdout.result/1"
Severity = Literal["INFO", "WARNING", "FLAG"]
GateStatus = Literal["PASSED", "CAPPED", "FAILED"]
PlotKind = Literal["line", "bar", "scatter", "heatmap", "graph"]
PlotSource = Literal["HIDDEN_AGGREGATED", "SAMPLE"]
SeriesRole = Literal["student", "reference", "band", "diagonal"]


@dataclass(frozen=True)
class MetricResult:
    name: str
    label: str
    split: str
    value: float
    low: float
    high: float
    n: int
    direction: Direction
    unit: str
    graded: bool
    method: str
    resamples: int
    level: float


@dataclass(frozen=True)
class CriterionResult:
    """Points in [0, 100]. `countedWeight` is below `weight` where `note` says so."""

    key: str
    points: float
    low: float
    high: float
    weight: float
    countedWeight: float
    note: str | None


@dataclass(frozen=True)
class PointsResult:
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class GateResult:
    key: str
    status: GateStatus
    value: float | None
    limit: float
    message: str


@dataclass(frozen=True)
class Finding:
    key: str
    severity: Severity
    message: str


@dataclass(frozen=True)
class SliceMetric:
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class SliceResult:
    attribute: str
    group: str
    n: int
    positives: int
    metrics: dict[str, SliceMetric]


@dataclass(frozen=True)
class PlotPoint:
    """image: a picture of the public sample, a PNG as a data address. A heatmap has a point per cell, a
    graph one per arrow, whose `x` is "from → to".
    """

    x: float | str
    y: float
    low: float | None = None
    high: float | None = None
    n: int | None = None
    image: str | None = None


@dataclass(frozen=True)
class Series:
    name: str
    role: SeriesRole
    points: list[PlotPoint]


@dataclass(frozen=True)
class Plot:
    key: str
    title: str
    kind: PlotKind
    source: PlotSource
    xLabel: str
    yLabel: str
    xDomain: tuple[float, float] | None
    yDomain: tuple[float, float] | None
    series: list[Series]
    note: str


@dataclass(frozen=True)
class GradingResult:
    split: str
    passMark: float
    status: Literal["SCORED", "REJECTED"]
    rejection: Rejection | None = None
    metrics: list[MetricResult] = field(default_factory=list)
    criteria: list[CriterionResult] = field(default_factory=list)
    points: PointsResult | None = None
    gates: list[GateResult] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    slices: list[SliceResult] = field(default_factory=list)
    plots: list[Plot] = field(default_factory=list)
    passed: bool = False
    schema: str = SCHEMA


def rejected(split: str, pass_mark: float, rejection: Rejection) -> GradingResult:
    return GradingResult(split=split, passMark=pass_mark, status="REJECTED", rejection=rejection)


def plain(value: object) -> object:
    """Dataclasses as plain JSON values; optional plot values are left out when absent."""
    if isinstance(value, PlotPoint):
        return {key: item for key, item in vars(value).items() if item is not None}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return {key: plain(item) for key, item in vars(value).items()}
    return value
