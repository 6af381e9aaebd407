"""What `score` reads of a run: forecasts lined up with what happened, and alarms with what was planted."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Bools, Floats
from holdout_scorer.forecasting.answers import Forecast, read_alarms, read_forecast
from holdout_scorer.forecasting.csvfile import StudentCsv
from holdout_scorer.forecasting.panel import Panel
from holdout_scorer.forecasting.plan import mixed
from holdout_scorer.forecasting.spec import SAMPLE, ForecastingSpec
from holdout_scorer.forecasting.task import Task
from holdout_scorer.metrics.forecasts import seasonal_scale
from holdout_scorer.node import Node
from holdout_scorer.tables import read_table
from holdout_scorer.workspace import Workspace


@dataclass(frozen=True)
class Backtest:
    """Forecasts of several origins. y, mean: shape (origins, steps, series); quantiles: plus levels.

    scale: shape (origins, series), the in-sample seasonal-naive error up to each origin; NaN where it is zero
    or unknown, and such a series is left out at that origin. weight: shape (origins, series), each series'
    share of the volume of the last horizon before the origin.
    """

    y: Floats
    mean: Floats
    quantiles: Floats
    scale: Floats
    weight: Floats

    def only(self, origins: list[int]) -> "Backtest":
        return Backtest(*(values[origins] for values in vars(self).values()))


@dataclass(frozen=True)
class Alarms:
    """One entry per stream. hit: alarm in time. wrong: alarm too early, too late or without a drift."""

    drift: Bools
    hit: Bools
    wrong: Bools
    raised: Bools


@dataclass(frozen=True)
class Evidence:
    """lookup: for each probe, the origin's place in `main` and the backtest of its disguised twin."""

    main: Backtest
    sample: Backtest
    left_out: tuple[str, ...]
    repeat: Forecast
    lookup: list[tuple[int, Backtest]]
    alarms: Alarms | None
    monitored: bool


def gather(workspace: Workspace, spec: ForecastingSpec, task: Task) -> Evidence:
    """Raises RejectedError for the first malformed student file."""
    plan = workspace.read_json("plan/secret.json")
    origins = {name: node.integer() for name, node in plan["origins"].entries()}
    calls = plan["judged"].texts()
    forecasts = {
        name: _forecast(workspace, spec, task, name, task.panel.labels, origin)
        for name, origin in origins.items()
    }
    sample_calls = [name for name in origins if name.startswith("sample")]
    repeat = _forecast(workspace, spec, task, "repeat", task.panel.labels, origins[calls[0]])
    main = _backtest(task, task.panel, [origins[name] for name in calls], [forecasts[name] for name in calls])
    sample = _backtest(
        task, task.panel, [origins[name] for name in sample_calls], [forecasts[name] for name in sample_calls]
    )
    lookup = []
    for node in plan["lookup"].each():
        lookup.append((calls.index(node["twin"].text()), _lookup(workspace, spec, task, node)))
    alarms, monitored = _alarms(workspace, spec, task)
    unscaled = np.isfinite(main.scale).sum(axis=0) == 0
    left_out = tuple(name for name, out in zip(task.panel.names, unscaled, strict=True) if out)
    return Evidence(main, sample, left_out, repeat, lookup, alarms, monitored)


def _forecast(
    workspace: Workspace, spec: ForecastingSpec, task: Task, call: str, labels: tuple[str, ...], origin: int
) -> Forecast:
    path = f"outputs/{call}/forecasts.csv"
    file = StudentCsv(workspace.input(path), "forecasts.csv")
    dates = labels[origin + 1 : origin + 1 + task.horizon]
    return read_forecast(file, spec.max_forecast_bytes, task.panel.names, dates, spec.minimum)


def _backtest(task: Task, panel: Panel, origins: list[int], forecasts: list[Forecast]) -> Backtest:
    scale = np.array([seasonal_scale(panel.values[: origin + 1], task.season) for origin in origins])
    recent = [np.abs(panel.values[max(0, o + 1 - task.horizon) : o + 1]) for o in origins]
    volume = np.array([np.nan_to_num(part).mean(axis=0) for part in recent])
    scale = np.where(scale > 0, scale, np.nan)
    volume = np.where(np.isfinite(scale), volume, 0.0)
    total = volume.sum(axis=1, keepdims=True)
    even = np.full(volume.shape, 1.0 / volume.shape[1])
    return Backtest(
        y=np.array([panel.values[o + 1 : o + 1 + task.horizon] for o in origins]),
        mean=np.array([forecast.mean for forecast in forecasts]),
        quantiles=np.array([forecast.quantiles for forecast in forecasts]),
        scale=scale,
        weight=np.divide(volume, total, out=even, where=total > 0),
    )


def _lookup(workspace: Workspace, spec: ForecastingSpec, task: Task, node: Node) -> Backtest:
    origin = node["origin"].integer()
    recipe: dict[str, object] = {
        key: [item.number() for item in node[key].each()] for key in ("partners", "shares", "factors")
    }
    shift = node["shift"].integer()
    labels = tuple(task.panel.labels[max(t - shift, 0)] for t in range(len(task.panel.labels)))
    forecast = _forecast(workspace, spec, task, node["call"].text(), labels, origin)
    return _backtest(task, mixed(task.panel, origin, recipe), [origin], [forecast])


def _alarms(workspace: Workspace, spec: ForecastingSpec, task: Task) -> tuple[Alarms | None, bool]:
    """The alarms of the judged streams. Without a monitor command nothing was raised."""
    if spec.streams is None:
        return None, False
    call = "sample-monitor" if task.split == SAMPLE else "hidden-monitor"
    folder = "public/data" if task.split == SAMPLE else "hidden"
    monitored: dict[str, list[str]] = {}
    for row in read_table(workspace.input(f"{folder}/streams_{task.split.lower()}.csv")).rows:
        if row["monitored"] == "1":
            monitored.setdefault(row["stream"], []).append(row["date"])
    raised: Mapping[str, int | None] = dict.fromkeys(monitored)
    path = workspace.input(f"outputs/{call}/alarms.csv")
    if path.is_file():
        raised = read_alarms(StudentCsv(path, "alarms.csv"), spec.max_alarm_bytes, monitored)
    rows = read_table(workspace.input(f"{folder}/drifts_{task.split.lower()}.csv")).rows
    drift, hit, alarm = [], [], []
    for row in rows:
        step = raised[row["stream"]]
        onset = monitored[row["stream"]].index(row["onset"]) if row["onset"] else None
        drift.append(onset is not None)
        alarm.append(step is not None)
        in_time = onset is not None and step is not None and onset <= step <= onset + spec.streams.deadline
        hit.append(in_time)
    d, h, a = (np.array(values, dtype=bool) for values in (drift, hit, alarm))
    return Alarms(d, h, a & ~h, a), path.is_file()
