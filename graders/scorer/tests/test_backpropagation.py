"""The truths of the exercise `backpropagation` against finite differences."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from holdout_scorer.exercise.network import Layer, cross_entropy, gradients
from holdout_scorer.exercise.sets import backpropagation as exercise


def numeric(function: Callable[[np.ndarray], float], at: np.ndarray, step: float = 1e-6) -> np.ndarray:
    found = np.zeros_like(at)
    for place in np.ndindex(at.shape):
        moved = np.zeros_like(at)
        moved[place] = step
        found[place] = (function(at + moved) - function(at - moved)) / (2 * step)
    return found


def drawn(function: str) -> list[dict[str, Any]]:
    return [
        task.arguments
        for seed in range(3)
        for task in exercise.tasks(np.random.default_rng(seed), Path(), "SAMPLE")
        if task.function == function
    ]


def test_every_gradient_of_a_network_is_that_of_finite_differences() -> None:
    for given in drawn("network_gradients"):
        inputs, labels, decay = np.array(given["X"]), np.array(given["labels"]), given["decay"]
        layers = exercise._layers(given["layers"])
        _, found = gradients(layers, inputs, labels, decay)
        for at, layer in enumerate(layers):

            def loss(weights: np.ndarray, bias: np.ndarray, at: int = at) -> float:
                kind = layers[at].activation  # noqa: B023
                changed = [*layers[:at], Layer(weights, bias, kind), *layers[at + 1 :]]  # noqa: B023
                return gradients(changed, inputs, labels, decay)[0]  # noqa: B023

            weights = numeric(lambda w, b=layer.bias, f=loss: f(w, b), layer.weights)  # type: ignore[misc]
            bias = numeric(lambda b, w=layer.weights, f=loss: f(w, b), layer.bias)  # type: ignore[misc]
            assert np.abs(found[at][0] - weights).max() < 1e-6
            assert np.abs(found[at][1] - bias).max() < 1e-6


def test_the_gradient_of_cross_entropy_sums_to_nothing_and_never_overflows() -> None:
    rng = np.random.default_rng(0)
    logits, labels = rng.normal(0, 2, (4, 3)), np.array([0, 1, 2, 1])
    loss, gradient = cross_entropy(logits, labels)
    assert numeric(lambda z: cross_entropy(z, labels)[0], logits) == pytest.approx(gradient, abs=1e-8)
    assert gradient.sum(axis=1) == pytest.approx(0, abs=1e-12)
    assert np.isfinite(cross_entropy(logits * 1e5, labels)[0])
    assert loss > 0


def test_layer_normalization_goes_back_as_finite_differences_say() -> None:
    for given in drawn("layer_norm_backward"):
        x, scale, upstream = (np.array(given[name]) for name in ("X", "scale", "upstream"))

        def total(x: np.ndarray, scale: np.ndarray, upstream: np.ndarray = upstream) -> float:
            normal = (x - x.mean(1, keepdims=True)) / np.sqrt(x.var(1, keepdims=True) + 1e-5)
            return float((upstream * scale * normal).sum())

        found: Any = exercise.layer_norm_backward(**given)
        step = 1e-5 * x.std()
        by_x = numeric(lambda v, s=scale, f=total: f(v, s), x, step)  # type: ignore[misc]
        assert np.array(found["X"]) == pytest.approx(by_x, rel=1e-4, abs=1e-5 * np.abs(by_x).max())
        by_scale = numeric(lambda s, v=x, f=total: f(v, s), scale)  # type: ignore[misc]
        assert found["scale"] == pytest.approx(by_scale, abs=1e-6)


def test_claims_are_wrong_where_they_were_spoiled() -> None:
    answers: list[Any] = [exercise.wrong_layers(**given) for given in drawn("wrong_layers")]
    for number, answer in enumerate(answers):
        assert (answer == []) == (number % 6 == 0)
    assert {name for answer in answers for _, name in answer} == {"weights", "bias"}


def test_the_first_step_of_adam_is_the_rate_in_the_direction_of_the_sign() -> None:
    found: Any = exercise.adam([1.0, 1.0], [[5.0, -0.02]], 0.1, [0.9, 0.999], 0.0)
    assert found[0] == pytest.approx([0.9, 1.1], abs=1e-6)
    path: Any = exercise.momentum([0.0], [[1.0], [1.0]], 1.0, 0.5)
    assert path == [[-1.0], [-2.5]]


def test_a_footprint_counted_by_hand() -> None:
    layers: list[Any] = [
        {"kind": "conv", "channels": 2, "kernel": 3, "stride": 1, "padding": 1},
        {"kind": "pool", "size": 2},
        {"kind": "dense", "units": 5},
    ]
    # 2 · (9 + 1) and 5 · (2 · 2 · 2 + 1) parameters; 2 · 25 + 2 · 4 + 5 outputs for each of 10 images.
    found: Any = exercise.footprint([1, 5, 5], layers, 10, "adam")
    assert found == {"parameters": 65, "activations": 630, "bytes": 4 * (4 * 65 + 630)}
