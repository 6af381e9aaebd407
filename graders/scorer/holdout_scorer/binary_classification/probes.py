"""Gates and findings: what probe calls and retrainings reveal about how predictions were made."""

import numpy as np

from holdout_scorer.binary_classification.evidence import Answers, Evidence
from holdout_scorer.binary_classification.spec import BinarySpec
from holdout_scorer.bootstrap import once
from holdout_scorer.metrics.fairness import Gap
from holdout_scorer.metrics.ranking import auc
from holdout_scorer.result import Finding
from holdout_scorer.tabular.audit import finding
from holdout_scorer.tabular.verdicts import ALIKE, unlike
from holdout_scorer.verdicts import Verdicts

# A model this weak cannot contain stored answers, and the probe's limit would be lost in noise.
WEAKEST_JUDGED_AUC = 0.6
FEW_VALUES = 20
RATE_NAMES = {
    "refusal": "the refusal rates",
    "truePositive": "the true positive rates",
    "falsePositive": "the false positive rates",
}


def judge(spec: BinarySpec, evidence: Evidence, gaps: list[Gap]) -> Verdicts:
    verdicts = Verdicts()
    _fairness(spec, gaps, verdicts)
    _row_independence(spec, evidence, verdicts)
    _row_lookup(spec, evidence, verdicts)
    _embedded_answers(spec, evidence, verdicts)
    _same_result(spec, evidence, verdicts)
    _shape_of_predictions(evidence.main, verdicts)
    _leak_gap(spec, evidence, verdicts)
    _leanings(spec, evidence, verdicts)
    return verdicts


def _auc(answers: Answers) -> float:
    return float(auc(answers.y, answers.p, once(answers.y.size))[0])


def attribute_of(spec: BinarySpec, gap: Gap) -> str:
    return next(item.label for item in spec.sensitive if item.attribute == gap.attribute)


def _fairness(spec: BinarySpec, gaps: list[Gap], verdicts: Verdicts) -> None:
    gate = spec.rubric.gate("fairness")
    if gate is None or not gaps:
        return
    worst = max(gaps, key=lambda gap: gap.at_least)
    broken = worst.at_least > gate.limit
    message = (
        f"{attribute_of(spec, worst)}: {RATE_NAMES[worst.rate]} of {worst.first} and of {worst.second} "
        f"differ by at least "
        f"{worst.at_least:.2f} (limit {gate.limit:.2f}). Points are capped at {gate.cap_at:g}. "
        "See the table by group; leave out what stands in for the group, or choose another threshold."
        if broken
        else f"No two groups are shown to differ by more than {gate.limit:.2f} in refusal or error rates."
    )
    verdicts.gate(gate, broken, worst.at_least, message)
    widest = max(gaps, key=lambda gap: abs(gap.value))
    if not broken and abs(widest.value) > gate.limit:
        # More rows may prove it, so a student should be told before the run that counts.
        warning = (
            f"{attribute_of(spec, widest)}: {RATE_NAMES[widest.rate]} of {widest.first} and of "
            f"{widest.second} differ by "
            f"{abs(widest.value):.2f}, above {gate.limit:.2f}. It is not yet shown beyond chance; more rows "
            f"may show it."
        )
        verdicts.findings.append(Finding("fairness-near-limit", "WARNING", warning))


def _row_independence(spec: BinarySpec, evidence: Evidence, verdicts: Verdicts) -> None:
    gate = spec.rubric.gate("row-independence")
    twins = evidence.probes["twin"]
    if gate is None or not twins.rows:
        return
    before = [evidence.main_by_key[row["key"]] for row in twins.rows]
    moved = np.abs(twins.p - np.array([item.probability for item in before])) > spec.probes.tolerance
    # A decision may change only if its probability is exactly at the threshold; float noise moves few of
    # them.
    flipped = twins.d != np.array([float(item.decision) for item in before])
    share = float((moved | flipped).mean())
    broken = bool(moved.mean() > gate.limit or flipped.mean() > max(gate.limit, 0.01))
    message = (
        f"{share:.0%} of the rows got another prediction when they came in other company, in another order "
        f"and under "
        "another id. Predict each row from its own cells only."
        if broken
        else "A row's prediction does not change with its company, order or id."
    )
    verdicts.gate(gate, broken, share, message)


