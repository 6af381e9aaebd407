"""`split`: a panel and a secret become a public past, sample origins and hidden origins."""

import json
from dataclasses import dataclass

from holdout_scorer.errors import AssignmentError
from holdout_scorer.forecasting.panel import Covariates, Panel, load_covariates, load_panel, usual_season
from holdout_scorer.forecasting.readme import data_dictionary, data_readme
from holdout_scorer.forecasting.spec import (
    HIDDEN_PARTS,
    PRIVATE,
    PUBLIC,
    QUANTILES,
    SAMPLE,
    ForecastingSpec,
    read_spec,
)
from holdout_scorer.forecasting.streams import draw_streams, streams_csv, truth_csv
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.tables import read_table
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace

# Of a series without a stated number of blocks, at most this share is hidden.
HIDDEN_SHARE = 0.5
LEAST_SEASONS = 2


@dataclass(frozen=True)
class Origins:
    """Steps of the panel. `train_end` is the last step of history.csv, `sample_end` that of sample.csv."""

    train_end: int
    sample_end: int
    by_part: dict[str, tuple[int, ...]]


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes bundle-public.tar, bundle-hidden.tar and split.json."""
    spec = read_spec(definition)
    secret = Keyring.from_hex(job["secretHex"].text(), "job.json.secretHex")
    keys = secret.child(f"{spec.slug}/{spec.version}/split-{job['splitIndex'].integer()}")
    panel = load_panel(workspace, spec)
    season, horizon = sizes(spec, panel)
    origins = draw_origins(spec, len(panel.labels), season, horizon, keys)
    steps, end = len(panel.labels), origins.sample_end + 1
    public = {
        "data/history.csv": panel.to_csv(0, origins.train_end + 1),
        "data/sample.csv": panel.to_csv(origins.train_end + 1, end),
        "data/task.json": json.dumps(_task(panel, origins, season, horizon)).encode(),
        "data/data_dictionary.csv": data_dictionary(workspace, spec),
        "data/README.md": data_readme(spec, horizon, season).encode(),
    }
    hidden = {
        "panel.csv": panel.to_csv(0, steps),
        "origins.json": json.dumps(
            {part: [panel.labels[t] for t in origins.by_part[part]] for part in HIDDEN_PARTS}
        ).encode(),
    }
    for name, table in _covariates(workspace, spec, panel).items():
        public[f"data/{name}.csv"] = table.to_csv(panel.labels, 0, end)
        hidden[f"{name}.csv"] = table.to_csv(panel.labels, 0, steps)
    if spec.streams:
        for part in (SAMPLE, *HIDDEN_PARTS):
            last = origins.train_end if part == SAMPLE else steps
            streams = draw_streams(panel, spec.streams, season, part, last, keys)
            files, prefix = (public, "data/") if part == SAMPLE else (hidden, "")
            files[f"{prefix}streams_{part.lower()}.csv"] = streams_csv(streams)
            files[f"{prefix}drifts_{part.lower()}.csv"] = truth_csv(streams)
    workspace.write("bundle-public.tar", tar_bytes(public))
    workspace.write("bundle-hidden.tar", tar_bytes(hidden))
    parts = {part: json.dumps(origins.by_part[part]).encode() for part in (SAMPLE, *HIDDEN_PARTS)}
    parts["TRAIN"] = public["data/history.csv"]
    # What is judged of a part: every series at every step of its origins.
    rows = {part: len(held) * horizon * len(panel.names) for part, held in origins.by_part.items()}
    rows["TRAIN"] = public["data/history.csv"].count(b"\n") - 1
    commitments = {
        part: {"rows": rows[part], "commitment": keys.commitment(part, content)}
        for part, content in parts.items()
    }
    workspace.write_json("split.json", {"parts": commitments})


def sizes(spec: ForecastingSpec, panel: Panel) -> tuple[int, int]:
    """Season and horizon in steps: as stated, else what is usual for the spacing of the times, the horizon
    shortened where the series are too short for that many blocks.
    """
    season, horizon = usual_season(panel.labels)
    longest = int(len(panel.labels) * HIDDEN_SHARE) // sum(spec.origins.values())
    return spec.season or season, spec.horizon or max(1, min(horizon, longest))


def draw_origins(spec: ForecastingSpec, steps: int, season: int, horizon: int, keys: Keyring) -> Origins:
    """Blocks of one horizon, end to end up to the end of the data (less a keyed remainder); a keyed hash
    chooses which are judged. No two overlap, so no origin's answers are another's.

    Raises AssignmentError when the series are too short for the origins asked for.
    """
    wanted = spec.origins[PUBLIC] + spec.origins[PRIVATE]
    blocks = spec.blocks or max(wanted, int(steps * HIDDEN_SHARE) // horizon - spec.origins[SAMPLE] - 1)
    if blocks < wanted:
        raise AssignmentError("SPLIT_INVALID", f"{blocks} blocks cannot hold {wanted} hidden origins.")
    phase = int(keys.generator("phase").integers(0, horizon))
    first = steps - 1 - phase - blocks * horizon
    train_end = first - spec.origins[SAMPLE] * horizon
    least = max(LEAST_SEASONS * season, 2 * horizon)
    if train_end < least:
        raise AssignmentError(
            "SPLIT_INVALID",
            f"{steps} steps are too few: {blocks} hidden and {spec.origins[SAMPLE]} sample blocks of "
            f"{horizon} steps leave {max(train_end + 1, 0)} to train on, and {least} are needed. "
            "Ask for fewer origins or a shorter horizon.",
        )
    order = sorted(range(blocks), key=lambda block: keys.digest(f"block:{block}"))
    chosen = {PUBLIC: order[: spec.origins[PUBLIC]], PRIVATE: order[spec.origins[PUBLIC] : wanted]}
    by_part = {
        part: tuple(sorted(first + block * horizon for block in held)) for part, held in chosen.items()
    }
    by_part[SAMPLE] = tuple(train_end + number * horizon for number in range(spec.origins[SAMPLE]))
    return Origins(train_end, first, by_part)


def _task(panel: Panel, origins: Origins, season: int, horizon: int) -> dict[str, object]:
    return {
        "horizon": horizon,
        "season": season,
        "trainEnd": panel.labels[origins.train_end],
        "sampleOrigins": [panel.labels[t] for t in origins.by_part[SAMPLE]],
        "series": list(panel.names),
        "columns": ["series", "date", "mean", *QUANTILES],
    }


def _covariates(workspace: Workspace, spec: ForecastingSpec, panel: Panel) -> dict[str, Covariates]:
    found = {}
    for name, file in (("known", spec.known_file), ("observed", spec.observed_file)):
        if file:
            table = read_table(workspace.input(f"data/{file.rsplit('/', 1)[-1]}"))
            if spec.time not in table.columns:
                raise AssignmentError("DATA_INVALID", f"{file} has no column {spec.time}.")
            found[name] = load_covariates(table, panel, spec.time)
    return found
