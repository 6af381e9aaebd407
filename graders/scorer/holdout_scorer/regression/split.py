"""`split` of this template."""

from holdout_scorer.node import Node
from holdout_scorer.tabular.split import split
from holdout_scorer.workspace import Workspace


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    split(workspace, definition, job, "regression")
