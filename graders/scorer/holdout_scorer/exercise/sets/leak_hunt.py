"""Stage 2: columns, pairs, rows and joins that let the outcome into a credit table."""

from collections import defaultdict
from pathlib import Path

import numpy as np

from holdout_scorer.arrays import Bools
from holdout_scorer.exercise import leaks
from holdout_scorer.exercise.credit import Cell, Table, draw_rows, separation_of
from holdout_scorer.exercise.questions import Json, Question, drawn, judged
from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task

CHECKS = (
    CheckInfo("separation", "What one column tells", 15, "EVALUATION_ERROR_ANALYSIS", "AUDIT_DATA"),
    CheckInfo("columns", "Columns that know the outcome", 25, "DATA_ENGINEERING", "AUDIT_DATA"),
    CheckInfo("pairs", "Pairs that know it together", 15, "DATA_ENGINEERING", "AUDIT_DATA"),
    CheckInfo("duplicates", "Test rows that were trained on", 15, "DATA_ENGINEERING", "SPLIT"),
    CheckInfo("encoding", "Target encoding out of fold", 15, "SUPERVISED_UNSUPERVISED", "IMPROVE"),
    CheckInfo("as-of", "What was known on the day", 15, "DATA_ENGINEERING", "AUDIT_DATA"),
)
ROWS = 500
PLACES = 3


def separation(values: list[float | None], labels: list[int]) -> object:
    """The best of four: AUC and 1 - AUC of the values that are there, and of whether they are there."""
    known = np.array([value is not None for value in values])
    outcomes = np.array(labels, dtype=np.float64)
    present = np.array([value for value in values if value is not None], dtype=np.float64)
    return max(separation_of(present, outcomes[known]), separation_of(known.astype(np.float64), outcomes))


def shared_rows(train: Json, test: Json) -> object:
    """Places of test rows that are in train: all but `id` equal, texts apart from case and outer spaces,
    numbers to three decimals.
    """
    seen = set(_rows(train))
    return [at for at, row in enumerate(_rows(test)) if row in seen]


def encode(
    categories: list[str | None], labels: list[int], folds: list[list[int]], strength: float
) -> object:
    """(labels of the category + strength · rate) / (its rows + strength), counted in the other folds.

    The rate is that of the other folds, and stands for a category without rows there.
    """
    encoded = [0.0] * len(labels)
    for fold in folds:
        others = sorted(set(range(len(labels))) - set(fold))
        rate = sum(labels[row] for row in others) / len(others)
        counts: dict[str | None, int] = defaultdict(int)
        sums: dict[str | None, int] = defaultdict(int)
        for row in others:
            counts[categories[row]] += 1
            sums[categories[row]] += labels[row]
        for row in fold:
            weight = counts[categories[row]] + strength
            encoded[row] = (sums[categories[row]] + strength * rate) / weight if weight else rate
    return encoded


def as_of(applications: list[Json], events: list[Json]) -> object:
    """For every application the value of its customer's latest event among those recorded before it; None
    without any. Latest by when it happened, then by when it was recorded.
    """
    return [
        max(
            (
                (float(str(event["happened"])), float(str(event["recorded"])), event["value"])
                for event in events
                if event["customer"] == application["customer"]
                and float(str(event["recorded"])) < float(str(application["at"]))
            ),
            default=(0.0, 0.0, None),
            key=lambda found: found[:2],
        )[2]
        for application in applications
    ]


def _rows(table: Json) -> list[tuple[Cell, ...]]:
    columns = {str(name): values for name, values in table.items() if name != "id"}
    lists = [values for values in columns.values() if isinstance(values, list)]
    return [tuple(_normal(cell) for cell in row) for row in zip(*lists, strict=True)]


