"""Problems that an author should fix, found by `validate` all at once."""

import copy
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from holdout_scorer.errors import AssignmentError
from holdout_scorer.node import Node

DEFINITION = "assignment.yaml"
MEND = "Mend what the message names."
# An author reads the first ones and fixes their cause, and most of the others are gone.
MOST_OF_A_KIND = 20
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")


@dataclass(frozen=True)
class Problem:
    """`path`: the key of the definition at fault. `line`: of `file`, from 1. `column`: of a table."""

    path: str
    file: str
    line: int | None
    message: str
    suggestion: str = MEND
    column: str | None = None


def of_error(error: AssignmentError, path: str = "dataset", file: str = DEFINITION) -> list[Problem]:
    """The problems of an error; `path` and `file` are used for errors that name none."""
    return [
        Problem(
            error.path or path,
            error.file or file,
            error.line,
            error.message.removeprefix("assignment.json."),
            error.suggestion or MEND,
            error.column,
        ),
        *error.further,
    ]


def nearest(name: str, known: Iterable[str]) -> str:
    """A suggestion for a name that does not exist."""
    names = list(known)
    by_lower = {each.lower(): each for each in names}
    near = get_close_matches(name.lower(), by_lower, n=1)
    if near:
        return f"Did you mean `{by_lower[near[0]]}`?"
    shown = ", ".join(names[:MOST_OF_A_KIND])
    more = f" and {len(names) - MOST_OF_A_KIND} more" if len(names) > MOST_OF_A_KIND else ""
    return f"Use one of {shown}{more}."


def unknown_metrics(definition: Node, known: Iterable[str]) -> list[Problem]:
    names = tuple(known)
    nodes = list(enumerate(definition["metrics"].each()))
    own = [(place, node["name"].text()) for place, node in nodes if _is_own(node)]
    taken = [
        Problem(
            f"metrics[{place}].name",
            DEFINITION,
            None,
            f"`{name}` is the template's own metric.",
            "Give the one that your scorer measures another name.",
        )
        for place, name in own
        if name in names
    ]
    return taken + [
        Problem(
            f"metrics[{place}].name",
            DEFINITION,
            None,
            f"This template has no metric `{name}`.",
            nearest(name, names),
        )
        for place, name in ((place, node["name"].text()) for place, node in nodes if not _is_own(node))
        if name not in names
    ]


def _is_own(metric: Node) -> bool:
    own = metric.get("own")
    return own is not None and own.flag()


def absent_columns(asked: Mapping[str, str | None], columns: Iterable[str]) -> list[Problem]:
    """asked: the column that each key of the definition names."""
    known = tuple(columns)
    return [
        Problem(path, DEFINITION, None, f"The dataset has no column `{name}`.", nearest(name, known))
        for path, name in asked.items()
        if name and name not in known
    ]


def all_problems(
    find: Callable[[Node], list[Problem]], definition: Node, defaults: Node | None
) -> list[Problem]:
    """Problems of a definition and its data.

    A key that cannot be read is reported, and the template's value put in its place, so that one mistake does
    not hide the others.
    """
    found: list[Problem] = []
    while True:
        try:
            return found + find(definition)
        except AssignmentError as error:
            found += of_error(error, "")
            mended = _mended(definition, error.path, defaults)
            if mended is None or len(found) >= MOST_OF_A_KIND:
                return found
            definition = mended


def _mended(definition: Node, path: str, defaults: Node | None) -> Node | None:
    """The definition with the default at `path`; None where that changes nothing."""
    value = _at(defaults.value, path) if defaults and path else None
    if value is None or _at(definition.value, path) == value:
        return None
    whole = copy.deepcopy(definition.value)
    *way, last = _steps(path)
    place = whole
    for step in way:
        if not isinstance(place, dict) or not isinstance(step, str):
            return None
        if not isinstance(place.get(step), dict):
            place[step] = {}
        place = place[step]
    if not isinstance(place, dict):
        return None
    place[last] = value
    return Node(whole, definition.path)


def _at(value: object, path: str) -> object:
    for step in _steps(path):
        if isinstance(step, str) and isinstance(value, dict):
            value = value.get(step)
        elif isinstance(step, int) and isinstance(value, list) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _steps(path: str) -> list[str | int]:
    return [key or int(place) for key, place in _STEP.findall(f".{path}")]
