"""What both sides know of a split, and the series as `plan` and `score` need them."""

from dataclasses import dataclass

from holdout_scorer.errors import AssignmentError
from holdout_scorer.forecasting.panel import COLUMNS, Covariates, Panel, load_covariates, panel_of
from holdout_scorer.forecasting.spec import PRIVATE, PUBLIC, SAMPLE, ForecastingSpec
from holdout_scorer.node import Node
from holdout_scorer.tables import Table, read_table
from holdout_scorer.workspace import Workspace

TASK_FILE = "public/data/task.json"


@dataclass(frozen=True)
class Task:
    """origins: steps of the panel after which forecasts begin (the origin is the last known step)."""

    split: str
    panel: Panel
    known: Covariates | None
    observed: Covariates | None
    origins: tuple[int, ...]
    sample_origins: tuple[int, ...]
    horizon: int
    season: int


def read_split(job: Node) -> str:
    return job["split"].one_of(SAMPLE, PUBLIC, PRIVATE)


def read_task(workspace: Workspace, spec: ForecastingSpec, split: str) -> Task:
    """SAMPLE is made of public files alone, so that a student can score it at home."""
    public = workspace.read_json(TASK_FILE)
    if split == SAMPLE:
        history = read_table(workspace.input("public/data/history.csv"))
        sample = read_table(workspace.input("public/data/sample.csv"))
        table, folder = Table(history.columns, (*history.rows, *sample.rows)), "public/data"
    else:
        table, folder = read_table(workspace.input("hidden/panel.csv")), "hidden"
    panel = panel_of(table, "the panel", *(COLUMNS[0], COLUMNS[1], COLUMNS[2]))
    covariates = {}
    for name, file in (("known", spec.known_file), ("observed", spec.observed_file)):
        path = workspace.input(f"{folder}/{name}.csv")
        covariates[name] = load_covariates(read_table(path), panel, "date") if file else None
    labels = public["sampleOrigins"].texts()
    chosen = labels if split == SAMPLE else workspace.read_json("hidden/origins.json")[split].texts()
    step = {label: t for t, label in enumerate(panel.labels)}
    try:
        origins = tuple(step[label] for label in chosen)
        sample_origins = tuple(step[label] for label in labels)
    except KeyError as error:
        raise AssignmentError(
            "INPUT_MISMATCH", "The origins and the panel are of different splits."
        ) from error
    return Task(
        split=split,
        panel=panel,
        known=covariates["known"],
        observed=covariates["observed"],
        origins=origins,
        sample_origins=sample_origins,
        horizon=public["horizon"].integer(1),
        season=public["season"].integer(1),
    )


def task_labels(task: Task, origin: int) -> tuple[str, ...]:
    return task.panel.labels[origin + 1 : origin + 1 + task.horizon]
