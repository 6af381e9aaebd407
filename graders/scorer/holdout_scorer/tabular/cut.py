"""Which row goes to which part, by the rule that the assignment names."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.binary_classification.assign import assign_parts
from holdout_scorer.errors import AssignmentError
from holdout_scorer.keys import Keyring
from holdout_scorer.tabular.dataset import Dataset
from holdout_scorer.tabular.spec import PARTS, TabularSpec

LEAST_TRAIN = 20
LEAST_PER_CLASS = 8
TARGET_BANDS = 5
# How far the judged rows may be from the number asked for, where many rows share a time.
MOST_OFF = 0.25
Sizes = dict[str, int]


def cut(spec: TabularSpec, data: Dataset, keys: Keyring) -> list[str]:
    """The part of every row. Raises AssignmentError that says why the data cannot be cut as asked."""
    total, wanted = len(data.rows), spec.counts(len(data.rows))
    require_train(total, wanted)
    if spec.kind == "multiclass":
        require_classes(data.targets)
    if spec.rule == "group":
        parts = by_group(data.units or (), wanted, keys)
    elif spec.rule == "temporal":
        parts = by_time(data.times if data.times is not None else np.zeros(total), wanted, keys)
    else:
        parts = assign_parts(_strata(spec, data), wanted, keys)
    if spec.kind == "multiclass":
        require_every_class(data.targets, parts)
    return parts


def require_train(total: int, wanted: Sizes) -> None:
    asked = sum(wanted.values())
    if total - asked < LEAST_TRAIN:
        most = max(0, total - LEAST_TRAIN)
        raise _impossible(
            f"{asked} sample and hidden rows leave {max(0, total - asked)} of {total} to train on; at least "
            f"{LEAST_TRAIN} are needed.",
            f"Ask for at most {most} rows in all parts of `split` together."
            if most >= 3 * len(PARTS)
            else "Bring more rows: a hidden test needs some, and so does training.",
        )


def require_classes(targets: Sequence[str]) -> None:
    counts = Counter(targets)
    if len(counts) < 2:
        raise _impossible(
            "The target has one class only.", "Check `dataset.target`, or bring rows of others."
        )
    name, count = min(counts.items(), key=lambda item: item[1])
    if count < LEAST_PER_CLASS:
        raise _impossible(
            f"Class `{name}` has {count} rows; at least {LEAST_PER_CLASS} are needed.",
            "Merge it with another class, leave its rows out, or bring more of them.",
        )


def require_every_class(targets: Sequence[str], parts: Sequence[str]) -> None:
    every = set(targets)
    for part in ("TRAIN", *PARTS):
        here = {t for t, p in zip(targets, parts, strict=True) if p == part}
        if lacking := every - here:
            names = ", ".join(f"`{name}`" for name in sorted(lacking))
            raise _impossible(f"{part} gets no row of {names}.", "Ask for larger parts, or merge classes.")


def _strata(spec: TabularSpec, data: Dataset) -> list[tuple[str, ...]]:
    if spec.rule == "random":
        return [()] * len(data.rows)
    banded: Sequence[str] = data.targets
    if spec.kind == "regression":
        values = np.array(data.targets, dtype=np.float64)
        edges = np.quantile(values, np.linspace(0, 1, TARGET_BANDS + 1)[1:-1])
        banded = [str(band) for band in np.searchsorted(edges, values)]
    columns = [banded if name == "target" else data.rows.column(name) for name in spec.strata]
    return list(zip(*columns, strict=True)) if columns else [()] * len(data.rows)


def by_group(units: Sequence[str], wanted: Sizes, keys: Keyring) -> list[str]:
    """Whole groups go to a part, in a keyed order, until it has its rows."""
    members: defaultdict[str, list[int]] = defaultdict(list)
    for row, unit in enumerate(units):
        members[unit].append(row)
    if len(members) < len(wanted) + 1:
        raise _impossible(
            f"The group column has {len(members)} value{'s' * (len(members) != 1)}; four parts need at least "
            "four.",
            "Name another column in `dataset.group`, or use `rule: stratified`.",
        )
    parts = ["TRAIN"] * len(units)
    queue = sorted(members, key=lambda unit: keys.digest(f"group:{unit}"))
    for part, count in wanted.items():
        taken = 0
        while taken < count and len(queue) > 1:
            for row in members[unit := queue.pop()]:
                parts[row] = part
            taken += len(members[unit])
        if taken < count:
            raise _impossible(
                f"The {len(members)} groups are too few or too large to give {part} {count} rows of its own.",
                "Ask for fewer rows in `split`, or bring more groups.",
            )
    if parts.count("TRAIN") < LEAST_TRAIN:
        raise _impossible(
            f"The groups that are left hold {parts.count('TRAIN')} rows to train on.",
            "Ask for fewer rows in `split`, or bring more groups.",
        )
    return parts


def by_time(times: Floats, wanted: Sizes, keys: Keyring) -> list[str]:
    """The newest rows are judged: TRAIN lies before all of them; public and private share one period.

    Rows of one time stay together, so the parts may be a little larger or smaller than asked for.
    """
    asked = sum(wanted.values())
    moments, counts = np.unique(times, return_counts=True)
    if moments.size < 2:
        raise _impossible("Every row has the same time.", "Name another column in `dataset.time`.")
    newest = np.cumsum(counts[::-1])[:-1]
    nearest = int(np.abs(newest - asked).argmin())
    judged = int(newest[nearest])
    if abs(judged - asked) > MOST_OFF * asked or times.size - judged < LEAST_TRAIN:
        raise _impossible(
            f"Ties in time: {int(counts.max())} rows share one time, so the newest {asked} rows cannot be "
            f"told from those before them; the newest {judged} could.",
            "Name a finer column in `dataset.time`, or ask for as many rows in `split` as stand apart.",
        )
    sizes = wanted if judged == asked else _scaled(wanted, judged)
    rows = [int(row) for row in np.flatnonzero(times >= moments[::-1][nearest])]
    rows.sort(key=lambda row: keys.digest(f"period:{row}"))
    parts = ["TRAIN"] * times.size
    for part, count in sizes.items():
        for row in rows[:count]:
            parts[row] = part
        rows = rows[count:]
    return parts


def _scaled(wanted: Sizes, total: int) -> Sizes:
    """The same proportions of another total; the last part takes what rounding leaves."""
    asked = sum(wanted.values())
    sizes = {part: count * total // asked for part, count in wanted.items()}
    last = [*wanted][-1]
    sizes[last] += total - sum(sizes.values())
    return sizes


def _impossible(message: str, suggestion: str) -> AssignmentError:
    return AssignmentError("SPLIT_INVALID", message, path="split", suggestion=suggestion)
