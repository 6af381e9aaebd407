"""How much the hidden rows differ from the public ones: shown to the author, never to students."""

from collections import Counter

import numpy as np

from holdout_scorer.tables import Rows

MOST_SHOWN = 10
# Larger parts are compared by a sample of this many rows: the differences in question show in fewer.
MOST_COMPARED = 20_000
Drift = list[dict[str, object]]


def table_drift(rows: Rows, numeric: frozenset[str], train: list[int], hidden: list[int]) -> Drift:
    """The columns that differ most, from 0 (same) to 1 (nothing in common).

    Numbers: the largest gap between the distribution functions. Others: half the sum of differences in share.
    """
    found: Drift = []
    before, after = train[:MOST_COMPARED], hidden[:MOST_COMPARED]
    for place, name in enumerate(rows.columns):
        old, new = ([rows.cells[row][place] for row in part] for part in (before, after))
        if name in numeric:
            size, unseen = _numbers(old, new), 0
        else:
            size, unseen = _words(old, new)
        found.append({"column": name, "size": round(size, 4), "unseenLevels": unseen})
    found.sort(key=lambda entry: (-float(str(entry["size"])), str(entry["column"])))
    return found[:MOST_SHOWN]


def _numbers(old: list[str], new: list[str]) -> float:
    a, b = (np.sort(np.array([cell for cell in part if cell], dtype=np.float64)) for part in (old, new))
    if a.size == 0 or b.size == 0:
        return float(a.size != b.size)
    places = np.concatenate([a, b])
    gaps = np.searchsorted(a, places, "right") / a.size - np.searchsorted(b, places, "right") / b.size
    return float(np.abs(gaps).max())


def _words(old: list[str], new: list[str]) -> tuple[float, int]:
    a, b = Counter(old), Counter(new)
    size = 0.5 * sum(abs(a[word] / len(old) - b[word] / len(new)) for word in a.keys() | b.keys())
    return size, len(b.keys() - a.keys())
