"""Fine-tunes the supplied backbone under augmentation, finds wrong labels on the way, and exports ONNX."""

import argparse
import csv
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as nnf
from augment import augment, mildly
from net import load_backbone
from torch import Tensor, nn

BATCH = 64
# Passes over the data: many small ones where there is little of it.
EPOCHS, FEW_EPOCHS, FEW_ROWS = 24, 45, 1500
SMOOTHING = 0.05


class Classifier(nn.Module):
    """The backbone with a linear layer; logits (n, classes)."""

    def __init__(self, backbone: nn.Module, classes: int) -> None:
        super().__init__()
        self.backbone = backbone
        self.drop = nn.Dropout(0.2)
        self.head = nn.Linear(96, classes)

    def forward(self, images: Tensor) -> Tensor:
        """images: (n, 1, h, w) in [0, 1]."""
        logits: Tensor = self.head(self.drop(self.backbone(images)))
        return logits


class Exported(nn.Module):
    """Probabilities, at the temperature that suits images from outside training."""

    def __init__(self, model: Classifier, temperature: float) -> None:
        super().__init__()
        self.model, self.temperature = model, temperature

    def forward(self, images: Tensor) -> Tensor:
        """images: (n, 1, h, w) in [0, 1]."""
        return torch.softmax(self.model(images) / self.temperature, dim=1)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--audit", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    train, sample = np.load(arguments.data / "train.npz"), np.load(arguments.data / "sample.npz")
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    images, labels = to_planes(train["images"]), torch.from_numpy(train["labels"])
    held, truth = to_planes(sample["images"]), torch.from_numpy(sample["labels"])
    classes = int(max(labels.max(), truth.max())) + 1
    model = Classifier(load_backbone(arguments.data / "backbone.npz"), classes).to(device)
    curves, margins = fit(model, images, labels, (held, truth), device)
    model = model.cpu().eval()
    temperature = best_temperature(model, held, truth)
    export(Exported(model, temperature).eval(), images.shape[1:], arguments.onnx)
    write_rows(arguments.audit, ["id", "suspicion"], zip(train["ids"], (-margins).round(4), strict=True))
    write_rows(arguments.log, ["epoch", "train loss", "sample loss", "sample accuracy"], curves)


def to_planes(images: np.ndarray) -> Tensor:
    """uint8 (n, h, w) to float32 (n, 1, h, w) in [0, 1]."""
    return torch.from_numpy(images).float().div(255).unsqueeze(1)


def fit(
    model: Classifier, images: Tensor, labels: Tensor, held: tuple[Tensor, Tensor], device: torch.device
) -> tuple[list[list[float]], np.ndarray]:
    """Curves by epoch, and each row's mean margin of its label over the best other class.

    Source of the margin: Pleiss et al. (2020), NeurIPS, "Identifying mislabeled data using the area under the
    margin ranking".
    """
    epochs = FEW_EPOCHS if len(labels) < FEW_ROWS else EPOCHS
    groups = [
        {"params": model.backbone.parameters(), "lr": 3e-3},
        {"params": model.head.parameters(), "lr": 1e-2},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=1e-2)
    steps = epochs * (len(labels) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [3e-3, 1e-2], steps, pct_start=0.2)
    total, seen = np.zeros(len(labels)), np.zeros(len(labels))
    curves, started = [], time.monotonic()
    for epoch in range(epochs):
        model.train()
        losses = []
        for rows in torch.randperm(len(labels)).split(BATCH):
            if len(rows) < BATCH:
                continue
            # Half of each batch is hardly changed: it teaches the classes, the other half robustness.
            half = BATCH // 2
            views = torch.cat([mildly(images[rows[:half]]), augment(images[rows[half:]])])
            logits = model(views.to(device))
            loss = nnf.cross_entropy(logits, labels[rows].to(device), label_smoothing=SMOOTHING)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
            total[rows.numpy()] += margin(logits.detach().cpu(), labels[rows])
            seen[rows.numpy()] += 1
        curves.append([epoch + 1, round(float(np.mean(losses)), 4), *judge(model, *held, device)])
        print(*curves[-1], f"{time.monotonic() - started:.0f} s", flush=True)
    return curves, total / np.maximum(seen, 1)


def margin(logits: Tensor, labels: Tensor) -> np.ndarray:
    """The logit of the label less the largest other one."""
    own = logits.gather(1, labels[:, None])[:, 0]
    others = logits.scatter(1, labels[:, None], -torch.inf).max(dim=1).values
    return (own - others).numpy()


def judge(model: Classifier, images: Tensor, labels: Tensor, device: torch.device) -> list[float]:
    """Loss and accuracy on images that are not trained on."""
    model.eval()
    with torch.no_grad():
        logits = model(images.to(device)).cpu()
    loss, right = nnf.cross_entropy(logits, labels), (logits.argmax(1) == labels).float().mean()
    return [round(loss.item(), 4), round(right.item(), 4)]


def best_temperature(model: Classifier, images: Tensor, labels: Tensor) -> float:
    """Of a few, the one with the least loss on the sample."""
    with torch.no_grad():
        logits = model(images)
    grid = np.geomspace(0.4, 2.5, 40)
    return float(min(grid, key=lambda t: nnf.cross_entropy(logits / t, labels).item()))


def export(model: nn.Module, shape: torch.Size, path: Path) -> None:
    """The number of images stays open."""
    torch.onnx.export(
        model,
        (torch.zeros(2, *shape),),
        str(path),
        input_names=["images"],
        output_names=["probabilities"],
        dynamic_axes={"images": {0: "n"}, "probabilities": {0: "n"}},
        opset_version=13,
    )


def write_rows(path: Path, header: list[str], rows: object) -> None:
    """CSV with a header."""
    with path.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
