"""What can go wrong, by whose fault: the instructor's (AssignmentError) or the student's (RejectedError)."""

from dataclasses import dataclass


class AssignmentError(Exception):
    """The assignment, its data or its job cannot be used. The message names the place."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class MetricInputError(ValueError):
    """A metric was called with arrays it is not defined for."""


@dataclass(frozen=True)
class Rejection:
    """Why a student's file was turned down.

    `row` counts lines of the file from 1, the header being line 1.
    """

    code: str
    message: str
    file: str
    row: int | None
    rule: str


class RejectedError(Exception):
    """A student's file breaks a stated rule.

    It never carries text from the file: hidden phases must stay hidden.
    """

    def __init__(self, rejection: Rejection) -> None:
        super().__init__(rejection.message)
        self.rejection = rejection
