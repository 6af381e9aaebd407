"""Tables of text cells. Cells stay as written, so splitting a dataset never reformats a number."""

import csv
import gzip
import io
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from holdout_scorer.errors import AssignmentError
from holdout_scorer.problems import MOST_OF_A_KIND, Problem

T = TypeVar("T")
Row = dict[str, str]
Cells = tuple[str, ...]
if TYPE_CHECKING:
    from _csv import Reader as _Reader

MISSING = frozenset({"", "NA", "NaN", "nan", "null"})
# What `split` and `validate` can hold in their memory: a million rows of a dozen columns, or a thousand
# columns of twelve thousand rows.
MOST_BYTES, MOST_CELLS = 512 * 1024 * 1024, 12_000_000
# Cells that repeat (categories, small numbers) are kept once.
MOST_REMEMBERED = 200_000


class Rows(Sequence[Row]):
    """Rows kept as tuples and handed out as mappings: a million of them would not fit as mappings."""

    __slots__ = ("cells", "columns")

    def __init__(self, columns: Sequence[str], cells: Sequence[Cells]) -> None:
        self.columns = tuple(columns)
        self.cells = cells

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> "Rows": ...
    def __getitem__(self, place: int | slice) -> "Row | Rows":
        if isinstance(place, slice):
            return Rows(self.columns, self.cells[place])
        return dict(zip(self.columns, self.cells[place], strict=True))

    def __len__(self) -> int:
        return len(self.cells)

    def __iter__(self) -> Iterator[Row]:
        return (dict(zip(self.columns, cells, strict=True)) for cells in self.cells)

    def column(self, name: str) -> list[str]:
        place = self.columns.index(name)
        return [cells[place] for cells in self.cells]


class MadeRows(Sequence[Row], Generic[T]):
    """Rows made one by one when asked for, each from its item."""

    __slots__ = ("items", "make")

    def __init__(self, items: Sequence[T], make: Callable[[T], Row]) -> None:
        self.items = items
        self.make = make

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> "MadeRows[T]": ...
    def __getitem__(self, place: int | slice) -> "Row | MadeRows[T]":
        if isinstance(place, slice):
            return MadeRows(self.items[place], self.make)
        return self.make(self.items[place])

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True)
class Table:
    """Rows keyed by column name, all with the same columns."""

    columns: tuple[str, ...]
    rows: Sequence[Row]

    def column(self, name: str) -> list[str]:
        return self.rows.column(name) if isinstance(self.rows, Rows) else [row[name] for row in self.rows]

    def by(self, name: str) -> dict[str, Row]:
        return {row[name]: row for row in self.rows}

    def to_csv(self, columns: Sequence[str] | None = None) -> bytes:
        return csv_bytes(columns or self.columns, self.rows)


def table_cells(table: Table) -> Sequence[Cells]:
    rows = table.rows
    return rows.cells if isinstance(rows, Rows) else [tuple(row.values()) for row in rows]


