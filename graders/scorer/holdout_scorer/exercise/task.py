"""What an exercise asks, and what it says of an answer."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from holdout_scorer.errors import AssignmentError


@dataclass(frozen=True)
class Task:
    """One call of a student's function. `facts` stay with the scorer; everything else is sent."""

    id: str
    check: str
    function: str
    arguments: dict[str, object]
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Failure:
    """The student's function raised, or answered nothing."""

    error: str


@dataclass(frozen=True)
class CheckInfo:
    """A criterion: what it is about and what it weighs."""

    key: str
    title: str
    weight: float
    skill: str
    step: str


@dataclass(frozen=True)
class Check:
    """share: 0..1 of the task's points. message: what was wrong and what to look at; empty when all is
    right.
    """

    key: str
    share: float
    message: str


def sent(tasks: Sequence[Task]) -> bytes:
    """tasks.json as the student's command reads it: without facts, and without what a task is graded for."""
    return _json([{"id": t.id, "function": t.function, "arguments": t.arguments} for t in tasks])


def stored(tasks: Sequence[Task]) -> bytes:
    """Everything about the tasks, for the scorer."""
    return _json([asdict(task) for task in tasks])


def read_tasks(path: Path) -> list[Task]:
    """What `stored` wrote. Raises AssignmentError when it is not there."""
    try:
        return [Task(**entry) for entry in json.loads(path.read_text("utf-8"))["tasks"]]
    except (OSError, ValueError) as error:
        raise AssignmentError("INPUT_UNREADABLE", f"{path.name} is missing or is not JSON.") from error


def _json(tasks: list[dict[str, object]]) -> bytes:
    return json.dumps({"tasks": tasks}, allow_nan=False).encode()
