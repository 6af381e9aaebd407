"""Stage 3: gradients of a small network and of its parts, optimizers, and what a network costs in memory."""

from itertools import pairwise
from pathlib import Path
from typing import cast

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.exercise.network import Layer, cross_entropy, gradients
from holdout_scorer.exercise.questions import Json, Question, drawn, floats, judged, matrix
from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task

CHECKS = (
    CheckInfo("loss", "Softmax and cross-entropy without overflow", 15, "NEURAL_REPRESENTATION", "FRAME"),
    CheckInfo("network", "Gradients of a whole network", 30, "NEURAL_REPRESENTATION", "IMPROVE"),
    CheckInfo("normalization", "Back through layer normalization", 15, "MATHEMATICS", "IMPROVE"),
    CheckInfo("gradient-check", "The wrong layer is found", 15, "MATHEMATICS", "ANALYZE"),
    CheckInfo("optimizers", "Momentum and Adam, step by step", 15, "NEURAL_REPRESENTATION", "IMPROVE"),
    CheckInfo("footprint", "Parameters and memory, counted before", 10, "TRAINING_SERVING", "FRAME"),
)
EPSILON = 1e-5
CLAIM_TOLERANCE = 1e-4
BYTES = 4


def softmax_loss(logits: list[list[float]], labels: list[int]) -> object:
    loss, gradient = cross_entropy(np.array(logits), np.array(labels))
    return {"loss": loss, "gradient": gradient.tolist()}


def network_gradients(layers: list[Json], X: list[list[float]], labels: list[int], decay: float) -> object:
    loss, found = gradients(_layers(layers), np.array(X), np.array(labels), decay)
    return {"loss": loss, "gradients": [{"weights": w.tolist(), "bias": b.tolist()} for w, b in found]}


def layer_norm_backward(X: list[list[float]], scale: list[float], upstream: list[list[float]]) -> object:
    """Gradients of sum(upstream · (scale · normalized + shift)) in X, scale and shift.

    A row is normalized by its own mean and by the root of its variance (divisor d) + 1e-5. Source: Ba,
    Kiros & Hinton (2016).
    """
    values, given, factor = np.array(X), np.array(upstream), np.array(scale)
    spread = np.sqrt(values.var(axis=1, keepdims=True) + EPSILON)
    normal = (values - values.mean(axis=1, keepdims=True)) / spread
    inner = given * factor
    back = inner - inner.mean(axis=1, keepdims=True) - normal * (inner * normal).mean(axis=1, keepdims=True)
    return {
        "X": (back / spread).tolist(),
        "scale": (given * normal).sum(axis=0).tolist(),
        "shift": given.sum(axis=0).tolist(),
    }


def wrong_layers(
    layers: list[Json], X: list[list[float]], labels: list[int], decay: float, claimed: list[Json]
) -> object:
    """Entries [layer, "weights" or "bias"] of the claimed gradients that are off, rising."""
    _, found = gradients(_layers(layers), np.array(X), np.array(labels), decay)
    return [
        [at, name]
        for at, (pair, claim) in enumerate(zip(found, claimed, strict=True))
        for name, true in (("bias", pair[1]), ("weights", pair[0]))
        if np.abs(true - np.array(claim[name], dtype=np.float64)).max() > CLAIM_TOLERANCE
    ]


def momentum(weights: list[float], gradients: list[list[float]], rate: float, beta: float) -> object:
    """v' = beta v + gradient, w' = w - rate v', from v = 0. The weights after every step."""
    at, velocity, path = np.array(weights), np.zeros(len(weights)), []
    for gradient in gradients:
        velocity = beta * velocity + np.array(gradient)
        at = at - rate * velocity
        path.append(at.tolist())
    return path


def adam(
    weights: list[float], gradients: list[list[float]], rate: float, betas: list[float], decay: float
) -> object:
    """Adam with bias correction, epsilon 1e-8 outside the root, and decoupled decay: w is first multiplied by
    1 - rate · decay. Sources: Kingma & Ba (2015), ICLR; Loshchilov & Hutter (2019), ICLR.
    """
    at, path = np.array(weights), []
    first: Floats = np.zeros(len(weights))
    second: Floats = np.zeros(len(weights))
    for step, row in enumerate(gradients, start=1):
        gradient = np.array(row)
        first = betas[0] * first + (1 - betas[0]) * gradient
        second = betas[1] * second + (1 - betas[1]) * gradient**2
        corrected = first / (1 - betas[0] ** step), second / (1 - betas[1] ** step)
        at = at * (1 - rate * decay) - rate * corrected[0] / (np.sqrt(corrected[1]) + 1e-8)
        path.append(at.tolist())
    return path


