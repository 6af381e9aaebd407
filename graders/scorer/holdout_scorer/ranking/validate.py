"""`validate`: every mistake of an author's definition and data, each with its place and what to do."""

import csv
import gzip
import io
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from holdout_scorer.errors import AssignmentError
from holdout_scorer.node import Node
from holdout_scorer.ranking.spec import read_spec

FEW_USERS = 400


@dataclass(frozen=True)
class Problem:
    """`path`: the key of the definition at fault, or `dataset` for the data. `line`: of `file`, from 1."""

    path: str
    file: str
    line: int | None
    message: str
    suggestion: str


def problems(definition: Node, data: Path) -> list[Problem]:
    """All problems at once; an empty list means that `split` will work."""
    try:
        spec = read_spec(definition)
    except AssignmentError as error:
        path = error.message.split(" ", 1)[0].removeprefix("assignment.json.")
        return [Problem(path, "assignment.yaml", None, error.message, "Correct this key.")]
    name = PurePosixPath(spec.data_file).name
    file = f"data/{name}"
    try:
        raw = (data / name).read_bytes()
        text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError):
        return [
            Problem(
                "dataset.file",
                file,
                None,
                "The file cannot be read as UTF-8 CSV.",
                "Check name and encoding.",
            )
        ]
    rows = csv.reader(io.StringIO(text))
    header = next(rows, [])
    columns = spec.columns
    wanted = {"user": columns.user, "item": columns.item, "rating": columns.rating, "time": columns.time}
    found = [
        Problem(
            f"dataset.{key}", file, 1, f"There is no column `{column}`.", f"Columns are {', '.join(header)}."
        )
        for key, column in [*wanted.items(), *(("side", side) for side in columns.side)]
        if column and column not in header
    ]
    if found:
        return found
    users: Counter[str] = Counter()
    pairs: set[tuple[str, str]] = set()
    place = {key: header.index(column) for key, column in wanted.items() if column}
    for cells in rows:
        found += _row(cells, header, place, file, rows.line_num)
        if len(cells) == len(header):
            pair = cells[place["user"]], cells[place["item"]]
            if pair not in pairs:
                pairs.add(pair)
                users[pair[0]] += 1
    eligible = sum(count >= spec.min_items for count in users.values())
    if eligible < FEW_USERS:
        found.append(
            Problem(
                "split.minItems",
                "assignment.yaml",
                None,
                f"{eligible} users have at least {spec.min_items} items; {FEW_USERS} are needed for a fair "
                "split.",
                "Lower split.minItems, or bring data of more users.",
            )
        )
    return found


def _row(cells: list[str], header: list[str], place: dict[str, int], file: str, line: int) -> list[Problem]:
    if len(cells) != len(header):
        message = f"The row has {len(cells)} cells, not {len(header)}."
        return [Problem("dataset", file, line, message, "Quote cells that hold commas.")]
    found = []
    for key in ("user", "item"):
        if not cells[place[key]]:
            found.append(
                Problem(f"dataset.{key}", file, line, f"The {key} is empty.", "Fill it, or drop the row.")
            )
    if "rating" in place:
        try:
            float(cells[place["rating"]])
        except ValueError:
            found.append(
                Problem(
                    "dataset.rating", file, line, "The rating is not a number.", "Map words to numbers first."
                )
            )
    return found
