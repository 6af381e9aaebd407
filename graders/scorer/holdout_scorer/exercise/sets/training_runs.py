"""Stage 3: read learning curves, repair runs that diverge, and what keeps a run stable."""

import math
from dataclasses import asdict
from pathlib import Path

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.exercise.compare import is_number
from holdout_scorer.exercise.questions import Json, Question, drawn, judged, matrix
from holdout_scorer.exercise.runs import (
    CHANCE,
    KINDS,
    REPAIRS,
    BrokenRun,
    draw_broken,
    draw_curves,
    final_loss,
)
from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task
from holdout_scorer.exercise.training import Curves, Sample, Settings

CHECKS = (
    CheckInfo("diagnosis", "What the curves say", 35, "NEURAL_REPRESENTATION", "ANALYZE"),
    CheckInfo("repair", "A diverging run is repaired by one change", 25, "NEURAL_REPRESENTATION", "IMPROVE"),
    CheckInfo("stability", "The largest stable rate", 15, "MATHEMATICS", "FRAME"),
    CheckInfo("stopping", "Stopped at the right moment", 15, "EVALUATION_ERROR_ANALYSIS", "IMPROVE"),
    CheckInfo("schedule", "Warm-up and cosine", 10, "NEURAL_REPRESENTATION", "IMPROVE"),
)
LOOK = {
    "rate-too-high": "Losses that grow many times over, or are no numbers any more, come from steps that "
    "are too long.",
    "rate-too-low": "The loss still falls steadily when the run ends, and it has not come far.",
    "overfitting": "Compare the end of the validation loss with its lowest point, and with the training "
    "loss.",
    "underfitting": "Both losses lie high and close together, and neither moves any more.",
    "dead-units": "Look at the share of units that never fire before you blame the gradient.",
    "vanishing-gradients": "The units fire, the loss does not move, and the first layer's gradient is "
    "next to nothing.",
    "healthy": "Training loss low, validation loss near its lowest point: not every run is ill.",
}
FULL_WAY = 0.8


def largest_rate(X: list[list[float]], momentum: float) -> object:
    """Below it gradient descent on half the mean squared residual converges: 2 (1 + momentum) over the
    largest eigenvalue of XᵀX / n. Source: Polyak (1964), USSR Computational Mathematics 4(5).
    """
    design = np.array(X)
    return 2.0 * (1.0 + momentum) / float(np.linalg.eigvalsh(design.T @ design / len(X))[-1])


def early_stop(losses: list[float | None], patience: int, tolerance: float) -> object:
    """{"best", "stopped"}: epochs from 0. An epoch is better when it lies more than `tolerance` below the
    best so far; None is never better. After `patience` epochs without a better one the run stops.
    """
    best, lowest = 0, math.inf
    for epoch, loss in enumerate(losses):
        if loss is not None and loss < lowest - tolerance:
            best, lowest = epoch, loss
        elif epoch - best >= patience:
            return {"best": best, "stopped": epoch}
    return {"best": best, "stopped": len(losses) - 1}


def schedule(steps: int, warmup: int, peak: float, floor: float) -> object:
    """The rate of every step: peak · (s + 1) / warmup for s < warmup, then half a cosine from peak at step
    `warmup` to floor at the last. Source: Loshchilov & Hutter (2017), ICLR.
    """
    rates = []
    for step in range(steps):
        if step < warmup:
            rates.append(peak * (step + 1) / warmup)
        else:
            done = (step - warmup) / (steps - 1 - warmup)
            rates.append(floor + (peak - floor) * (1 + math.cos(math.pi * done)) / 2)
    return rates


def _design(rng: np.random.Generator, number: int) -> Json:
    design: Floats = rng.normal(size=(20, 4))
    if number == 1:
        design = design * [1.0, 40.0, 0.1, 1.0]
    if number == 2:
        design[:, 1] = design[:, 0] + 0.01 * design[:, 1]
    return {"X": matrix(design), "momentum": (0.0, 0.0, 0.9, 0.5)[number % 4]}


def _losses(rng: np.random.Generator, number: int) -> Json:
    epochs = np.arange(30)
    values = 1.0 / (1 + 0.5 * epochs) + rng.uniform(0, 0.1)
    if number != 2:  # that one creeps on for ever, by less than the tolerance
        values = values + rng.normal(0, 0.01, 30) + 0.02 * np.maximum(epochs - 10, 0)
    losses: list[float | None] = [round(float(v), 4) for v in values]
    if number == 1:  # a step of exactly the patience, and a better epoch just in time
        losses[9] = 0.05
        losses[13] = 0.04
    if number == 3:
        losses[4] = losses[20] = None
    return {
        "losses": losses,
        "patience": (3, 4, 3, 6, 2)[number % 5],
        "tolerance": (0.0, 0.0, 0.01, 0.0, 0.02)[number % 5],
    }


def _steps(rng: np.random.Generator, number: int) -> Json:
    return {
        "steps": int(rng.integers(15, 40)),
        "warmup": (5, 0, 1)[number % 3],
        "peak": round(float(rng.uniform(0.01, 1)), 4),
        "floor": (0.0, 0.001, 0.0001)[number % 3],
    }


