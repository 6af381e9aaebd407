"""`validate`: every mistake of an author's definition and data, each with its place and what to do."""

from pathlib import Path, PurePosixPath

import numpy as np

from holdout_scorer.errors import AssignmentError
from holdout_scorer.forecasting.panel import Panel, panel_of, sort_key
from holdout_scorer.forecasting.spec import ForecastingSpec, read_spec
from holdout_scorer.forecasting.split import draw_origins, sizes
from holdout_scorer.keys import Keyring
from holdout_scorer.metrics.forecasts import seasonal_scale
from holdout_scorer.node import Node
from holdout_scorer.problems import MOST_OF_A_KIND, Problem, absent_columns, of_error, unknown_metrics
from holdout_scorer.tables import Table, read_table

# A zero key gives one of the possible splits; the sizes of all of them differ by less than a horizon.
ANY_KEY = Keyring(bytes(32))
METRICS = ("mase", "wspl", "msis", "rmsse", "coverage80", "coverage95", "alarmF1")


def problems(definition: Node, data: Path) -> list[Problem]:
    """Everything at once. Raises AssignmentError for a key that cannot be read."""
    spec = read_spec(definition)
    return unknown_metrics(definition, METRICS) + _of_data(spec, data)


def _of_data(spec: ForecastingSpec, data: Path) -> list[Problem]:
    name = PurePosixPath(spec.data_file).name
    file = f"data/{name}"
    try:
        table = read_table(data / name)
    except AssignmentError as error:
        return of_error(error)
    asked = {"dataset.time": spec.time, "dataset.series": spec.series, "dataset.target": spec.target}
    if found := absent_columns(asked, table.columns):
        return found
    found = _rows(spec, table, file)
    if not found:
        found = _shape(spec, panel_of(table, name, spec.series, spec.time, spec.target), file)
    return found + _companions(spec, data)


def _rows(spec: ForecastingSpec, table: Table, file: str) -> list[Problem]:
    found: list[Problem] = []
    seen: dict[tuple[str, str], int] = {}
    for line, row in enumerate(table.rows, start=2):
        key = (row[spec.series] if spec.series else "series", row[spec.time])
        try:
            sort_key(key[1])
        except ValueError:
            advice = "Write times as 2024-05-31, 2024-05 or 2024-05-31T14:00, or as whole numbers."
            found.append(Problem("dataset.time", file, line, "The time cannot be read.", advice))
        try:
            float(row[spec.target] or "0")
        except ValueError:
            advice = "Leave the cell empty where nothing was observed."
            found.append(Problem("dataset.target", file, line, "The value is not a number.", advice))
        if key in seen:
            advice = (
                "Keep one row for each series and time, or name the column that tells them apart in `series`."
            )
            message = f"The same series and time stand in line {seen[key]}."
            found.append(Problem("dataset.series", file, line, message, advice))
        seen.setdefault(key, line)
        if len(found) >= MOST_OF_A_KIND:
            break
    return found


def _shape(spec: ForecastingSpec, panel: Panel, file: str) -> list[Problem]:
    season, horizon = sizes(spec, panel)
    found = []
    try:
        draw_origins(spec, len(panel.labels), season, horizon, ANY_KEY)
    except AssignmentError as error:
        advice = "Lower privateOrigins, publicOrigins or horizon, or bring a longer history."
        found.append(Problem("split", "assignment.yaml", None, error.message, advice))
    unscaled = ~(seasonal_scale(panel.values, season) > 0)
    names = [panel.names[place] for place in np.flatnonzero(unscaled)]
    if len(names) == len(panel.names):
        message = f"Every series repeats itself exactly after {season} steps, or is too short to tell."
        found.append(Problem("split.season", file, None, message, "State the season in steps, at least 1."))
    share = float(np.isfinite(panel.values).mean())
    if share < 0.5:
        message = f"Only {share:.0%} of the cells of {len(panel.names)} series have a value."
        advice = "Check that all series use the same times; aggregate them to one spacing first."
        found.append(Problem("dataset.time", file, None, message, advice))
    return found


def _companions(spec: ForecastingSpec, data: Path) -> list[Problem]:
    found = []
    for key, name in (("known", spec.known_file), ("observed", spec.observed_file)):
        if name is None:
            continue
        file = f"data/{PurePosixPath(name).name}"
        try:
            table = read_table(data / PurePosixPath(name).name)
        except AssignmentError as error:
            found.append(
                Problem(f"dataset.{key}", file, None, error.message, "Check the name and the encoding.")
            )
            continue
        if spec.time not in table.columns:
            message = f"There is no column `{spec.time}`."
            found.append(
                Problem(f"dataset.{key}", file, 1, message, "Name its times like those of the series.")
            )
        elif len(set(table.column(spec.time))) < len(table.rows):
            message = "A time has more than one row."
            found.append(Problem(f"dataset.{key}", file, None, message, "Keep one row for each time."))
    return found
