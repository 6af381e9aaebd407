"""`validate` of this template."""

from pathlib import Path

from holdout_scorer.node import Node
from holdout_scorer.problems import Problem
from holdout_scorer.tabular import validate


def problems(definition: Node, data: Path) -> list[Problem]:
    return validate.problems(definition, data, "regression")
