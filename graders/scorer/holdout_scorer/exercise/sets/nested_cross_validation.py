"""Stage 2: an honest estimate on the credit table, and the decisions that are made with it."""

import math
from pathlib import Path

import numpy as np

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.exercise.credit import Table, draw_rows, separation_of
from holdout_scorer.exercise.questions import Json, Question, floats, judged, matrix
from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task

CHECKS = (
    CheckInfo("preparation", "Preparation learned on the training rows", 20, "DATA_ENGINEERING", "SPLIT"),
    CheckInfo("choices", "Choices made inside the outer folds", 20, "INFERENCE_EXPERIMENTATION", "IMPROVE"),
    CheckInfo("scores", "Scores of rows that chose nothing", 20, "INFERENCE_EXPERIMENTATION", "ANALYZE"),
    CheckInfo("threshold", "A threshold from what errors cost", 15, "EVALUATION_ERROR_ANALYSIS", "IMPROVE"),
    CheckInfo("calibration", "Reliability by bins", 10, "EVALUATION_ERROR_ANALYSIS", "ANALYZE"),
    CheckInfo("comparison", "Is the better model better?", 15, "INFERENCE_EXPERIMENTATION", "ANALYZE"),
)
NUMBERS = ("Seniority", "Age", "Expenses", "Income", "Assets", "Debt", "Amount", "Price")
PENALTIES = (0.1, 3.0, 30.0, 300.0, 3000.0)


def prepare(train: Table, test: Table) -> object:
    """{"train": rows, "test": rows}, the columns in the order of the table.

    A column with a text is one column for each text of train, sorted: 1 or 0. Any other becomes two:
    the value, gaps filled with train's median, centred and divided by train's standard deviation after
    filling (divisor n, 1 where it is 0); and 1 where it was a gap.
    """
    made: dict[str, list[Floats]] = {"train": [], "test": []}
    for name, column in train.items():
        parts = {"train": column, "test": test[name]}
        if any(isinstance(cell, str) for cell in column):
            texts = sorted({cell for cell in column if isinstance(cell, str)})
            for part, cells in parts.items():
                made[part] += [np.array([float(cell == text) for cell in cells]) for text in texts]
            continue
        values = {part: np.array(cells, dtype=np.float64) for part, cells in parts.items()}
        middle = float(np.nanmedian(values["train"]))
        filled = {part: np.where(np.isnan(v), middle, v) for part, v in values.items()}
        centre, spread = filled["train"].mean(), filled["train"].std() or 1.0
        for part in parts:
            made[part] += [(filled[part] - centre) / spread, np.isnan(values[part]).astype(np.float64)]
    return {part: np.stack(columns, axis=1).tolist() for part, columns in made.items()}


def nested_choices(
    X: list[list[float | None]],
    y: list[int],
    outer: list[list[int]],
    inner: list[list[list[int]]],
    penalties: list[float],
) -> object:
    """The penalty chosen for every outer fold: smallest mean over its inner folds of the squared error."""
    features, labels = np.array(X, dtype=np.float64), np.array(y, dtype=np.float64)
    return [
        _choice(features, labels, np.setdiff1d(np.arange(labels.size), fold), folds, penalties)
        for fold, folds in zip(outer, inner, strict=True)
    ]


def nested_scores(
    X: list[list[float | None]],
    y: list[int],
    outer: list[list[int]],
    inner: list[list[list[int]]],
    penalties: list[float],
) -> object:
    """AUC on every outer fold of the model with the penalty chosen for it, fitted on all its other rows."""
    features, labels = np.array(X, dtype=np.float64), np.array(y, dtype=np.float64)
    scores = []
    for fold, folds in zip(outer, inner, strict=True):
        train = np.setdiff1d(np.arange(labels.size), fold)
        penalty = _choice(features, labels, train, folds, penalties)
        test = np.array(fold)
        scores.append(_auc(_predictions(features, labels, train, test, penalty), labels[test]))
    return scores


def cost_threshold(probabilities: list[float], labels: list[int], miss: float, alarm: float) -> object:
    """{"threshold", "cost"}: deny where probability >= threshold, at the smallest mean cost.

    Candidates are the probabilities that occur, and 2 for never. Of equal costs the largest threshold.
    """
    scores, outcomes = np.array(probabilities), np.array(labels)
    best = (2.0, math.inf)
    for threshold in sorted({*probabilities, 2.0}, reverse=True):
        denied = scores >= threshold
        missed, false = int((~denied & (outcomes == 1)).sum()), int((denied & (outcomes == 0)).sum())
        cost = (miss * missed + alarm * false) / outcomes.size
        if cost < best[1] - 1e-12:
            best = (threshold, cost)
    return {"threshold": best[0], "cost": best[1]}


