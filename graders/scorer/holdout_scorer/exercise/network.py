"""A small network of linear layers and its gradients: what the exercises of deep learning are judged by."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Floats, Ints

ACTIVATIONS = ("relu", "tanh", "none")


@dataclass(frozen=True)
class Layer:
    """weights: shape (inputs, outputs). bias: shape (outputs,). activation: one of ACTIVATIONS."""

    weights: Floats
    bias: Floats
    activation: str


def activate(values: Floats, name: str) -> Floats:
    return np.maximum(values, 0.0) if name == "relu" else np.tanh(values) if name == "tanh" else values


def slope(values: Floats, name: str) -> Floats:
    """Derivative of the activation; that of relu at 0 is 0."""
    if name == "relu":
        return np.asarray(values > 0, dtype=np.float64)
    return 1.0 - np.tanh(values) ** 2 if name == "tanh" else np.ones_like(values)


def forward(layers: Sequence[Layer], inputs: Floats) -> tuple[Floats, list[tuple[Floats, Floats]]]:
    """Outputs of the last layer, and of every layer what went in and what stood before the activation."""
    seen = []
    values = inputs
    for layer in layers:
        before = values @ layer.weights + layer.bias
        seen.append((values, before))
        values = activate(before, layer.activation)
    return values, seen


def cross_entropy(logits: Floats, labels: Ints) -> tuple[float, Floats]:
    """Mean of -log softmax at the label, and its gradient in the logits. shape (n, classes), (n,)."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(labels.size)
    gradient = np.exp(logs)
    gradient[rows, labels] -= 1.0
    return float(-logs[rows, labels].mean()), gradient / labels.size


def gradients(
    layers: Sequence[Layer], inputs: Floats, labels: Ints, decay: float = 0.0
) -> tuple[float, list[tuple[Floats, Floats]]]:
    """Mean cross-entropy + decay/2 · sum of squared weights (not biases); of every layer its gradients in
    weights and bias.
    """
    outputs, seen = forward(layers, inputs)
    loss, upstream = cross_entropy(outputs, labels)
    found: list[tuple[Floats, Floats]] = []
    for layer, (values, before) in zip(reversed(layers), reversed(seen), strict=True):
        inner = upstream * slope(before, layer.activation)
        found.insert(0, (values.T @ inner + decay * layer.weights, inner.sum(axis=0)))
        upstream = inner @ layer.weights.T
    loss += decay / 2 * sum(float((layer.weights**2).sum()) for layer in layers)
    return loss, found
