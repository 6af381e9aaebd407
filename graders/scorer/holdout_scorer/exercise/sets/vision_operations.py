"""Stage 4, vision: the operations under every image model, on small drawn images."""

from pathlib import Path

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.exercise.questions import Json, Question, drawn, judged, matrix
from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task

CHECKS = (
    CheckInfo("convolution", "Convolution with stride and padding", 25, "DOMAINS", "BASELINE"),
    CheckInfo("pooling", "Pooling", 10, "DOMAINS", "BASELINE"),
    CheckInfo("augmentation", "Augmentation moves the boxes with the pixels", 25, "DOMAINS", "IMPROVE"),
    CheckInfo("boxes", "Overlap and suppression of boxes", 25, "DOMAINS", "ANALYZE"),
    CheckInfo("normalization", "Statistics come from the training images", 15, "DATA_ENGINEERING", "SPLIT"),
)


def convolve(image: list[list[float]], kernel: list[list[float]], stride: int, padding: int) -> object:
    """Cross-correlation, as deep learning calls convolution: the kernel is not flipped."""
    x, k = np.pad(np.array(image), padding), np.array(kernel)
    rows = (x.shape[0] - k.shape[0]) // stride + 1
    columns = (x.shape[1] - k.shape[1]) // stride + 1
    return [
        [
            float((x[r * stride : r * stride + k.shape[0], c * stride : c * stride + k.shape[1]] * k).sum())
            for c in range(columns)
        ]
        for r in range(rows)
    ]


