"""Stage 6: the documents that stand beside a model in production. Form, sums and quoted numbers are
checked here; people
judge the prose.
"""

from collections.abc import Mapping
from pathlib import Path

from holdout_scorer.exercise.dossier import card, costs, design, failures, release
from holdout_scorer.exercise.dossier.document import Findings, read_object
from holdout_scorer.exercise.task import Check, CheckInfo
from holdout_scorer.node import Node

CHECKS = (
    CheckInfo("design", "The design answers what a reviewer asks", 15, "EVALUATION_ERROR_ANALYSIS", "FRAME"),
    CheckInfo("card", "The model card is complete", 10, "EVALUATION_ERROR_ANALYSIS", "PACKAGE"),
    CheckInfo(
        "numbers", "Its numbers are those that were measured", 25, "EVALUATION_ERROR_ANALYSIS", "PACKAGE"
    ),
    CheckInfo("failures", "Failures are counted and explained", 15, "EVALUATION_ERROR_ANALYSIS", "ANALYZE"),
    CheckInfo("costs", "The cost report adds up", 15, "TRAINING_SERVING", "FRAME"),
    CheckInfo("release", "Release and rollback can be carried out", 20, "MLOPS_MONITORING", "DEPLOY"),
)


def grade_files(files: Mapping[str, bytes | None], data: Path, platform: Node) -> list[Check]:
    """Share of a check: of the things that hold. Of the numbers all must hold: one invented number spoils
    a card.
    """
    checks = [_check("design", "design.md", design.judge(files["design"]))]
    read = read_object(files["card"])
    if isinstance(read, str):
        form, numbers = _absent(read), _absent(read)
    else:
        form, numbers = card.judge_form(read), card.judge_numbers(read, platform)
    checks.append(_check("card", "model_card.json", form))
    told = numbers.message("model_card.json")
    checks.append(Check("numbers", 0.0 if numbers.wrong else 1.0, told))
    for key, file, judge in (
        ("failures", "failure_analysis.json", failures.judge),
        ("costs", "cost_report.json", costs.judge),
        ("release", "release_plan.json", release.judge),
    ):
        found = read_object(files[key])
        checks.append(_check(key, file, _absent(found) if isinstance(found, str) else judge(found)))
    return checks


def _absent(why: str) -> Findings:
    found = Findings()
    found.expect(False, why)
    return found


def _check(key: str, file: str, found: Findings) -> Check:
    return Check(key, found.share, found.message(file))
