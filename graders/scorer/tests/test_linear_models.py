"""The truths of the exercise `linear-models`: certified tables, exact fits, the logistic minimum."""

from pathlib import Path

import numpy as np
import pytest
from calls_harness import GRADERS
from sklearn.datasets import load_breast_cancer

from holdout_scorer.errors import AssignmentError
from holdout_scorer.exercise.certified import digits, disguised, exact_fit, read_regression
from holdout_scorer.exercise.logistic import minimum, objective
from holdout_scorer.exercise.sets.linear_models import CERTIFIED, COLLINEAR_DIGITS, tasks

DATA = GRADERS / "exercises/linear-models/data"


def orthogonal(design: object, response: object) -> np.ndarray:
    q, r = np.linalg.qr(np.array(design, dtype=np.float64))
    found: np.ndarray = np.linalg.solve(r, q.T @ np.array(response, dtype=np.float64))
    return found


@pytest.mark.parametrize("name", CERTIFIED)
def test_the_digits_asked_for_are_reached_in_every_disguise(name: str) -> None:
    degree, intercept, full = CERTIFIED[name]
    table = read_regression(DATA / f"{name}.dat", degree, intercept)
    for seed in range(20):
        other = disguised(table, np.random.default_rng(seed))
        assert digits(orthogonal(other.design, other.response), other.certified) >= full


def test_normal_equations_lose_filip() -> None:
    table = read_regression(DATA / "Filip.dat", 10)
    design = table.design
    found = np.linalg.lstsq(design.T @ design, design.T @ table.response, rcond=None)[0]
    assert digits(found, table.certified) < 1


def test_drawn_tables_are_solved_exactly_and_within_reach() -> None:
    assert exact_fit([[1, 0], [1, 1], [1, 2]], [1, 3, 5]) == [1.0, 2.0]
    for seed in range(20):
        for task in tasks(np.random.default_rng(seed), DATA, "SAMPLE"):
            if task.check == "collinear":
                found = orthogonal(task.arguments["X"], task.arguments["y"])
                assert digits(found, np.array(task.facts["coefficients"])) >= COLLINEAR_DIGITS


def test_digits_of_nonsense_are_none() -> None:
    assert digits(np.array([np.inf]), np.array([1.0])) == 0
    assert digits(np.array([1.0]), np.array([1.0])) == 15
    assert digits(np.array([0.001]), np.array([0.0])) == pytest.approx(3)


def test_a_file_without_a_table_is_the_authors_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.dat").write_text("Data: y x\n 1 2\n")
    for name in ("a.dat", "b.dat"):
        with pytest.raises(AssignmentError):
            read_regression(tmp_path / name, 1)


def test_the_minimum_is_that_of_other_programs_on_breast_cancer() -> None:
    features, labels = load_breast_cancer(return_X_y=True)
    features = (features - features.mean(axis=0)) / features.std(axis=0)
    labels, rows = labels.astype(np.float64), len(labels)
    value, gradient = objective(minimum(features, labels, 1 / rows), features, labels, 1 / rows)
    assert value * rows == pytest.approx(37.758946, abs=1e-6)
    assert np.abs(gradient).max() < 1e-8


def test_the_gradient_is_that_of_finite_differences() -> None:
    rng = np.random.default_rng(3)
    features, labels, weights = (
        rng.normal(size=(20, 3)),
        rng.integers(0, 2, 20).astype(float),
        rng.normal(size=4),
    )
    _, gradient = objective(weights, features, labels, 0.4)
    for place in range(4):
        step = np.eye(4)[place] * 1e-6
        slope = objective(weights + step, features, labels, 0.4)[0]
        slope -= objective(weights - step, features, labels, 0.4)[0]
        assert slope / 2e-6 == pytest.approx(gradient[place], abs=1e-8)
