"""Naive: the share of every class, for every image."""

import argparse
from pathlib import Path

import numpy as np
from linear import planes, save_linear


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("data", "onnx"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    train = np.load(arguments.data / "train.npz")
    shares = np.bincount(train["labels"]) / len(train["labels"])
    images = planes(train["images"])
    weights = np.zeros((images[0].size, len(shares)))
    save_linear(weights, np.log(shares), images.shape[1:], arguments.onnx)


if __name__ == "__main__":
    main()