def footprint(image: list[int], layers: list[Json], batch: int, optimizer: str) -> object:
    """{"parameters", "activations", "bytes"} of a convolutional network that is trained in 32 bits.

    image: [channels, height, width]. Activations: numbers that the layers of one batch put out. Bytes: 4
    for every parameter, its gradient, each state of the optimizer (sgd 0, momentum 1, adam 2), and every
    activation.
    """
    shape, parameters, outputs = list(image), 0, 0
    for layer in layers:
        if layer["kind"] == "conv":
            channels, kernel = int(str(layer["channels"])), int(str(layer["kernel"]))
            stride, padding = int(str(layer["stride"])), int(str(layer["padding"]))
            parameters += channels * (shape[0] * kernel**2 + 1)
            shape = [channels, *((side + 2 * padding - kernel) // stride + 1 for side in shape[1:])]
        elif layer["kind"] == "pool":
            size = int(str(layer["size"]))
            shape = [shape[0], *(side // size for side in shape[1:])]
        else:
            inputs, units = int(np.prod(shape)), int(str(layer["units"]))
            parameters += units * (inputs + 1)
            shape = [units]
        outputs += int(np.prod(shape))
    states = {"sgd": 0, "momentum": 1, "adam": 2}[optimizer]
    activations = batch * outputs
    return {
        "parameters": parameters,
        "activations": activations,
        "bytes": BYTES * (parameters * (2 + states) + activations),
    }


def _layers(layers: list[Json]) -> list[Layer]:
    return [
        Layer(np.array(layer["weights"]), np.array(layer["bias"]), str(layer["activation"]))
        for layer in layers
    ]


def _logits(rng: np.random.Generator, number: int) -> Json:
    size = (1.0, 3.0, 800.0, 1e4)[number % 4]
    return {
        "logits": matrix(rng.normal(0, size, size=(5, 4))),
        "labels": [int(v) for v in rng.integers(0, 4, 5)],
    }


def _network(rng: np.random.Generator, number: int) -> Json:
    sizes = ((3, 4), (4, 6, 3), (5, 8, 6, 3), (2, 5, 5, 5, 2))[number % 4]
    kinds = ("none", "tanh", "relu", "relu")[number % 4]
    layers: list[Json] = []
    for at, (inputs, outputs) in enumerate(pairwise(sizes)):
        layers.append(
            {
                "weights": matrix(rng.normal(0, 1.2 / np.sqrt(inputs), size=(inputs, outputs)).round(4)),
                "bias": floats(rng.normal(0, 0.3, outputs).round(4)),
                "activation": "none" if at == len(sizes) - 2 else kinds,
            }
        )
    rows = 7
    return {
        "layers": layers,
        "X": matrix(rng.normal(size=(rows, sizes[0])).round(4)),
        "labels": [int(v) for v in rng.integers(0, sizes[-1], rows)],
        "decay": (0.0, 0.1, 0.0, 0.01)[number % 4],
    }


def _norm(rng: np.random.Generator, number: int) -> Json:
    rows, columns = 3, (4, 6, 5)[number % 3]
    values = rng.normal(size=(rows, columns)) * (1.0, 30.0, 0.01)[number % 3]
    return {
        "X": matrix(values),
        "scale": floats(rng.uniform(0.5, 2, columns)),
        "upstream": matrix(rng.normal(size=(rows, columns))),
    }


def _claims(rng: np.random.Generator, number: int) -> Json:
    """Mistakes as they are made: a mean too many, a forgotten slope, decay on the bias, a lost sum."""
    given = _network(rng, 1 + number % 3)
    given["decay"] = 0.2
    made = _layers(cast(list[Json], given["layers"]))
    inputs, labels = np.array(given["X"]), np.array(given["labels"])
    _, found = gradients(made, inputs, labels, 0.2)
    claimed: list[dict[str, Floats]] = [{"weights": w.copy(), "bias": b.copy()} for w, b in found]
    place = int(rng.integers(len(claimed)))
    if number == 1:
        claimed[place]["bias"] += 0.2 * made[place].bias
    elif number == 2:
        claimed[place]["weights"] *= labels.size
    elif number == 3:
        claimed[place]["weights"] -= 0.2 * made[place].weights
    elif number == 4:  # every layer but the last is one slope short
        _, short = gradients([Layer(la.weights, la.bias, "none") for la in made], inputs, labels, 0.2)
        claimed[0]["weights"], claimed[0]["bias"] = short[0]
    elif number == 5:
        claimed[place]["weights"][0, 0] += float(rng.choice([-1, 1])) * 0.003
    return given | {
        "claimed": [{"weights": matrix(c["weights"]), "bias": floats(c["bias"])} for c in claimed]
    }


def _steps(rng: np.random.Generator, number: int) -> Json:
    size, steps = 3, (1, 4, 12)[number % 3]
    slopes = rng.normal(size=(steps, size)) * [1.0, 100.0, 0.01]
    slopes[:, 1] += 50.0
    return {"weights": floats(rng.normal(size=size)), "gradients": matrix(slopes)}


def _momentum(rng: np.random.Generator, number: int) -> Json:
    return _steps(rng, number) | {
        "rate": (0.1, 0.05, 0.01)[number % 3],
        "beta": (0.9, 0.5, 0.99)[number % 3],
    }


def _adam(rng: np.random.Generator, number: int) -> Json:
    return _steps(rng, number) | {
        "rate": (0.1, 0.01, 0.001)[number % 3],
        "betas": ([0.9, 0.999], [0.8, 0.95], [0.9, 0.999])[number % 3],
        "decay": (0.0, 0.0, 0.5)[number % 3],
    }


def _shapes(rng: np.random.Generator, number: int) -> Json:
    side = int(rng.integers(17, 41))
    layers: list[Json] = []
    for at in range(1 + number % 3):
        layers.append(
            {
                "kind": "conv",
                "channels": int(rng.integers(4, 33)),
                "kernel": (3, 5)[at % 2],
                "stride": 1 + (number + at) % 2,
                "padding": (1, 0)[at % 2],
            }
        )
    layers += [{"kind": "pool", "size": 2}, {"kind": "dense", "units": int(rng.integers(10, 200))}]
    layers.append({"kind": "dense", "units": 10})
    return {
        "image": [(1, 3, 3)[number % 3], side, side + int(rng.integers(0, 5))],
        "layers": layers,
        "batch": int(rng.integers(8, 257)),
        "optimizer": ("sgd", "momentum", "adam")[number % 3],
    }


QUESTIONS = (
    Question(
        "loss",
        "softmax_loss",
        _logits,
        softmax_loss,
        "Subtract the largest logit of a row before exp, and divide the gradient by the number of rows.",
    ),
    Question(
        "network",
        "network_gradients",
        _network,
        network_gradients,
        "Go back layer by layer: upstream times the slope before the activation, then transposed "
        "products. Decay "
        "is on weights, not on biases.",
        5,
    ),
    Question(
        "normalization",
        "layer_norm_backward",
        _norm,
        layer_norm_backward,
        "Mean and variance of a row depend on every number in it: two more terms come back through them.",
        3,
    ),
    Question(
        "gradient-check",
        "wrong_layers",
        _claims,
        wrong_layers,
        "Move single parameters by about 1e-5 both ways and compare the slope of the loss with what is "
        "claimed.",
        6,
    ),
    Question(
        "optimizers",
        "momentum",
        _momentum,
        momentum,
        "v becomes beta v + gradient, without a factor 1 - beta, and the new v moves the weights.",
        3,
    ),
    Question(
        "optimizers",
        "adam",
        _adam,
        adam,
        "Correct both means for their start at 0, add 1e-8 outside the root, and let decay shrink the "
        "weights, "
        "not enter the gradient.",
        3,
    ),
    Question(
        "footprint",
        "footprint",
        _shapes,
        footprint,
        "An output side is (side + 2 padding - kernel) // stride + 1; biases count; gradients and the "
        "optimizer's "
        "states are as large as the parameters.",
        3,
    ),
)


def tasks(rng: np.random.Generator, data: Path, split: str) -> list[Task]:
    """Other networks for every split, the same kinds of edge case."""
    return drawn(QUESTIONS, rng)


def grade(task: Task, answer: object | Failure, data: Path) -> Check:
    return judged(QUESTIONS, task, answer)
