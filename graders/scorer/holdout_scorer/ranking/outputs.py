"""Strict reading of the student's files: reject first, with the file, the line and the rule."""

import csv
import io
import json
import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from holdout_scorer.errors import RejectedError, Rejection

# float() would also take `1_000`, `nan`, non-ASCII digits and spaces.
NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?", re.ASCII)
INFINITE = frozenset({"inf", "+inf", "-inf", "infinity", "+infinity", "-infinity"})
MOST_EXPLORED, MOST_PENALTY = 3, 0.8
RANK = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)


@dataclass(frozen=True)
class Reject:
    file: str

    def __call__(self, code: str, row: int | None, rule: str) -> RejectedError:
        where = f"{self.file}, line {row}" if row else self.file
        return RejectedError(Rejection(code, f"{where}: {rule}.", self.file, row, rule))


@dataclass(frozen=True)
class ListRule:
    """What a file of lists must obey. `exact`: every list is full; otherwise up to `length` items."""

    length: int
    exact: bool
    max_bytes: int


def read_lists(
    path: Path, name: str, rule: ListRule, seen: Mapping[str, Collection[str]], items: Collection[str]
) -> dict[str, list[str]]:
    """The list of every user in `seen`, by rank. Items must be known, distinct and not in the user's history.

    Raises RejectedError for the first broken rule. No message holds text from the file.
    """
    reject = Reject(name)
    found: dict[str, dict[int, str]] = {}
    for line, cells in _rows(path, ("user", "rank", "item"), rule.max_bytes, reject):
        user, rank, item = cells
        if user not in seen:
            raise reject("EXTRA_IDS", line, "every user is one of histories.csv")
        if not RANK.fullmatch(rank):
            raise reject("NOT_A_NUMBER", line, "a rank is a whole number from 1")
        if int(rank) > rule.length:
            raise reject("LIST_TOO_LONG", line, f"a list has at most {rule.length} items")
        if item not in items:
            raise reject("FOREIGN_ITEMS", line, "every item is one of train.csv or histories.csv")
        if item in seen[user]:
            raise reject("SEEN_ITEMS", line, "no item is one the user already knows")
        places = found.setdefault(user, {})
        if int(rank) in places:
            raise reject("DUPLICATE_RANKS", line, "every rank of a user appears once")
        if item in places.values():
            raise reject("DUPLICATE_ITEMS", line, "every item appears once in a list")
        places[int(rank)] = item
    lacking = len(seen) - len(found)
    if lacking:
        raise reject(
            "MISSING_IDS",
            None,
            f"every user of histories.csv needs a list; {lacking:,} of {len(seen):,} are missing",
        )
    for places in found.values():
        if max(places) != len(places) or (rule.exact and len(places) != rule.length):
            how = f"exactly the ranks 1 to {rule.length}" if rule.exact else "ranks from 1 without a gap"
            raise reject("LIST_TOO_SHORT", None, f"every list has {how}")
    return {user: [places[rank] for rank in sorted(places)] for user, places in found.items()}


def read_values(path: Path, name: str, max_bytes: int, policies: Collection[str]) -> dict[str, float]:
    """The estimated value of every policy. Raises RejectedError for the first broken rule."""
    reject = Reject(name)
    found: dict[str, float] = {}
    for line, (policy, cell) in _rows(path, ("policy", "value"), max_bytes, reject):
        if policy not in policies:
            raise reject("EXTRA_IDS", line, "every policy is one of policies.csv")
        if policy in found:
            raise reject("DUPLICATE_IDS", line, "every policy appears once")
        found[policy] = _number(cell, line, reject)
    _all_there(found, policies, "policies.csv", reject)
    return found


def read_verdicts(
    path: Path, name: str, max_bytes: int, cases: Collection[str], allowed: Collection[str]
) -> dict[str, str]:
    """The verdict on every case. Raises RejectedError for the first broken rule."""
    reject = Reject(name)
    found: dict[str, str] = {}
    for line, (case, verdict) in _rows(path, ("case", "verdict"), max_bytes, reject):
        if case not in cases:
            raise reject("EXTRA_IDS", line, "every case is one of cases.csv")
        if case in found:
            raise reject("DUPLICATE_IDS", line, "every case appears once")
        if verdict not in allowed:
            raise reject("VERDICT_VALUE", line, f"a verdict is one of {', '.join(allowed)}")
        found[case] = verdict
    _all_there(found, cases, "cases.csv", reject)
    return found


