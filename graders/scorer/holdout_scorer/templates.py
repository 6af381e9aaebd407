"""Templates by name. A template turns one kind of task into the commands split, plan and score."""

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from holdout_scorer.node import Node
from holdout_scorer.workspace import Workspace

COMMANDS = ("split", "plan", "score")

# Modules are imported on use: `score` must not pay for what only `split` needs.
MODULES = {
    "binary-classification": "holdout_scorer.binary_classification",
    "forecasting": "holdout_scorer.forecasting",
    "ranking": "holdout_scorer.ranking",
    "service": "holdout_scorer.service",
}


class Command(Protocol):
    def __call__(self, workspace: Workspace, definition: Node, job: Node) -> None: ...


@dataclass(frozen=True)
class Template:
    """A package with modules `split`, `plan` and `score`, each with a function `run`."""

    package: str

    def run(self, command: str, workspace: Workspace, definition: Node, job: Node) -> None:
        module = import_module(f"{self.package}.{command}")
        cast(Command, module.run)(workspace, definition, job)


def template_for(definition: Node) -> Template:
    """Raises AssignmentError when the assignment names no known template."""
    return Template(MODULES[definition["template"].one_of(*MODULES)])
