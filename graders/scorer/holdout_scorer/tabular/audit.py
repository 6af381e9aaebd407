"""Columns to ask a model about: one that alone tells the outcome, and one that changes after train.csv.

Found in what is public. Whether the model leans on such a column is asked in the probe call, where rows of
the sample come with a cell of that column from elsewhere in train.csv: only then does the student hear of it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

import numpy as np

from holdout_scorer.arrays import Bools, Floats, Ints
from holdout_scorer.node import Node
from holdout_scorer.result import Finding
from holdout_scorer.tables import Row, read_head
from holdout_scorer.workspace import Workspace

# What is looked for shows in as many rows of a larger table.
MOST_COMPARED, MOST_CELLS = 20_000, 2_000_000
MOST_SUSPECTS = 3
MOST_REFILLED = 100
# Of the outcome's variance, told by the bands of one column. Among the columns of scikit-learn's iris, wine,
# digits, breast cancer and diabetes tables the most telling one reaches .83.
TELLS_ALONE = 0.9
BANDS, FEWEST_IN_BAND = 20, 5
# Distance of two distribution functions or of two shares, beyond what chance gives once in a thousand tables.
FAR_APART, CHANCE = 0.2, 1e-3
MOST_LEVELS = 20
LEANS = 0.05
Reason = Literal["single-feature-leak", "shifted-column"]


@dataclass(frozen=True)
class Suspect:
    column: str
    reason: Reason
    size: float

    @classmethod
    def read(cls, node: Node) -> "Suspect":
        reason = node["reason"].one_of("single-feature-leak", "shifted-column")
        return cls(node["column"].text(), cast(Reason, reason), node["size"].number())

    def to_json(self) -> dict[str, object]:
        return {"column": self.column, "reason": self.reason, "size": self.size}


@dataclass(frozen=True)
class Audit:
    """`refills`: cells to try in place of each suspect's own, from anywhere in train.csv."""

    suspects: list[Suspect]
    refills: Mapping[str, list[str]]


def audit(workspace: Workspace, numeric: Sequence[str], target: str, *, classes: bool, shift: bool) -> Audit:
    """`shift`: compare train.csv with the sample too; pointless where a few whole groups were drawn."""
    columns, cells = read_head(workspace.input("public/data/train.csv"), MOST_COMPARED, MOST_CELLS)
    also, sample = read_head(workspace.input("public/data/sample.csv"), MOST_COMPARED, MOST_CELLS)
    train = {name: [row[place] for row in cells] for place, name in enumerate(columns)}
    later = {name: [row[place] for row in sample] for place, name in enumerate(also)}
    features = [name for name in columns if name not in ("id", target)]
    y = outcomes(train[target], classes=classes)
    found = []
    for name in features:
        told = tells(bands(train[name], name in numeric), y)
        if told >= TELLS_ALONE:
            found.append(Suspect(name, "single-feature-leak", round(told, 4)))
        elif shift:
            apart, chance = _apart(train[name], later[name], name in numeric, len(features))
            if apart > max(FAR_APART, chance):
                found.append(Suspect(name, "shifted-column", round(apart, 4)))
    found.sort(key=lambda suspect: (-suspect.size, suspect.column))
    chosen = found[:MOST_SUSPECTS]
    return Audit(chosen, {suspect.column: train[suspect.column] for suspect in chosen})


def refilled(found: Audit, rows: Sequence[Row], generator: np.random.Generator) -> list[tuple[Row, str]]:
    """Rows of the sample with one suspicious cell from elsewhere, and the kind of each."""
    made = []
    for place, suspect in enumerate(found.suspects):
        chosen = generator.permutation(len(rows))[:MOST_REFILLED]
        cells = generator.choice(np.array(found.refills[suspect.column], dtype=object), chosen.size)
        made += [
            (rows[int(row)] | {suspect.column: str(cell)}, kind_of(place))
            for row, cell in zip(chosen, cells, strict=True)
        ]
    return made


def kind_of(place: int) -> str:
    return f"refilled-{place}"


