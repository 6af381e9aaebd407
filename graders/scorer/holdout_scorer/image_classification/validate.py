"""`validate`: what an author should mend, before anything is published."""

from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from holdout_scorer.errors import AssignmentError
from holdout_scorer.image_classification.dataset import load_dataset
from holdout_scorer.image_classification.spec import METRICS, read_spec
from holdout_scorer.image_classification.split import cut
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.tabular.validate import Problem, problem

# The cut is only tried: this key keeps nothing secret.
TRIAL = Keyring(bytes(16))


def problems(definition: Node, data: Path) -> list[Problem]:
    """One entry per problem: path, file, line, message, suggestion."""
    try:
        spec = read_spec(definition)
    except AssignmentError as error:
        return [problem(error.message.split(" ")[0].removeprefix("assignment.json."), error.message)]
    found = []
    for index, metric in enumerate(spec.rubric.metrics):
        if metric.name not in METRICS:
            near = get_close_matches(metric.name, METRICS, n=1)
            hint = f"Did you mean `{near[0]}`?" if near else f"Use one of {', '.join(METRICS)}."
            message = f"This template has no metric `{metric.name}`."
            found.append(problem(f"metrics[{index}].name", message, hint))
    if spec.backbone_file and not (data / PurePosixPath(spec.backbone_file).name).is_file():
        found.append(problem("dataset.backbone", f"There is no file {spec.backbone_file}."))
    try:
        loaded = load_dataset(
            data / PurePosixPath(spec.data_file).name, spec.images, spec.target, spec.class_names
        )
        cut(spec, loaded, TRIAL)
    except AssignmentError as error:
        place = {"SPLIT_INVALID": "split", "ASSIGNMENT_INVALID": "dataset.classes"}
        found.append(problem(place.get(error.code, "dataset"), error.message))
    return found
