"""What an author of an exercise should mend, all at once."""

from pathlib import Path

import numpy as np

from holdout_scorer.exercise.spec import SAMPLE, read_spec
from holdout_scorer.node import Node
from holdout_scorer.problems import DEFINITION, Problem


def problems(definition: Node, data: Path) -> list[Problem]:
    """Everything at once. Raises AssignmentError for a key that cannot be read."""
    spec = read_spec(definition)
    known = {check.key: check for check in spec.checks}
    found = []
    for index, metric in enumerate(spec.rubric.metrics):
        if metric.name not in known:
            suggestion = f"Use {', '.join(known)}."
            found.append(
                _problem(f"metrics[{index}].name", f"The set has no check `{metric.name}`.", suggestion)
            )
    for lacking in known.keys() - {metric.name for metric in spec.rubric.metrics}:
        found.append(_problem("metrics", f"The check `{lacking}` is graded by no metric.", "Add it."))
    for criterion in spec.rubric.criteria:
        wanted = sum(known[name].weight for name in criterion.metrics if name in known)
        if criterion.weight != wanted:
            message = f"The criterion `{criterion.key}` weighs {criterion.weight:g}, its checks {wanted:g}."
            found.append(_problem("criteria", message, f"Write {wanted:g}."))
    if not found and not spec.files:
        drawn = spec.task_set.tasks(np.random.default_rng(0), data, SAMPLE)
        for lacking in known.keys() - {task.check for task in drawn}:
            found.append(_problem("exercise.set", f"No task asks for the check `{lacking}`.", "Add one."))
    return found


def _problem(path: str, message: str, suggestion: str) -> Problem:
    return Problem(path, DEFINITION, None, message, suggestion)
