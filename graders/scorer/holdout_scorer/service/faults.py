"""Fourteen kinds of faulty batch.

Which column is hit, how often and by how much is drawn from a secret generator.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from holdout_scorer.errors import AssignmentError
from holdout_scorer.service.rows import cell, values
from holdout_scorer.tables import Row, csv_bytes

ROWS = "*rows*"
ID = "id"
# Often one of several sources is wrong: then the shape of a column changes in a part of the rows.
LEAST_SHARE = 0.3


@dataclass(frozen=True)
class Batch:
    """Columns and rows as written, the kind of fault and the column at fault (both None when clean)."""

    columns: list[str]
    rows: list[Row]
    kind: str | None = None
    column: str | None = None

    def to_csv(self) -> bytes:
        return csv_bytes(self.columns, self.rows)


@dataclass(frozen=True)
class Traits:
    """What a healthy column looks like: needed to pick one that a fault really changes."""

    spread: tuple[str, ...]
    counts: tuple[str, ...]
    flags: tuple[str, ...]
    numeric: tuple[str, ...]


def traits_of(rows: Sequence[Row], numeric: Sequence[str]) -> Traits:
    """Raises AssignmentError when the table has too few numeric columns to spoil."""
    spread, counts, flags = [], [], []
    for name in numeric:
        x = values(rows, name)
        x = x[np.isfinite(x)]
        distinct = np.unique(x)
        if distinct.size == 2 and set(distinct) == {0.0, 1.0}:
            if 0.1 < x.mean() < 0.9:
                flags.append(name)
            continue
        if x.size and (x > 0).mean() > 0.7 and distinct.size > 10:
            spread.append(name)
        if (
            x.size
            and (x == np.round(x)).all()
            and (x > 0).mean() > 0.5
            and distinct.size > 5
            and x.min() >= 0
        ):
            counts.append(name)
    if len(spread) < 2 or not counts:
        raise AssignmentError(
            "SPLIT_INVALID", "`batches` needs at least two numeric columns of many values, and one of counts."
        )
    return Traits(tuple(spread), tuple(counts), tuple(flags), tuple(numeric))


class Spoiler:
    """Turns clean batches into faulty ones.

    least: smallest share of the rows that a wrong unit, a stuck value or swapped columns hit.
    """

    def __init__(self, traits: Traits, generator: np.random.Generator, least: float = 1.0) -> None:
        self.traits = traits
        self.draw = generator
        self.least = least

    def kinds(self) -> dict[str, Callable[[Batch], Batch]]:
        return {
            "missing-column": self.missing_column,
            "renamed-column": self.renamed_column,
            "text-in-number": self.text_in_number,
            "changed-unit": self.changed_unit,
            "negative-count": self.negative_count,
            "many-nulls": self.many_nulls,
            "repeated-rows": self.repeated_rows,
            "flag-domain": self.flag_domain,
            "stuck-value": self.stuck_value,
            "truncated": self.truncated,
            "swapped-columns": self.swapped_columns,
            "infinite": self.infinite,
            "fractional-count": self.fractional_count,
            "emptied-column": self.emptied_column,
        }

    def missing_column(self, batch: Batch) -> Batch:
        name = self._one(self.traits.numeric)
        return Batch([c for c in batch.columns if c != name], batch.rows, "missing-column", name)

    def renamed_column(self, batch: Batch) -> Batch:
        name = self._one(self.traits.numeric)
        new = f"{name}_{self._one(('v2', 'new', 'x'))}"
        columns = [new if c == name else c for c in batch.columns]
        return Batch(columns, [row | {new: row[name]} for row in batch.rows], "renamed-column", name)

    def text_in_number(self, batch: Batch) -> Batch:
        word = self._one(("unknown", "n/a?", "-", "see note"))
        return self._cells(batch, "text-in-number", self._one(self.traits.numeric), 6, lambda _: word)

    def changed_unit(self, batch: Batch) -> Batch:
        factor = float(self._one(("1024", "1000", "0.01", "60")))
        name = self._one(self.traits.spread)
        return self._cells(batch, "changed-unit", name, self._some(batch), lambda x: cell(x * factor))

    def negative_count(self, batch: Batch) -> Batch:
        name = self._one(self.traits.counts)
        return self._cells(batch, "negative-count", name, 4, lambda x: cell(-x - 1))

    def many_nulls(self, batch: Batch) -> Batch:
        share = int(len(batch.rows) * self.draw.uniform(0.08, 0.3))
        return self._cells(batch, "many-nulls", self._one(self.traits.numeric), share, lambda _: "")

    def repeated_rows(self, batch: Batch) -> Batch:
        half = len(batch.rows) - int(len(batch.rows) * self.draw.uniform(0.05, 0.3))
        rows = batch.rows[:half] + batch.rows[: len(batch.rows) - half]
        return Batch(batch.columns, rows, "repeated-rows", ID)

    def flag_domain(self, batch: Batch) -> Batch:
        if not self.traits.flags:
            return self.negative_count(batch)
        return self._cells(batch, "flag-domain", self._one(self.traits.flags), 3, lambda x: cell(x + 2))

    def stuck_value(self, batch: Batch) -> Batch:
        name = self._one(self.traits.spread)
        middle = cell(float(np.nanmedian(values(batch.rows, name))))
        return self._cells(batch, "stuck-value", name, self._some(batch), lambda _: middle)

    def truncated(self, batch: Batch) -> Batch:
        return Batch(batch.columns, batch.rows[: int(self.draw.integers(2, 9))], "truncated", ROWS)

    def swapped_columns(self, batch: Batch) -> Batch:
        ordered = sorted(self.traits.spread, key=lambda name: float(np.nanmedian(values(batch.rows, name))))
        low, high = self._one(ordered[: len(ordered) // 2]), self._one(ordered[len(ordered) // 2 :])
        hit = self._places(len(batch.rows), self._some(batch))
        rows = [
            row | {low: row[high], high: row[low]} if place in hit else row
            for place, row in enumerate(batch.rows)
        ]
        return Batch(batch.columns, rows, "swapped-columns", f"{low}|{high}")

    def infinite(self, batch: Batch) -> Batch:
        return self._cells(batch, "infinite", self._one(self.traits.numeric), 1, lambda _: "inf")

    def fractional_count(self, batch: Batch) -> Batch:
        name = self._one(self.traits.counts)
        return self._cells(batch, "fractional-count", name, None, lambda x: cell(x * 1.5 + 0.25))

    def emptied_column(self, batch: Batch) -> Batch:
        return self._cells(batch, "emptied-column", self._one(self.traits.numeric), None, lambda _: "")

    def _one(self, choices: Sequence[str]) -> str:
        return choices[int(self.draw.integers(len(choices)))]

    def _some(self, batch: Batch) -> int | None:
        """How many rows are hit, None for all."""
        if self.least == 1.0:
            return None
        return round(len(batch.rows) * float(self.draw.uniform(self.least, 1.0)))

    def _places(self, size: int, count: int | None) -> set[int]:
        if count is None:
            return set(range(size))
        return {int(place) for place in self.draw.choice(size, min(count, size), replace=False)}

    def _cells(
        self, batch: Batch, kind: str, name: str, count: int | None, change: Callable[[float], str]
    ) -> Batch:
        """Changes `count` cells of a column (all when None)."""
        hit = self._places(len(batch.rows), count)
        rows = [
            row | {name: change(float(row[name] or 0))} if place in hit else row
            for place, row in enumerate(batch.rows)
        ]
        return Batch(batch.columns, rows, kind, name)


def draw_batches(
    rows: Sequence[Row],
    columns: Sequence[str],
    traits: Traits,
    faulty: int,
    size: int,
    generator: np.random.Generator,
) -> list[Batch]:
    """As many clean as faulty batches, kinds in turn, in random order."""
    kinds = list(Spoiler(traits, generator, LEAST_SHARE).kinds().values())
    made = []
    for number in range(2 * faulty):
        chosen = [rows[place] for place in generator.choice(len(rows), size, replace=False)]
        batch = Batch(list(columns), chosen)
        made.append(kinds[number % len(kinds)](batch) if number < faulty else batch)
    return [made[place] for place in generator.permutation(len(made))]