def _normal(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return cell.strip().lower()
    return None if cell is None else round(cell, PLACES)


def _column(rng: np.random.Generator, number: int) -> Json:
    labels = [1, 0, *(int(v) for v in rng.integers(0, 2, 28))]
    values = [float(v) for v in rng.normal(size=30).round(0 if number == 1 else 3)]
    gaps: Bools = np.zeros(30, np.bool_)
    if number == 2:  # what counts is that it is missing
        gaps = rng.uniform(size=30) < np.where(labels, 0.1, 0.8)
    if number == 3:  # below is what is bad
        values = [v - 1.5 * label for v, label in zip(values, labels, strict=True)]
        gaps = rng.uniform(size=30) < 0.2
    if number == 4:  # all that is there is of one class
        gaps = np.array(labels) == 0
    return {"values": [None if gap else v for gap, v in zip(gaps, values, strict=True)], "labels": labels}


def _fold_task(rng: np.random.Generator, number: int) -> Json:
    rows, k = 40, (4, 5, 2)[number % 3]
    names: list[str | None] = ["north", "south", "east", None, "harbour"]
    at = rng.choice(5, size=rows, p=[0.4, 0.3, 0.15, 0.1, 0.05])
    order = [int(row) for row in rng.permutation(rows)]
    return {
        "categories": [names[int(place)] for place in at],
        "labels": [int(v) for v in rng.integers(0, 2, rows)],
        "folds": [sorted(order[fold::k]) for fold in range(k)],
        "strength": (5.0, 0.0, 1.0)[number % 3],
    }


def _history(rng: np.random.Generator, number: int) -> Json:
    customers = [f"c{at}" for at in range(6)]
    events: list[Json] = []
    for at in rng.permutation(30):
        happened = int(at) * 4 + int(rng.integers(0, 3))
        # Some come late, so that the latest known is not the last recorded.
        late = int(rng.choice([0, 1, 25, 60], p=[0.4, 0.3, 0.2, 0.1]))
        customer = customers[int(rng.integers(5))]
        value = float(rng.integers(100, 999))
        events.append(
            {"customer": customer, "happened": happened, "recorded": happened + late, "value": value}
        )
    moments = [events[number]["recorded"], *(int(v) for v in rng.integers(0, 130, 11))]
    who = [events[number]["customer"], *(customers[int(rng.integers(6))] for _ in range(11))]
    return {
        "applications": [{"customer": c, "at": at} for c, at in zip(who, moments, strict=True)],
        "events": events,
    }


QUESTIONS = (
    Question(
        "separation",
        "separation",
        _column,
        separation,
        "Look at the values that are there and at whether they are there; both directions count, ties are a "
        "half, and a missing class says nothing (0.5).",
        5,
    ),
    Question(
        "encoding",
        "encode",
        _fold_task,
        encode,
        "A row's own fold has no say in its code, not even in the overall rate; None is a category like "
        "others.",
        3,
    ),
    Question(
        "as-of",
        "as_of",
        _history,
        as_of,
        "An event counts when it was recorded before the application; among those the latest that "
        "happened wins.",
    ),
)
ASKED = {question.function for question in QUESTIONS}


def tasks(rng: np.random.Generator, data: Path, split: str) -> list[Task]:
    """Besides the questions: credit tables with leaks planted among honest look-alikes."""
    made = drawn(QUESTIONS, rng)
    for number in range(3):
        made.append(_columns_task(rng, data, number))
    for number in range(2):
        made.append(_pairs_task(rng, data, number))
    for number in range(3):
        made.append(_duplicates_task(rng, data, number))
    return made


def _columns_task(rng: np.random.Generator, data: Path, number: int) -> Task:
    """Two or three kinds of leak, one table with none of a kind twice, and all decoys."""
    table, labels = draw_rows(data, rng, ROWS)
    kinds = [int(at) for at in rng.permutation(len(leaks.LEAKS))][: 2 + number % 2]
    makers = [leaks.LEAKS[at] for at in kinds] + list(leaks.DECOYS)
    names = _names(rng, len(makers))
    planted = {name: maker(rng, labels) for name, maker in zip(names, makers, strict=True)}
    given: Json = {"table": _shuffled(rng, table | planted), "labels": labels}
    facts: Json = {"found": sorted(names[: len(kinds)])}
    return Task(f"leaking_columns-{number}", "columns", "leaking_columns", given, facts)


def _pairs_task(rng: np.random.Generator, data: Path, number: int) -> Task:
    table, labels = draw_rows(data, rng, ROWS)
    count = 1 + number % 2
    names = _names(rng, 2 * count + 4)
    pairs = [leaks.leaking_pair(rng, labels) for _ in range(count)]
    pairs += [leaks.honest_pair(rng, labels) for _ in range(2)]
    planted: Table = dict(zip(names, [column for pair in pairs for column in pair], strict=True))
    found = [sorted(names[2 * at : 2 * at + 2]) for at in range(count)]
    given: Json = {"table": _shuffled(rng, table | planted), "labels": labels}
    return Task(f"leaking_pairs-{number}", "pairs", "leaking_pairs", given, {"found": sorted(found)})


def _duplicates_task(rng: np.random.Generator, data: Path, number: int) -> Task:
    """Some test rows are train rows in other clothes, some differ from one in a single cell."""
    table, _ = draw_rows(data, rng, 180)
    train = {name: values[:130] for name, values in table.items()}
    test = {name: list(values[130:]) for name, values in table.items()}
    places = rng.permutation(50)
    for at, place in enumerate(places[:16]):
        source = int(rng.integers(130))
        for name, values in train.items():
            test[name][int(place)] = _dressed(rng, values[source], number)
        if at >= 9:
            amount = test["Amount"][int(place)]
            test["Amount"][int(place)] = float(amount) + 1.0 if isinstance(amount, float) else 1.0
    given: Json = {"train": _with_ids(rng, train), "test": _with_ids(rng, test)}
    return Task(f"shared_rows-{number}", "duplicates", "shared_rows", given)


def _dressed(rng: np.random.Generator, cell: Cell, number: int) -> Cell:
    """The same cell as another program writes it; the first table has plain copies."""
    if number == 0 or cell is None:
        return cell
    if isinstance(cell, str):
        return f" {cell.upper()}" if rng.uniform() < 0.5 else f"{cell.title()} "
    return cell + float(rng.uniform(-1e-5, 1e-5))


def _with_ids(rng: np.random.Generator, table: Table) -> Table:
    size = len(next(iter(table.values())))
    ids: list[Cell] = [f"a{v}" for v in rng.choice(10**6, size, replace=False)]
    return {"id": ids} | table


def _names(rng: np.random.Generator, count: int) -> list[str]:
    return [str(name) for name in rng.permutation(leaks.NAMES)[:count]]


def _shuffled(rng: np.random.Generator, table: Table) -> Table:
    names = list(table)
    return {names[int(at)]: table[names[int(at)]] for at in rng.permutation(len(names))}


def grade(task: Task, answer: object | Failure, data: Path) -> Check:
    if task.function in ASKED:
        return judged(QUESTIONS, task, answer)
    if isinstance(answer, Failure):
        return Check(task.check, 0.0, f"{task.id}: the function raised {answer.error}. {LOOK[task.function]}")
    if task.function == "shared_rows":
        wanted: object = shared_rows(**{name: _json(task.arguments[name]) for name in ("train", "test")})
    else:
        wanted = task.facts["found"]
    return _found(task, answer, wanted)


LOOK = {
    "leaking_columns": "Ask of each column what it tells about rows it was not read from, and of its gaps "
    "too; a "
    "code with two rows each tells everything about those two.",
    "leaking_pairs": "Look at the difference of every two columns of numbers, though neither tells "
    "anything alone.",
    "shared_rows": "Leave out `id`, strip and lower texts, round numbers to three decimals, then look "
    "rows up.",
}


def _found(task: Task, answer: object, wanted: object) -> Check:
    """F1 of what was named."""
    look = LOOK[task.function]
    if not isinstance(answer, list) or not isinstance(wanted, list):
        return Check(task.check, 0.0, f"{task.id}: the answer is no list. {look}")
    try:
        named = {tuple(sorted(entry)) if isinstance(entry, list) else entry for entry in answer}
    except TypeError:
        return Check(task.check, 0.0, f"{task.id}: the answer holds what is no name. {look}")
    true = {tuple(entry) if isinstance(entry, list) else entry for entry in wanted}
    hits = len(named & true)
    share = 2 * hits / (len(named) + len(true)) if named or true else 1.0
    message = f"{task.id}: {hits} of what was named is right, {len(named) - hits} is not, "
    message += f"{len(true) - hits} was missed. {look}"
    return Check(task.check, share, "" if share == 1.0 else message)


def _json(value: object) -> Json:
    return value if isinstance(value, dict) else {}
