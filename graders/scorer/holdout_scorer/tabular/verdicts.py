"""Gates: what the probe calls and the retrainings tell about how predictions were made."""

from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.result import Finding, GateResult
from holdout_scorer.tabular.audit import Suspect, finding
from holdout_scorer.tabular.scale import Scale
from holdout_scorer.tabular.spec import TabularSpec
from holdout_scorer.verdicts import Verdicts

# A model this weak cannot be carrying answers, and the probe's limit would drown in noise.
WEAKEST_JUDGED_SKILL = 0.1
ALIKE = "The same data and seed give the same predictions."


@dataclass(frozen=True)
class Evidence:
    """y: shape (n,). p: shape (n, columns). `*_at`: places of probe rows among the n.

    `again`: p after the same training, run once more. `leanings`: for each suspicious column, predictions of
    some sample rows as they are, and with other cells of that column.
    """

    y: Floats
    p: Floats
    sample_y: Floats
    sample_p: Floats
    twin_at: Ints
    twin_p: Floats
    changed_at: Ints
    changed_p: Floats
    permuted: list[Floats]
    again: Floats | None
    leanings: list[tuple[Suspect, Floats, Floats]]


def judge(spec: TabularSpec, scale: Scale, evidence: Evidence) -> tuple[list[GateResult], list[Finding]]:
    """A gate is left out where the rubric does not name it or nothing was probed."""
    found = {
        "row-independence": _independence(spec, scale, evidence),
        "row-lookup": _lookup(scale, evidence),
        "embedded-answers": _embedded(scale, evidence),
        "same-result": _alike(spec, scale, evidence),
    }
    leanings = [
        told
        for suspect, before, after in evidence.leanings
        if (told := finding(suspect, _moved(spec, scale, evidence, after, before)))
    ]
    verdicts = Verdicts(findings=leanings)
    for gate in spec.rubric.gates:
        verdict = found.get(gate.key)
        if verdict is None:
            continue
        value, bad, good = verdict
        broken = value > gate.limit
        verdicts.gate(gate, broken, value, bad if broken else good)
    return verdicts.gates, verdicts.findings


def _independence(spec: TabularSpec, scale: Scale, evidence: Evidence) -> tuple[float, str, str] | None:
    """The share of rows whose prediction changes with their company. Tolerance: of the outcome's spread."""
    if evidence.twin_at.size == 0:
        return None
    share = _moved(spec, scale, evidence, evidence.twin_p, evidence.p[evidence.twin_at])
    bad = (
        f"{share:.0%} of the rows got another prediction when they came in other company, in another order "
        "and under another id. Predict each row from its own cells only."
    )
    return share, bad, "A row's prediction does not change with its company, order or id."


def _lookup(scale: Scale, evidence: Evidence) -> tuple[float, str, str] | None:
    """The skill lost on rows whose numbers changed a little."""
    at = evidence.changed_at
    if at.size == 0 or np.ptp(evidence.y[at]) == 0.0:
        return None
    lost = scale.skill(evidence.y[at], evidence.p[at]) - scale.skill(evidence.y[at], evidence.changed_p)
    bad = (
        f"Skill falls by {lost:.2f} when numbers change by one percent. The model recognizes rows instead "
        "of reading them."
    )
    return lost, bad, "Rows changed by one percent are predicted as well as the originals."


def _embedded(scale: Scale, evidence: Evidence) -> tuple[float, str, str] | None:
    """Skill after training on shuffled outcomes, as a share of the real skill."""
    if not evidence.permuted:
        return None
    real = scale.skill(evidence.y, evidence.p)
    left = float(np.mean([scale.skill(evidence.y, p) for p in evidence.permuted]))
    share = max(left, 0.0) / real if real >= WEAKEST_JUDGED_SKILL else 0.0
    count = len(evidence.permuted)
    bad = (
        f"Trained on shuffled outcomes {count} times, the model still has {share:.0%} of its skill. What it "
        "knows does not come from train.csv."
    )
    return share, bad, f"Trained on shuffled outcomes {count} times, the model knows nothing."


def _alike(spec: TabularSpec, scale: Scale, evidence: Evidence) -> tuple[float, str, str] | None:
    if evidence.again is None:
        return None
    share = _moved(spec, scale, evidence, evidence.again, evidence.p)
    return share, unlike(share), ALIKE


def _moved(spec: TabularSpec, scale: Scale, evidence: Evidence, found: Floats, p: Floats) -> float:
    """The share of rows that are predicted otherwise. Tolerance: of the outcome's spread."""
    unit = 1.0 if scale.classes else max(float(evidence.y.std()), 1e-300)
    return float((np.abs(found - p).max(axis=1) > spec.tolerance * unit).mean())


def unlike(moved: float) -> str:
    """What to say where training again gave another model."""
    return (
        f"Trained again on the same data with the same seed, the model predicts {moved:.0%} of the rows "
        "otherwise. Give the seed of the command line to every random generator, the libraries' own too."
    )
