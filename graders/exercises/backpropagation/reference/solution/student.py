"""Forward with a memory, backward through it; every claim checked by moving one parameter at a time."""

import copy

import numpy as np


def softmax_loss(logits, labels):
    z = np.array(logits, dtype=float)
    z -= z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    one_hot = np.eye(z.shape[1])[labels]
    return {"loss": -(one_hot * log_p).sum() / len(z), "gradient": (np.exp(log_p) - one_hot) / len(z)}


def network_gradients(layers, X, labels, decay):
    x, memory, penalty = np.array(X, dtype=float), [], 0.0
    for layer in layers:
        weights = np.array(layer["weights"])
        z = x @ weights + layer["bias"]
        memory.append((x, z, weights, layer["activation"]))
        penalty += decay / 2 * (weights**2).sum()
        x = {"relu": np.maximum(z, 0), "tanh": np.tanh(z), "none": z}[layer["activation"]]
    found = softmax_loss(x, labels)
    back, gradients = found["gradient"], []
    for x, z, weights, kind in reversed(memory):
        back = back * {"relu": z > 0, "tanh": 1 - np.tanh(z) ** 2, "none": 1}[kind]
        gradients.append({"weights": x.T @ back + decay * weights, "bias": back.sum(axis=0)})
        back = back @ weights.T
    return {"loss": found["loss"] + penalty, "gradients": gradients[::-1]}


def layer_norm_backward(X, scale, upstream):
    x, up = np.array(X), np.array(upstream)
    spread = np.sqrt(x.var(axis=1, keepdims=True) + 1e-5)
    normal = (x - x.mean(axis=1, keepdims=True)) / spread
    inner = up * scale
    through_mean = inner.mean(axis=1, keepdims=True)
    through_spread = normal * (inner * normal).mean(axis=1, keepdims=True)
    return {
        "X": (inner - through_mean - through_spread) / spread,
        "scale": (up * normal).sum(axis=0),
        "shift": up.sum(axis=0),
    }


def wrong_layers(layers, X, labels, decay, claimed):
    wrong = []
    for at, claim in enumerate(claimed):
        for name in ("bias", "weights"):
            slopes = np.zeros_like(np.array(claim[name]))
            for place in np.ndindex(slopes.shape):
                losses = []
                for step in (1e-5, -1e-5):
                    moved = copy.deepcopy(layers)
                    values = np.array(moved[at][name])
                    values[place] += step
                    moved[at][name] = values
                    losses.append(network_gradients(moved, X, labels, decay)["loss"])
                slopes[place] = (losses[0] - losses[1]) / 2e-5
            if np.abs(slopes - claim[name]).max() > 1e-4:
                wrong.append([at, name])
    return wrong


def momentum(weights, gradients, rate, beta):
    w, v, path = np.array(weights), 0, []
    for gradient in gradients:
        v = beta * v + np.array(gradient)
        w = w - rate * v
        path.append(w)
    return path


def adam(weights, gradients, rate, betas, decay):
    w, m, v, path = np.array(weights), 0, 0, []
    for t, gradient in enumerate(np.array(gradients), start=1):
        m = betas[0] * m + (1 - betas[0]) * gradient
        v = betas[1] * v + (1 - betas[1]) * gradient**2
        direction = m / (1 - betas[0] ** t) / (np.sqrt(v / (1 - betas[1] ** t)) + 1e-8)
        w = (1 - rate * decay) * w - rate * direction
        path.append(w)
    return path


def footprint(image, layers, batch, optimizer):
    shape, parameters, outputs = image, 0, 0
    for layer in layers:
        if layer["kind"] == "conv":
            k, padding, stride = layer["kernel"], layer["padding"], layer["stride"]
            parameters += layer["channels"] * (shape[0] * k * k + 1)
            sides = [(side + 2 * padding - k) // stride + 1 for side in shape[1:]]
            shape = [layer["channels"], *sides]
        elif layer["kind"] == "pool":
            shape = [shape[0], *(side // layer["size"] for side in shape[1:])]
        else:
            parameters += layer["units"] * (int(np.prod(shape)) + 1)
            shape = [layer["units"]]
        outputs += int(np.prod(shape))
    copies = {"sgd": 2, "momentum": 3, "adam": 4}[optimizer]
    activations = batch * outputs
    return {
        "parameters": parameters,
        "activations": activations,
        "bytes": 4 * (copies * parameters + activations),
    }
