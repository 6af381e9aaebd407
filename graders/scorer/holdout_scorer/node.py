"""Typed reading of JSON with errors that name the path, so that an instructor knows which line to fix."""

from collections.abc import Iterator
from dataclasses import dataclass

from holdout_scorer.errors import AssignmentError

# Name of the author's definition in this process; its author knows it as assignment.yaml.
DEFINITION = "assignment.json"


@dataclass(frozen=True)
class Node:
    """A JSON value and its position in the document."""

    value: object
    path: str

    def __getitem__(self, key: str) -> "Node":
        found = self.get(key)
        if found is None:
            raise self.wrong(f"needs the key `{key}`")
        return found

    def get(self, key: str) -> "Node | None":
        """The value under `key`, or None when absent or null."""
        if not isinstance(self.value, dict):
            raise self.wrong("must be a mapping")
        child = self.value.get(key)
        return None if child is None else Node(child, f"{self.path}.{key}")

    def each(self) -> Iterator["Node"]:
        if not isinstance(self.value, list):
            raise self.wrong("must be a list")
        for position, child in enumerate(self.value):
            yield Node(child, f"{self.path}[{position}]")

    def entries(self) -> Iterator[tuple[str, "Node"]]:
        if not isinstance(self.value, dict):
            raise self.wrong("must be a mapping")
        for key, child in self.value.items():
            yield str(key), Node(child, f"{self.path}.{key}")

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value:
            raise self.wrong("must be a non-empty text")
        return self.value

    def word(self) -> str:
        """A text, or a number or boolean as a cell of a table would show it."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            return self.text()
        return f"{self.value:g}"

    def texts(self) -> tuple[str, ...]:
        return tuple(child.text() for child in self.each())

    def number(self) -> float:
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise self.wrong("must be a number")
        return float(self.value)

    def integer(self, at_least: int = 0) -> int:
        if isinstance(self.value, bool) or not isinstance(self.value, int) or self.value < at_least:
            raise self.wrong(f"must be a whole number of at least {at_least}")
        return self.value

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            raise self.wrong("must be true or false")
        return self.value

    def one_of(self, *allowed: str) -> str:
        value = self.text()
        if value not in allowed:
            raise self.wrong(f"must be one of {', '.join(allowed)}")
        return value

    def wrong(self, rule: str) -> AssignmentError:
        key = self.path.removeprefix(DEFINITION).removeprefix(".")
        return AssignmentError("ASSIGNMENT_INVALID", f"{self.path} {rule}.", path=key)
