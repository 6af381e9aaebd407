"""`validate`: every mistake of an author's definition and data, each with its place and what to do."""

from collections import Counter
from pathlib import Path, PurePosixPath

from holdout_scorer.errors import AssignmentError
from holdout_scorer.node import Node
from holdout_scorer.problems import (
    DEFINITION,
    MOST_OF_A_KIND,
    Problem,
    absent_columns,
    of_error,
    unknown_metrics,
)
from holdout_scorer.ranking.dataset import RESERVED
from holdout_scorer.ranking.spec import RankingSpec, read_spec
from holdout_scorer.tables import Row, Table, read_table

FEW_USERS = 400
METRICS = ("ndcg", "map", "novelty", "popularityLift", "coverage")
# Metrics of tasks that an assignment switches on.
OF_TASKS = ("recall", "offPolicyError", "sampleSizes", "verdicts", "coverageKept")


def problems(definition: Node, data: Path) -> list[Problem]:
    """Everything at once. Raises AssignmentError for a key that cannot be read."""
    spec = read_spec(definition)
    found = unknown_metrics(definition, (*METRICS, *OF_TASKS)) + _without_task(definition, spec)
    name = PurePosixPath(spec.data_file).name
    try:
        table = read_table(data / name)
    except AssignmentError as error:
        return found + of_error(error)
    columns = spec.columns
    asked = {
        "dataset.user": columns.user,
        "dataset.item": columns.item,
        "dataset.rating": columns.rating,
        "dataset.time": columns.time,
    }
    asked |= {f"dataset.side[{place}]": side for place, side in enumerate(columns.side)}
    absent = absent_columns(asked, table.columns)
    found += [
        Problem(f"dataset.side[{place}]", DEFINITION, None, f"The name `{side}` is reserved.", "Rename it.")
        for place, side in enumerate(columns.side)
        if side in RESERVED
    ]
    return found + (absent or _of_rows(spec, table, f"data/{name}"))


def _without_task(definition: Node, spec: RankingSpec) -> list[Problem]:
    present = {
        "recall": spec.candidates,
        "offPolicyError": spec.off_policy,
        "sampleSizes": spec.experiments,
        "verdicts": spec.experiments,
        "coverageKept": spec.simulation_rounds,
    }
    keys = {
        "recall": "outputs.candidates",
        "offPolicyError": "offPolicy",
        "sampleSizes": "experiments",
        "verdicts": "experiments",
        "coverageKept": "simulation",
    }
    return [
        Problem(
            f"metrics[{place}].name",
            DEFINITION,
            None,
            f"The metric `{name}` needs a task that the assignment does not have.",
            f"Add `{keys[name]}`, or leave the metric out.",
        )
        for place, name in enumerate(node["name"].text() for node in definition["metrics"].each())
        if name in present and present[name] is None
    ]


def _of_rows(spec: RankingSpec, table: Table, file: str) -> list[Problem]:
    found: list[Problem] = []
    users: Counter[str] = Counter()
    pairs: set[tuple[str, str]] = set()
    for line, row in enumerate(table.rows, start=2):
        if len(found) < MOST_OF_A_KIND:
            found += _of_row(spec, row, file, line)
        pair = row[spec.columns.user], row[spec.columns.item]
        if pair not in pairs:
            pairs.add(pair)
            users[pair[0]] += 1
    eligible = sum(count >= spec.min_items for count in users.values())
    if eligible < FEW_USERS:
        message = (
            f"{eligible} users have at least {spec.min_items} items; {FEW_USERS} are needed for a fair split."
        )
        advice = "Lower split.minItems, or bring data of more users."
        found.append(Problem("split.minItems", DEFINITION, None, message, advice))
    return found


def _of_row(spec: RankingSpec, row: Row, file: str, line: int) -> list[Problem]:
    columns = spec.columns
    found = [
        Problem(
            f"dataset.{key}", file, line, f"The {key} is empty.", "Fill it, or drop the row.", column=column
        )
        for key, column in (("user", columns.user), ("item", columns.item))
        if not row[column]
    ]
    if columns.rating and not _is_number(row[columns.rating]):
        message, advice = "The rating is not a number.", "Map words to numbers first."
        found.append(Problem("dataset.rating", file, line, message, advice, columns.rating))
    if columns.time and not row[columns.time]:
        message, advice = "The time is empty.", "Fill it, or drop the row."
        found.append(Problem("dataset.time", file, line, message, advice, columns.time))
    return found


def _is_number(cell: str) -> bool:
    try:
        return float(cell) - float(cell) == 0.0
    except ValueError:
        return False
