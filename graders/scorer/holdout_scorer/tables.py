"""Tables of text cells. Cells stay as written, so splitting a dataset never reformats a number."""

import csv
import gzip
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from holdout_scorer.errors import AssignmentError

Row = dict[str, str]
MISSING = frozenset({"", "NA", "NaN", "nan", "null"})


@dataclass(frozen=True)
class Table:
    """Rows keyed by column name, all with the same columns."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, name: str) -> list[str]:
        return [row[name] for row in self.rows]

    def by(self, name: str) -> dict[str, Row]:
        return {row[name]: row for row in self.rows}

    def to_csv(self, columns: Sequence[str] | None = None) -> bytes:
        return csv_bytes(columns or self.columns, self.rows)


def csv_bytes(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """UTF-8 CSV with `\\n` line ends and only the named columns."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[name] for name in columns] for row in rows)
    return text.getvalue().encode()


def read_table(path: Path) -> Table:
    """Reads a trusted CSV (plain or .gz). Missing cells become empty text.

    Raises AssignmentError when the file is absent, empty or ragged.
    """
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError, EOFError) as error:
        raise AssignmentError("DATA_UNREADABLE", f"{path.name} cannot be read as UTF-8 CSV.") from error
    lines = csv.reader(io.StringIO(text))
    header = next(lines, None)
    if not header or len(set(header)) != len(header):
        raise AssignmentError("DATA_INVALID", f"{path.name} needs a header of distinct column names.")
    rows = []
    for number, cells in enumerate(lines, start=2):
        if len(cells) != len(header):
            raise AssignmentError(
                "DATA_INVALID", f"{path.name} line {number} has {len(cells)} cells, not {len(header)}."
            )
        rows.append({name: "" if cell in MISSING else cell for name, cell in zip(header, cells, strict=True)})
    return Table(tuple(header), tuple(rows))
