"""The fixed network that latencies are told relative to: three convolutions, always the same weights."""

import numpy as np
import onnx
from onnx import helper, numpy_helper

WIDTHS = (16, 32)


def reference_model(shape: tuple[int, ...]) -> bytes:
    """An ONNX file that takes images (n, c, h, w). Its cost is all that matters."""
    generator = np.random.Generator(np.random.PCG64(1))
    sizes = [(WIDTHS[0], shape[0]), (WIDTHS[0], WIDTHS[0]), (WIDTHS[1], WIDTHS[0])]
    weights = [
        numpy_helper.from_array(generator.normal(0, 0.1, (*size, 3, 3)).astype(np.float32), f"w{number}")
        for number, size in enumerate(sizes)
    ]
    nodes = []
    before = "images"
    for number in range(len(sizes)):
        nodes.append(helper.make_node("Conv", [before, f"w{number}"], [f"c{number}"], pads=[1, 1, 1, 1]))
        nodes.append(helper.make_node("Relu", [f"c{number}"], [f"r{number}"]))
        before = f"r{number}"
        if number == 1:
            nodes.append(helper.make_node("MaxPool", [before], ["p"], kernel_shape=[2, 2], strides=[2, 2]))
            before = "p"
    nodes.append(helper.make_node("GlobalAveragePool", [before], ["out"]))
    graph = helper.make_graph(
        nodes,
        "reference",
        [helper.make_tensor_value_info("images", onnx.TensorProto.FLOAT, ["n", *shape])],
        [helper.make_tensor_value_info("out", onnx.TensorProto.FLOAT, None)],
        weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    content: bytes = model.SerializeToString()
    return content
