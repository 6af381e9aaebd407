"""`validate`: what an author should mend, before anything is published."""

from pathlib import Path, PurePosixPath

from holdout_scorer.errors import AssignmentError
from holdout_scorer.image_classification.dataset import load_dataset
from holdout_scorer.image_classification.spec import METRICS, read_spec
from holdout_scorer.image_classification.split import cut
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.problems import DEFINITION, Problem, of_error, unknown_metrics

# The cut is only tried: this key keeps nothing secret.
TRIAL = Keyring(bytes(16))


def problems(definition: Node, data: Path) -> list[Problem]:
    """Everything at once. Raises AssignmentError for a key that cannot be read."""
    spec = read_spec(definition)
    found = unknown_metrics(definition, METRICS)
    if spec.backbone_file and not (data / PurePosixPath(spec.backbone_file).name).is_file():
        message = f"There is no file {spec.backbone_file}."
        found.append(Problem("dataset.backbone", DEFINITION, None, message, "Add it, or drop the key."))
    try:
        name = PurePosixPath(spec.data_file).name
        cut(spec, load_dataset(data / name, spec.images, spec.target, spec.class_names), TRIAL)
    except AssignmentError as error:
        place = {"SPLIT_INVALID": "split", "ASSIGNMENT_INVALID": "dataset.classes"}
        found += of_error(error, place.get(error.code, "dataset.file"))
    return found
