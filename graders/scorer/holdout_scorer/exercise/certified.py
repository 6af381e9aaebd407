"""Linear regressions with certified coefficients (NIST StRD), and disguises that keep them certified."""

import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.errors import AssignmentError

MOST_DIGITS = 15.0
COEFFICIENT = re.compile(r"\s+B\d+\s+(-?[\d.]+(?:E[+-]?\d+)?)")


@dataclass(frozen=True)
class Regression:
    """design: shape (n, p), with a column of ones where the model has an intercept. certified: shape (p,)."""

    name: str
    design: Floats
    response: Floats
    certified: Floats


def read_regression(path: Path, degree: int | None, intercept: bool = True) -> Regression:
    """A .dat file of the StRD. degree: of a polynomial in its one predictor, None for several predictors.

    Raises AssignmentError when the file holds no table or not one coefficient per column.
    """
    if not path.is_file():
        raise AssignmentError("INPUT_UNREADABLE", f"{path.name} is missing. Name it in `dataset`.")
    lines = path.read_text("ascii", errors="replace").splitlines()
    certified = [float(m[1]) for line in lines if (m := COEFFICIENT.match(line))]
    start = max((at for at, line in enumerate(lines) if line.startswith("Data:")), default=len(lines))
    rows = [[float(word) for word in line.split()] for line in lines[start + 1 :] if line.strip()]
    if not rows:
        raise AssignmentError("INPUT_UNREADABLE", f"{path.name} holds no table.")
    table = np.array(rows)
    predictors = table[:, 1:]
    if degree is not None:
        predictors = np.vander(table[:, 1], degree + 1, increasing=True)[:, 1:]
    design = np.c_[np.ones(len(table)), predictors] if intercept else predictors
    if len(certified) != design.shape[1]:
        raise AssignmentError("INPUT_UNREADABLE", f"{path.name} certifies {len(certified)} coefficients.")
    return Regression(path.stem, design, table[:, 0], np.array(certified))


def disguised(regression: Regression, rng: np.random.Generator) -> Regression:
    """Rows in another order; response and columns times powers of two, with signs.

    Both are exact in floating point, so the coefficients stay certified: c_j becomes c_j · response's
    factor / column's factor.
    """
    order = rng.permutation(len(regression.response))
    factors = rng.choice([-1.0, 1.0], regression.certified.size) * 2.0 ** rng.integers(
        -3, 4, regression.certified.size
    )
    if (regression.design[:, 0] == 1).all():
        factors[0] = 1.0  # the ones stay ones
    factor = float(2.0 ** rng.integers(-6, 7))
    return Regression(
        regression.name,
        regression.design[order] * factors,
        regression.response[order] * factor,
        regression.certified * factor / factors,
    )


def digits(answer: Floats, certified: Floats) -> float:
    """Correct significant digits of the worst coefficient: the log relative error, from 0 to 15.

    Where the certified value is 0 the absolute error counts. Source: McCullough (1998), The American
    Statistician 52(4).
    """
    scale = np.where(certified == 0, 1.0, np.abs(certified))
    worst = float((np.abs(answer - certified) / scale).max())
    if not np.isfinite(worst):
        return 0.0
    return float(np.clip(-np.log10(max(worst, 1e-300)), 0.0, MOST_DIGITS))


def exact_fit(design: list[list[int]], response: list[int]) -> list[float]:
    """Least squares in rational arithmetic: the true coefficients, rounded once. Columns must be
    independent.
    """
    size = len(design[0])
    system = [
        [Fraction(sum(row[i] * row[j] for row in design)) for j in range(size)]
        + [Fraction(sum(row[i] * y for row, y in zip(design, response, strict=True)))]
        for i in range(size)
    ]
    for column in range(size):
        pivot = next(row for row in range(column, size) if system[row][column] != 0)
        system[column], system[pivot] = system[pivot], system[column]
        system[column] = [value / system[column][column] for value in system[column]]
        for row in range(size):
            if row != column:
                factor = system[row][column]
                system[row] = [a - factor * b for a, b in zip(system[row], system[column], strict=True)]
    return [float(row[-1]) for row in system]
