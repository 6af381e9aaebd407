"""Training runs with one defect each, drawn until their curves show this defect and nothing else."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.errors import AssignmentError
from holdout_scorer.exercise.training import Curves, Rng, Sample, Settings, draw_sample, train

CHANCE = math.log(2.0)
MOST_DRAWS = 60


def signs(curves: Curves) -> set[str]:
    """What the curves show, by the marks that the brief states."""
    losses, valid = _numbers(curves.train), _numbers(curves.valid)
    first, dead = max(_numbers(curves.first)), curves.dead[-1]
    if not np.isfinite([*losses, *valid]).all() or max(losses) > 3 * losses[0]:
        return {"rate-too-high"}
    quarter = len(losses) // 4
    fall = 1.0 - losses[-1] / losses[-1 - quarter]
    ratio = valid[-1] / losses[-1]
    shown = {
        "dead-units": dead >= 0.95,
        "vanishing-gradients": dead < 0.5 and first < 1e-4 and losses[-1] > 0.95 * losses[0],
        "overfitting": valid[-1] >= 1.5 * min(valid) and losses[-1] <= 0.2 * losses[0],
        "underfitting": first >= 1e-2 and losses[-1] >= 0.4 and fall < 0.01 and ratio < 1.25,
        "rate-too-low": first >= 1e-2 and losses[-1] >= 0.4 and fall > 0.03,
        "healthy": losses[-1] <= 0.3 and valid[-1] <= 1.15 * min(valid),
    }
    return {name for name, holds in shown.items() if holds}


def _numbers(values: list[float | None]) -> list[float]:
    return [math.inf if value is None else value for value in values]


@dataclass(frozen=True)
class Kind:
    """How runs of one diagnosis are drawn."""

    rows: int
    noise: float
    settings: Callable[[Rng], Settings]


def _width(rng: Rng) -> int:
    return int(rng.integers(16, 33))


def _too_high(rng: Rng) -> Settings:
    return Settings((_width(rng),), float(rng.uniform(15, 40)))


def _too_low(rng: Rng) -> Settings:
    return Settings((_width(rng),), float(rng.uniform(3e-4, 8e-4)), init=0.7)


def _large(rng: Rng) -> Settings:
    return Settings((2 * _width(rng), 64), float(rng.uniform(0.05, 0.15)))


def _linear(rng: Rng) -> Settings:
    return Settings((), float(rng.uniform(0.05, 0.2)))


def _never_firing(rng: Rng) -> Settings:
    return Settings((_width(rng),), 0.05, bias=-float(rng.uniform(12, 20)))


def _deep_and_small(rng: Rng) -> Settings:
    return Settings((12,) * int(rng.integers(4, 6)), 0.05, init=float(rng.uniform(0.03, 0.06)))


def _sound(rng: Rng) -> Settings:
    return Settings((_width(rng),), float(rng.uniform(0.04, 0.08)))


KINDS: dict[str, Kind] = {
    "rate-too-high": Kind(200, 0.02, _too_high),
    "rate-too-low": Kind(200, 0.02, _too_low),
    "overfitting": Kind(40, 0.25, _large),
    "underfitting": Kind(300, 0.02, _linear),
    "dead-units": Kind(200, 0.02, _never_firing),
    "vanishing-gradients": Kind(200, 0.02, _deep_and_small),
    "healthy": Kind(400, 0.02, _sound),
}


def draw_curves(rng: Rng, diagnosis: str) -> Curves:
    """Curves that show this and nothing else. Raises AssignmentError when none is found in many draws."""
    kind = KINDS[diagnosis]
    for _ in range(MOST_DRAWS):
        settings = kind.settings(rng)
        sample, valid = draw_sample(rng, kind.rows, kind.noise), draw_sample(rng, 300, kind.noise)
        curves = train(rng, settings, sample, valid)
        if signs(curves) == {diagnosis}:
            return curves
    raise AssignmentError("SET_INVALID", f"No run shows {diagnosis}.")


@dataclass(frozen=True)
class BrokenRun:
    """A run that makes no progress because of one setting. good: validation loss once it is repaired."""

    settings: Settings
    sample: Sample
    valid: Sample
    seed: int
    curves: Curves
    good: float


REPAIRS: dict[str, object] = {"rate": 0.05, "init": 1.0, "momentum": 0.9, "standardize": True}


def draw_broken(rng: Rng, culprit: str) -> BrokenRun:
    """Raises AssignmentError when no such run is found in many draws."""
    for _ in range(MOST_DRAWS):
        units = np.array([1.0, 300.0, 0.01, 20.0]) if culprit == "standardize" else np.ones(4)
        sample, valid = _measured(rng, units), _measured(rng, units)
        settings = _spoiled(rng, culprit)
        seed = int(rng.integers(2**31))
        curves = train(np.random.default_rng(seed), settings, sample, valid)
        broken = BrokenRun(settings, sample, valid, seed, curves, 0.0)
        good = final_loss(broken, culprit, REPAIRS[culprit])
        if _numbers(curves.valid)[-1] > CHANCE and good < 0.4:
            return replace(broken, good=good)
    raise AssignmentError("SET_INVALID", f"No run breaks by its {culprit}.")


def _measured(rng: Rng, units: Floats) -> Sample:
    """Columns in units of very different size, which are also far from zero."""
    sample = draw_sample(rng, 200, 0.02)
    offset = 4.0 * units if units.std() > 0 else np.zeros(4)
    return Sample((sample.inputs * units + offset).round(4), sample.labels)


def _spoiled(rng: Rng, culprit: str) -> Settings:
    """Everything else differs from run to run as well, but within what works."""
    settings = Settings(
        hidden=(_width(rng),),
        rate=round(float(rng.uniform(0.03, 0.08)), 3),
        momentum=round(float(rng.uniform(0.8, 0.93)), 2),
        init=round(float(rng.uniform(0.6, 1.3)), 2),
        # Harmless if all columns have the same scale.
        standardize=culprit in ("rate", "init") or (culprit == "momentum" and bool(rng.uniform() < 0.5)),
    )
    if culprit == "rate":
        return replace(settings, rate=round(float(rng.uniform(8, 30)), 1))
    if culprit == "init":
        return replace(settings, init=round(float(rng.uniform(30, 60)), 1))
    return replace(settings, momentum=0.9999) if culprit == "momentum" else settings


def final_loss(broken: BrokenRun, setting: str, value: object) -> float:
    """The last validation loss with one setting changed; infinite if it is not a number."""
    settings = _changed(broken.settings, setting, value)
    rng = np.random.default_rng(broken.seed)
    return _numbers(train(rng, settings, broken.sample, broken.valid).valid)[-1]


def _changed(settings: Settings, setting: str, value: object) -> Settings:
    if setting == "standardize":
        return replace(settings, standardize=bool(value))
    number = float(str(value))
    if setting == "rate":
        return replace(settings, rate=number)
    return replace(settings, init=number) if setting == "init" else replace(settings, momentum=number)
