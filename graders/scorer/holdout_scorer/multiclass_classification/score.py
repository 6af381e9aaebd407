"""`score` of this template."""

from holdout_scorer.node import Node
from holdout_scorer.tabular.score import score
from holdout_scorer.workspace import Workspace


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    score(workspace, definition, job, "multiclass")