def finding(suspect: Suspect, moved: float) -> Finding | None:
    """What to tell if the model leans on a column. moved: share of the refilled rows predicted otherwise."""
    if moved <= LEANS:
        return None
    leans = (
        f"and the model leans on it: with other values of it {moved:.0%} of the rows are predicted otherwise"
    )
    if suspect.reason == "single-feature-leak":
        message = (
            f"Column {suspect.column} alone tells {suspect.size:.0%} of the outcome in train.csv, {leans}."
            " Find out whether it is known when a prediction is needed. What is filled in afterwards looks"
            " well in validation and is worth nothing later."
        )
    else:
        message = (
            f"Column {suspect.column} is not as in train.csv in the sample, which is drawn like the hidden"
            f" test (shares differ by up to {suspect.size:.0%}), {leans}. Find out what changed; leave the"
            " column out, or validate on rows that are as the sample's."
        )
    return Finding(suspect.reason, "WARNING", message)


def outcomes(labels: Sequence[str], *, classes: bool) -> Floats:
    """(n, k): a one for the class, or the rank of a number, so that no outlier decides."""
    if classes:
        names, place = np.unique(np.array(labels), return_inverse=True)
        return np.asarray(np.eye(names.size)[place], dtype=np.float64)
    values = np.array(labels, dtype=np.float64)
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    ranks: Floats = (np.cumsum(count) - (count - 1) / 2.0)[place]
    return ranks[:, None]


def bands(cells: Sequence[str], numeric: bool) -> Ints:
    """Numbers by quantile, text by value; what is missing, and what is rare, is a band of its own."""
    filled: Bools = np.array([cell != "" for cell in cells], dtype=bool)
    band = np.zeros(len(cells), dtype=np.int64)
    if numeric:
        values = np.array([float(cell) for cell in cells if cell != ""])
        edges = np.unique(np.quantile(values, np.linspace(0, 1, BANDS + 1)[1:-1])) if values.size else values
        band[filled] = np.searchsorted(edges, values, side="left") + 1
        return band
    counts = Counter(cell for cell in cells if cell)
    often = {cell: at + 2 for at, cell in enumerate(c for c, n in counts.items() if n >= FEWEST_IN_BAND)}
    return np.array([often.get(cell, 1) if cell else 0 for cell in cells], dtype=np.int64)


def tells(band: Ints, y: Floats) -> float:
    """1 less the squared error of the mean outcome of each band, for rows that the mean did not see."""
    half = np.arange(band.size) % 2
    error, total = 0.0, 0.0
    for fold in (0, 1):
        seen, judged = half != fold, half == fold
        middle = y[seen].mean(axis=0)
        sums = np.zeros((int(band.max()) + 1, y.shape[1]))
        counts = np.zeros(sums.shape[0])
        np.add.at(sums, band[seen], y[seen])
        np.add.at(counts, band[seen], 1.0)
        means = np.where(counts[:, None] > 0, sums / np.maximum(counts, 1.0)[:, None], middle)
        error += float(((y[judged] - means[band[judged]]) ** 2).sum())
        total += float(((y[judged] - middle) ** 2).sum())
    return max(0.0, 1.0 - error / total) if total > 0 else 0.0


def _apart(old: Sequence[str], new: Sequence[str], numeric: bool, columns: int) -> tuple[float, float]:
    """How far two columns are apart, and how far chance would put them."""
    blank = abs(old.count("") / len(old) - new.count("") / len(new))
    a, b = [cell for cell in old if cell], [cell for cell in new if cell]
    tests = 2 * columns
    if not a or not b:
        return blank, _chance(len(old), len(new), tests)
    if numeric:
        x, z = np.sort(np.array(a, dtype=np.float64)), np.sort(np.array(b, dtype=np.float64))
        at = np.concatenate([x, z])
        gaps = np.searchsorted(x, at, "right") / x.size - np.searchsorted(z, at, "right") / z.size
        return max(blank, float(np.abs(gaps).max())), _chance(len(a), len(b), tests)
    before, after = Counter(a), Counter(b)
    often = [cell for cell, _ in (before + after).most_common(MOST_LEVELS)]
    size = max(abs(before[cell] / len(a) - after[cell] / len(b)) for cell in often)
    return max(blank, size), _chance(len(a), len(b), tests * len(often))


def _chance(n: int, m: int, tests: int) -> float:
    """Two samples of one distribution are further apart once in 1 / CHANCE tables (Massart 1990)."""
    return float(np.sqrt(-np.log(CHANCE / tests / 2.0) / 2.0 * (n + m) / (n * m)))
