"""Which row goes to which part: stratified, in the order of a keyed hash."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from holdout_scorer.errors import AssignmentError
from holdout_scorer.keys import Keyring


def assign_parts(strata: Sequence[tuple[str, ...]], rows: Mapping[str, int], keys: Keyring) -> list[str]:
    """The part of every row: the parts in `rows` with exactly their sizes, TRAIN for the rest.

    strata: the stratum of every row. Each part takes its share of every stratum, to within one row.
    Raises AssignmentError when the parts leave no rows for TRAIN.
    """
    total = len(strata)
    if sum(rows.values()) >= total:
        raise AssignmentError(
            "SPLIT_INVALID", f"The hidden and sample rows leave none of {total} rows to train on."
        )
    members: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for row, stratum in enumerate(strata):
        members[stratum].append(row)
    queue = [
        row
        for stratum in sorted(members)
        for row in sorted(members[stratum], key=lambda row: keys.digest(f"order:{row}"))
    ]
    # The rows of each stratum are consecutive, so a part that takes evenly spaced places takes its share of
    # each.
    parts = ["TRAIN"] * total
    free = queue
    for part, wanted in rows.items():
        taken = {(2 * i + 1) * len(free) // (2 * wanted) for i in range(wanted)}
        for place in taken:
            parts[free[place]] = part
        free = [row for place, row in enumerate(free) if place not in taken]
    return parts
