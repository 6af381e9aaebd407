"""`plan`: one single-use container per origin, which sees only the past, and the probes beside them."""

import json

import numpy as np

from holdout_scorer.forecasting.panel import Panel
from holdout_scorer.forecasting.spec import SAMPLE, ForecastingSpec, read_spec
from holdout_scorer.forecasting.task import Task, read_split, read_task
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace

HISTORY = "history/"
MODEL_BYTES = 32 * 1024 * 1024
# A probe's dates move back by whole years of weeks, so that the place in the week and in the year stays.
YEAR_OF_WEEKS = 52
Call = dict[str, object]


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes calls.tar for the student's containers and secret.json for `score` alone."""
    spec = read_spec(definition)
    split = read_split(job)
    keys = Keyring.from_hex(job["saltHex"].text(), "job.json.saltHex")
    task = read_task(workspace, spec, split)
    files: dict[str, bytes] = {}
    calls: list[Call] = [_train()]
    judged = "sample" if split == SAMPLE else "hidden"
    # The first sample origin is the dry run of every practice and certification run, with full logs.
    shown = task.sample_origins if split == SAMPLE else task.sample_origins[:1]
    secret: dict[str, object] = {"origins": {}, "lookup": []}
    origins = {f"sample-{n}": origin for n, origin in enumerate(shown, start=1)}
    if split != SAMPLE:
        origins |= {f"hidden-{n}": origin for n, origin in enumerate(task.origins, start=1)}
    for name, origin in origins.items():
        files |= _past(name, task, task.panel, spec, origin, task.panel.labels)
        calls.append(_forecast(spec, name, task, task.panel.labels[origin], name.startswith("sample")))
    secret["origins"] = origins
    secret["judged"] = [name for name in origins if name.startswith(judged)]
    first = f"{judged}-1"
    repeat = _forecast(spec, "repeat", task, task.panel.labels[origins[first]], False)
    calls.append(repeat | {"filesOf": first, "probe": True})
    probes = []
    chosen = keys.generator("lookup-origins").permutation(len(task.origins))[: spec.lookup_origins]
    for number, place in enumerate(chosen, start=1):
        name, origin = f"lookup-{number}", task.origins[int(place)]
        twin, labels, recipe = disguise(task, spec, origin, keys.child(name))
        files |= _past(name, task, twin, spec, origin, labels)
        calls.append(_forecast(spec, name, task, labels[origin], False) | {"probe": True})
        probes.append({"call": name, "twin": f"{judged}-{int(place) + 1}", "origin": origin} | recipe)
    secret["lookup"] = probes
    if spec.streams:
        parts = (SAMPLE,) if split == SAMPLE else (SAMPLE, split)
        for part in parts:
            name = "sample-monitor" if part == SAMPLE else "hidden-monitor"
            folder = "public/data" if part == SAMPLE else "hidden"
            files[f"{name}/streams.csv"] = workspace.input(
                f"{folder}/streams_{part.lower()}.csv"
            ).read_bytes()
            calls.append(_monitor(spec, name, part == SAMPLE))
    files["calls.json"] = json.dumps({"schema": "holdout.calls/2", "groups": {}, "calls": calls}).encode()
    workspace.write("calls.tar", tar_bytes(files))
    workspace.write_json("secret.json", secret)


def disguise(
    task: Task, spec: ForecastingSpec, origin: int, keys: Keyring
) -> tuple[Panel, tuple[str, ...], dict[str, object]]:
    """A panel that nobody published: every series rescaled and mixed with another, its dates moved back.

    Returns the panel, its labels and the recipe, from which `score` makes the truth again.
    """
    generator = keys.generator("disguise")
    count = len(task.panel.names)
    recipe: dict[str, object] = {
        "partners": [int(s) for s in _partners(count, generator)],
        "shares": [round(float(w), 6) for w in generator.uniform(0.5, 0.7, count)],
        "factors": [round(float(f), 6) for f in np.exp(generator.uniform(-0.7, 0.7, count))],
    }
    year = YEAR_OF_WEEKS * task.season if task.season == 7 else task.season
    most = max(0, origin - spec.context) // year
    moved = year * int(generator.integers(1, min(most, 3) + 1)) if most else 0
    labels = task.panel.labels
    shifted = tuple(labels[max(t - moved, 0)] for t in range(len(labels)))
    return mixed(task.panel, origin, recipe), shifted, recipe | {"shift": moved}


def mixed(panel: Panel, origin: int, recipe: dict[str, object]) -> Panel:
    """Each series becomes factor * mean * (share * own + (1 - share) * partner's), both scaled to mean 1."""
    partners = np.array(recipe["partners"], dtype=np.int64)
    shares, factors = np.array(recipe["shares"]), np.array(recipe["factors"])
    known = panel.values[: origin + 1]
    size = np.nanmean(np.abs(known), axis=0)
    size = np.where(size > 0, size, 1.0)
    unit = panel.values / size
    blend = shares * unit + (1.0 - shares) * unit[:, partners]
    return Panel(panel.labels, panel.names, factors * size * blend)


def _partners(count: int, generator: np.random.Generator) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    order = generator.permutation(count)
    partners = np.empty(count, dtype=np.int64)
    partners[order] = np.roll(order, 1)
    return partners


def _past(
    name: str, task: Task, panel: Panel, spec: ForecastingSpec, origin: int, labels: tuple[str, ...]
) -> dict[str, bytes]:
    """What a call may know at its origin. A shift of labels moves every file alike."""
    start, stop = max(0, origin + 1 - spec.context), origin + 1
    files = {f"{name}/{HISTORY}history.csv": panel.renamed(labels).to_csv(start, stop)}
    if task.known:
        files[f"{name}/{HISTORY}known.csv"] = task.known.to_csv(labels, start, stop + task.horizon)
    if task.observed:
        files[f"{name}/{HISTORY}observed.csv"] = task.observed.to_csv(labels, start, stop)
    return files


def _train() -> Call:
    return {
        "name": "train",
        "phase": "TRAIN",
        "command": "train",
        "optional": True,
        "visible": True,
        "subject": "The train command",
        "data": "public",
        "model": None,
        "limits": "train",
        "inputs": {},
        "values": {},
        "takes": {},
        "outputs": {"model": {"kind": "tree", "path": "model", "maxBytes": MODEL_BYTES, "required": False}},
    }


def _forecast(spec: ForecastingSpec, name: str, task: Task, origin: str, visible: bool) -> Call:
    where = f"at the sample origin {origin}" if visible else "at a hidden origin"
    return _predicting(name, visible, f"The forecast command {where}") | {
        "command": "forecast",
        "inputs": {"history": HISTORY},
        "values": {"origin": origin, "horizon": str(task.horizon)},
        "outputs": {"forecasts": _file("forecasts.csv", spec.max_forecast_bytes)},
    }


def _monitor(spec: ForecastingSpec, name: str, visible: bool) -> Call:
    what = "sample" if visible else "hidden"
    return _predicting(name, visible, f"The monitor command on {what} streams") | {
        "command": "monitor",
        "optional": True,
        "inputs": {"streams": "streams.csv"},
        "values": {},
        "outputs": {"alarms": _file("alarms.csv", spec.max_alarm_bytes)},
    }


def _predicting(name: str, visible: bool, subject: str) -> Call:
    return {
        "name": name,
        "phase": "PREDICT",
        "visible": visible,
        "subject": subject,
        "data": None,
        "model": "train",
        "limits": "predict",
        "takes": {},
    }


def _file(path: str, most: int) -> dict[str, object]:
    return {"kind": "file", "path": path, "maxBytes": most, "required": True}
