"""The contents of an author's NPZ of images, before anything is known about it."""

import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from holdout_scorer.errors import AssignmentError

USUAL = "labels"
Array = NDArray[np.generic]


def image_arrays(path: Path) -> tuple[str, NDArray[np.uint8], dict[str, list[str]]]:
    """The name of the array of images, the images, and what may be their labels, the likeliest last.

    Raises AssignmentError that says what to mend.
    """
    stored = _arrays(path)
    pictures = {
        name: array.astype(np.uint8, copy=False)
        for name, array in stored.items()
        if array.dtype == np.uint8 and array.ndim in (3, 4)
    }
    if len(pictures) != 1:
        shown = ", ".join(f"{name} ({array.dtype}, {array.shape})" for name, array in stored.items())
        raise AssignmentError(
            "DATA_INVALID",
            f"{path.name} must hold one uint8 array of images, of shape (n, h, w) or (n, h, w, c). It holds"
            f" {shown or 'no array'}.",
        )
    [(name, images)] = pictures.items()
    labels = {
        other: [str(value) for value in array.tolist()]
        for other, array in stored.items()
        if array.ndim == 1 and len(array) == len(images) and array.dtype.kind in "iuU"
    }
    if not labels:
        message = (
            f"{path.name} holds no labels: one whole number or text for each of its {len(images)} images."
        )
        raise AssignmentError("DATA_INVALID", message)
    return name, images, dict(sorted(labels.items(), key=lambda entry: (entry[0] == USUAL, entry[0])))


def copies_of(images: NDArray[np.uint8]) -> int:
    """Images that are the same as another one, pixel by pixel."""
    return len(images) - len({image.tobytes() for image in images})


def _arrays(path: Path) -> dict[str, Array]:
    try:
        with np.load(path, allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise AssignmentError(
            "DATA_UNREADABLE",
            f"{path.name} cannot be read as NPZ without pickles. Save it with np.savez_compressed, with"
            " labels as numbers or fixed-width text.",
        ) from error
