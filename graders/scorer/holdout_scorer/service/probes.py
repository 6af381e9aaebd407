"""Gates on honesty: does the served model read each row, and that row alone; did it learn from train.csv."""

from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.node import Node
from holdout_scorer.result import Finding, GateResult
from holdout_scorer.rubric import GateSpec
from holdout_scorer.service.data import Columns, on_scale
from holdout_scorer.service.reports import as_mapping, numbers, read_json_file, reject
from holdout_scorer.service.spec import ServiceSpec
from holdout_scorer.verdicts import status_of
from holdout_scorer.workspace import Workspace

TOLERANCE = 1e-6
# A model this weak cannot be carrying answers, and the probe's limit would drown in noise.
WEAKEST_JUDGED_SKILL = 0.1
Verdict = tuple[float, str, str]


@dataclass(frozen=True)
class Probes:
    """Predictions: of rows alone, of rows with changed numbers, and after training on shuffled targets.

    `target` and `served` are of all rows, on the scale of errors. None where it was not asked or answered.
    """

    target: Floats
    served: Floats
    alone: Floats | None
    changed: Floats | None
    shuffled: Floats | None
    repeats: bool | None
    center: float

    def skill(self, predicted: Floats) -> float:
        """1 perfect, 0 no better than the median of train.csv."""
        y = self.target[: predicted.size]
        constant = float(np.abs(y - self.center).mean())
        return 1.0 - float(np.abs(y - predicted).mean()) / constant if constant > 0 else 0.0


def read_probes(
    workspace: Workspace, report: dict[str, object], truth: Node, served: Floats, columns: Columns
) -> Probes:
    """`served`: the answers for all rows. Raises RejectedError for a service that gives none when probed."""
    target = np.array([on_scale(node.number(), columns.unit) for node in truth["target"].each()])
    path = workspace.input("outputs/changed-serve/report.json")
    other = as_mapping(read_json_file(path, "report.json")) if path.is_file() else None

    def scaled(found: object) -> Floats | None:
        given = numbers(found, len(found)) if isinstance(found, list) and found else None
        if given is None or (columns.unit is None and min(given) <= 0):
            return None
        return np.log(np.array(given)) if columns.unit is None else np.array(given)

    def answered(facts: dict[str, object], key: str, rule: str) -> Floats | None:
        """None where it was not asked. Whoever refuses what it recognizes as a probe is not left unjudged."""
        found = scaled(facts[key]) if key in facts else None
        if key in facts and found is None:
            raise reject("PREDICTIONS_INVALID", "serve", rule)
        return found

    shuffled = None
    if other is not None:
        rule = "the service of a model trained on shuffled targets must answer valid rows as any other"
        shuffled = answered({"predictions": None} | other, "predictions", rule)
    return Probes(
        target=target,
        served=np.log(served) if columns.unit is None else served,
        alone=answered(
            report,
            "alone",
            "a valid row must be answered alone too, with its columns in another order and 1 written as 1.0",
        ),
        changed=answered(report, "changed", "rows changed by one percent must be answered as any other"),
        shuffled=shuffled,
        repeats=_repeats(workspace),
        center=columns.center,
    )


def _repeats(workspace: Workspace) -> bool | None:
    """Whether the same command on the same data left the same artifact; None where it left none."""
    first, again = (workspace.input(f"outputs/{call}/reports/artifact.bin") for call in ("train", "again"))
    if not first.is_file() or not again.is_file():
        return None
    return first.read_bytes() == again.read_bytes()


def judge(spec: ServiceSpec, probes: Probes) -> tuple[list[GateResult], list[Finding]]:
    """A gate is left out where the rubric does not name it or nothing was probed."""
    found = {
        "row-independence": _independence(probes),
        "row-lookup": _lookup(probes),
        "embedded-answers": _embedded(probes),
        "same-result": _same_result(probes),
    }
    gates: list[GateResult] = []
    findings: list[Finding] = []
    for gate in spec.rubric.gates:
        verdict = found.get(gate.key)
        if verdict is None:
            continue
        value, bad, good = verdict
        gates.append(_result(gate, value, bad, good))
        if value > gate.limit:
            findings.append(Finding(gate.key, "FLAG", bad))
    return gates, findings


def _result(gate: GateSpec, value: float, bad: str, good: str) -> GateResult:
    broken = value > gate.limit
    return GateResult(
        gate.key, status_of(gate, not broken), round(value, 4), gate.limit, bad if broken else good
    )


def _independence(probes: Probes) -> Verdict | None:
    if probes.alone is None:
        return None
    together = probes.served[: probes.alone.size]
    moved = ~np.isclose(probes.alone, together, rtol=TOLERANCE, atol=TOLERANCE)
    share = float(moved.mean())
    bad = (
        f"{share:.0%} of the probe rows got another prediction when they were asked alone instead of with "
        "others. Predict each row from its own cells only."
    )
    return share, bad, "A row's prediction does not change with its company or the order of its columns."


def _lookup(probes: Probes) -> Verdict | None:
    if probes.changed is None:
        return None
    lost = probes.skill(probes.served[: probes.changed.size]) - probes.skill(probes.changed)
    bad = (
        f"Skill falls by {lost:.2f} when numbers change by one percent. The service recognizes rows instead "
        "of reading them."
    )
    return lost, bad, "Rows changed by one percent are predicted as well as the originals."


def _embedded(probes: Probes) -> Verdict | None:
    if probes.shuffled is None:
        return None
    real = probes.skill(probes.served)
    left = max(probes.skill(probes.shuffled), 0.0)
    share = left / real if real >= WEAKEST_JUDGED_SKILL else 0.0
    bad = (
        f"Trained on shuffled targets, the service still has {share:.0%} of its skill. What it knows does "
        "not come from train.csv."
    )
    return share, bad, "Trained on shuffled targets, the service knows nothing."


def _same_result(probes: Probes) -> Verdict | None:
    if probes.repeats is None:
        return None
    bad = (
        "The train command left another artifact when it ran again on the same data with the same seed. "
        "Seed every random generator, and write no time or path into the artifact."
    )
    return float(not probes.repeats), bad, "The same data and seed give the same artifact."
