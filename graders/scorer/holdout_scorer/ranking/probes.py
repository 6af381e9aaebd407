"""Gates and findings: what the probe call and the retrainings tell about how lists were made."""

import numpy as np

from holdout_scorer.ranking.evidence import Evidence, Lists
from holdout_scorer.ranking.measures import list_values
from holdout_scorer.ranking.spec import RankingSpec
from holdout_scorer.result import Finding
from holdout_scorer.verdicts import Verdicts

# A recommender this close to popularity cannot be carrying answers, and the limit would drown in noise.
LEAST_JUDGED_GAIN = 0.02
FEW_ITEMS = 0.05


def judge(spec: RankingSpec, evidence: Evidence) -> Verdicts:
    verdicts = Verdicts()
    _independence(spec, evidence, verdicts)
    _embedded(spec, evidence, verdicts)
    _same_result(spec, evidence, verdicts)
    _popularity(spec, evidence, verdicts)
    return verdicts


def _independence(spec: RankingSpec, evidence: Evidence, verdicts: Verdicts) -> None:
    gate = spec.rubric.gate("user-independence")
    if gate is None:
        return
    share = _changed(spec, evidence.probe, evidence.main)
    broken = share > gate.limit
    message = (
        f"{share:.0%} of the recommended items changed when users came in other company, in another "
        "order and under "
        "other ids. Make each list from that user's history and the model only, and seed what is "
        "random by neither."
        if broken
        else "A user's list does not change with company, order or id, nor when it is made again."
    )
    verdicts.gate(gate, broken, share, message)


def _embedded(spec: RankingSpec, evidence: Evidence, verdicts: Verdicts) -> None:
    gate = spec.rubric.gate("embedded-answers")
    if gate is None or not evidence.permuted:
        return
    k = spec.top
    real = float(list_values(evidence.top, k).mean())
    floor = float(list_values(evidence.popular, k).mean())
    permuted = float(np.mean([list_values(shown, k).mean() for shown in evidence.permuted]))
    judged = real - floor >= LEAST_JUDGED_GAIN
    share = (permuted - floor) / (real - floor) if judged else None
    broken = share is not None and share > gate.limit
    count = len(evidence.permuted)
    message = (
        f"Trained {count} times on rows whose users were shuffled, the lists still reach NDCG "
        f"{permuted:.2f}, where "
        f"popularity reaches {floor:.2f}. What they know does not come from train.csv: "
        "take tables of items or users out of the project, and fit on train.csv alone."
        if broken
        else f"Trained {count} times on shuffled users, the lists know little beyond what is popular "
        f"(NDCG {permuted:.2f})."
    )
    verdicts.gate(gate, broken, share, message)


def _same_result(spec: RankingSpec, evidence: Evidence, verdicts: Verdicts) -> None:
    gate = spec.rubric.gate("same-result")
    if gate is None or evidence.again is None:
        return
    share = _changed(spec, evidence.again, evidence.main)
    broken = share > gate.limit
    message = (
        f"Trained again on the same data with the same seed, the lists hold {share:.0%} other items. Give "
        "the seed of the command line to every random generator, the libraries' own too."
        if broken
        else "The same data and seed give the same lists."
    )
    verdicts.gate(gate, broken, share, message)


def _changed(spec: RankingSpec, found: Lists, main: Lists) -> float:
    """The share of items that other lists of the same users do not hold."""
    return float(
        np.mean([1.0 - len(set(items) & set(main[user])) / spec.top for user, items in found.items()])
    )


def _popularity(spec: RankingSpec, evidence: Evidence, verdicts: Verdicts) -> None:
    distinct = np.unique(evidence.top.items).size / len(evidence.catalogue.number)
    if distinct < FEW_ITEMS:
        message = (
            f"All lists together show {distinct:.1%} of the catalogue. Everyone gets nearly the same list: "
            "use what each user's history says."
        )
        verdicts.findings.append(Finding("degenerate", "FLAG", message))
