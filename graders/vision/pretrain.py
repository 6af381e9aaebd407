"""Makes data/backbone.npz: SimCLR on images that are not among ours, without their labels.

python3 pretrain.py --idx FILE.gz --ours data/fashion_6000.npz --out data/backbone.npz

FILE.gz: train-images-idx3-ubyte.gz of Debian's dataset-fashion-mnist. Whatever is also one of our 6,000
images is left out, by its bytes. Source: Chen et al. (2020), ICML, arXiv:2002.05709.
"""

import argparse
import gzip
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as nnf
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parent / "reference/strong"))

from augment import augment
from net import Backbone, save_backbone

HEADER_BYTES, SIDE = 16, 28
TEMPERATURE = 0.3
BATCH = 256


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--idx", type=Path, required=True)
    parser.add_argument("--ours", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--images", type=int, default=24_000)
    arguments = parser.parse_args()
    torch.manual_seed(0)
    images = foreign_images(arguments.idx, arguments.ours)[: arguments.images]
    backbone = pretrain(torch.from_numpy(images).float().div(255).unsqueeze(1), arguments.epochs)
    save_backbone(backbone, arguments.out)


def foreign_images(idx: Path, ours: Path) -> np.ndarray:
    """Images of the file in random order, none of them ours: (n, 28, 28), uint8."""
    pool = np.frombuffer(gzip.decompress(idx.read_bytes()), np.uint8, offset=HEADER_BYTES)
    pool = pool.reshape(-1, SIDE, SIDE)
    with np.load(ours) as stored:
        known = {image.tobytes() for image in stored["images"]}
    kept = np.array([image.tobytes() not in known for image in pool])
    return np.random.default_rng(0).permutation(pool[kept])


def pretrain(images: Tensor, epochs: int) -> Backbone:
    """Two views of an image lie close together, views of others apart."""
    backbone = Backbone()
    head = nn.Sequential(nn.Linear(96, 96), nn.ReLU(), nn.Linear(96, 48))
    weights = [*backbone.parameters(), *head.parameters()]
    optimizer = torch.optim.AdamW(weights, lr=3e-3, weight_decay=1e-3)
    steps = epochs * (len(images) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, steps, pct_start=0.1)
    started = time.monotonic()
    for epoch in range(epochs):
        total = 0.0
        for batch in torch.randperm(len(images))[: len(images) // BATCH * BATCH].view(-1, BATCH):
            views = torch.cat([augment(images[batch]), augment(images[batch])])
            loss = contrast(head(backbone(views)))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(
            f"epoch {epoch + 1} loss {total * BATCH / len(images):.3f} {time.monotonic() - started:.0f} s",
            flush=True,
        )
    return backbone


def contrast(features: Tensor) -> Tensor:
    """The normalized, temperature-scaled cross entropy of SimCLR. features: two views, (2n, d)."""
    unit = nnf.normalize(features)
    likeness = unit @ unit.T / TEMPERATURE
    likeness.fill_diagonal_(-torch.inf)
    half = len(features) // 2
    partner = torch.cat([torch.arange(half, 2 * half), torch.arange(half)])
    return nnf.cross_entropy(likeness, partner)


if __name__ == "__main__":
    main()
