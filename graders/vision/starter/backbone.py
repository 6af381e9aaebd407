"""The architecture behind backbone.npz, and how to load it."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

WIDTHS = (24, 48, 96)


def _convolution(before: int, after: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(before, after, 3, padding=1, bias=False), nn.BatchNorm2d(after), nn.ReLU(inplace=True)
    )


class Backbone(nn.Module):
    """Images (n, 1, 28, 28) in [0, 1] to features (n, 96)."""

    def __init__(self) -> None:
        super().__init__()
        a, b, c = WIDTHS
        self.layers = nn.Sequential(
            _convolution(1, a),
            _convolution(a, a),
            nn.MaxPool2d(2),
            _convolution(a, b),
            _convolution(b, b),
            nn.MaxPool2d(2),
            _convolution(b, c),
            nn.AdaptiveAvgPool2d(1),
            nn.Flatten(),
        )

    def forward(self, images: Tensor) -> Tensor:
        """Features after the last pooling."""
        features: Tensor = self.layers(images)
        return features


def load_backbone(path: Path) -> Backbone:
    """The supplied weights: every entry of backbone.npz is a tensor of the state, as float16."""
    backbone = Backbone()
    with np.load(path) as stored:
        state = {name: torch.from_numpy(stored[name].astype(np.float32)) for name in stored.files}
    backbone.load_state_dict(state, strict=False)
    return backbone
