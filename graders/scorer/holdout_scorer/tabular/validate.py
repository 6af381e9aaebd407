"""What an author should mend, before anything is published."""

from difflib import get_close_matches
from pathlib import Path

from holdout_scorer.errors import AssignmentError
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.tables import read_table
from holdout_scorer.tabular.cut import cut
from holdout_scorer.tabular.dataset import load_dataset
from holdout_scorer.tabular.scale import METRICS
from holdout_scorer.tabular.spec import Kind, read_spec

Problem = dict[str, object]
# The cut is only tried: this key keeps nothing secret.
TRIAL = Keyring(bytes(16))


def problems(definition: Node, data: Path, kind: Kind) -> list[Problem]:
    """One entry per problem: path, file, line, message, suggestion."""
    try:
        spec = read_spec(definition, kind)
    except AssignmentError as error:
        return [problem(error.message.split(" ")[0].removeprefix("assignment.json."), error.message)]
    found = []
    for index, metric in enumerate(spec.rubric.metrics):
        if metric.name not in METRICS[kind]:
            found.append(
                problem(
                    f"metrics[{index}].name",
                    f"This template has no metric `{metric.name}`.",
                    _nearest(metric.name, METRICS[kind]),
                )
            )
    try:
        columns = [name.lower() for name in read_table(data / Path(spec.file).name).columns]
    except AssignmentError as error:
        return [*found, problem("dataset.file", error.message)]
    asked = {"dataset.target.column": spec.target, "dataset.id": spec.id, "dataset.group": spec.group}
    asked |= {"dataset.time": spec.time}
    asked |= {f"split.by[{i}]": name for i, name in enumerate(spec.strata) if name != "target"}
    for path, name in asked.items():
        if name and name not in columns:
            found.append(problem(path, f"The dataset has no column `{name}`.", _nearest(name, columns)))
    if found:
        return found
    try:
        cut(spec, load_dataset(data, spec), TRIAL)
    except AssignmentError as error:
        return [problem("split" if error.code == "SPLIT_INVALID" else "dataset", error.message)]
    return []


def problem(path: str, message: str, suggestion: str = "Mend what the message names.") -> Problem:
    return {
        "path": path,
        "file": "assignment.yaml",
        "line": None,
        "message": message,
        "suggestion": suggestion,
    }


def _nearest(name: str, known: list[str] | tuple[str, ...]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"Did you mean `{near[0]}`?" if near else f"Use one of {', '.join(known[:30])}."
