"""What can go wrong, and whose fault it is: the instructor's (AssignmentError) or the student's
(RejectedError).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holdout_scorer.problems import Problem


class AssignmentError(Exception):
    """The assignment, its data or its job cannot be used. The message names the place.

    path: the key of the definition. file, line and column: the place in a data file. further: what else was
    found on the way.
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        path: str = "",
        file: str = "",
        line: int | None = None,
        column: str | None = None,
        suggestion: str = "",
        further: tuple[Problem, ...] = (),
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.path = path
        self.file = file
        self.line = line
        self.column = column
        self.suggestion = suggestion
        self.further = further


class MetricInputError(ValueError):
    """A metric was called with arrays that it is not defined for."""


@dataclass(frozen=True)
class Rejection:
    """Why a student's file was rejected.

    `row` counts lines of the file from 1, the header being line 1.
    """

    code: str
    message: str
    file: str
    row: int | None
    rule: str


class RejectedError(Exception):
    """A student's file violates a documented rule.

    It never carries text from the file: hidden phases must stay hidden.
    """

    def __init__(self, rejection: Rejection) -> None:
        super().__init__(rejection.message)
        self.rejection = rejection