def reliability(probabilities: list[float], labels: list[int], bins: int) -> object:
    """{"bins": [[mean probability, rate, rows]] of those that are not empty, "ece"}.

    The bin of p is the whole part of p · bins, that of 1 the last one. The error is the
    mean distance of rate and mean probability, weighted by rows. Source: Naeini et al. (2015), AAAI.
    """
    scores, outcomes = np.array(probabilities), np.array(labels)
    places: Ints = np.minimum((scores * bins).astype(np.int64), bins - 1)
    found, error = [], 0.0
    for place in range(bins):
        inside = places == place
        if inside.any():
            mean, rate, rows = float(scores[inside].mean()), float(outcomes[inside].mean()), int(inside.sum())
            found.append([mean, rate, rows])
            error += abs(mean - rate) * rows / outcomes.size
    return {"bins": found, "ece": error}


def compare(a: list[float], b: list[float], test_share: float) -> object:
    """{"difference", "low", "high", "verdict"} of paired scores of repeated splits, the higher the better.

    The corrected t interval at 95 %: the variance of the mean is (1 / splits + test / train) times the
    variance of the differences. Source: Nadeau & Bengio (2003), Machine Learning 52.
    """
    gaps = np.array(a) - np.array(b)
    mean = float(gaps.mean())
    error = math.sqrt((1 / gaps.size + test_share / (1 - test_share)) * float(gaps.var(ddof=1)))
    half = T_QUANTILES[gaps.size] * error
    verdict = "a" if mean - half > 0 else "b" if mean + half < 0 else "undecided"
    return {"difference": mean, "low": mean - half, "high": mean + half, "verdict": verdict}


# 97.5 % quantiles of Student's t with splits - 1 degrees of freedom.
T_QUANTILES = {5: 2.7764451051977987, 10: 2.2621571628540993, 20: 2.093024054408263, 30: 2.045229642132703}


def _choice(
    features: Floats, labels: Floats, train: Ints, folds: list[list[int]], penalties: list[float]
) -> float:
    errors = []
    for penalty in penalties:
        parts = []
        for fold in folds:
            rest = np.setdiff1d(train, fold)
            test = np.array(fold)
            wrong = labels[test] - _predictions(features, labels, rest, test, penalty)
            parts.append(float((wrong**2).mean()))
        errors.append(float(np.mean(parts)))
    return penalties[int(np.argmin(errors))]


def _predictions(features: Floats, labels: Floats, train: Ints, test: Ints, penalty: float) -> Floats:
    """Ridge regression on the labels; medians, centre, spread and weights of the training rows."""
    middle = np.nanmedian(features[train], axis=0)
    filled = np.where(np.isnan(features), middle, features)
    centre, spread = filled[train].mean(axis=0), filled[train].std(axis=0)
    scaled = (filled - centre) / np.where(spread > 0, spread, 1.0)
    level = labels[train].mean()
    gram = scaled[train].T @ scaled[train] + penalty * np.eye(features.shape[1])
    weights = np.linalg.solve(gram, scaled[train].T @ (labels[train] - level))
    return np.asarray(level + scaled[test] @ weights)


def _auc(scores: Floats, labels: Floats) -> float:
    """Of class 1; unlike the separation it may lie below one half."""
    found = separation_of(scores, labels)
    higher = scores[labels == 1][:, None] - scores[labels == 0]
    return found if float((np.sign(higher)).sum()) >= 0 else 1.0 - found


def _thresholds(rng: np.random.Generator, number: int) -> Json:
    labels = rng.integers(0, 2, 30)
    labels[:2] = 0, 1
    chances = np.clip(rng.normal(0.35 + 0.25 * labels, 0.2), 0.01, 0.99)
    chances = chances.round(1 if number == 1 else 3)
    if number == 3:  # an alarm costs so much that nobody is denied
        labels = (rng.uniform(size=30) < 0.2).astype(np.int64)
    miss, alarm = ((5.0, 1.0), (1.0, 1.0), (20.0, 1.0), (1.0, 40.0))[number % 4]
    return {
        "probabilities": floats(chances),
        "labels": [int(v) for v in labels],
        "miss": miss,
        "alarm": alarm,
    }


def _bins(rng: np.random.Generator, number: int) -> Json:
    chances = rng.beta(1.5, 3.0, size=40).round(3)
    if number == 1:
        chances[:6] = 0.0, 0.2, 0.4, 0.6, 1.0, 1.0
    labels = rng.uniform(size=40) < chances**1.3
    return {
        "probabilities": floats(chances),
        "labels": [int(v) for v in labels],
        "bins": (10, 5, 4)[number % 3],
    }


