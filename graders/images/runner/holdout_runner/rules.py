"""Which ONNX files are run. Checked on the parsed file, before ONNX Runtime sees it."""

from collections.abc import Iterator
from pathlib import Path

import onnx
from google.protobuf.message import DecodeError

from holdout_runner.errors import FileRejectedError

DEFAULT_DOMAINS = ("", "ai.onnx")
LOWEST_OPSET, HIGHEST_OPSET = 7, 21
MOST_NODES = 2000
PICKLE_STARTS = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05", b"PK\x03\x04", b"(dp", b"(lp")
# What a classifier is made of. Nothing random, no control flow, no text, nothing that keeps a state.
OPERATORS = frozenset(
    [
        "Abs",
        "Add",
        "And",
        "ArgMax",
        "ArgMin",
        "AveragePool",
        "BatchNormalization",
        "Cast",
        "Ceil",
        "Clip",
        "Concat",
        "Constant",
        "ConstantOfShape",
        "Conv",
        "ConvTranspose",
        "CumSum",
        "DepthToSpace",
        "DequantizeLinear",
        "Div",
        "Dropout",
        "Einsum",
        "Elu",
        "Equal",
        "Erf",
        "Exp",
        "Expand",
        "Flatten",
        "Floor",
        "Gather",
        "GatherElements",
        "GatherND",
        "Gelu",
        "Gemm",
        "GlobalAveragePool",
        "GlobalMaxPool",
        "Greater",
        "GreaterOrEqual",
        "GroupNormalization",
        "HardSigmoid",
        "HardSwish",
        "Identity",
        "InstanceNormalization",
        "LayerNormalization",
        "LeakyRelu",
        "Less",
        "LessOrEqual",
        "Log",
        "LogSoftmax",
        "LRN",
        "MatMul",
        "Max",
        "MaxPool",
        "Mean",
        "Min",
        "Mish",
        "Mul",
        "Neg",
        "Not",
        "Or",
        "Pad",
        "Pow",
        "PRelu",
        "QLinearConv",
        "QLinearMatMul",
        "QuantizeLinear",
        "Reciprocal",
        "ReduceL1",
        "ReduceL2",
        "ReduceMax",
        "ReduceMean",
        "ReduceMin",
        "ReduceProd",
        "ReduceSum",
        "ReduceSumSquare",
        "Relu",
        "Reshape",
        "Resize",
        "Round",
        "Selu",
        "Shape",
        "Sigmoid",
        "Sign",
        "Size",
        "Slice",
        "Softmax",
        "Softplus",
        "Softsign",
        "SpaceToDepth",
        "Split",
        "Sqrt",
        "Squeeze",
        "Sub",
        "Sum",
        "Tanh",
        "ThresholdedRelu",
        "Tile",
        "TopK",
        "Transpose",
        "Unsqueeze",
        "Where",
        "Xor",
    ]
)


def checked_model(path: Path, max_bytes: int) -> bytes:
    """The bytes of a model that keeps the rules. Raises FileRejectedError for the first that it breaks."""
    if not path.is_file():
        raise FileRejectedError(
            "OUTPUT_MISSING", "The train command left no model.onnx. Write the model to the path {onnx}."
        )
    if path.stat().st_size > max_bytes:
        raise FileRejectedError(
            "FILE_TOO_LARGE",
            f"model.onnx has {path.stat().st_size:,} bytes; at most {max_bytes:,} are allowed. Use fewer"
            " weights, or keep them as float16 and cast them in the graph.",
        )
    content = path.read_bytes()
    _check(_parse(content))
    return content


def _parse(content: bytes) -> onnx.ModelProto:
    if content.startswith(PICKLE_STARTS):
        raise FileRejectedError(
            "NOT_ONNX", "model.onnx is a pickle or an archive, not ONNX. Export with torch.onnx.export."
        )
    try:
        model = onnx.load_model_from_string(content)
    except DecodeError:
        model = onnx.ModelProto()
    if not model.graph.node:
        raise FileRejectedError("NOT_ONNX", "model.onnx is not an ONNX model with a graph.")
    return model


def _check(model: onnx.ModelProto) -> None:
    for entry in model.opset_import:
        if entry.domain not in DEFAULT_DOMAINS:
            raise _custom("imports operators of another domain than ONNX's own")
        if not LOWEST_OPSET <= entry.version <= HIGHEST_OPSET:
            raise FileRejectedError(
                "OPSET",
                f"model.onnx has opset {entry.version}; {LOWEST_OPSET} to {HIGHEST_OPSET} can be run.",
            )
    if len(model.functions) > 0 or len(model.training_info) > 0:
        raise _custom("defines functions of its own or training information")
    if len(model.graph.node) > MOST_NODES:
        raise FileRejectedError("TOO_MANY_NODES", f"model.onnx has more than {MOST_NODES} nodes.")
    for node in model.graph.node:
        if node.domain not in DEFAULT_DOMAINS or node.op_type not in OPERATORS:
            known = node.domain in DEFAULT_DOMAINS and onnx.defs.has(node.op_type)
            raise _custom(f"uses the operator {node.op_type}" if known else "uses a custom operator")
        if any(attribute.HasField("g") or attribute.graphs for attribute in node.attribute):
            raise _custom("has a graph inside an operator")
    for tensor in _tensors(model.graph):
        if tensor.external_data or tensor.data_location == onnx.TensorProto.EXTERNAL:
            raise FileRejectedError(
                "EXTERNAL_DATA",
                "model.onnx keeps weights in another file. Save it as one file, without external data.",
            )
        if tensor.data_type == onnx.TensorProto.STRING:
            raise FileRejectedError("TEXT", "model.onnx holds text as a constant; only numbers are allowed.")


def _tensors(graph: onnx.GraphProto) -> Iterator[onnx.TensorProto]:
    yield from graph.initializer
    for sparse in graph.sparse_initializer:
        yield from (sparse.values, sparse.indices)
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.HasField("t"):
                yield attribute.t
            if attribute.HasField("sparse_tensor"):
                yield from (attribute.sparse_tensor.values, attribute.sparse_tensor.indices)
            yield from attribute.tensors


def _custom(what: str) -> FileRejectedError:
    return FileRejectedError(
        "OPERATOR",
        f"model.onnx {what}, which is not run here. Use the layers that the brief lists: convolutions, linear"
        " layers, poolings, normalizations and plain arithmetic.",
    )
