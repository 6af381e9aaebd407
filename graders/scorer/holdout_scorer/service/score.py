"""`score`: what a run left becomes metrics, points, gates, findings and plots."""

import numpy as np

from holdout_scorer.anchors import read_anchors
from holdout_scorer.arrays import Floats
from holdout_scorer.grading import Measure
from holdout_scorer.node import Node
from holdout_scorer.result import Finding, GateResult
from holdout_scorer.scoring import Scored, scored, write_result
from holdout_scorer.service.evidence import Evidence, gather
from holdout_scorer.service.measures import measure_all
from holdout_scorer.service.plots import plots
from holdout_scorer.service.probes import judge
from holdout_scorer.service.spec import PARTS, SAMPLE, ServiceSpec, read_spec
from holdout_scorer.verdicts import status_of
from holdout_scorer.workspace import Workspace

ADVICE = {
    "contract": "Requests that were not answered as the contract says: {names}. "
    "Check the request before the model sees it.",
    "operations": "Steps of a release that did not do what they should: {names}. "
    "The brief says what each must leave unchanged.",
    "registry": "Facts of the registry that do not hold: {names}. "
    "Hash the very bytes that the service loads.",
}
# A machine that loses more than a tenth even of these requests tells nothing; nor may a student make it.
LEAST_OF_TRIVIAL = 0.9
CONSTANT = (
    "The service answers every row with the same number. "
    "Check that it hands the values of the request to the model."
)


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes result.json and, for a scored run, resamples.f64."""
    spec = read_spec(definition)
    split = job["split"].one_of(*PARTS)
    write_result(workspace, split, spec.rubric, lambda: score(workspace, spec, split, job))


def score(workspace: Workspace, spec: ServiceSpec, split: str, job: Node) -> Scored:
    """Raises RejectedError for what cannot be scored."""
    evidence = gather(workspace, spec, split)
    measures = measure_all(spec, evidence, job["resampleSeed"].integer())
    honest, accused = judge(spec, evidence.probes)
    return scored(
        split,
        spec.rubric,
        measures,
        read_anchors(job["anchors"]),
        gates=_gates(spec, measures, evidence) + honest,
        findings=accused + _findings(evidence),
        plots=plots(spec, evidence, "SAMPLE" if split == SAMPLE else "HIDDEN_AGGREGATED"),
    )


def _gates(spec: ServiceSpec, measures: dict[str, Measure], evidence: Evidence) -> list[GateResult]:
    """Availability and p95, with allowances for what the trivial service lost and took meanwhile."""
    found = []
    gate = spec.rubric.gate("availability")
    if gate and "availability" in measures:
        value = measures["availability"].value
        asked = gate.limit * max(evidence.trivial_served, LEAST_OF_TRIVIAL)
        message = (
            f"{value:.2%} of the requests under load were answered; {asked:.1%} are asked, "
            f"since the trivial service answered {evidence.trivial_served:.1%} on this machine."
        )
        status = status_of(gate, value >= asked)
        found.append(GateResult(gate.key, status, round(value, 4), round(asked, 4), message))
    gate = spec.rubric.gate("latency")
    if gate and "latencyRatio" in measures:
        p95, trivial = _p95(evidence.student_ms), _p95(evidence.trivial_ms)
        allowed = spec.load.p95_ms * max(1.0, trivial / spec.load.trivial_ms)
        message = (
            f"95 % of the requests took at most {p95:.0f} ms; {allowed:.0f} ms are allowed, "
            f"since the trivial service took {trivial:.0f} ms on this machine."
        )
        status = status_of(gate, p95 <= allowed)
        found.append(GateResult(gate.key, status, round(p95 / allowed, 4), 1.0, message))
    return found


def _p95(ms: Floats) -> float:
    return float(np.quantile(ms, 0.95))


def _findings(evidence: Evidence) -> list[Finding]:
    found = []
    for key, text in ADVICE.items():
        names = [name for name, ok in evidence.checks[key] if not ok]
        if names:
            found.append(Finding(key, "WARNING", text.format(names=", ".join(names))))
    if evidence.predicted.size > 1 and float(evidence.predicted.max() - evidence.predicted.min()) == 0.0:
        found.append(Finding("constant", "FLAG", CONSTANT))
    for values, key, advice in (
        (
            evidence.batches.caught + evidence.batches.alarmed,
            "reject-all",
            "`validate` refuses every batch, so it tells nothing. "
            "Refuse only what breaks a rule that the training rows keep.",
        ),
        (
            evidence.streams.hits + evidence.streams.false,
            "alarm-always",
            "`monitor` alarms on every stream, so it tells nothing. "
            "Raise its threshold until streams like the training rows stay quiet.",
        ),
    ):
        if values.size and values.min() > 0:
            found.append(Finding(key, "FLAG", advice))
    return found
