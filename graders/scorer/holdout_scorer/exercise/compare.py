"""Is an answer what it should be? Messages name the place and the rule, never a hidden value."""

import math
from collections.abc import Mapping, Sequence

from holdout_scorer.exercise.task import Failure

ABSOLUTE = 1e-9


def difference(answer: object, expected: object, tolerance: float, place: str = "the answer") -> str | None:
    """The first difference in words, None when the answer is right.

    tolerance: relative, on top of an absolute 1e-9. True and 1 are different answers.
    """
    if isinstance(answer, Failure):
        return f"the function raised {answer.error}"
    if isinstance(expected, bool) or expected is None or isinstance(expected, str):
        right = type(answer) is type(expected) and answer == expected
        return None if right else f"{place} is wrong{_kind(answer, expected)}"
    if isinstance(expected, int | float):
        return _number(answer, float(expected), tolerance, place)
    if isinstance(expected, Mapping):
        return _mapping(answer, expected, tolerance, place)
    if isinstance(expected, Sequence):
        return _sequence(answer, expected, tolerance, place)
    raise TypeError(f"{type(expected)} is no JSON value.")


def is_number(value: object) -> bool:
    """A finite number that is not a truth value."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _number(answer: object, expected: float, tolerance: float, place: str) -> str | None:
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return f"{place} must be a number, not {_name(answer)}"
    if not math.isfinite(answer):
        return f"{place} is not finite"
    if abs(answer - expected) <= ABSOLUTE + tolerance * abs(expected):
        return None
    return f"{place} is too {'high' if answer > expected else 'low'}"


def _mapping(answer: object, expected: Mapping[object, object], tolerance: float, place: str) -> str | None:
    if not isinstance(answer, Mapping):
        return f"{place} must be an object, not {_name(answer)}"
    if lacking := [str(key) for key in expected if key not in answer]:
        return f"{place} lacks `{lacking[0]}`"
    if len(answer) != len(expected):
        return f"{place} has {len(answer)} entries, not {len(expected)}"
    for key, value in expected.items():
        if found := difference(answer[key], value, tolerance, f"{place}[{key!r}]"):
            return found
    return None


def _sequence(answer: object, expected: Sequence[object], tolerance: float, place: str) -> str | None:
    if not isinstance(answer, list):
        return f"{place} must be a list, not {_name(answer)}"
    if len(answer) != len(expected):
        return f"{place} has {len(answer)} elements, not {len(expected)}"
    for index, (given, wanted) in enumerate(zip(answer, expected, strict=True)):
        if found := difference(given, wanted, tolerance, f"{place}[{index}]"):
            return found
    return None


def _kind(answer: object, expected: object) -> str:
    return "" if type(answer) is type(expected) else f": it must be {_name(expected)}, not {_name(answer)}"


def _name(value: object) -> str:
    names = {
        "NoneType": "null",
        "bool": "true or false",
        "str": "text",
        "dict": "an object",
        "list": "a list",
    }
    return names.get(type(value).__name__, "a number")
