"""Parts of an assignment that every template shares: metrics, automatic criteria, gates, bootstrap."""

from dataclasses import dataclass
from typing import Literal

from holdout_scorer.node import Node

Direction = Literal["HIGHER", "LOWER"]


@dataclass(frozen=True)
class MetricSpec:
    """How a metric is shown and graded.

    zero_at replaces the naive anchor where a constant would be perfect. needs_skill names the metric that
    must beat its own zero before this one earns points: calibration and equal treatment are worth nothing in
    a model that knows nothing.
    """

    name: str
    label: str
    direction: Direction
    bound: float
    unit: str
    graded: bool
    needs_skill: str | None
    zero_at: float | None
    own: bool = False


@dataclass(frozen=True)
class CriterionSpec:
    """An automatic criterion: the mean of its metrics' points, with a weight."""

    key: str
    weight: float
    metrics: tuple[str, ...]


@dataclass(frozen=True)
class GateSpec:
    """`effect` CAP limits the points to `cap_at`; FAIL denies the pass."""

    key: str
    effect: Literal["CAP", "FAIL"]
    limit: float
    cap_at: float


@dataclass(frozen=True)
class Rubric:
    metrics: tuple[MetricSpec, ...]
    criteria: tuple[CriterionSpec, ...]
    gates: tuple[GateSpec, ...]
    pass_mark: float
    resamples: int
    level: float

    def gate(self, key: str) -> GateSpec | None:
        return next((gate for gate in self.gates if gate.key == key), None)

    @property
    def of_template(self) -> tuple[MetricSpec, ...]:
        """The metrics that the template itself measures."""
        return tuple(metric for metric in self.metrics if not metric.own)


def read_rubric(definition: Node) -> Rubric:
    """Raises AssignmentError naming the path of what is wrong."""
    metrics = tuple(_metric(node) for node in definition["metrics"].each())
    known = {metric.name for metric in metrics if metric.graded}
    criteria = []
    for node in definition["criteria"].each():
        if node["mode"].one_of("AUTO", "MANUAL") == "MANUAL":
            continue
        names = node["metrics"].texts()
        unknown = [name for name in names if name not in known]
        if unknown or not names:
            raise node["metrics"].wrong(
                f"must name graded metrics; unknown: {', '.join(unknown) or 'none named'}"
            )
        criteria.append(CriterionSpec(node["key"].text(), node["weight"].number(), names))
    bootstrap = definition["bootstrap"]
    return Rubric(
        metrics,
        tuple(criteria),
        tuple(_gate(node) for node in definition["gates"].each()),
        definition["passMark"].number(),
        bootstrap["resamples"].integer(at_least=100),
        bootstrap["level"].number(),
    )


def _metric(node: Node) -> MetricSpec:
    zero = node.get("zeroAt")
    needs_skill = node.get("needsSkill")
    unit, own = node.get("unit"), node.get("own")
    return MetricSpec(
        name=node["name"].text(),
        label=node["label"].text(),
        direction="HIGHER" if node["direction"].one_of("HIGHER", "LOWER") == "HIGHER" else "LOWER",
        bound=node["bound"].number(),
        unit=str(unit.value) if unit else "",
        graded=node["graded"].flag(),
        needs_skill=needs_skill.text() if needs_skill else None,
        zero_at=zero.number() if zero else None,
        own=own.flag() if own else False,
    )


def _gate(node: Node) -> GateSpec:
    effect = node["effect"].one_of("CAP", "FAIL")
    return GateSpec(
        key=node["key"].text(),
        effect="CAP" if effect == "CAP" else "FAIL",
        limit=node["limit"].number(),
        cap_at=node["capAt"].number() if effect == "CAP" else 0.0,
    )