QUESTIONS = (
    Question(
        "stability",
        "largest_rate",
        _design,
        largest_rate,
        "The curvature is XᵀX / n, its largest eigenvalue decides; momentum m multiplies the bound by 1 + m.",
    ),
    Question(
        "stopping",
        "early_stop",
        _losses,
        early_stop,
        "Count epochs since the best one; an epoch that is not more than `tolerance` better does not "
        "reset the "
        "count, and None never does.",
        5,
    ),
    Question(
        "schedule",
        "schedule",
        _steps,
        schedule,
        "The last step of the warm-up has the peak, so has the first of the cosine; the very last has the "
        "floor.",
        3,
    ),
)
ASKED = {question.function for question in QUESTIONS}


def tasks(rng: np.random.Generator, data: Path, split: str) -> list[Task]:
    """Besides the questions: curves of every kind and three more, broken runs of every kind and two more."""
    made = drawn(QUESTIONS, rng)
    kinds = [*KINDS, *(str(kind) for kind in rng.choice(list(KINDS), 3))]
    for number, at in enumerate(rng.permutation(len(kinds))):
        arguments = _curves(draw_curves(rng, kinds[int(at)]))
        facts: Json = {"diagnosis": kinds[int(at)]}
        made.append(Task(f"diagnose-{number}", "diagnosis", "diagnose", arguments, facts))
    culprits = [*REPAIRS, *(str(name) for name in rng.choice(list(REPAIRS), 2))]
    for number, at in enumerate(rng.permutation(len(culprits))):
        made.append(_repair_task(rng, number, culprits[int(at)]))
    return made


def _curves(curves: Curves) -> Json:
    return {
        "train": curves.train,
        "valid": curves.valid,
        "first_gradient": curves.first,
        "last_gradient": curves.last,
        "dead": curves.dead,
    }


def _repair_task(rng: np.random.Generator, number: int, culprit: str) -> Task:
    broken = draw_broken(rng, culprit)
    settings = asdict(broken.settings)
    given: Json = {
        "settings": {name: settings[name] for name in REPAIRS},
        "X": broken.sample.inputs.tolist(),
        "y": broken.sample.labels.tolist(),
        "curves": _curves(broken.curves),
    }
    facts: Json = {
        "valid": {"X": broken.valid.inputs.tolist(), "y": broken.valid.labels.tolist()},
        "settings": settings,
        "seed": broken.seed,
        "good": broken.good,
    }
    return Task(f"repair-{number}", "repair", "repair", given, facts)


def grade(task: Task, answer: object | Failure, data: Path) -> Check:
    """A repair counts by the loss that the repaired run reaches here."""
    if task.function in ASKED:
        return judged(QUESTIONS, task, answer)
    if isinstance(answer, Failure):
        return Check(
            task.check, 0.0, f"{task.id}: the function raised {answer.error}. {RULES[task.function]}"
        )
    return _judge_repair(task, answer) if task.function == "repair" else _judge_diagnosis(task, answer)


RULES = {
    "diagnose": f"Answer one of {', '.join(KINDS)}.",
    "repair": 'Answer {"setting": one of ' + ", ".join(REPAIRS) + ', "value": its new value}.',
}


def _judge_diagnosis(task: Task, answer: object) -> Check:
    if answer not in tuple(KINDS):
        return Check(task.check, 0.0, f"{task.id}: that is no diagnosis. {RULES['diagnose']}")
    true = str(task.facts["diagnosis"])
    if answer == true:
        return Check(task.check, 1.0, "")
    return Check(task.check, 0.0, f"{task.id}: the curves do not say {answer}. {LOOK[true]}")


def _judge_repair(task: Task, answer: object) -> Check:
    change = _change(answer)
    if isinstance(change, str):
        return Check(task.check, 0.0, f"{task.id}: {change}. {RULES['repair']}")
    broken = _broken(task)
    loss = final_loss(broken, *change)
    way = (CHANCE - loss) / (CHANCE - broken.good)
    share = float(np.clip(way / FULL_WAY, 0.0, 1.0))
    message = (
        f"{task.id}: with this change the run goes {max(way, 0.0):.0%} of the way from guessing to a "
        "repaired "
        f"run; {FULL_WAY:.0%} earns everything. Look for the one setting that is out of all proportion, "
        "and at "
        "the scale of the columns where they are not standardized."
    )
    return Check(task.check, share, "" if share == 1.0 else message)


def _change(answer: object) -> tuple[str, object] | str:
    """The setting and its new value, or what is wrong with the answer."""
    if not isinstance(answer, dict) or set(answer) != {"setting", "value"}:
        return "the answer must hold `setting` and `value`, and nothing else"
    setting, value = answer["setting"], answer["value"]
    if setting not in tuple(REPAIRS):
        return "that setting cannot be changed"
    if setting == "standardize":
        return (setting, value) if isinstance(value, bool) else "standardize is true or false"
    if not is_number(value) or not 0 <= value <= (1 if setting == "momentum" else 1000):
        return "the value must be a number from 0 to 1000, of momentum from 0 to 1"
    return setting, value


def _broken(task: Task) -> BrokenRun:
    """The run as it was drawn."""
    facts, given = task.facts, task.arguments
    settings, valid = facts["settings"], facts["valid"]
    if not isinstance(settings, dict) or not isinstance(valid, dict):
        raise TypeError("facts of a repair are objects")
    made = Settings(**(settings | {"hidden": tuple(settings["hidden"])}))
    return BrokenRun(
        settings=made,
        sample=Sample(np.array(given["X"]), np.array(given["y"])),
        valid=Sample(np.array(valid["X"]), np.array(valid["y"])),
        seed=int(str(facts["seed"])),
        curves=Curves([], [], [], [], []),
        good=float(str(facts["good"])),
    )
