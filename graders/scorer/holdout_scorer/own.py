"""What an assignment's own scorer gets and returns.

    from holdout_scorer.own import Metric, Rows

    def score(rows: Rows) -> list[Metric]:
        off = abs(rows.labels - rows.predictions) / abs(rows.labels)
        return [Metric("withinTenPercent", "HIGHER", rows=off <= 0.1)]

`score` is called in a container of its own: the labels, no student's code, no network, no files to write.
It must give the same answer for the same rows. Intervals are the platform's: of a metric that is a mean over
rows, from its value on each row; of any other, by calling `score` again on rows that were drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from numpy.typing import ArrayLike

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.rubric import Direction


@dataclass(frozen=True)
class Rows:
    """The judged rows, aligned; arrays cannot be written to.

    labels: (n,), numbers of a regression, 0 or 1 of two outcomes, else places in `classes`. predictions: (n,)
    numbers or probabilities of outcome 1, or (n, classes) probabilities. groups: (n,), the same number for
    rows that depend on each other. decisions: (n,), 0 or 1, where students hand in decisions, else None.
    """

    labels: Floats
    predictions: Floats
    groups: Ints
    classes: tuple[str, ...] = ()
    decisions: Floats | None = None

    def __len__(self) -> int:
        return int(self.labels.size)


@dataclass(frozen=True)
class Metric:
    """A measured value by its name in `metrics` of assignment.yaml: `value`, or `rows`, one value per row
    whose mean it is.
    """

    name: str
    direction: Direction
    value: float | None = None
    rows: ArrayLike | None = None


@dataclass(frozen=True)
class Point:
    """n: how many rows it stands for. Of hidden rows, points of fewer than 20 are left out."""

    x: float | str
    y: float
    n: int


@dataclass(frozen=True)
class Chart:
    """A plot beside the metrics."""

    key: str
    title: str
    kind: Literal["bar", "line"]
    x_label: str
    y_label: str
    points: Sequence[Point]


Answer = Metric | Chart
