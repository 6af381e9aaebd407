"""Images and classes in NPZ files: the author's, and those of the bundles."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from holdout_scorer.arrays import Ints
from holdout_scorer.errors import AssignmentError

Images = NDArray[np.uint8]
SMALLEST_SIDE, LARGEST_SIDE, MOST_IMAGES, MOST_CLASSES = 8, 128, 200_000, 200
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Dataset:
    """images: (n, h, w) or (n, h, w, c), uint8. labels: (n,), places in `classes`."""

    images: Images
    labels: Ints
    classes: tuple[str, ...]


def load_dataset(path: Path, images: str, labels: str, names: tuple[str, ...]) -> Dataset:
    """Reads an author's file. Raises AssignmentError that says what to mend."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            absent = [name for name in (images, labels) if name not in stored.files]
            if absent:
                raise _invalid(
                    f"{path.name} has no array `{absent[0]}`; it holds {', '.join(stored.files) or 'none'}."
                )
            pixels, marks = stored[images], stored[labels]
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise AssignmentError(
            "DATA_UNREADABLE",
            f"{path.name} cannot be read as NPZ without pickles. Save it with np.savez_compressed, with"
            " labels as numbers or fixed-width text.",
        ) from error
    _check(path.name, images, labels, pixels, marks)
    values, numbers = np.unique(marks, return_inverse=True)
    if names and len(names) != len(values):
        raise AssignmentError(
            "ASSIGNMENT_INVALID",
            f"assignment.json.dataset.classes names {len(names)} classes; the labels have {len(values)}.",
        )
    classes = names or tuple(str(value) for value in values)
    return Dataset(pixels, numbers.astype(np.int64), classes)


def _check(
    file: str, images: str, labels: str, pixels: NDArray[np.generic], marks: NDArray[np.generic]
) -> None:
    if (
        pixels.dtype != np.uint8
        or pixels.ndim not in (3, 4)
        or (pixels.ndim == 4 and pixels.shape[3] not in (1, 3))
    ):
        raise _invalid(
            f"`{images}` of {file} is {pixels.dtype} of shape {pixels.shape}; it must be uint8 of shape (n,"
            " h, w) or (n, h, w, c) with 1 or 3 channels."
        )
    if not all(SMALLEST_SIDE <= side <= LARGEST_SIDE for side in pixels.shape[1:3]):
        raise _invalid(
            f"Images are {pixels.shape[1]} x {pixels.shape[2]}; sides of {SMALLEST_SIDE} to {LARGEST_SIDE}"
            " pixels can be judged in the time that a run has. Scale them down."
        )
    if marks.ndim != 1 or len(marks) != len(pixels) or marks.dtype.kind not in "iuU":
        raise _invalid(
            f"`{labels}` of {file} is {marks.dtype} of shape {marks.shape}; it must be one whole number or"
            f" text for each of the {len(pixels)} images."
        )
    if len(pixels) > MOST_IMAGES:
        raise _invalid(f"{file} has {len(pixels):,} images; at most {MOST_IMAGES:,} can be judged.")
    if not 2 <= len(np.unique(marks)) <= MOST_CLASSES:
        raise _invalid(f"`{labels}` has {len(np.unique(marks))} classes; 2 to {MOST_CLASSES} can be judged.")


def npz_bytes(**arrays: NDArray[np.generic]) -> bytes:
    """A compressed NPZ without times, so the same arrays give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            archive.writestr(
                zipfile.ZipInfo(f"{name}.npy", _FIXED_DATE), npy_bytes(array), zipfile.ZIP_DEFLATED
            )
    return buffer.getvalue()


def npy_bytes(array: NDArray[np.generic]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()


@dataclass(frozen=True)
class Part:
    """Rows of a bundle. ids: only of rows that are published."""

    images: Images
    labels: Ints
    ids: tuple[str, ...] = ()


def read_part(path: Path) -> Part:
    """A file that `split` wrote."""
    with np.load(path, allow_pickle=False) as stored:
        ids = tuple(str(each) for each in stored["ids"]) if "ids" in stored.files else ()
        return Part(stored["images"], stored["labels"].astype(np.int64), ids)


def _invalid(message: str) -> AssignmentError:
    return AssignmentError("DATA_INVALID", message)
