"""Templates by name. A template turns one kind of task into the commands split, plan and score."""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol, cast

from holdout_scorer.node import Node
from holdout_scorer.workspace import Workspace

COMMANDS = ("split", "plan", "score", "validate")

# Modules are imported on use: `score` must not pay for what only `split` needs.
MODULES = {
    "binary-classification": "holdout_scorer.binary_classification",
    "exercise": "holdout_scorer.exercise",
    "forecasting": "holdout_scorer.forecasting",
    "image-classification": "holdout_scorer.image_classification",
    "multiclass-classification": "holdout_scorer.multiclass_classification",
    "ranking": "holdout_scorer.ranking",
    "regression": "holdout_scorer.regression",
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

    def problems(self, definition: Node, workspace: Workspace) -> list[dict[str, object]]:
        """What the author should mend. Empty where the template has no `validate` to look with."""
        if find_spec(f"{self.package}.validate") is None:
            return []
        module = import_module(f"{self.package}.validate")
        found: list[dict[str, object]] = module.problems(definition, workspace.input("data"))
        return found


def template_for(definition: Node) -> Template:
    """Raises AssignmentError when the assignment names no known template."""
    return Template(MODULES[definition["template"].one_of(*MODULES)])
