"""`validate`: problems that an author should fix before anything is published."""

from pathlib import Path

from holdout_scorer.binary_classification.dataset import load_dataset
from holdout_scorer.binary_classification.plants import draw_columns
from holdout_scorer.binary_classification.spec import read_spec
from holdout_scorer.binary_classification.split import Splitter
from holdout_scorer.errors import AssignmentError
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.problems import Problem, of_error, unknown_metrics

METRICS = (
    "auc",
    "averagePrecision",
    "brier",
    "brierSkill",
    "cost",
    "ece",
    "miscalibration",
    "demographicParityGap",
    "equalizedOddsGap",
    "leakF1",
)
# The split is only a trial, so this key protects nothing.
TRIAL = Keyring(bytes(16))


def problems(definition: Node, data: Path) -> list[Problem]:
    """All problems at once. Raises AssignmentError for a key that cannot be read."""
    spec = read_spec(definition)
    found = unknown_metrics(definition, METRICS)
    try:
        loaded = load_dataset(data, spec)
        Splitter(spec, loaded, draw_columns(spec.columns, TRIAL), TRIAL).split()
    except AssignmentError as error:
        found += of_error(error)
    return found
