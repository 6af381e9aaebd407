"""The exercise `leak-hunt`: what is planted stands clear of what is honest, and answers are judged by F1."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from calls_harness import GRADERS
from sklearn.metrics import roc_auc_score

from holdout_scorer.errors import AssignmentError
from holdout_scorer.exercise import leaks
from holdout_scorer.exercise.credit import draw_rows, separation_of
from holdout_scorer.exercise.sets import leak_hunt as exercise
from holdout_scorer.exercise.task import Failure, Task

DATA = GRADERS / "exercises/leak-hunt/data"
SEEDS = range(12)


def told(column: list[Any], labels: list[int]) -> float:
    """What a column tells about rows it was not read from."""
    if any(isinstance(cell, str) for cell in column):
        folds = [list(range(at, len(labels), 5)) for at in range(5)]
        codes: Any = exercise.encode(column, labels, folds, 1.0)
        column = codes
    found: Any = exercise.separation(column, labels)
    return float(found)


@pytest.mark.parametrize("maker", leaks.LEAKS, ids=lambda maker: str(maker.__name__))
def test_a_leak_stands_above_the_mark_of_the_brief(maker: leaks.Maker) -> None:
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        _, labels = draw_rows(DATA, rng, exercise.ROWS)
        assert told(maker(rng, labels), labels) >= 0.93


@pytest.mark.parametrize("maker", leaks.DECOYS, ids=lambda maker: str(maker.__name__))
def test_an_honest_column_stays_below_it(maker: leaks.Maker) -> None:
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        _, labels = draw_rows(DATA, rng, exercise.ROWS)
        assert told(maker(rng, labels), labels) < 0.9


def test_the_table_itself_is_honest() -> None:
    table, labels = draw_rows(DATA, np.random.default_rng(1), exercise.ROWS)
    assert len(table) == 13
    assert "Status" not in table
    assert 0.2 < np.mean(labels) < 0.4
    assert max(told(column, labels) for column in table.values()) < 0.8


def test_codes_with_few_rows_fool_whoever_reads_them_from_the_same_rows() -> None:
    rng = np.random.default_rng(2)
    _, labels = draw_rows(DATA, rng, exercise.ROWS)
    codes = leaks.honest_codes(rng, labels)
    same = {code: [x for other, x in zip(codes, labels, strict=True) if other == code] for code in codes}
    rates = np.array([np.mean(same[code]) for code in codes])
    assert separation_of(rates, np.array(labels, dtype=np.float64)) > 0.93


def test_a_pair_tells_nothing_alone_and_everything_together() -> None:
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        _, labels = draw_rows(DATA, rng, exercise.ROWS)
        for maker, low, high in ((leaks.leaking_pair, 0.93, 1.0), (leaks.honest_pair, 0.5, 0.7)):
            one, other = (np.array(column, dtype=np.float64) for column in maker(rng, labels))
            assert low <= told(list(one - other), labels) <= high
            assert max(told(list(one), labels), told(list(other), labels)) < 0.65


def test_separation_is_the_area_of_scikit_learn() -> None:
    rng = np.random.default_rng(0)
    labels, scores = rng.integers(0, 2, 60), rng.normal(size=60).round(1)
    area = roc_auc_score(labels, scores)
    found = separation_of(scores, labels.astype(np.float64))
    assert found == pytest.approx(max(area, 1 - area))


def named(answer: object, wanted: list[Any]) -> tuple[float, str]:
    task = Task("t", "columns", "leaking_columns", {}, {"found": wanted})
    check = exercise.grade(task, answer, Path())
    return check.share, check.message


@pytest.mark.parametrize(
    ("answer", "share"),
    [
        (["b", "a"], 1.0),
        (["a"], 2 / 3),
        (["a", "b", "c"], 0.8),
        ([], 0.0),
        ("ab", 0.0),
        ([{"a": 1}], 0.0),
        ([["a", 1]], 0.0),
        (Failure("KeyError"), 0.0),
    ],
)
def test_names_are_judged_by_f1(answer: object, share: float) -> None:
    found, message = named(answer, ["a", "b"])
    assert found == pytest.approx(share)
    assert (message == "") == (share == 1)


def test_the_two_of_a_pair_may_stand_in_any_order() -> None:
    assert named([["y", "x"]], [["x", "y"]])[0] == 1


def test_a_missing_table_is_the_authors_mistake(tmp_path: Path) -> None:
    with pytest.raises(AssignmentError):
        draw_rows(tmp_path, np.random.default_rng(0), 10)
