"""Stage 1: folds, scores and a choice among models, from scratch."""

import math
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np

from holdout_scorer.exercise.questions import Json, Question, drawn, floats, judged, matrix
from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task

CHECKS = (
    CheckInfo("folds", "Folds that partition", 20, "INFERENCE_EXPERIMENTATION", "SPLIT"),
    CheckInfo("groups", "Groups stay together", 15, "INFERENCE_EXPERIMENTATION", "SPLIT"),
    CheckInfo("errors", "Errors by fold, without a look at the test rows", 25, "MATHEMATICS", "ANALYZE"),
    CheckInfo("choice", "A choice within one standard error", 10, "INFERENCE_EXPERIMENTATION", "IMPROVE"),
    CheckInfo("metrics", "Classification and regression metrics", 20, "EVALUATION_ERROR_ANALYSIS", "ANALYZE"),
    CheckInfo("interval", "An interval from resampled rows", 10, "INFERENCE_EXPERIMENTATION", "ANALYZE"),
)
CLIP = 1e-15


def fold_errors(X: list[list[float]], y: list[float], folds: list[list[int]], penalty: float) -> object:
    """Mean squared error of standardized ridge regression on every fold, fitted on the rows of the others.

    Objective: sum of squared residuals + penalty · |weights|², intercept free. Columns are centred and
    divided by their standard deviation (divisor n) on the training rows; a constant column is left out.
    """
    features, response = np.array(X), np.array(y)
    errors = []
    for fold in folds:
        train = np.setdiff1d(np.arange(response.size), fold)
        centre, spread = features[train].mean(axis=0), features[train].std(axis=0)
        kept = spread > 0
        scaled = (features[:, kept] - centre[kept]) / spread[kept]
        level = response[train].mean()
        gram = scaled[train].T @ scaled[train] + penalty * np.eye(int(kept.sum()))
        weights = np.linalg.solve(gram, scaled[train].T @ (response[train] - level))
        errors.append(float(((response[fold] - level - scaled[fold] @ weights) ** 2).mean()))
    return errors


def one_standard_error(penalties: list[float], errors: list[list[float]]) -> object:
    """The largest penalty whose mean error is at most the smallest mean plus its standard error.

    errors: one row per penalty, one column per fold. Standard error: deviation with divisor k - 1, over
    the root of k. Source: Breiman et al. (1984), Classification and Regression Trees.
    """
    table = np.array(errors)
    means = table.mean(axis=1)
    best = int(means.argmin())
    limit = means[best] + table[best].std(ddof=1) / math.sqrt(table.shape[1])
    return max(p for p, mean in zip(penalties, means, strict=True) if mean <= limit)


def classification_metrics(labels: list[int], predictions: list[int]) -> object:
    """Of class 1; whatever would divide by zero is 0."""
    pairs = Counter(zip(labels, predictions, strict=True))
    hits, missed, false = pairs[1, 1], pairs[1, 0], pairs[0, 1]
    return {
        "precision": hits / (hits + false) if hits + false else 0.0,
        "recall": hits / (hits + missed) if hits + missed else 0.0,
        "f1": 2 * hits / (2 * hits + missed + false) if hits + missed + false else 0.0,
    }


def auc(labels: list[int], scores: list[float]) -> object:
    """Share of pairs in the right order, ties one half; None when a class is missing."""
    positive = [s for s, label in zip(scores, labels, strict=True) if label == 1]
    negative = [s for s, label in zip(scores, labels, strict=True) if label == 0]
    if not positive or not negative:
        return None
    wins = sum((p > n) + 0.5 * (p == n) for p in positive for n in negative)
    return wins / (len(positive) * len(negative))


def log_loss(labels: list[int], probabilities: list[float]) -> object:
    """Mean negative log likelihood, probabilities clipped to [1e-15, 1 - 1e-15]."""
    clipped = np.clip(np.array(probabilities), CLIP, 1 - CLIP)
    return float(-np.where(np.array(labels) == 1, np.log(clipped), np.log1p(-clipped)).mean())


def r_squared(y: list[float], predictions: list[float]) -> object:
    """1 - residual over total sum of squares; None when y is constant."""
    response = np.array(y)
    total = float(((response - response.mean()) ** 2).sum())
    if total == 0:
        return None
    return 1.0 - float(((response - np.array(predictions)) ** 2).sum()) / total


def percentile_interval(values: list[float], resamples: list[list[int]], level: float) -> object:
    """[low, high] of the mean over resampled rows, percentiles by linear interpolation. Efron (1979)."""
    means = np.array(values)[np.array(resamples)].mean(axis=1)
    tail = (1 - level) / 2
    return [float(v) for v in np.quantile(means, [tail, 1 - tail])]


