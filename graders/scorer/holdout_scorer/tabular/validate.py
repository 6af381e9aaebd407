"""What an author should mend, before anything is published."""

from pathlib import Path

from holdout_scorer.errors import AssignmentError
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.problems import Problem, of_error, unknown_metrics
from holdout_scorer.tabular.cut import cut
from holdout_scorer.tabular.dataset import load_dataset
from holdout_scorer.tabular.scale import METRICS
from holdout_scorer.tabular.spec import Kind, read_spec

# The cut is only tried: this key keeps nothing secret.
TRIAL = Keyring(bytes(16))


def problems(definition: Node, data: Path, kind: Kind) -> list[Problem]:
    """Everything at once. Raises AssignmentError for a key that cannot be read."""
    spec = read_spec(definition, kind)
    found = unknown_metrics(definition, METRICS[kind])
    try:
        cut(spec, load_dataset(data, spec), TRIAL)
    except AssignmentError as error:
        found += of_error(error)
    return found
