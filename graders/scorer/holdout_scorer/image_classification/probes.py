"""Gates and findings: what the probe call and the retrainings tell about how a model came to its answers."""

import numpy as np

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.bootstrap import once
from holdout_scorer.image_classification.evidence import Evidence
from holdout_scorer.image_classification.spec import ImageSpec
from holdout_scorer.metrics.multiclass import confusion, macro_f1
from holdout_scorer.result import Finding, GateResult
from holdout_scorer.verdicts import Verdicts

Verdict = tuple[float, str, str]
# A model this close to chance cannot be carrying answers, and the limit would drown in noise.
LEAST_JUDGED_GAIN = 0.2
ALIKE = 0.95
MOST_MOVED = 0.01


def judge(spec: ImageSpec, evidence: Evidence) -> tuple[list[GateResult], list[Finding]]:
    """A gate is left out where the rubric does not name it or nothing was probed."""
    found = {
        "row-independence": _independence(spec, evidence),
        "row-lookup": _lookup(evidence),
        "embedded-answers": _embedded(evidence),
    }
    verdicts = Verdicts(findings=_degenerate(evidence) + _not_repeated(evidence))
    for gate in spec.rubric.gates:
        verdict = found.get(gate.key)
        if verdict is None:
            continue
        value, bad, good = verdict
        broken = value > gate.limit
        verdicts.gate(gate, broken, value, bad if broken else good)
    return verdicts.gates, verdicts.findings


def _independence(spec: ImageSpec, evidence: Evidence) -> Verdict:
    """The share of images whose probabilities change when the image comes alone and in another order."""
    probe = evidence.probe
    moved = np.abs(probe.twin_p - evidence.main.p[probe.twins]).max(axis=1) > spec.tolerance
    share = float(moved.mean())
    bad = (
        f"{share:.0%} of the images got other probabilities when they came alone instead of in a batch of 64."
        " Let no operator mix the rows of a batch or look at its size: put batch normalization into"
        " evaluation mode."
    )
    return share, bad, "An image's probabilities do not change with its company or order."


def _lookup(evidence: Evidence) -> Verdict:
    probe, k = evidence.probe, len(evidence.classes)
    y = evidence.main.y[probe.changed]
    lost = _f1(y, evidence.main.p[probe.changed], k) - _f1(y, probe.changed_p, k)
    bad = (
        f"Macro F1 falls by {lost:.2f} when pixels change by two levels of 255. The model recognizes images"
        " instead of reading them: shift, crop or blur images while you train."
    )
    return lost, bad, "Images changed by two levels of 255 are classified as well as the originals."


def _embedded(evidence: Evidence) -> Verdict | None:
    """F1 after training on shuffled labels, as a share of the real gain over chance; the worst of sizes."""
    if not evidence.permuted:
        return None
    y, k = evidence.main.y, len(evidence.classes)
    left = [_f1(y, p, k) for p in evidence.permuted]
    sizes = [(left[: evidence.full], evidence.main.p), (left[evidence.full :], evidence.few)]
    shares = [
        max(float(np.mean(scores)) - 1 / k, 0.0) / gain
        for scores, real in sizes
        if scores and real is not None and (gain := _f1(y, real, k) - 1 / k) >= LEAST_JUDGED_GAIN
    ]
    share, count = max(shares, default=0.0), len(left)
    bad = (
        f"Trained {count} times on shuffled labels, the model keeps {share:.0%} of what it gains over"
        " guessing. What it knows does not come from the labels of train.npz: take stored answers out of"
        " the project."
    )
    return share, bad, f"Trained {count} times on shuffled labels, the model knows nothing."


def _degenerate(evidence: Evidence) -> list[Finding]:
    p = evidence.main.p
    most = np.bincount(p.argmax(axis=1), minlength=p.shape[1]).max() / len(p)
    if np.ptp(p, axis=0).max() > 0 and most < ALIKE:
        return []
    message = (
        f"{most:.0%} of all images get the same class. Check that pixels arrive as you trained on them: 0"
        " to 1."
    )
    return [Finding("degenerate", "FLAG", message)]


def _not_repeated(evidence: Evidence) -> list[Finding]:
    """A finding and no gate: on a GPU sums come in another order, so an honest training may differ."""
    first = evidence.main.p if evidence.few is None else evidence.few
    if evidence.again is None:
        return []
    moved = float((evidence.again.argmax(axis=1) != first.argmax(axis=1)).mean())
    if moved <= MOST_MOVED:
        return []
    message = (
        f"Trained again on the same data with the same seed, the model gives {moved:.0%} of the images"
        " another class. Seed every random generator, and on a GPU ask for deterministic operations: as it is"
        " nobody can reproduce this model."
    )
    return [Finding("same-result", "WARNING", message)]


def _f1(y: Ints, p: Floats, classes: int) -> float:
    return float(macro_f1(confusion(y, p.argmax(axis=1), classes, once(len(y))))[0])