def _errors(rng: np.random.Generator, number: int) -> Json:
    rows, k = (24, 30, 21, 26)[number % 4], (3, 5, 4, 4)[number % 4]
    features = rng.normal(size=(rows, 3)) * [1.0, 50.0, 0.02] + [0.0, 400.0, 1.0]
    order = [int(at) for at in rng.permutation(rows)]
    folds = [sorted(order[at::k]) for at in range(k)]
    if number == 1:  # one row far out: whoever scales with it in the training part is seen
        features[folds[0][0]] = [30.0, 4000.0, 3.0]
    if number == 2:  # constant wherever the first fold is left out
        features[:, 2] = 1.0
        features[folds[0][0], 2] = 1.5
    response = features @ [1.0, 0.03, 20.0] + rng.normal(size=rows)
    return {
        "X": matrix(features),
        "y": floats(response),
        "folds": folds,
        "penalty": (1.0, 10.0, 0.1, 0.0)[number % 4],
    }


def _choice(rng: np.random.Generator, number: int) -> Json:
    penalties = [float(p) for p in rng.permutation([0.01, 0.1, 1.0, 10.0, 100.0])]
    k = (5, 10, 5, 3)[number % 4]
    base = {0.01: 1.2, 0.1: 1.02, 1.0: 1.0, 10.0: 1.05, 100.0: 1.6}
    noise = rng.normal(0, (0.3, 0.05, 0.01, 0.4)[number % 4], size=k)
    rows = [base[p] + noise + rng.normal(0, 0.01, size=k) for p in penalties]
    return {"penalties": penalties, "errors": matrix(rows)}


def _labels(rng: np.random.Generator, number: int) -> Json:
    labels = rng.integers(0, 2, 20) if number != 1 else np.zeros(20, np.int64)
    predictions = rng.integers(0, 2, 20) if number not in (1, 2) else np.zeros(20, np.int64)
    labels[0] = 0 if number == 1 else 1
    return {"labels": [int(v) for v in labels], "predictions": [int(v) for v in predictions]}


def _scores(rng: np.random.Generator, number: int) -> Json:
    labels = rng.integers(0, 2, 25) if number != 2 else np.ones(25, np.int64)
    if number != 2:
        labels[:2] = 0, 1
    scores = rng.normal(size=25) + 0.6 * labels
    return {
        "labels": [int(v) for v in labels],
        "scores": floats(scores.round(6 if number == 0 else 0) if number != 3 else np.zeros(25)),
    }


def _chances(rng: np.random.Generator, number: int) -> Json:
    chances = rng.uniform(0.02, 0.98, 15)
    if number == 1:
        chances[:3] = 0.0, 1.0, 1.0
    labels = [1, 1, 0, *(int(v) for v in rng.integers(0, 2, 12))]
    return {"labels": labels, "probabilities": floats(chances)}


def _fits(rng: np.random.Generator, number: int) -> Json:
    response = rng.normal(3, 2, 18).round(3) if number != 2 else np.full(18, 4.0)
    predictions = response + rng.normal(0, (0.5, 6.0, 1.0)[number % 3], 18)
    return {"y": floats(response), "predictions": floats(predictions)}


def _resamples(rng: np.random.Generator, number: int) -> Json:
    values = rng.exponential(2.0, 15)
    return {
        "values": floats(values),
        "resamples": [[int(v) for v in row] for row in rng.integers(0, 15, size=(60, 15))],
        "level": (0.95, 0.8, 0.9)[number % 3],
    }


QUESTIONS = (
    Question(
        "errors",
        "fold_errors",
        _errors,
        fold_errors,
        "Centre and spread come from the training rows alone, with divisor n; the intercept is not "
        "penalized; "
        "a column that is constant there is left out.",
    ),
    Question(
        "choice",
        "one_standard_error",
        _choice,
        one_standard_error,
        "Take the standard error of the best penalty (divisor k - 1, over the root of k), then the largest "
        "penalty whose mean lies within it.",
    ),
    Question(
        "metrics",
        "classification_metrics",
        _labels,
        classification_metrics,
        "They are about class 1, and what would divide by zero is 0.",
        3,
    ),
    Question(
        "metrics",
        "auc",
        _scores,
        auc,
        "Equal scores count one half, wherever they stand in the list; a missing class makes it None.",
    ),
    Question(
        "metrics",
        "log_loss",
        _chances,
        log_loss,
        "Clip probabilities to [1e-15, 1 - 1e-15] and take the natural logarithm.",
        2,
    ),
    Question(
        "metrics",
        "r_squared",
        _fits,
        r_squared,
        "Compare with the mean of y; worse than the mean is negative, and a constant y makes it None.",
        3,
    ),
    Question(
        "interval",
        "percentile_interval",
        _resamples,
        percentile_interval,
        "Take the mean of every resample, then the quantiles at both tails of (1 - level) / 2, interpolated.",
        3,
    ),
)
ASKED = {question.function for question in QUESTIONS}
Judge = Callable[[Json, list[list[int]]], str | None]


