"""The nearest mean image: a linear classifier, for squared distances differ by linear terms only."""

import argparse
from pathlib import Path

import numpy as np
from linear import planes, save_linear

SHARPNESS = 0.2


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("data", "onnx"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    train = np.load(arguments.data / "train.npz")
    images, labels = planes(train["images"]), train["labels"]
    pixels = images.reshape(len(labels), -1) / 255.0
    means = np.stack([pixels[labels == number].mean(axis=0) for number in np.unique(labels)])
    save_linear(
        2 * SHARPNESS * means.T, -SHARPNESS * (means**2).sum(axis=1), images.shape[1:], arguments.onnx
    )


if __name__ == "__main__":
    main()
