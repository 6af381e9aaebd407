"""Which row goes to which part, by the rule that the assignment names."""

from collections import Counter, defaultdict

import numpy as np

from holdout_scorer.binary_classification.assign import assign_parts
from holdout_scorer.errors import AssignmentError
from holdout_scorer.keys import Keyring
from holdout_scorer.tabular.dataset import Dataset
from holdout_scorer.tabular.spec import PARTS, TabularSpec

LEAST_TRAIN = 20
LEAST_PER_CLASS = 8
TARGET_BANDS = 5


def cut(spec: TabularSpec, data: Dataset, keys: Keyring) -> list[str]:
    """The part of every row. Raises AssignmentError that says why the data cannot be cut as asked."""
    total, wanted = len(data.rows), spec.counts(len(data.rows))
    if total - sum(wanted.values()) < LEAST_TRAIN:
        raise _impossible(
            f"{sum(wanted.values())} sample and hidden rows leave {max(0, total - sum(wanted.values()))} of "
            f"{total} to train on; at least {LEAST_TRAIN} are needed. Ask for fewer in `split`."
        )
    if spec.kind == "multiclass":
        _require_classes(data)
    if spec.rule == "group":
        parts = _by_group(data, wanted, keys)
    elif spec.rule == "temporal":
        parts = _by_time(data, wanted, keys)
    else:
        parts = assign_parts(_strata(spec, data), wanted, keys)
    if spec.kind == "multiclass":
        every = set(data.targets)
        for part in ("TRAIN", *PARTS):
            here = {t for t, p in zip(data.targets, parts, strict=True) if p == part}
            if lacking := every - here:
                names = ", ".join(f"`{name}`" for name in sorted(lacking))
                raise _impossible(f"{part} gets no row of {names}. Ask for larger parts, or merge classes.")
    return parts


def _require_classes(data: Dataset) -> None:
    counts = Counter(data.targets)
    if len(counts) < 2:
        raise _impossible("The target has one class only.")
    name, count = min(counts.items(), key=lambda item: item[1])
    if count < LEAST_PER_CLASS:
        raise _impossible(f"Class `{name}` has {count} rows; at least {LEAST_PER_CLASS} are needed.")


def _strata(spec: TabularSpec, data: Dataset) -> list[tuple[str, ...]]:
    if spec.rule == "random":
        return [()] * len(data.rows)
    banded = data.targets
    if spec.kind == "regression":
        values = np.array(data.targets, dtype=np.float64)
        edges = np.quantile(values, np.linspace(0, 1, TARGET_BANDS + 1)[1:-1])
        banded = tuple(str(band) for band in np.searchsorted(edges, values))
    for name in spec.strata:
        if name != "target" and name not in data.features:
            raise AssignmentError("ASSIGNMENT_INVALID", f"split.by names `{name}`, which is no column.")
    return [
        tuple(band if name == "target" else row[name] for name in spec.strata)
        for row, band in zip(data.rows, banded, strict=True)
    ]


def _by_group(data: Dataset, wanted: dict[str, int], keys: Keyring) -> list[str]:
    members: defaultdict[str, list[int]] = defaultdict(list)
    for row, unit in enumerate(data.units or ()):
        members[unit].append(row)
    if len(members) < len(wanted) + 1:
        raise _impossible(f"The group column has {len(members)} values; four parts need at least four.")
    parts = ["TRAIN"] * len(data.rows)
    queue = sorted(members, key=lambda unit: keys.digest(f"group:{unit}"))
    for part, count in wanted.items():
        taken = 0
        while taken < count and len(queue) > 1:
            for row in members[unit := queue.pop()]:
                parts[row] = part
            taken += len(members[unit])
        if taken < count:
            raise _impossible(f"The groups are too few or too large to give {part} {count} rows of its own.")
    if parts.count("TRAIN") < LEAST_TRAIN:
        raise _impossible(f"The groups that are left hold {parts.count('TRAIN')} rows to train on.")
    return parts


def _by_time(data: Dataset, wanted: dict[str, int], keys: Keyring) -> list[str]:
    """The newest rows are judged: TRAIN lies before all of them; public and private share one period."""
    times = data.times if data.times is not None else np.zeros(len(data.rows))
    if np.unique(times).size < 2:
        raise _impossible("Every row has the same time.")
    order = sorted(range(times.size), key=lambda row: (times[row], keys.digest(f"order:{row}")))
    newest = order[-sum(wanted.values()) :]
    newest.sort(key=lambda row: keys.digest(f"period:{row}"))
    parts = ["TRAIN"] * times.size
    for part, count in wanted.items():
        for row in newest[:count]:
            parts[row] = part
        newest = newest[count:]
    return parts


def _impossible(message: str) -> AssignmentError:
    return AssignmentError("SPLIT_INVALID", message)
