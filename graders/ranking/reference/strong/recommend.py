"""Whether a student meets a lecture (EASE on all ratings, low ones too), times whether students like it.

EASE: Steck (2019), Embarrassingly Shallow Autoencoders for Sparse Data, WWW.
"""

import sys

import numpy as np
import pandas as pd
from tables import matrix, options, read, write

LIKED = 4

RIDGE, PRIOR_LIKES, PRIOR, DAMPING = 60.0, 1.8, 4.0, 0.06


def meeting(met: np.ndarray) -> np.ndarray:
    """Item weights of the ridge regression of every item on all others."""
    gram = (met.T @ met).astype(np.float64)
    gram[np.diag_indices_from(gram)] += RIDGE
    inverse = np.linalg.inv(gram)
    weights = -inverse / np.diag(inverse)
    np.fill_diagonal(weights, 0)
    return weights


def main() -> None:
    given = options(sys.argv[1:])
    train, histories = read(given["data"] / "train.csv"), read(given["histories"])
    items, users = pd.Index(sorted(train["item"].unique())), pd.Index(sorted(histories["user"].unique()))
    pupils = pd.Index(sorted(train["user"].unique()))
    met = matrix(train, pupils, items, np.ones(len(train)))
    liked = matrix(train, pupils, items, (train["rating"] >= LIKED).to_numpy())
    count = met.sum(axis=0)
    quality = (liked.sum(axis=0) + PRIOR_LIKES) / (count + PRIOR)
    seen = matrix(histories, users, items, np.ones(len(histories)))
    scores = seen @ meeting(met) * quality / (count + 10) ** DAMPING
    write(given["topk"], users, items, scores, seen, 10)
    write(given["candidates"], users, items, scores, seen, 100)


if __name__ == "__main__":
    main()
