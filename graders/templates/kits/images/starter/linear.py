"""A linear classifier as an ONNX file: flatten, one matrix, softmax."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def save_linear(weights: np.ndarray, bias: np.ndarray, shape: tuple[int, ...], path: Path) -> None:
    """weights: (pixels, classes). bias: (classes,). shape: of an image's planes, (c, h, w)."""
    nodes = [
        helper.make_node("Flatten", ["images"], ["pixels"]),
        helper.make_node("Gemm", ["pixels", "weights", "bias"], ["logits"]),
        helper.make_node("Softmax", ["logits"], ["probabilities"], axis=1),
    ]
    tensors = [
        numpy_helper.from_array(weights.astype(np.float32), "weights"),
        numpy_helper.from_array(bias.astype(np.float32), "bias"),
    ]
    graph = helper.make_graph(
        nodes,
        "linear",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, ["n", *shape])],
        [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["n", len(bias)])],
        tensors,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save_model(model, str(path))


def planes(images: np.ndarray) -> np.ndarray:
    """(n, h, w) or (n, h, w, c) as (n, c, h, w)."""
    return images[:, np.newaxis] if images.ndim == 3 else np.moveaxis(images, -1, 1)
