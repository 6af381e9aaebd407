"""Reading documents that students wrote, and collecting what is wrong with them."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from holdout_scorer.exercise.compare import is_number

Facts = Mapping[str, object]
MOST_TOLD = 4


@dataclass
class Findings:
    """How many of the things looked at were right, and in words which were not."""

    looked_at: int = 0
    wrong: list[str] = field(default_factory=list)

    def expect(self, holds: bool, message: str) -> bool:
        """Counts one thing that should hold. Answers whether it does."""
        self.looked_at += 1
        if not holds:
            self.wrong.append(message)
        return holds

    @property
    def share(self) -> float:
        """Of the things that hold; 0 where nothing could be looked at."""
        return 1.0 - len(self.wrong) / self.looked_at if self.looked_at else 0.0

    def message(self, file: str) -> str:
        """The first few faults, and how many more there are."""
        if not self.wrong:
            return ""
        more = len(self.wrong) - MOST_TOLD
        told = " ".join(f"{n}. {text}" for n, text in enumerate(self.wrong[:MOST_TOLD], start=1))
        return f"{file}: {told}" + (f" And {more} more." if more > 0 else "")


def read_object(content: bytes | None) -> Facts | str:
    """A JSON object, or why there is none."""
    if content is None:
        return "The file is missing. The solve command must write it."
    try:
        value = json.loads(content.decode("utf-8"), parse_constant=_refuse)
    except (UnicodeDecodeError, ValueError, RecursionError):
        return "The file must be JSON in UTF-8, without NaN or Infinity."
    return value if isinstance(value, dict) else "The file must hold one JSON object."


def text_of(facts: Facts, key: str) -> str:
    """The text under `key`, empty where there is none."""
    value = facts.get(key)
    return value.strip() if isinstance(value, str) else ""


def number_of(facts: Facts, key: str) -> float | None:
    """The finite number under `key`, None where there is none."""
    value = facts.get(key)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if is_number(found) else None


def objects_of(facts: Facts, key: str) -> list[Facts]:
    """The objects of the list under `key`; what is no object is left out."""
    value = facts.get(key)
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def words(text: str) -> int:
    return len(text.split())


def says(text: str, least: int) -> bool:
    """Whether a text has `least` words that are not one word again and again."""
    used = text.lower().split()
    return len(used) >= least and len(set(used)) >= max(1, (2 * least) // 3)


def close(given: float | None, wanted: float, absolute: float, relative: float = 0.0) -> bool:
    return given is not None and math.isclose(given, wanted, rel_tol=relative, abs_tol=absolute)


def known(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)
