"""`score`: answers or files become shares of checks, points and advice. Nothing is resampled: nothing was
sampled.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from holdout_scorer.errors import RejectedError
from holdout_scorer.exercise.answers import read_answers
from holdout_scorer.exercise.spec import HIDDEN_FILES, SAMPLE, ExerciseSpec, read_spec
from holdout_scorer.exercise.task import Check, Failure, read_tasks
from holdout_scorer.node import Node
from holdout_scorer.result import (
    CriterionResult,
    Finding,
    GradingResult,
    MetricResult,
    PointsResult,
    plain,
    rejected,
)
from holdout_scorer.workspace import Workspace

MOST_MESSAGES = 60
METHOD = "exact: the same answers always earn the same points"


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes result.json and, for a scored run, resamples.f64."""
    spec = read_spec(definition)
    split = job["split"].one_of(SAMPLE, *HIDDEN_FILES)
    try:
        checks = _files(workspace, spec, job) if spec.files else _answers(workspace, spec, split)
    except RejectedError as error:
        result = rejected(split, spec.rubric.pass_mark, error.rejection)
        workspace.write_json("result.json", plain(result))
        return
    result = _result(spec, split, checks)
    workspace.write_json("result.json", plain(result))
    value = result.points.value if result.points else 0.0
    workspace.write("resamples.f64", np.full(spec.rubric.resamples, value).astype("<f8").tobytes())


def _answers(workspace: Workspace, spec: ExerciseSpec, split: str) -> list[Check]:
    if split == SAMPLE:
        tasks = read_tasks(workspace.input("public/sample.json"))
        given = read_answers(workspace.input("outputs/sample/answers.json"), [task.id for task in tasks])
    else:
        tasks = read_tasks(workspace.input(f"hidden/{HIDDEN_FILES[split]}"))
        names = {n: node.text() for n, node in workspace.read_json("plan/secret.json")["names"].entries()}
        found = read_answers(workspace.input("outputs/hidden/answers.json"), list(names))
        given = {names[name]: _unspoken(value) for name, value in found.items()}
    data = workspace.input("public/data")
    return [spec.task_set.grade(task, given[task.id], data) for task in tasks]


def _unspoken(value: object) -> object:
    """Removes what the student's code printed about hidden tasks."""
    return Failure("an exception") if isinstance(value, Failure) else value


def _files(workspace: Workspace, spec: ExerciseSpec, job: Node) -> list[Check]:
    def content(path: str) -> bytes | None:
        file = workspace.input(f"outputs/files/{path}")
        return file.read_bytes() if file.is_file() else None

    files = {file.name: content(file.path) for file in spec.files}
    return spec.file_set.grade_files(files, workspace.input("public/data"), job)


def _result(spec: ExerciseSpec, split: str, checks: Sequence[Check]) -> GradingResult:
    metrics, criteria, findings, shares = [], [], [], {}
    for metric in spec.rubric.metrics:
        own = [check for check in checks if check.key == metric.name]
        share = float(np.mean([check.share for check in own])) if own else 0.0
        shares[metric.name] = share
        rounded = round(share, 4)
        metrics.append(
            MetricResult(
                name=metric.name,
                label=metric.label,
                split=split,
                value=rounded,
                low=rounded,
                high=rounded,
                n=len(own),
                direction=metric.direction,
                unit=metric.unit,
                graded=metric.graded,
                method=METHOD,
                resamples=spec.rubric.resamples,
                level=spec.rubric.level,
            )
        )
        findings += _findings(metric.name, own, split)
    total, weights = 0.0, sum(criterion.weight for criterion in spec.rubric.criteria)
    for criterion in spec.rubric.criteria:
        earned = 100.0 * float(np.mean([shares[name] for name in criterion.metrics]))
        total += criterion.weight * earned / weights
        points = round(earned, 2)
        entry = CriterionResult(
            criterion.key, points, points, points, criterion.weight, criterion.weight, None
        )
        criteria.append(entry)
    value = round(total, 2)
    return GradingResult(
        split=split,
        passMark=spec.rubric.pass_mark,
        status="SCORED",
        metrics=metrics,
        criteria=criteria,
        points=PointsResult(value, value, value),
        findings=findings[:MOST_MESSAGES],
        passed=value >= spec.rubric.pass_mark,
    )


def _findings(key: str, checks: Sequence[Check], split: str) -> list[Finding]:
    """Every message on the sample and on files, which the student holds; the first of each check on hidden
    tasks.
    """
    wrong = [replace(check, message=check.message[:1800]) for check in checks if check.share < 1.0]
    if split == SAMPLE or len(checks) == 1:
        return [Finding(key, "WARNING", check.message) for check in wrong]
    if not wrong:
        return []
    message = (
        f"{len(wrong)} of {len(checks)} tasks are not fully right. The first of them, {wrong[0].message}"
    )
    return [Finding(key, "WARNING", message)]
