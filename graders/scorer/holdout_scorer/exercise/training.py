"""Small training runs and the curves they leave, for exercises that read or repair them."""

import math
from dataclasses import dataclass, replace

import numpy as np

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.exercise.network import Layer, cross_entropy, forward, gradients

Rng = np.random.Generator
POINTS, STEPS_PER_POINT = 40, 5
# From here on a loss is written as None: it is of no use to anybody.
HUGE = 1e6


@dataclass(frozen=True)
class Sample:
    """inputs: shape (n, d). labels: shape (n,), 0 or 1."""

    inputs: Floats
    labels: Ints


@dataclass(frozen=True)
class Settings:
    """hidden: units of each hidden layer. init: factor on weights of standard deviation sqrt(2 / inputs).

    bias: at which hidden biases start. decay: on weights.
    """

    hidden: tuple[int, ...]
    rate: float
    momentum: float = 0.9
    init: float = 1.0
    bias: float = 0.0
    standardize: bool = True
    decay: float = 0.0


@dataclass(frozen=True)
class Curves:
    """One entry a point, a point every five steps; None where a number is not finite or beyond a million.

    first, last: norm of the gradient in the weights of the first and of the last layer. dead: share of
    hidden units that fire for no training row.
    """

    train: list[float | None]
    valid: list[float | None]
    first: list[float | None]
    last: list[float | None]
    dead: list[float]


def draw_sample(rng: Rng, rows: int, noise: float) -> Sample:
    """Half of the signal is linear, half is not; `noise` of the labels are turned over."""
    inputs = rng.normal(size=(rows, 4))
    signal = 0.8 * inputs[:, 2] + 2.0 * inputs[:, 0] * inputs[:, 1]
    labels = (signal > 0) != (rng.uniform(size=rows) < noise)
    return Sample(inputs, labels.astype(np.int64))


def train(rng: Rng, settings: Settings, sample: Sample, valid: Sample) -> Curves:
    """Gradient descent with momentum on all rows at once."""
    centre, spread = np.zeros(sample.inputs.shape[1]), np.ones(sample.inputs.shape[1])
    if settings.standardize:
        centre, spread = sample.inputs.mean(axis=0), sample.inputs.std(axis=0)
    inputs, others = (sample.inputs - centre) / spread, (valid.inputs - centre) / spread
    layers = _start(rng, settings, inputs.shape[1])
    memory = [(np.zeros_like(layer.weights), np.zeros_like(layer.bias)) for layer in layers]
    curves = Curves([], [], [], [], [])
    with np.errstate(all="ignore"):
        for step in range(POINTS * STEPS_PER_POINT):
            _, found = gradients(layers, inputs, sample.labels, settings.decay)
            if step % STEPS_PER_POINT == 0:
                _note(curves, layers, (inputs, sample.labels), (others, valid.labels), found)
            memory = [
                (settings.momentum * v + w, settings.momentum * u + b)
                for (v, u), (w, b) in zip(memory, found, strict=True)
            ]
            layers = [
                replace(layer, weights=layer.weights - settings.rate * v, bias=layer.bias - settings.rate * u)
                for layer, (v, u) in zip(layers, memory, strict=True)
            ]
    return curves


def _start(rng: Rng, settings: Settings, inputs: int) -> list[Layer]:
    sizes = (inputs, *settings.hidden, 2)
    layers = []
    for at in range(len(sizes) - 1):
        scale = settings.init * math.sqrt(2.0 / sizes[at])
        is_hidden = at < len(sizes) - 2
        bias = np.full(sizes[at + 1], settings.bias if is_hidden else 0.0)
        weights = rng.normal(0, scale, size=(sizes[at], sizes[at + 1]))
        layers.append(Layer(weights, bias, "relu" if is_hidden else "none"))
    return layers


def _note(
    curves: Curves,
    layers: list[Layer],
    train: tuple[Floats, Ints],
    valid: tuple[Floats, Ints],
    found: list[tuple[Floats, Floats]],
) -> None:
    outputs, seen = forward(layers, train[0])
    fires = [(before > 0).any(axis=0) for _, before in seen[:-1]]
    curves.train.append(_plain(cross_entropy(outputs, train[1])[0]))
    curves.valid.append(_plain(cross_entropy(forward(layers, valid[0])[0], valid[1])[0]))
    curves.first.append(_plain(float(np.linalg.norm(found[0][0]))))
    curves.last.append(_plain(float(np.linalg.norm(found[-1][0]))))
    curves.dead.append(round(1.0 - float(np.concatenate(fires).mean()), 4) if fires else 0.0)


def _plain(value: float) -> float | None:
    return float(f"{value:.5g}") if math.isfinite(value) and abs(value) < HUGE else None
