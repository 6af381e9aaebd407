"""What an author of a `service` assignment should mend, all at once."""

from pathlib import Path

from holdout_scorer.errors import AssignmentError
from holdout_scorer.node import Node
from holdout_scorer.problems import Problem, absent_columns, of_error, unknown_metrics
from holdout_scorer.service.data import read_columns
from holdout_scorer.service.spec import ServiceSpec, read_spec
from holdout_scorer.service.split import kept_rows, require_rows
from holdout_scorer.tables import Table, read_table

METRICS = (
    "mae",
    "contract",
    "latencyRatio",
    "p95",
    "availability",
    "operations",
    "registryChecks",
    "validation",
    "blame",
    "alarmF1",
    "driftRecovery",
)


def problems(definition: Node, data: Path) -> list[Problem]:
    """Everything at once. Raises AssignmentError for a key that cannot be read."""
    spec = read_spec(definition)
    return unknown_metrics(definition, METRICS) + _of_data(spec, data)


def _of_data(spec: ServiceSpec, data: Path) -> list[Problem]:
    try:
        table = read_table(data / spec.file.rsplit("/", 1)[-1])
        asked = {"dataset.target.column": spec.target}
        asked |= {f"dataset.ignore[{place}]": name for place, name in enumerate(spec.ignore)}
        asked |= {f"dataset.keep.{name}": name for name in spec.keep}
        if found := absent_columns(asked, table.columns):
            return found
        kept = kept_rows(table, spec)
    except AssignmentError as error:
        return of_error(error)
    found = []
    names = [n for n in table.columns if n not in (spec.target, "id", *spec.ignore, *spec.keep)]
    rows = tuple({"id": ""} | row for row in kept.rows)
    for check in (
        lambda: read_columns(spec, Table(("id", *names, spec.target), rows)),
        lambda: require_rows(len(rows), spec),
    ):
        try:
            check()
        except AssignmentError as error:
            found += of_error(error)
    return found
