"""The exercise `cross-validation`: answers are scikit-learn's, folds are judged by what must hold."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.linear_model import Ridge
from sklearn.metrics import f1_score, log_loss, precision_score, r2_score, recall_score, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from holdout_scorer.exercise.sets import cross_validation as exercise
from holdout_scorer.exercise.task import Check, Failure, Task


def drawn(function: str) -> list[dict[str, Any]]:
    return [
        task.arguments
        for seed in range(5)
        for task in exercise.tasks(np.random.default_rng(seed), Path(), "SAMPLE")
        if task.function == function
    ]


def test_metrics_are_those_of_scikit_learn() -> None:
    for given in drawn("classification_metrics"):
        y, p = given["labels"], given["predictions"]
        theirs = [f(y, p, zero_division=0) for f in (precision_score, recall_score, f1_score)]
        found = exercise.classification_metrics(y, p)
        assert list(found.values()) == pytest.approx(theirs)  # type: ignore[attr-defined]
    for given in drawn("auc"):
        if len(set(given["labels"])) == 2:
            assert exercise.auc(**given) == pytest.approx(roc_auc_score(given["labels"], given["scores"]))
        else:
            assert exercise.auc(**given) is None
    for given in drawn("log_loss"):
        chances = np.clip(given["probabilities"], 1e-15, 1 - 1e-15)
        assert exercise.log_loss(**given) == pytest.approx(log_loss(given["labels"], chances))
    for given in drawn("r_squared"):
        if len(set(given["y"])) > 1:
            assert exercise.r_squared(**given) == pytest.approx(r2_score(given["y"], given["predictions"]))


def test_errors_by_fold_are_those_of_a_pipeline() -> None:
    for given in drawn("fold_errors"):
        X, y = np.array(given["X"]), np.array(given["y"])
        theirs = []
        for fold in given["folds"]:
            train = np.setdiff1d(np.arange(len(y)), fold)
            # Their scaler divides a constant column by 1: what is 0 in training is not in the test.
            kept = X[train].std(axis=0) > 0
            model = make_pipeline(StandardScaler(), Ridge(given["penalty"]))
            model.fit(X[train][:, kept], y[train])
            theirs.append(((model.predict(X[fold][:, kept]) - y[fold]) ** 2).mean())
        assert exercise.fold_errors(**given) == pytest.approx(theirs, rel=1e-8)


def test_the_simplest_penalty_within_the_noise_is_chosen() -> None:
    errors = [[1.0, 1.2, 0.8], [1.05, 1.25, 0.9], [3.0, 3.0, 3.0]]
    assert exercise.one_standard_error([0.1, 1.0, 10.0], errors) == 1.0
    assert exercise.one_standard_error([0.1, 1.0, 10.0], [[1, 1, 1], [1.01] * 3, [2] * 3]) == 0.1


def judged(function: str, answer: object, **arguments: object) -> Check:
    return exercise.grade(Task("t", "folds", function, arguments), answer, Path())


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        ([[1, 0], [2, 3]], ""),
        ([[0, 1], [2]], "no fold"),
        ([[0, 1], [2, 2]], "two places"),
        ([[0, 1], [2, 4]], "does not exist"),
        ([[0, 1], [2, 3], []], "3 folds"),
        ([[0, 1, 2], [3]], "differ"),
        ([[0, True], [2, 3]], "whole number"),
        ([0, 1, 2, 3], "no list of lists"),
        (Failure("KeyError"), "raised"),
    ],
)
def test_folds_are_a_partition_of_even_sizes(answer: object, word: str) -> None:
    check = judged("k_folds", answer, rows=4, k=2, seed=1)
    assert word in check.message
    assert check.share == float(word == "")


def test_rows_in_order_are_not_shuffled() -> None:
    halves = [list(range(6)), list(range(6, 12))]
    assert "shuffled" in judged("k_folds", halves, rows=12, k=2, seed=1).message


def test_classes_are_spread_and_groups_stay_whole() -> None:
    labels = [0, 0, 1, 1]
    assert judged("stratified_folds", [[0, 2], [1, 3]], labels=labels, k=2, seed=1).share == 1
    assert "unevenly" in judged("stratified_folds", [[0, 1], [2, 3]], labels=labels, k=2, seed=1).message
    groups = ["a", "b", "a", "b"]
    assert judged("group_folds", [[0, 2], [1, 3]], groups=groups, k=2).share == 1
    assert "two folds" in judged("group_folds", [[0, 1], [2, 3]], groups=groups, k=2).message
    assert "empty" in judged("group_folds", [[0, 1, 2, 3], []], groups=groups, k=2).message