def tasks(rng: np.random.Generator, data: Path, split: str) -> list[Task]:
    """Besides the questions: folds, which have many right answers."""
    made = drawn(QUESTIONS, rng)
    for number, (rows, k) in enumerate([(20, 5), (23, 5), (7, 7), (101, 10)]):
        given: Json = {"rows": rows, "k": k, "seed": int(rng.integers(1, 1000))}
        made.append(Task(f"k_folds-{number}", "folds", "k_folds", given))
    for number, sizes in enumerate([(30, 15), (47, 8), (20, 6, 5)]):
        labels = np.repeat(np.arange(len(sizes)), sizes)
        if number != 1:  # sorted by class once, as tables often come
            labels = rng.permutation(labels)
        k = 5
        given = {"labels": [int(v) for v in labels], "k": k, "seed": int(rng.integers(1, 1000))}
        made.append(Task(f"stratified_folds-{number}", "folds", "stratified_folds", given))
    for number, (groups, k) in enumerate([(12, 4), (25, 5), (6, 6)]):
        rows = np.concatenate([np.arange(groups), rng.integers(0, groups, 3 * groups)])
        names = [f"g{rng.integers(10**6)}-{at}" for at in range(groups)]
        given = {"groups": [names[int(at)] for at in rng.permutation(rows)], "k": k}
        made.append(Task(f"group_folds-{number}", "groups", "group_folds", given))
    return made


def grade(task: Task, answer: object | Failure, data: Path) -> Check:
    if task.function in ASKED:
        return judged(QUESTIONS, task, answer)
    if isinstance(answer, Failure):
        return Check(task.check, 0.0, f"{task.id}: the function raised {answer.error}. {PARTITION}")
    k = int(str(task.arguments["k"]))
    given = (
        task.arguments.get("labels") or task.arguments.get("groups") or [0] * int(str(task.arguments["rows"]))
    )
    folds = _folds(answer, k, len(given) if isinstance(given, list) else 0)
    wrong = folds if isinstance(folds, str) else JUDGES[task.function](task.arguments, folds)
    return Check(task.check, 0.0 if wrong else 1.0, f"{task.id}: {wrong}. {PARTITION}" if wrong else "")


PARTITION = "Answer k lists of row numbers, counted from 0; every row stands in exactly one of them."


def _folds(answer: object, k: int, rows: int) -> list[list[int]] | str:
    """The folds, or what is wrong with them as a partition."""
    if not isinstance(answer, list) or not all(isinstance(fold, list) for fold in answer):
        return "the answer is no list of lists"
    if len(answer) != k:
        return f"there are {len(answer)} folds, not k"
    if not all(type(row) is int for fold in answer for row in fold):
        return "a row number is no whole number"
    seen = Counter(row for fold in answer for row in fold)
    if outside := [row for row in seen if not 0 <= row < rows]:
        return f"row {min(outside)} does not exist"
    if max(seen.values(), default=0) > 1:
        return "a row stands in two places"
    return f"{rows - len(seen)} rows are in no fold" if len(seen) < rows else answer


def _values(arguments: Json) -> list[object]:
    """The labels or groups of the rows, if the task has any."""
    values = arguments.get("labels") or arguments.get("groups")
    return values if isinstance(values, list) else []


def _even(arguments: Json, folds: list[list[int]]) -> str | None:
    sizes = [len(fold) for fold in folds]
    if max(sizes) - min(sizes) > 1:
        return "the sizes of folds differ by more than one row"
    in_order = sum(sizes) > 10 and [row for fold in folds for row in fold] == list(range(sum(sizes)))
    return "the rows were not shuffled, although tables are often sorted" if in_order else None


def _stratified(arguments: Json, folds: list[list[int]]) -> str | None:
    labels = _values(arguments)
    for label in set(labels):
        counts = [sum(labels[row] == label for row in fold) for fold in folds]
        if max(counts) - min(counts) > 1:
            return "the rows of a class are spread unevenly: two folds differ by more than one of them"
    return None


def _grouped(arguments: Json, folds: list[list[int]]) -> str | None:
    groups = _values(arguments)
    if not all(folds):
        return "a fold is empty, although there are groups enough"
    places = {(groups[row], at) for at, fold in enumerate(folds) for row in fold}
    if len(places) > len(set(groups)):
        return "a group stands in two folds, so that a model meets it in training and in the test"
    return None


JUDGES: dict[str, Judge] = {"k_folds": _even, "stratified_folds": _stratified, "group_folds": _grouped}
