"""The exercise `training-runs`: curves show what they were drawn for, one change repairs a run."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from holdout_scorer.errors import AssignmentError
from holdout_scorer.exercise import runs
from holdout_scorer.exercise.sets import training_runs as exercise
from holdout_scorer.exercise.task import Task
from holdout_scorer.exercise.training import Settings, draw_sample, train


@cache
def made() -> list[Task]:
    return exercise.tasks(np.random.default_rng(1), Path(), "SAMPLE")


@pytest.mark.parametrize("diagnosis", runs.KINDS)
def test_curves_show_what_they_were_drawn_for_and_nothing_else(diagnosis: str) -> None:
    for seed in range(3):
        curves = runs.draw_curves(np.random.default_rng(seed), diagnosis)
        assert runs.signs(curves) == {diagnosis}
        assert {len(values) for values in vars(curves).values()} == {40}


def test_every_diagnosis_is_asked_for_in_every_split() -> None:
    assert {t.facts["diagnosis"] for t in made() if t.check == "diagnosis"} == set(runs.KINDS)
    assert all(len(json.dumps(task.arguments)) < 2**20 for task in made())


@pytest.mark.parametrize("culprit", runs.REPAIRS)
def test_only_the_culprit_repairs_a_broken_run(culprit: str) -> None:
    for seed in range(2):
        broken = runs.draw_broken(np.random.default_rng(seed), culprit)
        assert broken.good < 0.4
        for setting, value in runs.REPAIRS.items():
            loss = runs.final_loss(broken, setting, value)
            assert (loss < 0.4) == (setting == culprit)


def test_what_cannot_be_drawn_is_the_authors_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    never = replace(runs.KINDS["healthy"], settings=lambda rng: Settings((4,), 0.0))
    monkeypatch.setitem(runs.KINDS, "healthy", never)
    monkeypatch.setattr(runs, "MOST_DRAWS", 2)
    with pytest.raises(AssignmentError):
        runs.draw_curves(np.random.default_rng(0), "healthy")


def test_the_same_seed_trains_the_same_network() -> None:
    sample, valid = (draw_sample(np.random.default_rng(seed), 50, 0.0) for seed in (1, 2))
    once, again, other = (
        train(np.random.default_rng(seed), Settings((8,), 0.1), sample, valid) for seed in (3, 3, 4)
    )
    assert once == again != other


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        ({"setting": "rate"}, "nothing else"),
        ({"setting": "hidden", "value": 3}, "cannot be changed"),
        ({"setting": ["rate"], "value": 3}, "cannot be changed"),
        ({"setting": "rate", "value": -1}, "number from 0"),
        ({"setting": "momentum", "value": 1.5}, "number from 0"),
        ({"setting": "rate", "value": True}, "number from 0"),
        ({"setting": "standardize", "value": 1}, "true or false"),
        ("rate", "nothing else"),
    ],
)
def test_a_change_that_cannot_be_made_is_told(answer: object, word: str) -> None:
    task = next(task for task in made() if task.check == "repair")
    check = exercise.grade(task, answer, Path())
    assert (check.share, word in check.message) == (0.0, True)


def test_a_diagnosis_is_right_or_wrong() -> None:
    task = Task("t", "diagnosis", "diagnose", {}, {"diagnosis": "overfitting"})
    assert exercise.grade(task, "overfitting", Path()).share == 1
    assert "lowest point" in exercise.grade(task, "healthy", Path()).message
    for strange in ("flu", ["overfitting"], None):
        assert "no diagnosis" in exercise.grade(task, strange, Path()).message


def test_below_the_largest_rate_descent_converges_and_above_it_does_not() -> None:
    for task in made():
        if task.function != "largest_rate":
            continue
        design, momentum = np.array(task.arguments["X"]), float(str(task.arguments["momentum"]))
        bound: Any = exercise.largest_rate(design.tolist(), momentum)
        sizes = []
        for rate in (0.98 * bound, 1.02 * bound):
            at, velocity = np.ones(4), np.zeros(4)
            for _ in range(3000):
                velocity = momentum * velocity + design.T @ (design @ at) / len(design)
                at = at - rate * velocity
            sizes.append(float(np.abs(design @ at).max()))
        assert sizes[0] < 1 < 1e6 < sizes[1]


def test_a_run_stops_when_patience_is_at_an_end() -> None:
    losses: list[float | None] = [1.0, 0.5, 0.6, 0.495, None, 0.7]
    assert exercise.early_stop(losses, 2, 0.0) == {"best": 3, "stopped": 5}
    assert exercise.early_stop(losses, 2, 0.01) == {"best": 1, "stopped": 3}
    assert exercise.early_stop(losses, 9, 0.0) == {"best": 3, "stopped": 5}


def test_a_schedule_rises_to_the_peak_and_ends_at_the_floor() -> None:
    rates: Any = exercise.schedule(6, 2, 1.0, 0.1)
    assert rates == pytest.approx([0.5, 1.0, 1.0, 0.775, 0.325, 0.1])
