"""Rules learned from history: names, types, domains, counts, repetition, and the shape of each column."""

import numpy as np

FEWEST_ROWS, FARTHEST = 50, 0.35


def validate(history, batches):
    rules = learn(history)
    verdicts = []
    for batch in batches:
        column = blame(rules, batch)
        verdicts.append({"accept": column is None, "column": column})
    return verdicts


def learn(history):
    rules = {}
    for place, name in enumerate(history["columns"]):
        if name == "id":
            continue
        x = np.array([float(row[place] or "nan") for row in history["rows"]])
        known = x[~np.isnan(x)]
        whole = bool((known % 1 == 0).all())
        rules[name] = {
            "missing": float(np.isnan(x).mean()),
            "whole": whole,
            "flag": set(known) <= {0.0, 1.0},
            "sorted": np.sort(known),
        }
    return rules


def blame(rules, batch):
    lacking = [name for name in rules if name not in batch["columns"]]
    if lacking:
        return lacking[0]
    rows = batch["rows"]
    if len(rows) < FEWEST_ROWS:
        return "*rows*"
    column = {name: [row[place] for row in rows] for place, name in enumerate(batch["columns"])}
    worst, farthest = None, FARTHEST
    for name, rule in rules.items():
        x = [number(cell) for cell in column[name]]
        if None in x:
            return name
        x = np.array(x)
        if np.isinf(x).any() or np.isnan(x).mean() > rule["missing"] + 0.05:
            return name
        x = x[~np.isnan(x)]
        if rule["flag"]:
            if not set(x) <= {0.0, 1.0}:
                return name
            continue
        if (x < 0).any() or (rule["whole"] and (x % 1 != 0).any()):
            return name
        far = distance(np.sort(x), rule["sorted"])
        if far > farthest:
            worst, farthest = name, far
    if worst is None and len(set(column["id"])) < len(rows):
        return "id"
    return worst


def number(cell):
    """NaN for an empty cell, None for text."""
    if cell == "":
        return float("nan")
    try:
        return float(cell)
    except ValueError:
        return None


def distance(a, b):
    """Kolmogorov-Smirnov: the largest gap between two distribution functions."""
    points = np.concatenate([a, b])
    gaps = np.searchsorted(a, points, "right") / len(a) - np.searchsorted(b, points, "right") / len(b)
    return float(np.abs(gaps).max())
