"""Exercises whose answer follows from the arguments: a table of questions is all they need."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from holdout_scorer.exercise.compare import difference
from holdout_scorer.exercise.task import Check, Failure, Task

Json = dict[str, object]
TOLERANCE = 1e-6


@dataclass(frozen=True)
class Question:
    """One function of the student.

    draw: arguments of case `number`, so that every drawing holds the same kinds of edge case. solve:
    the right answer
    to them. look: what to look at when an answer is wrong.
    """

    check: str
    function: str
    draw: Callable[[np.random.Generator, int], Json]
    solve: Callable[..., object]
    look: str
    count: int = 4
    tolerance: float = TOLERANCE


def drawn(questions: Sequence[Question], rng: np.random.Generator) -> list[Task]:
    """All cases of all questions, in the order of the table."""
    return [
        Task(f"{question.function}-{number}", question.check, question.function, question.draw(rng, number))
        for question in questions
        for number in range(question.count)
    ]


def judged(questions: Sequence[Question], task: Task, answer: object | Failure) -> Check:
    """Full share for a right answer, none for another."""
    question = next(q for q in questions if q.function == task.function)
    wrong = difference(answer, question.solve(**task.arguments), question.tolerance)
    if wrong is None:
        return Check(task.check, 1.0, "")
    return Check(task.check, 0.0, f"{task.id}: {wrong}. {question.look}")


def floats(values: object) -> list[float]:
    """A vector as JSON, with at most six decimals: what is drawn is what is sent."""
    return [round(float(value), 6) for value in np.asarray(values, dtype=np.float64)]


def matrix(values: object) -> list[list[float]]:
    """A matrix as JSON. Rounding as `floats`."""
    return [floats(row) for row in np.asarray(values, dtype=np.float64)]