@dataclass(frozen=True)
class Design:
    sizes: dict[str, float]
    explore: int
    penalty: float


def read_design(path: Path, name: str, max_bytes: int, questions: Collection[str]) -> Design:
    """`experiment.json`. An absent policy is one that neither explores nor takes the boost back.

    Raises RejectedError for the first broken rule.
    """
    reject = Reject(name)
    try:
        content = json.loads(_text(path, max_bytes, reject))
    except (ValueError, RecursionError) as error:
        raise reject("REPORT_INVALID", None, "the file must be JSON") from error
    if not isinstance(content, dict) or not isinstance(content.get("sample_sizes"), dict):
        raise reject("REPORT_INVALID", None, 'the file is an object with "sample_sizes"')
    sizes = content["sample_sizes"]
    if set(sizes) != set(questions):
        raise reject("MISSING_IDS", None, "sample_sizes answers exactly the questions of questions.json")
    if not all(_positive(value) for value in sizes.values()):
        raise reject("OUT_OF_RANGE", None, "every sample size is a finite number above 0")
    policy = content.get("policy", {})
    explore, penalty = (
        (policy.get("explore", 0), policy.get("penalty", 0)) if isinstance(policy, dict) else (-1, -1)
    )
    if (
        type(explore) is not int
        or not 0 <= explore <= MOST_EXPLORED
        or type(penalty) not in (int, float)
        or not 0 <= penalty <= MOST_PENALTY
    ):
        raise reject(
            "OUT_OF_RANGE", None, "policy has explore, a whole number from 0 to 3, and penalty, from 0 to 0.8"
        )
    return Design({key: float(value) for key, value in sizes.items()}, explore, float(penalty))


def _positive(value: object) -> bool:
    return type(value) in (int, float) and 0 < value < 1e15  # type: ignore[operator]


def _all_there(found: Collection[str], wanted: Collection[str], file: str, reject: Reject) -> None:
    if len(found) < len(wanted):
        lacking = len(wanted) - len(found)
        raise reject(
            "MISSING_IDS",
            None,
            f"every row of {file} needs an answer; {lacking:,} of {len(wanted):,} are missing",
        )


def _number(cell: str, line: int, reject: Reject) -> float:
    if cell.lower() in INFINITE:
        raise reject("NOT_FINITE", line, "a value must be finite")
    if not NUMBER.fullmatch(cell):
        raise reject("NOT_A_NUMBER", line, "a value must be a number")
    value = float(cell)
    if not math.isfinite(value):
        raise reject("NOT_FINITE", line, "a value must be finite")
    return value


def _text(path: Path, max_bytes: int, reject: Reject) -> str:
    if not path.is_file():
        raise reject("MISSING_IDS", None, "the call must write this file")
    if path.stat().st_size > max_bytes:
        raise reject("FILE_TOO_LARGE", None, f"the file may have at most {max_bytes:,} bytes")
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise reject(
            "ENCODING", raw.count(b"\n", 0, error.start) + 1, "the file must be UTF-8 text"
        ) from error
    if "\0" in text:
        raise reject(
            "ENCODING", text.count("\n", 0, text.index("\0")) + 1, "the file must not hold NUL bytes"
        )
    return text


def _rows(
    path: Path, columns: tuple[str, ...], max_bytes: int, reject: Reject
) -> list[tuple[int, list[str]]]:
    rows = csv.reader(io.StringIO(_text(path, max_bytes, reject), newline=""), strict=True)
    found = []
    try:
        if next(rows, None) != list(columns):
            raise reject("COLUMNS", 1, f"the first line must be {','.join(columns)}")
        for cells in rows:
            if len(cells) != len(columns):
                raise reject("COLUMNS", rows.line_num, f"every row has exactly {len(columns)} cells")
            found.append((rows.line_num, cells))
    except csv.Error as error:
        raise reject("COLUMNS", rows.line_num, "the file must be plain CSV") from error
    return found
