"""What an author of a `service` assignment should mend, all at once."""

from pathlib import Path

from holdout_scorer.errors import AssignmentError
from holdout_scorer.node import Node
from holdout_scorer.service.data import read_columns
from holdout_scorer.service.spec import read_spec
from holdout_scorer.tables import Table, read_table


def problems(definition: Node, data: Path) -> list[dict[str, object]]:
    """One entry per problem: path, file, line, message, suggestion."""
    try:
        spec = read_spec(definition)
        table = read_table(data / spec.file.rsplit("/", 1)[-1])
        missing = [name for name in (spec.target, *spec.ignore, *spec.keep) if name not in table.columns]
        if missing:
            return [
                _problem(
                    f"The dataset has no column `{name}`.",
                    "dataset",
                    f"Use one of {', '.join(table.columns[:30])}.",
                )
                for name in missing
            ]
        rows = tuple(row for row in table.rows if row[spec.target] != "")
        names = [n for n in table.columns if n not in (spec.target, "id", *spec.ignore, *spec.keep)]
        read_columns(spec, Table(("id", *names, spec.target), tuple({"id": ""} | row for row in rows)))
        wanted = sum(spec.rows.values()) + sum(spec.pool.values())
        if len(rows) - wanted < max(200, wanted // 2):
            message = f"`split` asks for {wanted:,} hidden and sample rows of {len(rows):,}."
            return [
                _problem(message, "split", f"Ask for at most {max(0, (len(rows) - 200) * 2 // 3):,} in all.")
            ]
    except AssignmentError as error:
        return [_problem(error.message, "dataset", "Mend what the message names.")]
    return []


def _problem(message: str, path: str, suggestion: str) -> dict[str, object]:
    return {
        "path": path,
        "file": "assignment.yaml",
        "line": None,
        "message": message,
        "suggestion": suggestion,
    }
