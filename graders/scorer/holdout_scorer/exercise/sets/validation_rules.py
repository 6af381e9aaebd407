"""Stage 5, validation: rules learned from history that stop faulty batches and let clean ones pass.

The faults are those of the service template, on a table of deliveries that is drawn anew for every task.
"""

from pathlib import Path

import numpy as np

from holdout_scorer.exercise.questions import Json
from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task
from holdout_scorer.service.faults import Batch, Spoiler, traits_of
from holdout_scorer.tables import Row

CHECKS = (
    CheckInfo("schema", "Broken structure is stopped", 30, "DATA_ENGINEERING", "AUDIT_DATA"),
    CheckInfo("values", "Impossible values are stopped", 35, "DATA_ENGINEERING", "AUDIT_DATA"),
    CheckInfo("shape", "Values that are possible, but wrong", 35, "DATA_ENGINEERING", "MONITOR"),
)
KINDS = {
    "schema": ("missing-column", "renamed-column", "truncated", "emptied-column", "text-in-number"),
    "values": (
        "negative-count",
        "infinite",
        "flag-domain",
        "fractional-count",
        "many-nulls",
        "repeated-rows",
    ),
    "shape": ("changed-unit", "stuck-value", "swapped-columns"),
}
HINTS = {
    "schema": "Compare the column names, the number of rows (fewer than 50 are too few), empty columns and "
    "the type of every cell with history.",
    "values": "Look for negative or fractional counts, flags other than 0 and 1, infinities, far more empty "
    "cells than in history, and ids that come twice.",
    "shape": "Types are right here. Compare each column's distribution with history: its middle, its spread, "
    "its quantiles.",
}
HISTORY_ROWS, BATCH_ROWS, EACH = 600, 150, 2
NUMERIC = ("items", "weight_kg", "distance_km", "volume_l", "stops", "express", "cold")


def tasks(rng: np.random.Generator, data: Path, split: str) -> list[Task]:
    """Three tasks, one for each family of faults; every one holds as many clean batches as faulty ones."""
    made = []
    for check, kinds in KINDS.items():
        rows = _deliveries(rng, HISTORY_ROWS + 2 * EACH * len(kinds) * BATCH_ROWS)
        history, rest = rows[:HISTORY_ROWS], rows[HISTORY_ROWS:]
        spoil = Spoiler(traits_of(history, NUMERIC), rng).kinds()
        batches = []
        for number in range(2 * EACH * len(kinds)):
            batch = Batch(["id", *NUMERIC], rest[number * BATCH_ROWS : (number + 1) * BATCH_ROWS])
            batches.append(spoil[kinds[number % len(kinds)]](batch) if number < EACH * len(kinds) else batch)
        batches = [batches[place] for place in rng.permutation(len(batches))]
        arguments: Json = {
            "history": _cells(Batch(["id", *NUMERIC], history)),
            "batches": [_cells(batch) for batch in batches],
        }
        facts: Json = {"columns": [batch.column for batch in batches]}
        made.append(Task(f"validate-{check}", check, "validate", arguments, facts))
    return made


def grade(task: Task, answer: object | Failure, data: Path) -> Check:
    """Half for batches caught, half for the column blamed; each less the share of clean batches refused."""
    columns = task.facts["columns"]
    if not isinstance(columns, list):
        raise TypeError("The facts of a validation task are a list.")
    if isinstance(answer, Failure):
        return Check(task.check, 0.0, f"{task.id}: the function raised {answer.error}.")
    verdicts = answer if isinstance(answer, list) else []
    if len(verdicts) != len(columns) or not all(_is_verdict(verdict) for verdict in verdicts):
        rule = 'one {"accept": true or false, "column": name or null} for every batch, in order'
        return Check(task.check, 0.0, f"{task.id}: answer a list with {rule}.")
    faulty = sum(column is not None for column in columns)
    pairs = list(zip(columns, verdicts, strict=True))
    caught = sum(c is not None and not v["accept"] for c, v in pairs)
    blamed = sum(c is not None and not v["accept"] and v["column"] in c.split("|") for c, v in pairs)
    refused = sum(c is None and not v["accept"] for c, v in pairs)
    false = refused / (len(columns) - faulty)
    share = 0.5 * max(0.0, caught / faulty - false) + 0.5 * max(0.0, blamed / faulty - false)
    message = (
        f"{task.id}: {caught} of {faulty} faulty batches caught, {blamed} with the right column, "
        f"{refused} of "
        f"{len(columns) - faulty} clean ones refused. {HINTS[task.check]}"
    )
    return Check(task.check, share, "" if share == 1.0 else message)


def _is_verdict(value: object) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("accept"), bool)
        and (value.get("column") is None or isinstance(value.get("column"), str))
    )


def _deliveries(rng: np.random.Generator, count: int) -> list[Row]:
    """Clean rows; one weight in fifty is missing, as it is in history."""
    items = rng.poisson(rng.uniform(6, 9), count) + 1
    weight = items * rng.lognormal(0.3, 0.35, count)
    distance = rng.gamma(4.0, rng.uniform(20, 30), count) + 1
    volume = items * rng.lognormal(2.8, 0.3, count)
    stops = rng.poisson(24, count) + 1
    express, cold = rng.random(count) < 0.35, rng.random(count) < 0.2
    # Evenly spread, so that no clean batch happens to lack many.
    missing = np.arange(count) % 50 == rng.integers(50)
    return [
        {
            "id": f"d{place:05d}",
            "items": str(items[place]),
            "weight_kg": "" if missing[place] else f"{weight[place]:.3f}",
            "distance_km": f"{distance[place]:.1f}",
            "volume_l": f"{volume[place]:.2f}",
            "stops": str(stops[place]),
            "express": str(int(express[place])),
            "cold": str(int(cold[place])),
        }
        for place in range(count)
    ]


def _cells(batch: Batch) -> Json:
    return {"columns": batch.columns, "rows": [[row[name] for name in batch.columns] for row in batch.rows]}
