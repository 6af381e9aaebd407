"""Item neighbours: lectures that are liked by the same students as those in the history."""

import sys

import numpy as np
import pandas as pd
from tables import matrix, options, read, write

LIKED = 4

NEIGHBOURS, SHRINK = 80, 10.0


def neighbours(liked: np.ndarray) -> np.ndarray:
    """Cosine similarity of items, shrunk where few students liked both; the nearest only."""
    together = liked.T @ liked
    length = np.sqrt(np.diag(together)) + 1e-9
    similar = together / (length[:, None] * length[None] + SHRINK)
    np.fill_diagonal(similar, 0)
    least = np.partition(similar, -NEIGHBOURS, axis=1)[:, -NEIGHBOURS][:, None]
    return np.where(similar >= least, similar, 0)


def main() -> None:
    given = options(sys.argv[1:])
    train, histories = read(given["data"] / "train.csv"), read(given["histories"])
    items, users = pd.Index(sorted(train["item"].unique())), pd.Index(sorted(histories["user"].unique()))
    liked = matrix(train, pd.Index(train["user"].unique()), items, (train["rating"] >= LIKED).to_numpy())
    seen = matrix(histories, users, items, np.ones(len(histories)))
    scores = seen @ neighbours(liked)
    write(given["topk"], users, items, scores, seen, 10)
    write(given["candidates"], users, items, scores, seen, 100)


if __name__ == "__main__":
    main()
