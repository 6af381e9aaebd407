"""One function fits and predicts; everything honest follows from calling it with the right rows."""

import numpy as np
from scipy.stats import t as student


def prepare(train, test):
    parts = {"train": [], "test": []}
    for name, column in train.items():
        if any(isinstance(cell, str) for cell in column):
            for text in sorted({cell for cell in column if cell is not None}):
                for part, table in (("train", train), ("test", test)):
                    parts[part].append([float(cell == text) for cell in table[name]])
            continue
        values = np.array(column, dtype=float)
        median = np.nanmedian(values)
        filled = np.where(np.isnan(values), median, values)
        for part, table in (("train", train), ("test", test)):
            cells = np.array(table[name], dtype=float)
            gaps = np.isnan(cells)
            parts[part].append((np.where(gaps, median, cells) - filled.mean()) / (filled.std() or 1))
            parts[part].append(gaps.astype(float))
    return {part: np.array(columns).T for part, columns in parts.items()}


def fit_predict(X, y, train, test, penalty):
    median = np.nanmedian(X[train], axis=0)
    filled = np.where(np.isnan(X), median, X)
    mean, spread = filled[train].mean(0), filled[train].std(0)
    Z = (filled - mean) / np.where(spread > 0, spread, 1)
    level = y[train].mean()
    gram = Z[train].T @ Z[train] + penalty * np.eye(Z.shape[1])
    return level + Z[test] @ np.linalg.solve(gram, Z[train].T @ (y[train] - level))


def without(rows, fold):
    return np.array([row for row in rows if row not in set(fold)])


def nested(X, y, outer, inner, penalties):
    X, y = np.array(X, dtype=float), np.array(y, dtype=float)
    for fold, folds in zip(outer, inner, strict=True):
        train = without(range(len(y)), fold)

        def error(penalty, train=train, folds=folds):
            tested = [(f, fit_predict(X, y, without(train, f), f, penalty)) for f in folds]
            return np.mean([((y[f] - found) ** 2).mean() for f, found in tested])

        chosen = min(penalties, key=error)
        yield chosen, auc(fit_predict(X, y, train, fold, chosen), y[fold])


def auc(scores, labels):
    gaps = scores[labels == 1][:, None] - scores[labels == 0]
    return ((gaps > 0) + 0.5 * (gaps == 0)).mean()


def nested_choices(X, y, outer, inner, penalties):
    return [chosen for chosen, _ in nested(X, y, outer, inner, penalties)]


def nested_scores(X, y, outer, inner, penalties):
    return [score for _, score in nested(X, y, outer, inner, penalties)]


def cost_threshold(probabilities, labels, miss, alarm):
    p, y = np.array(probabilities), np.array(labels)

    def cost(threshold):
        return (miss * ((p < threshold) & (y == 1)) + alarm * ((p >= threshold) & (y == 0))).mean()

    best = min(sorted({*probabilities, 2}, reverse=True), key=lambda t: round(cost(t), 10))
    return {"threshold": best, "cost": cost(best)}


def reliability(probabilities, labels, bins):
    p, y = np.array(probabilities), np.array(labels)
    places = np.minimum((p * bins).astype(int), bins - 1)
    found = [[p[places == b].mean(), y[places == b].mean(), (places == b).sum()] for b in np.unique(places)]
    return {"bins": found, "ece": sum(abs(m - rate) * rows for m, rate, rows in found) / len(p)}


def compare(a, b, test_share):
    gaps = np.array(a) - np.array(b)
    splits, mean = len(gaps), gaps.mean()
    error = np.sqrt((1 / splits + test_share / (1 - test_share)) * gaps.var(ddof=1))
    half = student.ppf(0.975, splits - 1) * error
    verdict = "a" if mean > half else "b" if mean < -half else "undecided"
    return {"difference": mean, "low": mean - half, "high": mean + half, "verdict": verdict}
