"""Corruptions of images in three severities, in the manner of ImageNet-C; sizes are shares of the side.

Source: Hendrycks & Dietterich (2019), ICLR, arXiv:1903.12261.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from holdout_scorer.arrays import Floats

Images = NDArray[np.uint8]
SEVERITIES = (1, 2, 3)
Corruption = Callable[[Floats, int, np.random.Generator], Floats]


def corrupt(images: Images, kind: str, severity: int, generator: np.random.Generator) -> Images:
    """images: (n, h, w) or (n, h, w, c). severity: 1 to 3. Returns the same shape and type."""
    unit: Floats = np.divide(images, 255.0, dtype=np.float64)
    changed = KINDS[kind](unit, severity - 1, generator)
    result: Images = np.rint(np.clip(changed, 0.0, 1.0) * 255.0).astype(np.uint8)
    return result


def _noise(x: Floats, s: int, generator: np.random.Generator) -> Floats:
    return x + generator.normal(0.0, (0.08, 0.16, 0.26)[s], x.shape)


def _salt_pepper(x: Floats, s: int, generator: np.random.Generator) -> Floats:
    share = (0.03, 0.07, 0.13)[s]
    drawn = generator.random(x.shape[:3]).reshape(x.shape[:3] + (1,) * (x.ndim - 3))
    result: Floats = np.where(drawn < share / 2, 0.0, np.where(drawn < share, 1.0, x))
    return result


def _blur(x: Floats, s: int, _generator: np.random.Generator) -> Floats:
    sigma = (0.6, 1.0, 1.5)[s] * x.shape[1] / 28
    result: Floats = ndimage.gaussian_filter(x, (0.0, sigma, sigma) + (0.0,) * (x.ndim - 3))
    return result


def _contrast(x: Floats, s: int, _generator: np.random.Generator) -> Floats:
    mean = x.mean(axis=tuple(range(1, x.ndim)), keepdims=True)
    result: Floats = (x - mean) * (0.6, 0.4, 0.25)[s] + mean
    return result


def _brightness(x: Floats, s: int, _generator: np.random.Generator) -> Floats:
    return x + (0.15, 0.3, 0.45)[s]


def _rotate(x: Floats, s: int, generator: np.random.Generator) -> Floats:
    """By 5 to 10, 10 to 18, 18 to 28 degrees, to either side; corners become black."""
    low, high = ((5, 10), (10, 18), (18, 28))[s]
    angles = np.deg2rad(generator.uniform(low, high, len(x)) * generator.choice([-1, 1], len(x)))
    rows, columns = np.indices(x.shape[1:3])
    middle = (np.array(x.shape[1:3]) - 1) / 2
    y, z = rows - middle[0], columns - middle[1]
    cos, sin = np.cos(angles)[:, None, None], np.sin(angles)[:, None, None]
    return _sampled(x, cos * y + sin * z + middle[0], cos * z - sin * y + middle[1])


def _sampled(x: Floats, rows: Floats, columns: Floats) -> Floats:
    """Bilinear values of each image at its places, 0 outside. rows, columns: (n, h, w)."""
    number = np.broadcast_to(np.arange(len(x))[:, None, None], rows.shape)
    planes = x.reshape((*x.shape[:3], -1))
    done = [
        ndimage.map_coordinates(planes[..., c], [number, rows, columns], order=1, cval=0.0)
        for c in range(planes.shape[3])
    ]
    result: Floats = np.stack(done, axis=-1).reshape(x.shape)
    return result


def _translate(x: Floats, s: int, generator: np.random.Generator) -> Floats:
    """By 1, 2, 4 of 28 pixels in both directions; what comes in is black."""
    size = max(1, round((1, 2, 4)[s] * x.shape[1] / 28))
    moved = np.zeros_like(x)
    signs = generator.choice([-1, 1], (len(x), 2))
    for down in (-1, 1):
        for right in (-1, 1):
            rows = (signs[:, 0] == down) & (signs[:, 1] == right)
            turned = np.flip(x[rows], axis=[axis for axis, sign in ((1, down), (2, right)) if sign < 0])
            shifted = np.zeros_like(turned)
            shifted[:, size:, size:] = turned[:, :-size, :-size]
            moved[rows] = np.flip(shifted, axis=[axis for axis, sign in ((1, down), (2, right)) if sign < 0])
    return moved


def _occlude(x: Floats, s: int, generator: np.random.Generator) -> Floats:
    """A black square 5, 8, 11 of 28 pixels wide."""
    height, width = x.shape[1:3]
    size = max(1, round((5, 8, 11)[s] * min(height, width) / 28))
    top = generator.integers(0, height - size + 1, len(x))[:, None, None]
    left = generator.integers(0, width - size + 1, len(x))[:, None, None]
    rows, columns = np.indices((height, width))
    covered = (rows >= top) & (rows < top + size) & (columns >= left) & (columns < left + size)
    result: Floats = np.where(covered.reshape(covered.shape + (1,) * (x.ndim - 3)), 0.0, x)
    return result


def _pixelate(x: Floats, s: int, _generator: np.random.Generator) -> Floats:
    """Averaged to 20, 14, 10 of 28 pixels and blown up again."""
    for axis in (1, 2):
        side = x.shape[axis]
        cells = max(2, round((20, 14, 10)[s] * side / 28))
        cell = np.arange(side) * cells // side
        member = (cell[:, None] == np.arange(cells)) / np.bincount(cell, minlength=cells)
        x = np.moveaxis(np.moveaxis(x, axis, -1) @ member @ (member > 0).T, -1, axis)
    return x


KINDS: dict[str, Corruption] = {
    "gaussian-noise": _noise,
    "salt-pepper": _salt_pepper,
    "blur": _blur,
    "contrast": _contrast,
    "brightness": _brightness,
    "rotation": _rotate,
    "translation": _translate,
    "occlusion": _occlude,
    "pixelation": _pixelate,
}
