"""The rows that a run is judged on, as `plan` and `score` see them."""

from dataclasses import dataclass

from holdout_scorer.tables import Row, read_column, read_table
from holdout_scorer.tabular.spec import HIDDEN_FILES, SAMPLE, TabularSpec
from holdout_scorer.workspace import Workspace


@dataclass(frozen=True)
class Judged:
    """Rows in the canonical order of their keys: features, `key`, `label` and `unit` (what is dependent)."""

    features: tuple[str, ...]
    rows: tuple[Row, ...]


def read_judged(workspace: Workspace, spec: TabularSpec, split: str) -> Judged:
    """SAMPLE comes from the public bundle, so a student can score it locally."""
    if split == SAMPLE:
        table = read_table(workspace.input("public/data/sample.csv"))
        features = tuple(name for name in table.columns if name not in ("id", spec.published))
        rows = [
            {name: row[name] for name in features}
            | {"key": row["id"], "label": row[spec.published], "unit": row["id"]}
            for row in table.rows
        ]
    else:
        table = read_table(workspace.input(f"hidden/{HIDDEN_FILES[split]}"))
        features = tuple(name for name in table.columns if name not in ("key", "label", "unit"))
        rows = list(table.rows)
    return Judged(features, tuple(sorted(rows, key=lambda row: row["key"])))


def train_labels(workspace: Workspace, spec: TabularSpec) -> list[str]:
    return read_column(workspace.input("public/data/train.csv"), spec.published)


def numeric_columns(workspace: Workspace) -> list[str]:
    """Numeric features, without the outcome."""
    rows = read_table(workspace.input("public/data/data_dictionary.csv")).rows
    return sorted(row["column"] for row in rows[1:-1] if row["type"] == "number")
