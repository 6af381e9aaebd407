"""A refusal that the student can act on, as opposed to a fault of the platform."""

from __future__ import annotations


class Rejection(Exception):
    """Something the student handed in breaks a rule.

    `code` is stable, `message` is shown, `file` names the place.
    """

    def __init__(self, code: str, message: str, file: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.file = file

    def as_json(self) -> dict[str, object]:
        return {"code": self.code, "message": self.message, "file": self.file}


def shown(name: str) -> str:
    """A file name fit for a message: printable, and short."""
    printable = name.encode("unicode_escape", "backslashreplace").decode("ascii")
    return printable if len(printable) <= 120 else printable[:117] + "..."
