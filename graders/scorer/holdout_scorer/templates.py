"""Templates by name. A template turns one kind of task into the commands split, plan and score."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from holdout_scorer.node import Node
from holdout_scorer.problems import Problem, all_problems
from holdout_scorer.workspace import Workspace

COMMANDS = ("split", "plan", "rows", "own", "score", "validate", "profile")

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


class Validator(Protocol):
    def problems(self, definition: Node, data: Path) -> list[Problem]:
        """All problems at once. Raises AssignmentError for a key of the definition that cannot be read."""


class Profiler(Protocol):
    def profile(self, workspace: Workspace, definition: Node) -> None: ...


@dataclass(frozen=True)
class Template:
    """A package with modules `split`, `plan` and `score`, each with a function `run`, and `validate`.

    `rows` too, where an assignment may have a scorer of its own.
    """

    package: str

    def run(self, command: str, workspace: Workspace, definition: Node, job: Node) -> None:
        module = import_module(f"{self.package}.{command}")
        cast(Command, module.run)(workspace, definition, job)

    def problems(self, definition: Node, defaults: Node | None, workspace: Workspace) -> list[Problem]:
        """What the author should mend. `defaults`: what the template says where the author says nothing."""
        module = cast(Validator, import_module(f"{self.package}.validate"))
        data = workspace.input("data")
        return all_problems(lambda tried: module.problems(tried, data), definition, defaults)


def template_for(definition: Node) -> Template:
    """Raises AssignmentError when the assignment names no known template."""
    return Template(MODULES[definition["template"].one_of(*MODULES)])


def own(workspace: Workspace, definition: Node, job: Node) -> None:
    """The assignment's own scorer, on rows that the template handed over."""
    cast(Command, import_module("holdout_scorer.own_scorer.run").run)(workspace, definition, job)


def profile(workspace: Workspace, definition: Node) -> None:
    """What a table holds; no template knows it yet."""
    cast(Profiler, import_module("holdout_scorer.profile")).profile(workspace, definition)
