"""The exercise `nested-cross-validation` agrees with scikit-learn and SciPy where they know the answer."""

from typing import Any

import numpy as np
import pytest
from calls_harness import GRADERS
from scipy.stats import t as student
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from holdout_scorer.exercise.sets import nested_cross_validation as exercise

DATA = GRADERS / "exercises/nested-cross-validation/data"


def drawn(function: str, seeds: int = 2) -> list[dict[str, Any]]:
    return [
        task.arguments
        for seed in range(seeds)
        for task in exercise.tasks(np.random.default_rng(seed), DATA, "SAMPLE")
        if task.function == function
    ]


def test_choices_and_scores_are_those_of_a_pipeline_in_a_grid_search() -> None:
    for given in drawn("nested_scores", 1):
        X, y = np.array(given["X"], dtype=np.float64), np.array(given["y"], dtype=np.float64)
        choices, scores = [], []
        for fold, inner in zip(given["outer"], given["inner"], strict=True):
            train = np.setdiff1d(np.arange(len(y)), fold)
            place = {int(row): at for at, row in enumerate(train)}
            folds = []
            for part in inner:
                tested = {place[row] for row in part}
                folds.append((sorted(set(range(len(train))) - tested), sorted(tested)))
            model = make_pipeline(SimpleImputer(strategy="median"), StandardScaler(), Ridge())
            grid = {"ridge__alpha": given["penalties"]}
            search = GridSearchCV(model, grid, cv=folds, scoring="neg_mean_squared_error")
            search.fit(X[train], y[train])
            choices.append(search.best_params_["ridge__alpha"])
            scores.append(roc_auc_score(y[fold], search.predict(X[fold])))
        assert exercise.nested_choices(**given) == choices
        assert exercise.nested_scores(**given) == pytest.approx(scores)


def test_tasks_choose_different_penalties_so_that_nesting_matters() -> None:
    chosen: list[Any] = [exercise.nested_choices(**given) for given in drawn("nested_choices", 5)]
    assert len({penalty for choices in chosen for penalty in choices}) >= 3
    assert sum(len(set(choices)) > 1 for choices in chosen) > len(chosen) / 2


def test_preparation_learns_from_train_alone() -> None:
    train: Any = {"job": ["b", None, "a"], "age": [1.0, None, 5.0], "same": [2.0, 2.0, 2.0]}
    test: Any = {"job": ["new"], "age": [900.0], "same": [3.0]}
    found: Any = exercise.prepare(train, test)
    age = np.array([1.0, 3.0, 5.0])
    assert np.array(found["train"])[:, 2].tolist() == pytest.approx(((age - 3) / age.std()).tolist())
    assert found["train"][1] == pytest.approx([0, 0, 0, 1, 0, 0])
    assert found["test"][0] == pytest.approx([0, 0, 897 / age.std(), 0, 1, 0])


def test_the_threshold_is_the_cheapest_one() -> None:
    chances, labels = [0.2, 0.6, 0.6, 0.9], [0, 0, 1, 1]
    assert exercise.cost_threshold(chances, labels, 1, 1) == {"threshold": 0.9, "cost": 0.25}
    assert exercise.cost_threshold(chances, labels, 5, 1) == {"threshold": 0.6, "cost": 0.25}
    assert exercise.cost_threshold(chances, [0, 0, 0, 1], 1, 90)["threshold"] == 0.9  # type: ignore[index]
    assert exercise.cost_threshold(chances, [0, 1, 0, 0], 1, 90)["threshold"] == 2.0  # type: ignore[index]


def test_reliability_weighs_bins_by_rows() -> None:
    found: Any = exercise.reliability([0.1, 0.3, 0.5, 1.0], [0, 1, 0, 1], 2)
    assert found["bins"][0] == pytest.approx([0.2, 0.5, 2])
    assert found["bins"][1] == pytest.approx([0.75, 0.5, 2])
    assert found["ece"] == pytest.approx(0.275)


@pytest.mark.parametrize("splits", exercise.T_QUANTILES)
def test_quantiles_are_students(splits: int) -> None:
    assert exercise.T_QUANTILES[splits] == pytest.approx(student.ppf(0.975, splits - 1))


def test_a_gap_that_a_plain_test_calls_real_is_undecided() -> None:
    for given in drawn("compare"):
        found: Any = exercise.compare(**given)
        plain: Any = exercise.compare(given["a"], given["b"], 0.0)
        assert found["low"] < plain["low"] < plain["high"] < found["high"]
    verdicts = [
        (exercise.compare(**g)["verdict"], exercise.compare(g["a"], g["b"], 0.0)["verdict"])  # type: ignore[index]
        for g in drawn("compare")
    ]
    assert any(honest == "undecided" != plain for honest, plain in verdicts)
