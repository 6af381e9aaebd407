"""Rating tables as matrices, and lists as files."""

import csv
from pathlib import Path

import numpy as np
import pandas as pd


def options(arguments: list[str]) -> dict[str, Path]:
    return {
        name.removeprefix("--"): Path(value)
        for name, value in zip(arguments[::2], arguments[1::2], strict=True)
    }


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype={"user": str, "item": str})


def matrix(table: pd.DataFrame, users: pd.Index, items: pd.Index, values: np.ndarray) -> np.ndarray:
    """Dense users × items; rows of unknown items are left out."""
    rows, columns = users.get_indexer(table["user"]), items.get_indexer(table["item"])
    known = columns >= 0
    filled = np.zeros((len(users), len(items)), dtype=np.float32)
    filled[rows[known], columns[known]] = np.asarray(values, dtype=np.float32)[known]
    return filled


def write(
    path: Path, users: pd.Index, items: pd.Index, scores: np.ndarray, seen: np.ndarray, length: int
) -> None:
    """The best unseen items of every user."""
    ranked = np.argsort(-np.where(seen > 0, -np.inf, scores), axis=1, kind="stable")[:, :length]
    with path.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["user", "rank", "item"])
        for user, best in zip(users, ranked, strict=True):
            writer.writerows([user, rank, items[place]] for rank, place in enumerate(best, start=1))
