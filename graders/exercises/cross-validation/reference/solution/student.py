"""Folds, fits and metrics with nothing but arrays."""

import numpy as np


def k_folds(rows, k, seed):
    order = np.random.default_rng(seed).permutation(rows)
    return [order[at::k] for at in range(k)]


def stratified_folds(labels, k, seed):
    rng = np.random.default_rng(seed)
    labels, folds = np.array(labels), [[] for _ in range(k)]
    for label in np.unique(labels):
        for at, row in enumerate(rng.permutation(np.flatnonzero(labels == label))):
            folds[at % k].append(row)
    return [[int(row) for row in fold] for fold in folds]


def group_folds(groups, k):
    place = {group: at % k for at, group in enumerate(sorted(set(groups)))}
    return [[row for row, group in enumerate(groups) if place[group] == at] for at in range(k)]


def fold_errors(X, y, folds, penalty):
    X, y = np.array(X), np.array(y)
    errors = []
    for fold in folds:
        train = np.ones(len(y), bool)
        train[fold] = False
        mean, spread = X[train].mean(0), X[train].std(0)
        Z = (X - mean)[:, spread > 0] / spread[spread > 0]
        intercept = y[train].mean()
        gram = Z[train].T @ Z[train] + penalty * np.eye(Z.shape[1])
        weights = np.linalg.solve(gram, Z[train].T @ (y[train] - intercept))
        errors.append(((y[fold] - intercept - Z[fold] @ weights) ** 2).mean())
    return errors


def one_standard_error(penalties, errors):
    errors = np.array(errors)
    means, k = errors.mean(1), errors.shape[1]
    best = means.argmin()
    within = means <= means[best] + errors[best].std(ddof=1) / np.sqrt(k)
    return np.array(penalties)[within].max()


def classification_metrics(labels, predictions):
    y, p = np.array(labels), np.array(predictions)
    hits = ((y == 1) & (p == 1)).sum()

    def share(whole):
        return hits / whole if whole else 0.0

    positive, said = (y == 1).sum(), (p == 1).sum()
    return {"precision": share(said), "recall": share(positive), "f1": share((positive + said) / 2)}


def auc(labels, scores):
    y, s = np.array(labels), np.array(scores)
    if y.min() == y.max():
        return None
    gaps = s[y == 1][:, None] - s[y == 0]
    return ((gaps > 0) + 0.5 * (gaps == 0)).mean()


def log_loss(labels, probabilities):
    y, p = np.array(labels), np.clip(probabilities, 1e-15, 1 - 1e-15)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()


def r_squared(y, predictions):
    y = np.array(y)
    total = ((y - y.mean()) ** 2).sum()
    return 1 - ((y - np.array(predictions)) ** 2).sum() / total if total else None


def percentile_interval(values, resamples, level):
    means = np.array(values)[np.array(resamples)].mean(1)
    return np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
