"""`plan` of this template."""

from holdout_scorer.node import Node
from holdout_scorer.tabular.plan import plan
from holdout_scorer.workspace import Workspace


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    plan(workspace, definition, job, "regression")