def max_pool(image: list[list[float]], size: int, stride: int) -> object:
    x = np.array(image)
    rows, columns = ((side - size) // stride + 1 for side in x.shape)
    return [
        [
            float(x[r * stride : r * stride + size, c * stride : c * stride + size].max())
            for c in range(columns)
        ]
        for r in range(rows)
    ]


def flip_with_boxes(image: list[list[float]], boxes: list[list[float]]) -> object:
    """Left and right change places; boxes are [x0, y0, x1, y1] with x1 and y1 outside."""
    width = len(image[0])
    return {
        "image": [row[::-1] for row in image],
        "boxes": [[width - x1, y0, width - x0, y1] for x0, y0, x1, y1 in boxes],
    }


def crop_with_boxes(
    image: list[list[float]], boxes: list[list[float]], left: int, top: int, width: int, height: int
) -> object:
    """Boxes are clipped to the crop; one of which less than half is left is dropped."""
    kept = []
    for x0, y0, x1, y1 in boxes:
        a, b = max(x0 - left, 0), max(y0 - top, 0)
        c, d = min(x1 - left, width), min(y1 - top, height)
        if c > a and d > b and (c - a) * (d - b) >= 0.5 * (x1 - x0) * (y1 - y0):
            kept.append([a, b, c, d])
    return {"image": [row[left : left + width] for row in image[top : top + height]], "boxes": kept}


def iou(a: list[float], b: list[float]) -> float:
    """Intersection over union; 0 where both boxes are empty."""
    width = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
    height = max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    both = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - width * height
    return width * height / both if both > 0 else 0.0


def suppress(boxes: list[list[float]], scores: list[float], threshold: float) -> object:
    """Greedy non-maximum suppression: indices kept, best score first, equal scores in the order given."""
    kept: list[int] = []
    for index in sorted(range(len(boxes)), key=lambda i: (-scores[i], i)):
        if all(iou(boxes[index], boxes[other]) <= threshold for other in kept):
            kept.append(index)
    return kept


def normalize(train: list[list[list[float]]], images: list[list[list[float]]]) -> object:
    """Mean and population deviation over all pixels of the training images; a deviation of 0 counts as 1."""
    x = np.array(train)
    spread = float(x.std()) or 1.0
    return ((np.array(images) - x.mean()) / spread).tolist()


def _image(rng: np.random.Generator, rows: int, columns: int) -> Floats:
    return rng.integers(0, 256, size=(rows, columns)).astype(np.float64)


def _box(rng: np.random.Generator, width: int, height: int) -> list[float]:
    x0, y0 = int(rng.integers(0, width - 2)), int(rng.integers(0, height - 2))
    return [float(v) for v in (x0, y0, rng.integers(x0 + 1, width + 1), rng.integers(y0 + 1, height + 1))]


def _convolve(rng: np.random.Generator, number: int) -> Json:
    rows, columns = (int(v) for v in rng.integers(6, 12, size=2))
    kernel = rng.normal(size=((3, 3), (2, 3), (5, 5), (1, 1))[number % 4])
    stride, padding = ((1, 0), (1, 1), (2, 2), (3, 0))[number % 4]
    return {
        "image": matrix(_image(rng, rows, columns)),
        "kernel": matrix(kernel),
        "stride": stride,
        "padding": padding,
    }


def _pool(rng: np.random.Generator, number: int) -> Json:
    size, stride = ((2, 2), (3, 2), (2, 1))[number % 3]
    # Negative values: a pool that starts at zero is wrong.
    return {"image": matrix(_image(rng, 7, 9) - 300.0 * (number % 2)), "size": size, "stride": stride}


def _flip(rng: np.random.Generator, number: int) -> Json:
    rows, columns = 6, 7 + number
    return {
        "image": matrix(_image(rng, rows, columns)),
        "boxes": [_box(rng, columns, rows) for _ in range(number)],
    }


def _crop(rng: np.random.Generator, number: int) -> Json:
    left, top = int(rng.integers(1, 4)), int(rng.integers(1, 4))
    edge = [float(left - 1), float(top), float(left + 1), float(top + 2)]  # exactly half is left
    return {
        "image": matrix(_image(rng, 10, 12)),
        "boxes": [edge, *(_box(rng, 12, 10) for _ in range(4))],
        **{"left": left, "top": top, "width": 6, "height": 5},
    }


def _pair(rng: np.random.Generator, number: int) -> Json:
    a = _box(rng, 10, 10)
    touching = [a[2], a[1], a[2] + 3.0, a[3]]
    empty = [1.0, 1.0, 1.0, 1.0]
    cases = ((a, _box(rng, 10, 10)), (a, touching), (empty, empty), (a, list(a)), (a, _box(rng, 10, 10)))
    first, second = cases[number % 5]
    return {"a": first, "b": second}


def _suppress(rng: np.random.Generator, number: int) -> Json:
    boxes = [_box(rng, 12, 12) for _ in range(2 if number == 0 else 12)]
    scores = [round(float(v), 1) for v in rng.uniform(size=len(boxes))]  # one decimal: ties
    if number == 0:
        boxes[1], scores[1] = list(boxes[0]), scores[0]
    return {"boxes": boxes, "scores": scores, "threshold": (0.5, 0.3, 0.1, 0.0)[number % 4]}


def _normalize(rng: np.random.Generator, number: int) -> Json:
    train = [matrix(_image(rng, 4, 4) if number else np.full((4, 4), 7.0)) for _ in range(3)]
    return {"train": train, "images": [matrix(_image(rng, 4, 4) + 40.0) for _ in range(2)]}


QUESTIONS = (
    Question(
        "convolution",
        "convolve",
        _convolve,
        convolve,
        "Pad with zeros on every side, do not flip the kernel, and drop positions where it does not fit.",
    ),
    Question(
        "pooling",
        "max_pool",
        _pool,
        max_pool,
        "Take the largest value of each window; values may all be negative.",
        3,
    ),
    Question(
        "augmentation",
        "flip_with_boxes",
        _flip,
        flip_with_boxes,
        "A flipped box swaps its left and right edge; x1 lies outside the box, so the width needs no -1.",
    ),
    Question(
        "augmentation",
        "crop_with_boxes",
        _crop,
        crop_with_boxes,
        "Shift first, clip next; keep a box when at least half of its old area is left.",
    ),
    Question(
        "boxes",
        "iou",
        _pair,
        iou,
        "Boxes that only touch share nothing; two empty boxes have an IoU of 0.",
        5,
    ),
    Question(
        "boxes",
        "suppress",
        _suppress,
        suppress,
        "Go from the best score down, keep equal scores in the order given, drop what overlaps a "
        "kept box by more "
        "than the threshold.",
    ),
    Question(
        "normalization",
        "normalize",
        _normalize,
        normalize,
        "Mean and deviation come from the training images only, over all their pixels; a deviation "
        "of 0 counts as 1.",
        3,
    ),
)


def tasks(rng: np.random.Generator, data: Path, split: str) -> list[Task]:
    """Other images for every split, the same kinds of edge case."""
    return drawn(QUESTIONS, rng)


def grade(task: Task, answer: object | Failure, data: Path) -> Check:
    return judged(QUESTIONS, task, answer)
