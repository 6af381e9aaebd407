"""`onnx-classify`: probabilities of a student's model on images, and how long one image takes."""

import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from holdout_runner.errors import FileRejectedError
from holdout_runner.reference import reference_model
from holdout_runner.rules import checked_model

Floats = NDArray[np.float32]
SUM_TOLERANCE = 1e-3
WARM_UP = 20


def classify(given: Path, out: Path) -> None:
    """Reads model.onnx, images.npy and request.json {classes, batch, maxBytes, timed}.

    Writes probabilities.npy and report.json {modelBytes, latencyMs, referenceMs}; the times are lists in the
    order of measuring, empty where `timed` is 0. Raises FileRejectedError for a model that breaks a rule.
    """
    request = json.loads((given / "request.json").read_text())
    images = np.load(given / "images.npy", allow_pickle=False)
    content = checked_model(given / "model.onnx", int(request["maxBytes"]))
    planes = to_input(images)
    model = Model(content, int(request["classes"]), planes.shape[1:])
    batch = int(request["batch"])
    parts = [model.run(planes[start : start + batch]) for start in range(0, len(planes), batch)]
    probabilities = np.concatenate(parts)
    np.save(out / "probabilities.npy", probabilities, allow_pickle=False)
    own, reference = model.times(planes, int(request["timed"]))
    report = {"modelBytes": len(content), "latencyMs": own, "referenceMs": reference}
    (out / "report.json").write_text(json.dumps(report))


def to_input(images: NDArray[np.uint8]) -> Floats:
    """(n, h, w) or (n, h, w, c) in 0..255 to (n, c, h, w) in [0, 1]."""
    planes = images[:, None] if images.ndim == 3 else np.moveaxis(images, 3, 1)
    return np.ascontiguousarray(planes, dtype=np.float32) / np.float32(255)


def open_session(content: bytes) -> onnxruntime.InferenceSession:
    """One thread, whatever the machine: latency and the order of sums must not depend on it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


class Model:
    """A student's model in ONNX Runtime. Every fault of it is a FileRejectedError."""

    def __init__(self, content: bytes, classes: int, shape: tuple[int, ...]) -> None:
        self.classes = classes
        try:
            self.session = open_session(content)
        except Exception as error:
            # ONNX Runtime raises a dozen unrelated classes; each means that it cannot load the file.
            raise FileRejectedError(
                "NOT_ONNX", f"ONNX Runtime cannot load model.onnx ({type(error).__name__})."
            ) from error
        inputs, outputs = self.session.get_inputs(), self.session.get_outputs()
        if len(inputs) != 1 or len(outputs) != 1:
            raise self._shape(f"has {len(inputs)} inputs and {len(outputs)} outputs", classes, shape)
        wanted = [None, *shape]
        if inputs[0].type != "tensor(float)" or not _fits(inputs[0].shape, wanted):
            raise self._shape(f"takes {inputs[0].type} {_text(inputs[0].shape)}", classes, shape)
        self.name, self.shape = inputs[0].name, shape

    @staticmethod
    def _shape(what: str, classes: int, shape: tuple[int, ...]) -> FileRejectedError:
        return FileRejectedError(
            "SHAPE",
            f"model.onnx {what}. It must take one float32 input of shape (n, {', '.join(map(str, shape))})"
            f" with any n, and give one float32 output of shape (n, {classes}).",
        )

    def run(self, planes: Floats) -> Floats:
        """Probabilities (n, classes) of one batch."""
        try:
            found: Any = self.session.run(None, {self.name: planes})[0]
        except Exception as error:
            raise FileRejectedError(
                "RUN_FAILED", f"model.onnx fails on a batch of {len(planes)} images ({type(error).__name__})."
            ) from error
        if not isinstance(found, np.ndarray) or found.shape != (len(planes), self.classes):
            got = _text(list(found.shape)) if isinstance(found, np.ndarray) else "no tensor"
            raise self._shape(f"gives {got} for {len(planes)} images", self.classes, self.shape)
        if found.dtype != np.float32:
            raise self._shape(f"gives {found.dtype}", self.classes, self.shape)
        if not np.isfinite(found).all():
            raise FileRejectedError("NOT_FINITE", "model.onnx gives NaN or infinity for some images.")
        if found.min() < 0 or found.max() > 1 or np.abs(found.sum(axis=1) - 1).max() > SUM_TOLERANCE:
            raise FileRejectedError(
                "OUT_OF_RANGE",
                "model.onnx gives values that are no probabilities: each must lie in [0, 1] and each image's"
                " must add up to 1. End the graph with a softmax over the classes.",
            )
        return found

    def times(self, planes: Floats, count: int) -> tuple[list[float], list[float]]:
        """Milliseconds for one image at a time, in turns with a fixed network: both meet the same machine."""
        own: list[float] = []
        reference: list[float] = []
        if count == 0:
            return own, reference
        other = open_session(reference_model(planes.shape[1:]))
        for number in range(WARM_UP + count):
            image = planes[number % len(planes)][None]
            middle = [time.perf_counter()]
            self.run(image)
            middle.append(time.perf_counter())
            other.run(None, {"images": image})
            middle.append(time.perf_counter())
            if number >= WARM_UP:
                own.append(round((middle[1] - middle[0]) * 1000, 4))
                reference.append(round((middle[2] - middle[1]) * 1000, 4))
        return own, reference


def _fits(shape: list[int | str | None], wanted: list[int | None]) -> bool:
    """Named or open sizes fit anything; a fixed batch does not, for batches differ."""
    if len(shape) != len(wanted) or isinstance(shape[0], int):
        return False
    pairs = zip(shape[1:], wanted[1:], strict=True)
    return all(not isinstance(size, int) or size == want for size, want in pairs)


def _text(shape: list[Any]) -> str:
    """Sizes only: names in the file are the student's words."""
    return "(" + ", ".join(str(size) if isinstance(size, int) else "n" for size in shape) + ")"
