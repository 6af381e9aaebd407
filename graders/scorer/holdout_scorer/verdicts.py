"""Gates and findings, as every template collects them."""

from dataclasses import dataclass, field

from holdout_scorer.result import Finding, GateResult, GateStatus
from holdout_scorer.rubric import GateSpec


def status_of(gate: GateSpec, is_kept: bool) -> GateStatus:
    if is_kept:
        return "PASSED"
    return "CAPPED" if gate.effect == "CAP" else "FAILED"


@dataclass
class Verdicts:
    gates: list[GateResult] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def gate(self, gate: GateSpec, broken: bool, value: float | None, message: str) -> None:
        """Adds a gate's result and, if it is broken, a finding that says so."""
        rounded = None if value is None else round(value, 4)
        self.gates.append(GateResult(gate.key, status_of(gate, not broken), rounded, gate.limit, message))
        if broken:
            self.findings.append(Finding(gate.key, "FLAG", message))

    def warn(self, key: str, message: str) -> None:
        self.findings.append(Finding(key, "WARNING", message))
