"""`rows` of this template."""

from holdout_scorer.node import Node
from holdout_scorer.tabular.handed import hand
from holdout_scorer.workspace import Workspace


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    hand(workspace, definition, job, "regression")
