"""The parts of an assignment that only this template reads, and the set that it names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Protocol, cast

import numpy as np

from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task
from holdout_scorer.node import Node
from holdout_scorer.rubric import Rubric, read_rubric

SAMPLE = "SAMPLE"
HIDDEN_FILES = {"PUBLIC_TEST": "public_test.json", "PRIVATE_TEST": "private_test.json"}
SETS = "holdout_scorer.exercise.sets"


class TaskSet(Protocol):
    """A module whose exercise is answered by functions."""

    CHECKS: tuple[CheckInfo, ...]

    def tasks(self, rng: np.random.Generator, data: Path, split: str) -> list[Task]: ...
    def grade(self, task: Task, answer: object | Failure, data: Path) -> Check: ...


class FileSet(Protocol):
    """A module whose exercise is answered by files. `platform`: what the platform measured for the
    student.
    """

    CHECKS: tuple[CheckInfo, ...]

    def grade_files(self, files: Mapping[str, bytes | None], data: Path, platform: Node) -> list[Check]: ...


@dataclass(frozen=True)
class FileSpec:
    """A file that `solve` writes. `name` is its placeholder."""

    name: str
    path: str
    max_bytes: int


@dataclass(frozen=True)
class ExerciseSpec:
    slug: str
    version: int
    module: ModuleType
    files: tuple[FileSpec, ...]
    answer_bytes: int
    rubric: Rubric

    @property
    def task_set(self) -> TaskSet:
        return cast(TaskSet, self.module)

    @property
    def file_set(self) -> FileSet:
        return cast(FileSet, self.module)

    @property
    def checks(self) -> tuple[CheckInfo, ...]:
        return cast(TaskSet, self.module).CHECKS


def read_spec(definition: Node) -> ExerciseSpec:
    """Raises AssignmentError naming the path of what is wrong."""
    exercise = definition["exercise"]
    name = exercise["set"].text()
    module = f"{SETS}.{name}"
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or find_spec(module) is None:
        raise exercise["set"].wrong(f"names no exercise that the scorer knows: `{name}`")
    files = exercise.get("files")
    return ExerciseSpec(
        slug=definition["slug"].text(),
        version=definition["version"].integer(at_least=1),
        module=import_module(module),
        files=tuple(
            FileSpec(n["name"].text(), n["path"].text(), n["maxBytes"].integer(at_least=1))
            for n in (files.each() if files else ())
        ),
        answer_bytes=exercise["answerBytes"].integer(at_least=1024),
        rubric=read_rubric(definition),
    )
