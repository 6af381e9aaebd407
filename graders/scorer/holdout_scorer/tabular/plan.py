"""`plan`: the calls of a run, with ids and order that hold for this run only."""

import json

from holdout_scorer.calls import AGAIN
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.shuffled import shuffled_data
from holdout_scorer.tables import Row, csv_bytes
from holdout_scorer.tabular.audit import Audit, audit, refilled
from holdout_scorer.tabular.rows import Judged, numeric_columns, read_judged
from holdout_scorer.tabular.spec import HIDDEN_FILES, SAMPLE, Kind, TabularSpec, read_spec
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace

DATA_FILES = ("train.csv", "sample.csv", "sample_features.csv", "data_dictionary.csv", "README.md")
LABELLED = ("train.csv", "sample.csv")
MODEL_BYTES = 32 * 1024 * 1024
Meaning = dict[str, str]
Call = dict[str, object]


def plan(workspace: Workspace, definition: Node, job: Node, kind: Kind) -> None:
    """Writes calls.tar for the student's containers and secret.json for `score` alone."""
    spec = read_spec(definition, kind)
    split = job["split"].one_of(SAMPLE, *HIDDEN_FILES)
    keys = Keyring.from_hex(job["saltHex"].text(), "job.json.saltHex")
    certification = job["kind"].one_of("PRACTICE", "CERTIFICATION") == "CERTIFICATION"
    judged = read_judged(workspace, spec, split)
    main = "sample" if split == SAMPLE else "hidden"
    asked = {"sample": _plain(read_judged(workspace, spec, SAMPLE))}
    if main == "hidden":
        asked["hidden"] = _plain(judged)
    found = _audit(workspace, spec, kind)
    asked["probe"] = _probe(workspace, spec, judged, found, keys)
    files: dict[str, bytes] = {}
    secret: dict[str, dict[str, Meaning]] = {}
    calls = [_train("train", "public", None)]
    for name, rows in asked.items():
        files[f"{name}/features.csv"], secret[name] = _disguise(name, judged, rows, keys)
        calls.append(_predict(spec, name, "train"))
    again = certification and spec.rubric.gate("same-result") is not None
    if again:
        calls.append(_train(AGAIN, "public", None) | {"visible": False, "probe": True, "label": "again"})
        calls.append(_predict(spec, f"{AGAIN}-predict", AGAIN) | {"filesOf": main, "probe": True})
    trainings = [
        f"permuted-{n}" for n in range(1, (job["permutations"].integer() if certification else 0) + 1)
    ]
    for name in trainings:
        shuffled = shuffled_data(workspace, DATA_FILES, LABELLED, spec.published, keys.generator(name))
        files |= {f"{name}/data/{file}": content for file, content in shuffled.items()}
        calls.append(_train(name, "own", "permuted"))
        calls.append(_predict(spec, f"{name}-predict", name) | {"group": "permuted", "filesOf": main})
    groups: dict[str, Call] = {"permuted": {}} if trainings else {}
    files["calls.json"] = json.dumps({"schema": "holdout.calls/2", "groups": groups, "calls": calls}).encode()
    workspace.write("calls.tar", tar_bytes(files))
    told = {
        "calls": secret,
        "trainings": trainings,
        "main": main,
        "again": again,
        "suspects": [suspect.to_json() for suspect in found.suspects],
    }
    workspace.write_json("secret.json", told)


def _audit(workspace: Workspace, spec: TabularSpec, kind: Kind) -> Audit:
    classes, shift = kind == "multiclass", spec.rule != "group"
    return audit(workspace, numeric_columns(workspace), spec.published, classes=classes, shift=shift)


def _train(name: str, data: str, group: str | None) -> Call:
    call: Call = {
        "name": name,
        "phase": "TRAIN",
        "command": "train",
        "visible": data == "public",
        "subject": "The train command" if data == "public" else "The train command on shuffled labels",
        "data": data,
        "model": None,
        "limits": "train",
        "inputs": {},
        "values": {},
        "takes": {},
        "outputs": {"model": {"kind": "tree", "path": "model", "maxBytes": MODEL_BYTES, "required": False}},
    }
    return call | ({"group": group} if group else {})


def _predict(spec: TabularSpec, name: str, model: str) -> Call:
    rows = {"sample": "sample rows", "probe": "probe rows"}.get(name, "hidden rows")
    return {
        "name": name,
        "phase": "PREDICT",
        "command": "predict",
        "visible": name == "sample",
        "subject": f"The predict command on {rows}",
        "data": None,
        "model": model,
        "limits": "predict",
        "inputs": {"features": "features.csv"},
        "values": {},
        "takes": {},
        "outputs": {
            "predictions": {
                "kind": "file",
                "path": "predictions.csv",
                "maxBytes": spec.max_bytes,
                "required": True,
            }
        },
    }


def _plain(judged: Judged) -> list[tuple[Row, Meaning]]:
    return [(row, {"key": row["key"], "kind": "row"}) for row in judged.rows]


def _probe(
    workspace: Workspace, spec: TabularSpec, judged: Judged, found: Audit, keys: Keyring
) -> list[tuple[Row, Meaning]]:
    """A subset as it is, some of it with every number changed a little, and rows with suspicious cells."""
    generator = keys.generator("probe")
    chosen = [judged.rows[i] for i in generator.permutation(len(judged.rows))]
    # With their changed copies always fewer than are judged: code that looks at the size must see another.
    twins = chosen[: min(spec.twins, max(1, (len(chosen) - 1) // 2))]
    probe = [(row, {"key": row["key"], "kind": "twin"}) for row in twins]
    numeric = numeric_columns(workspace)
    for row in twins[: spec.perturbed]:
        factors = 1.0 + spec.relative * generator.uniform(-1.0, 1.0, size=len(numeric))
        changed = {
            name: _as_written(row[name], float(row[name]) * float(factor))
            for name, factor in zip(numeric, factors, strict=True)
            if row[name]
        }
        probe.append((row | changed, {"key": row["key"], "kind": "perturbed"}))
    if found.suspects:
        sample = read_judged(workspace, spec, SAMPLE).rows
        for row, suspected in refilled(found, sample, keys.generator("refilled")):
            probe.append((row, {"key": row["key"], "kind": suspected}))
    # Code that looks at the size must see another than that of the rows that count.
    return probe[:-1] if len(probe) == len(judged.rows) else probe


def _as_written(cell: str, value: float) -> str:
    """Keeps whole numbers whole, so that a code or a count still looks like one."""
    try:
        int(cell)
    except ValueError:
        return f"{value:.6g}"
    return str(round(value))


def _disguise(
    call: str, judged: Judged, rows: list[tuple[Row, Meaning]], keys: Keyring
) -> tuple[bytes, dict[str, Meaning]]:
    """Fresh ids and a fresh order. Returns the CSV and what each id stands for."""
    written, meaning = [], {}
    for place in keys.generator(f"order:{call}").permutation(len(rows)):
        row, stands_for = rows[place]
        name = keys.name(f"id:{call}:{stands_for['kind']}:{stands_for['key']}")
        written.append(row | {"id": name})
        meaning[name] = stands_for
    return csv_bytes(["id", *judged.features], written), meaning
