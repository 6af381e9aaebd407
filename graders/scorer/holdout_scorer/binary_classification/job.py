"""The jobs of `plan` and `score`: what they read about a run."""

from dataclasses import dataclass

from holdout_scorer.binary_classification.spec import HIDDEN_FILES
from holdout_scorer.node import Node
from holdout_scorer.tables import Table, read_table
from holdout_scorer.workspace import Workspace

SAMPLE = "SAMPLE"
FIXED = ("key", "contaminated", "unit", "label")


@dataclass(frozen=True)
class Judged:
    """Rows that are scored, in the canonical order of their keys: features, `key`, `label`,
    `contaminated` and `unit` (what is dependent).
    """

    table: Table
    features: tuple[str, ...]


def read_split(job: Node) -> str:
    return job["split"].one_of(SAMPLE, *HIDDEN_FILES)


def read_judged(workspace: Workspace, split: str, target: str) -> Judged:
    """The scored rows of `split`. SAMPLE comes from the public bundle, so a student can score it locally."""
    if split == SAMPLE:
        return read_sample(workspace, target)
    table = read_table(workspace.input(f"hidden/{HIDDEN_FILES[split]}"))
    return _judged(Table(table.columns, tuple(sorted(table.rows, key=lambda row: row["key"]))))


def read_sample(workspace: Workspace, target: str) -> Judged:
    table = read_table(workspace.input("public/data/sample.csv"))
    features = [name for name in table.columns if name not in ("id", target)]
    rows = [
        {"key": row["id"], "contaminated": "0", "unit": row["id"], "label": row[target]}
        | {name: row[name] for name in features}
        for row in table.rows
    ]
    ordered = tuple(sorted(rows, key=lambda row: row["key"]))
    return _judged(Table((*FIXED, *features), ordered))


def _judged(table: Table) -> Judged:
    features = tuple(name for name in table.columns if name not in FIXED)
    return Judged(table, features)
