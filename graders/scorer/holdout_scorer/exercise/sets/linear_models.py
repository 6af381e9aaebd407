"""Stage 1: linear and logistic regression from scratch, judged by certified and by exact coefficients."""

from pathlib import Path

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.exercise.certified import digits, disguised, exact_fit, read_regression
from holdout_scorer.exercise.compare import difference, is_number
from holdout_scorer.exercise.logistic import minimum, objective
from holdout_scorer.exercise.questions import Json, Question, drawn, floats, judged, matrix
from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task

CHECKS = (
    CheckInfo("certified", "Digits of agreement with certified values", 30, "MATHEMATICS", "BASELINE"),
    CheckInfo("collinear", "Digits where columns are nearly collinear", 10, "MATHEMATICS", "BASELINE"),
    CheckInfo("objective", "Logistic loss and gradient, without overflow", 15, "MATHEMATICS", "FRAME"),
    CheckInfo("gradient-check", "Wrong gradients are found", 15, "MATHEMATICS", "ANALYZE"),
    CheckInfo("descent", "Gradient descent, step by step", 10, "MATHEMATICS", "IMPROVE"),
    CheckInfo("logistic", "The logistic model at its minimum", 20, "SUPERVISED_UNSUPERVISED", "BASELINE"),
)
# Name: degree of the polynomial or None, intercept, digits for full points. The digits are what Householder
# QR and modified Gram-Schmidt reached on every one of 40 disguises, less half a digit.
CERTIFIED: dict[str, tuple[int | None, bool, float]] = {
    "Norris": (1, True, 11.0),
    "Pontius": (2, True, 11.0),
    "NoInt1": (1, False, 13.0),
    "Longley": (None, True, 9.5),
    "Wampler1": (5, True, 8.5),
    "Wampler2": (5, True, 11.5),
    "Wampler4": (5, True, 6.5),
    "Filip": (10, True, 6.0),
}
COLLINEAR_DIGITS = 7.0
LOST_DIGITS = 4.0
CLAIM_TOLERANCE = 1e-4
FULL_GAP, WORST_GAP = 8.0, 2.0


def logistic_objective(weights: list[float], X: list[list[float]], y: list[float], penalty: float) -> object:
    value, gradient = objective(np.array(weights), np.array(X), np.array(y), penalty)
    return {"loss": value, "gradient": [float(g) for g in gradient]}


def wrong_gradients(
    weights: list[float], X: list[list[float]], y: list[float], penalty: float, claimed: list[float]
) -> object:
    """Places of the claimed gradient that are off by more than the tolerance."""
    _, gradient = objective(np.array(weights), np.array(X), np.array(y), penalty)
    return [int(at) for at in np.flatnonzero(np.abs(gradient - np.array(claimed)) > CLAIM_TOLERANCE)]


def gradient_descent(
    X: list[list[float]], y: list[float], weights: list[float], rate: float, steps: int
) -> object:
    """Least squares: half the mean squared residual. The loss before every step, and the weights at last."""
    design, response, at = np.array(X), np.array(y), np.array(weights)
    losses = []
    for _ in range(steps):
        residuals = design @ at - response
        losses.append(float((residuals**2).mean() / 2))
        at = at - rate * design.T @ residuals / response.size
    return {"weights": [float(w) for w in at], "losses": losses}


def _model(rng: np.random.Generator, rows: int, columns: int, spread: float) -> tuple[Floats, Floats, Floats]:
    features = rng.normal(size=(rows, columns)).round(4)
    weights = (rng.choice([-1.0, 1.0], columns + 1) * rng.uniform(0.3, 1.0, columns + 1) * spread).round(4)
    chance = 1 / (1 + np.exp(-(weights[0] + features @ weights[1:]) / spread))
    labels = (rng.uniform(size=rows) < chance).astype(np.float64)
    labels[:2] = 0.0, 1.0
    return features, labels, weights


def _objective(rng: np.random.Generator, number: int) -> Json:
    # The last two have margins of hundreds: exp of them is infinite, log of what is left is not.
    features, labels, weights = _model(rng, 20, 3, (1.0, 1.0, 400.0, 3000.0)[number % 4])
    return {
        "weights": floats(weights),
        "X": matrix(features),
        "y": floats(labels),
        "penalty": (0.0, 0.5, 0.01, 0.0)[number % 4],
    }


def _claims(rng: np.random.Generator, number: int) -> Json:
    features, labels, weights = _model(rng, 25, 4, 1.0)
    penalty = 0.3
    _, gradient = objective(weights, features, labels, penalty)
    claimed = gradient.copy()
    place = int(rng.integers(1, 5))
    if number == 1:
        claimed[0] += penalty * weights[0]
    elif number == 2:
        claimed[1:] -= penalty * weights[1:]
    elif number == 3:
        claimed[place] *= labels.size
    elif number == 4:
        claimed[place] += float(rng.choice([-1, 1])) * 0.004
    elif number == 5:
        claimed = -claimed
    return {
        "weights": floats(weights),
        "X": matrix(features),
        "y": floats(labels),
        "penalty": penalty,
        "claimed": floats(claimed),
    }


def _descent(rng: np.random.Generator, number: int) -> Json:
    design = np.c_[np.ones(15), rng.normal(size=(15, 2))].round(4)
    largest = float(np.linalg.eigvalsh(design.T @ design / 15)[-1])
    return {
        "X": matrix(design),
        "y": floats(rng.normal(2, 1, size=15)),
        "weights": floats(rng.normal(size=3)),
        # Twice it is stable, once it diverges, as it must.
        "rate": round((0.5, 1.0, 2.5)[number % 3] / largest, 4),
        "steps": (1, 12, 8)[number % 3],
    }


