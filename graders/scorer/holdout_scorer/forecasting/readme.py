"""The files that explain the public data."""

from holdout_scorer.forecasting.spec import ForecastingSpec
from holdout_scorer.tables import csv_bytes, read_table
from holdout_scorer.workspace import Workspace

FIXED = (
    ("series", "text", "", "Which series the row belongs to"),
    ("date", "time", "", "Step of the common time grid"),
)


def data_dictionary(workspace: Workspace, spec: ForecastingSpec) -> bytes:
    """The columns of history.csv, then what the author's dictionary says of the others."""
    columns = ("column", "type", "unit", "description")
    rows = [dict(zip(columns, cells, strict=True)) for cells in FIXED]
    if spec.dictionary_file is None:
        rows.append(dict(zip(columns, ("value", "number", "", spec.target_label), strict=True)))
    else:
        given = read_table(workspace.input(f"data/{spec.dictionary_file.rsplit('/', 1)[-1]}"))
        for row in given.rows:
            rows.append(row | ({"column": "value"} if row["column"] == spec.target else {}))
    return csv_bytes(columns, rows)


def data_readme(spec: ForecastingSpec, horizon: int, season: int) -> str:
    """What each public file holds, in words for students."""
    lines = [
        "| `history.csv` | `series,date,value`: the past, to train on |",
        f"| `sample.csv` | the same columns, {spec.origins['SAMPLE'] * horizon} steps after it |",
        "| `task.json` | horizon, season, names of the series, sample origins, columns of a forecast |",
        "| `data_dictionary.csv` | type, unit and meaning of each column |",
    ]
    if spec.known_file:
        lines.append("| `known.csv` | what is known in advance, one row per date |")
    if spec.observed_file:
        lines.append("| `observed.csv` | what is known only afterwards, one row per date |")
    if spec.streams:
        lines.append("| `streams_sample.csv` | streams to practise monitoring on |")
        lines.append("| `drifts_sample.csv` | which of them drift, and from which date |")
    table = "\n".join(lines)
    return f"""# Data of `{spec.slug}`

| file | what |
|---|---|
{table}

`value` is {spec.target_label}. The season is {season} steps, the horizon {horizon}.
A missing row means that nothing was observed.

`forecast` gets a folder with `history.csv`: the last {spec.context:,} steps up to the origin{_also(spec)}.
"""


def _also(spec: ForecastingSpec) -> str:
    parts = []
    if spec.known_file:
        parts.append("`known.csv` to the end of the horizon")
    if spec.observed_file:
        parts.append("`observed.csv` up to the origin")
    return "".join(f", {part}" for part in parts)