def csv_bytes(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """UTF-8 CSV with `\\n` line ends and only the named columns."""
    return cells_bytes(columns, ([row[name] for name in columns] for row in rows))


def cells_bytes(columns: Sequence[str], cells: Iterable[Sequence[str]]) -> bytes:
    """The same from cells that stand in the order of the columns."""
    raw = io.BytesIO()
    text = io.TextIOWrapper(raw, "utf-8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(cells)
    text.flush()
    return raw.getvalue()


def read_table(path: Path) -> Table:
    """Reads a trusted CSV (plain or .gz). Missing cells become empty text.

    Raises AssignmentError when the file is absent, empty, ragged or too large: with every ragged line.
    """
    header, lines = _open(path)
    seen: dict[str, str] = {}
    rows: list[Cells] = []
    ragged: list[Problem] = []
    width = len(header)
    for number, cells in lines:
        if len(cells) == width:
            rows.append(tuple(_remembered(seen, cell) for cell in cells))
            if len(rows) * width > MOST_CELLS:
                raise _invalid(
                    path,
                    f"{path.name} has more than {MOST_CELLS:,} cells.",
                    suggestion=f"Drop columns, or keep {MOST_CELLS // width:,} rows.",
                )
        elif cells and len(ragged) < MOST_OF_A_KIND:
            count = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
            message = f"{path.name} line {number} has {count}, not {width}."
            ragged.append(Problem("dataset.file", f"data/{path.name}", number, message, _RAGGED))
    if ragged:
        first = ragged[0]
        raise _invalid(
            path, first.message, line=first.line, suggestion=first.suggestion, further=tuple(ragged[1:])
        )
    return Table(tuple(header), Rows(header, rows))


def read_head(path: Path, rows: int, cells: int) -> tuple[list[str], list[list[str]]]:
    """The header and as many first rows of a CSV of ours as both limits allow, without reading the rest."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, strict=True)
        header = next(lines)
        head = islice(lines, min(rows, max(1, cells // len(header))))
        return header, [["" if cell in MISSING else cell for cell in line] for line in head]


def read_column(path: Path, name: str) -> list[str]:
    """One column of a table that may not fit in memory whole. Raises AssignmentError as `read_table` does."""
    header, lines = _open(path)
    if name not in header:
        raise _invalid(path, f"{path.name} has no column `{name}`.")
    place = header.index(name)
    seen: dict[str, str] = {}
    return [_remembered(seen, cells[place]) for _, cells in lines]


_RAGGED = "Quote cells that hold commas, quotes or line breaks, and write empty cells as nothing."


def _remembered(seen: dict[str, str], cell: str) -> str:
    if cell in MISSING:
        return ""
    known = seen.get(cell)
    if known is not None:
        return known
    if len(seen) < MOST_REMEMBERED:
        seen[cell] = cell
    return cell


def _open(path: Path) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """The header, and the other rows with the line each begins on."""
    try:
        raw = path.read_bytes()
        if path.suffix == ".gz":
            with gzip.GzipFile(fileobj=io.BytesIO(raw)) as packed:
                raw = packed.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise _invalid(
                path,
                f"{path.name} has more than {MOST_BYTES // 2**20} MiB unpacked.",
                suggestion="Drop columns or rows.",
            )
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _invalid(
            path,
            f"{path.name} is not UTF-8 in line {line}.",
            "DATA_UNREADABLE",
            line=line,
            suggestion="Save the file as UTF-8, for example with iconv -f latin1 -t utf-8.",
        ) from error
    except (OSError, EOFError, zlib.error) as error:
        raise _invalid(
            path,
            f"{path.name} cannot be read as {'gzip' if path.suffix == '.gz' else 'CSV'}.",
            "DATA_UNREADABLE",
            suggestion="Check that the file is there, whole, and named .csv or .csv.gz for what it is.",
        ) from error
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(lines, None)
    except csv.Error as error:
        raise _invalid(path, f"{path.name} line 1 is not CSV ({error}).", line=1) from error
    if not header or len(set(header)) != len(header) or "" in header:
        names = [name for place, name in enumerate(header or []) if name in (header or [])[:place]]
        repeated = f" `{names[0]}` stands there twice." if names and names[0] else ""
        raise _invalid(
            path,
            f"{path.name} needs a header of distinct column names.{repeated}",
            line=1,
            suggestion="Give every column a name of its own in the first line.",
        )
    return header, _numbered(path, lines)


def _numbered(path: Path, lines: "_Reader") -> Iterator[tuple[int, list[str]]]:
    while True:
        start = lines.line_num + 1
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            raise _invalid(
                path, f"{path.name} line {start} is not CSV ({error}).", line=start, suggestion=_RAGGED
            ) from error
        yield start, cells


def _invalid(
    path: Path,
    message: str,
    code: str = "DATA_INVALID",
    *,
    line: int | None = None,
    suggestion: str = "",
    further: tuple[Problem, ...] = (),
) -> AssignmentError:
    return AssignmentError(
        code,
        message,
        path="dataset.file",
        file=f"data/{path.name}",
        line=line,
        suggestion=suggestion,
        further=further,
    )