QUESTIONS = (
    Question(
        "objective",
        "logistic_objective",
        _objective,
        logistic_objective,
        "The penalty spares the intercept, the loss is a mean, and log(1 + exp(m)) must not overflow for "
        "large m.",
        tolerance=1e-8,
    ),
    Question(
        "gradient-check",
        "wrong_gradients",
        _claims,
        wrong_gradients,
        "Move one weight at a time by about 1e-5 both ways, and compare the slope of your loss with the "
        "claim.",
        6,
    ),
    Question(
        "descent",
        "gradient_descent",
        _descent,
        gradient_descent,
        "The loss is half the mean of squared residuals and is noted before the step; a rate that "
        "diverges is "
        "carried out all the same.",
        3,
    ),
)
ASKED = {question.function for question in QUESTIONS}


def tasks(rng: np.random.Generator, data: Path, split: str) -> list[Task]:
    """The questions, every certified table in a new disguise, drawn tables, models to be fitted."""
    made = drawn(QUESTIONS, rng)
    for name, (degree, intercept, full) in CERTIFIED.items():
        table = disguised(read_regression(data / f"{name}.dat", degree, intercept), rng)
        arguments: Json = {"X": table.design.tolist(), "y": table.response.tolist()}
        facts: Json = {"coefficients": table.certified.tolist(), "full": full}
        made.append(Task(f"linear_fit-{name}", "certified", "linear_fit", arguments, facts))
    for number in range(3):
        design, response = _nearly_collinear(rng)
        facts = {"coefficients": exact_fit(design, response), "full": COLLINEAR_DIGITS}
        given: Json = {"X": design, "y": response}
        made.append(Task(f"linear_fit-drawn-{number}", "collinear", "linear_fit", given, facts))
    for number in range(4):
        made.append(Task(f"logistic_fit-{number}", "logistic", "logistic_fit", _fit(rng, number)))
    return made


def _nearly_collinear(rng: np.random.Generator) -> tuple[list[list[int]], list[int]]:
    """Whole numbers, so that rational arithmetic knows the answer. The third column is nearly 3 times the
    second.
    """
    first = rng.integers(100_000, 200_000, 14)
    near = 3 * first + np.r_[rng.permutation([-2, -1, 1, 2]), rng.integers(-2, 3, 10)]
    last, response = rng.integers(-50, 50, 14), rng.integers(-1000, 1000, 14)
    rows = zip(first, near, last, strict=True)
    return [[1, int(a), int(b), int(c)] for a, b, c in rows], [int(y) for y in response]


def _fit(rng: np.random.Generator, number: int) -> Json:
    features, labels, _ = _model(rng, 120, 4, 1.0)
    if number == 1:
        features *= np.array([1.0, 100.0, 0.01, 10.0])
    if number == 2:
        features[:, 1] = features[:, 0] + 0.05 * features[:, 1]
    if number == 3:  # separable: only the penalty keeps the weights finite
        labels = (features[:, 0] > 0).astype(np.float64)
    return {
        "X": matrix(features),
        "y": floats(labels),
        "penalty": (0.1, 0.01, 0.001, 0.001)[number % 4],
    }


def grade(task: Task, answer: object | Failure, data: Path) -> Check:
    if task.function in ASKED:
        return judged(QUESTIONS, task, answer)
    rows = np.array(task.arguments["X"], dtype=np.float64)
    size = rows.shape[1] + (1 if task.function == "logistic_fit" else 0)
    if not isinstance(answer, list) or len(answer) != size or not all(is_number(value) for value in answer):
        wrong = difference(answer, [0.0] * size, 0.0) or "the answer is no list of finite numbers"
        return Check(
            task.check, 0.0, f"{task.id}: {wrong}. Answer {size} finite numbers, one per coefficient."
        )
    found = np.array(answer, dtype=np.float64)
    return _judge_linear(task, found) if task.function == "linear_fit" else _judge_logistic(task, rows, found)


def _judge_linear(task: Task, found: Floats) -> Check:
    full = float(str(task.facts["full"]))
    right = digits(found, np.array(task.facts["coefficients"], dtype=np.float64))
    share = float(np.clip((right - full + LOST_DIGITS) / LOST_DIGITS, 0.0, 1.0))
    message = (
        f"{task.id}: {right:.1f} correct digits in the worst coefficient; {full:g} are within reach, and "
        "each "
        "missing one costs a quarter. XᵀX squares the condition number: factorize X itself, with "
        "reflections or "
        "by modified Gram-Schmidt, and drop no direction as if it were zero."
    )
    return Check(task.check, share, "" if share == 1.0 else message)


def _judge_logistic(task: Task, features: Floats, found: Floats) -> Check:
    """By how far the objective lies above its minimum: weights that nobody could tell apart count alike."""
    labels = np.array(task.arguments["y"], dtype=np.float64)
    penalty = float(str(task.arguments["penalty"]))
    best, _ = objective(minimum(features, labels, penalty), features, labels, penalty)
    with np.errstate(over="ignore", invalid="ignore"):
        reached, _ = objective(found, features, labels, penalty)
    gap = (reached - best) / best
    close = -np.log10(max(gap, 1e-16)) if np.isfinite(gap) else 0.0
    share = float(np.clip((close - WORST_GAP) / (FULL_GAP - WORST_GAP), 0.0, 1.0))
    message = (
        f"{task.id}: the objective is {max(gap, 0.0):.1e} of its size above the minimum; 1e-8 earns "
        "everything. "
        "Bring columns to one scale before you descend, or use Newton's step; stop when the gradient is "
        "nearly zero, not when you are tired of it. The penalty is on the weights as they are answered."
    )
    return Check(task.check, share, "" if share == 1.0 else message)