def _pairs(rng: np.random.Generator, number: int) -> Json:
    """Gaps that the plain t test calls significant and the corrected one does not, and clear ones."""
    splits, share = (10, 20, 5, 30)[number % 4], (0.1, 0.2, 0.5, 0.1)[number % 4]
    base, spread = rng.normal(0.8, 0.03, splits), 0.02
    correction = math.sqrt(1 / splits + share / (1 - share)) * T_QUANTILES[splits]
    noise = rng.normal(size=splits)
    noise = (noise - noise.mean()) / noise.std(ddof=1)
    # The gap in half widths of the corrected interval.
    gap = (0.75, -1.4, 0.4, -0.7)[number % 4] * correction * spread
    gap *= float(rng.choice([-1.0, 1.0]))
    return {"a": floats(base + gap + spread * noise), "b": floats(base), "test_share": share}


QUESTIONS = (
    Question(
        "preparation",
        "prepare",
        lambda rng, number: {},
        prepare,
        "Median, centre, spread and the list of texts come from train alone; a text that train never had "
        "is all "
        "zeros, and so is a gap among texts.",
    ),
    Question(
        "choices",
        "nested_choices",
        lambda rng, number: {},
        nested_choices,
        "For each outer fold compare penalties on its own inner folds, fitted on the rest of its training "
        "rows. "
        "Medians and scales are learned anew every time.",
        tolerance=1e-9,
    ),
    Question(
        "scores",
        "nested_scores",
        lambda rng, number: {},
        nested_scores,
        "Fit the chosen penalty on all training rows of the outer fold, then score its test rows by AUC. The "
        "best inner score is no estimate: it was picked because it was high.",
    ),
    Question(
        "threshold",
        "cost_threshold",
        _thresholds,
        cost_threshold,
        "Try every probability that occurs and 2; deny at or above it; of equal costs take the largest.",
    ),
    Question(
        "calibration",
        "reliability",
        _bins,
        reliability,
        "The bin of p is the whole part of p · bins, 1 belongs to the last; weigh bins by rows, leave out "
        "empty ones.",
        3,
    ),
    Question(
        "comparison",
        "compare",
        _pairs,
        compare,
        "Splits share training rows, so their scores are not independent: add test over train to 1 / splits.",
    ),
)
FROM_CREDIT = ("prepare", "nested_choices", "nested_scores")


def tasks(rng: np.random.Generator, data: Path, split: str) -> list[Task]:
    """The functions of preparation and nesting get rows of the credit table, drawn anew."""
    made = []
    for question in QUESTIONS:
        for number in range(question.count):
            if question.function == "prepare":
                arguments = _prepare_task(rng, data, number)
            elif question.function in FROM_CREDIT:
                arguments = _nested_task(rng, data, number)
            else:
                arguments = question.draw(rng, number)
            name = f"{question.function}-{number}"
            made.append(Task(name, question.check, question.function, arguments))
    return made


def _prepare_task(rng: np.random.Generator, data: Path, number: int) -> Json:
    table, _ = draw_rows(data, rng, 60)
    train: Table = {name: list(cells[:40]) for name, cells in table.items()}
    test: Table = {name: list(cells[40:]) for name, cells in table.items()}
    test["Job"][0] = "on leave"
    test["Home"][1] = None
    train["Assets"][2] = None
    if number == 1:
        train["Time"] = [48.0] * 40
    if number == 2:  # in another currency, after the move: whoever scales on all rows is seen
        test["Income"] = [cell * 900.0 if isinstance(cell, float) else cell for cell in test["Income"]]
    return {"train": train, "test": test}


def _nested_task(rng: np.random.Generator, data: Path, number: int) -> Json:
    """160 applicants. Folds are strewn; some cells are gaps, and one test fold holds far-out rows."""
    rows = 160
    table, labels = draw_rows(data, rng, rows)
    features = np.array([table[name] for name in NUMBERS], dtype=np.float64).T
    features = np.c_[features, rng.normal(size=(rows, 6)).round(3)]
    features[rng.uniform(size=features.shape) < 0.05] = np.nan
    order = rng.permutation(rows)
    k = (4, 5, 3, 4)[number % 4]
    outer = [sorted(int(row) for row in order[at::k]) for at in range(k)]
    if number % 2:
        features[outer[0][:3]] *= 6.0
    inner = []
    for fold in outer:
        rest = rng.permutation(np.setdiff1d(np.arange(rows), fold))
        inner.append([sorted(int(row) for row in rest[at::4]) for at in range(4)])
    cells = [[None if math.isnan(cell) else cell for cell in row] for row in matrix(features)]
    return {"X": cells, "y": labels, "outer": outer, "inner": inner, "penalties": list(PENALTIES)}


def grade(task: Task, answer: object | Failure, data: Path) -> Check:
    return judged(QUESTIONS, task, answer)
