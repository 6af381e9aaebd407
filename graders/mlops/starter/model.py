"""A straight line through the logarithms of two columns: a beginning, not a model to keep."""

import json
import math
from pathlib import Path

TARGET = "check_time"
USED = ("r_count", "imports")


def fit(rows: list[dict], most: int = 3000) -> dict:
    """Least squares on log1p(r_count) + log1p(imports)."""
    x = [math.log1p(sum(float(row[name]) for name in USED)) for row in rows[:most]]
    y = [math.log(float(row[TARGET])) for row in rows[:most]]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    slope = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / sum(
        (a - mean_x) ** 2 for a in x
    )
    return {"slope": slope, "intercept": mean_y - slope * mean_x}


def predict(model: dict, row: dict) -> float:
    """Seconds for one row. Raises KeyError or TypeError for a row that is not as it should be."""
    x = math.log1p(max(0.0, sum(row[name] for name in USED)))
    return round(math.exp(model["intercept"] + model["slope"] * x), 6)


def load(folder: Path) -> dict:
    return json.loads((folder / "model.json").read_text())
