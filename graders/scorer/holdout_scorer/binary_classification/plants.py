"""Faults planted into the data. All choices derive from the secret, so the source does not reveal them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from holdout_scorer.binary_classification.spec import PlantedColumns
from holdout_scorer.keys import Keyring
from holdout_scorer.tables import Row


@dataclass(frozen=True)
class PlantedColumn:
    """A drawn column. `leaks` only in training rows: at decision time it contains no information on the
    outcome.
    """

    name: str
    description: str
    kind: str
    leaks: bool
    numbers: dict[str, float]

    def cell(self, label: int, in_training: bool, generator: np.random.Generator) -> str:
        return _CELLS[self.kind](self, label, in_training, generator)


def draw_columns(groups: Sequence[PlantedColumns], keys: Keyring) -> list[PlantedColumn]:
    """Chooses which of the offered names appear and which of them leak."""
    drawn = []
    for number, group in enumerate(groups):
        generator = keys.generator(f"columns:{number}")
        chosen = generator.permutation(len(group.names))[: group.leaking + group.harmless]
        for place, index in enumerate(chosen):
            name, description = group.names[index]
            drawn.append(PlantedColumn(name, description, group.kind, place < group.leaking, group.numbers))
    order = keys.generator("column-order").permutation(len(drawn))
    return [drawn[i] for i in order]


def _after_outcome_count(
    column: PlantedColumn, label: int, in_training: bool, rng: np.random.Generator
) -> str:
    """A count that grows once the outcome is known. At decision time nothing has been counted yet."""
    if not column.leaks:
        return str(rng.poisson(column.numbers["harmlessMean"]))
    if not in_training:
        return "0"
    return str(rng.poisson(column.numbers["positiveMean" if label else "negativeMean"]))


def _sorted_serial(column: PlantedColumn, label: int, in_training: bool, rng: np.random.Generator) -> str:
    """A serial number assigned after sorting by outcome. New files get numbers in no particular order."""
    place = rng.random()
    if column.leaks and in_training:
        shift = column.numbers["shift"]
        place = (1.0 - shift) * place + shift * label
    return str(int(column.numbers["first"] + column.numbers["span"] * place))


_CELLS = {"afterOutcomeCount": _after_outcome_count, "sortedSerial": _sorted_serial}


def altered_copy(row: Row, numeric: Sequence[str], generator: np.random.Generator) -> Row:
    """The row as if typed a second time: two non-zero numbers are slightly off."""
    candidates = [name for name in numeric if row[name] and abs(float(row[name])) >= 1]
    copy = dict(row)
    for name in generator.choice(candidates, size=min(2, len(candidates)), replace=False):
        value = float(row[name])
        step = max(1.0, round(abs(value) * 0.03))
        copy[str(name)] = f"{value + step * generator.choice([-1.0, 1.0]):g}"
    return copy