def _row_lookup(spec: BinarySpec, evidence: Evidence, verdicts: Verdicts) -> None:
    gate = spec.rubric.gate("row-lookup")
    changed = evidence.probes["perturbed"]
    changed = changed.where(np.array([row["contaminated"] == "0" for row in changed.rows], dtype=bool))
    if gate is None or not changed.both_classes():
        return
    original = np.array([evidence.main_by_key[row["key"]].probability for row in changed.rows])
    drop = _auc(Answers(changed.rows, changed.y, original, changed.d)) - _auc(changed)
    broken = drop > gate.limit
    message = (
        f"AUC falls by {drop:.2f} when numbers change by one percent. The model recognizes rows instead of "
        "reading them: take out look-ups of exact values, and let trees grow less deep."
        if broken
        else "Rows changed by one percent are predicted as well as the originals."
    )
    verdicts.gate(gate, broken, drop, message)


def _embedded_answers(spec: BinarySpec, evidence: Evidence, verdicts: Verdicts) -> None:
    gate = spec.rubric.gate("embedded-answers")
    if gate is None or not evidence.permuted:
        return
    real = _auc(evidence.main)
    permuted = float(np.mean([_auc(answers) for answers in evidence.permuted]))
    limit = 0.5 + gate.limit * (real - 0.5)
    broken = real >= WEAKEST_JUDGED_AUC and permuted > limit
    count = len(evidence.permuted)
    message = (
        f"Trained on shuffled labels {count} times, the model still ranks hidden rows with AUC "
        f"{permuted:.2f} (limit "
        f"{limit:.2f}). What it knows does not come from train.csv: "
        "take stored answers out of the project, and fit on train.csv alone."
        if broken
        else f"Trained on shuffled labels {count} times, the model knows nothing (AUC {permuted:.2f})."
    )
    share = (permuted - 0.5) / (real - 0.5) if real >= WEAKEST_JUDGED_AUC else None
    verdicts.gate(gate, broken, share, message)


def _same_result(spec: BinarySpec, evidence: Evidence, verdicts: Verdicts) -> None:
    gate = spec.rubric.gate("same-result")
    if gate is None or evidence.again is None:
        return
    moved = float((np.abs(evidence.again.p - evidence.main.p) > spec.probes.tolerance).mean())
    broken = moved > gate.limit
    verdicts.gate(gate, broken, moved, unlike(moved) if broken else ALIKE)


def _shape_of_predictions(main: Answers, verdicts: Verdicts) -> None:
    distinct = np.unique(np.round(main.p, 6)).size
    if distinct == 1:
        message = "All rows got the same probability. Check that predict reads the model it was given."
        verdicts.findings.append(Finding("degenerate", "FLAG", message))
    elif distinct < FEW_VALUES:
        message = (
            f"Only {distinct} different probabilities. Submit probabilities, not classes: ranking needs them."
        )
        verdicts.findings.append(Finding("few-values", "WARNING", message))
    if distinct > 1 and _auc(main) < 0.45:
        message = "The ranking is worse than chance. Check that `probability` is that of the bad outcome."
        verdicts.findings.append(Finding("inverted", "WARNING", message))
    if np.unique(main.d).size == 1:
        message = "Every row got the same decision. Choose a threshold from the costs."
        verdicts.findings.append(Finding("constant-decisions", "WARNING", message))


def _leak_gap(spec: BinarySpec, evidence: Evidence, verdicts: Verdicts) -> None:
    filled = evidence.probes["as-train"]
    if not filled.both_classes():
        return
    recorded, real, hidden = _auc(filled), _auc(evidence.sample), _auc(evidence.main)
    if recorded - real <= spec.probes.leak_gap:
        return
    message = (
        f"The model leans on what is not known at decision time. With columns filled as in train.csv it "
        f"ranks the public "
        f"sample with AUC {recorded:.3f}; as they stand at decision time, {real:.3f}, and hidden rows "
        f"{hidden:.3f}. "
        "Cross-validation on train.csv shows the first number; the hidden test pays the last."
    )
    verdicts.findings.append(Finding("leak-gap", "FLAG", message))


def _leanings(spec: BinarySpec, evidence: Evidence, verdicts: Verdicts) -> None:
    for suspect, before, after in evidence.leanings:
        told = finding(suspect, float((np.abs(after - before) > spec.probes.tolerance).mean()))
        if told:
            verdicts.findings.append(told)
