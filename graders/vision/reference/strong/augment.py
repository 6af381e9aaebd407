"""Random changes of a batch that leave its classes as they are."""

import torch
import torch.nn.functional as nnf
from torch import Tensor


def augment(x: Tensor, flip: bool = True) -> Tensor:
    """x: (n, 1, h, w) in [0, 1]. Moves, turns, scales; then some noise, light, blur, and covered patches."""
    n = len(x)
    if flip:
        x = torch.where(torch.rand(n, 1, 1, 1) < 0.5, x.flip(3), x)
    angle, scale = (torch.rand(n) - 0.5) * 0.6, 1 + (torch.rand(n) - 0.5) * 0.2
    shift = (torch.rand(n, 2) - 0.5) * 0.34
    cos, sin = torch.cos(angle) * scale, torch.sin(angle) * scale
    rows = [torch.stack([cos, -sin, shift[:, 0]], 1), torch.stack([sin, cos, shift[:, 1]], 1)]
    grid = nnf.affine_grid(torch.stack(rows, 1), list(x.shape), align_corners=False)
    x = nnf.grid_sample(x, grid, align_corners=False)
    x = torch.where(_some(n, 0.3), nnf.avg_pool2d(x, 3, 1, 1), x)
    mean = x.mean((2, 3), keepdim=True)
    lit = (x - mean) * (0.25 + 0.95 * torch.rand(n, 1, 1, 1)) + mean + 0.5 * torch.rand(n, 1, 1, 1) ** 2
    x = torch.where(_some(n, 0.4), lit, x)
    x = torch.where(_some(n, 0.25), x + torch.randn_like(x) * 0.26 * torch.rand(n, 1, 1, 1), x)
    dots = torch.rand_like(x)
    share = 0.07 * torch.rand(n, 1, 1, 1)
    dotted = torch.where(dots < share, 0.0, torch.where(dots > 1 - share, 1.0, x))
    x = torch.where(_some(n, 0.2), dotted, x)
    return torch.where(_patches(n, x.shape[2]) & _some(n, 0.3), 0.0, x).clamp(0, 1)


def _some(n: int, share: float) -> Tensor:
    return torch.rand(n, 1, 1, 1) < share


def _patches(n: int, side: int) -> Tensor:
    """One square a third of the side wide, somewhere in each image."""
    size, line = side // 3, torch.arange(side)
    top, left = torch.randint(0, side - size, (2, n, 1))
    rows = (line >= top) & (line < top + size)
    columns = (line >= left) & (line < left + size)
    return (rows[:, :, None] & columns[:, None, :]).unsqueeze(1)


def mildly(x: Tensor, flip: bool = True) -> Tensor:
    """x: (n, 1, h, w). Turned over at random and moved by up to two pixels."""
    n, side = len(x), x.shape[2]
    if flip:
        x = torch.where(torch.rand(n, 1, 1, 1) < 0.5, x.flip(3), x)
    padded = nnf.pad(x, (2, 2, 2, 2))
    top, left = torch.randint(0, 5, (2,)).tolist()
    return padded[:, :, top : top + side, left : left + side]
