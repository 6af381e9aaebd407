"""`plan`: the predict calls and retrainings of a run, with ids and an order valid for this run only."""

from collections.abc import Sequence
from dataclasses import replace

from holdout_scorer.binary_classification.job import SAMPLE, Judged, read_judged, read_sample, read_split
from holdout_scorer.binary_classification.spec import BinarySpec, read_spec
from holdout_scorer.calls import AGAIN, FIRST_CALL, Call, Output, calls_json, predict_call
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.shuffled import shuffled_data
from holdout_scorer.tables import Row, csv_bytes, read_table
from holdout_scorer.tabular.audit import Audit, audit, refilled
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace

DATA_FILES = ("train.csv", "sample.csv", "sample_features.csv", "data_dictionary.csv", "README.md")
LABELLED = ("train.csv", "sample.csv")
Named = tuple[Row, dict[str, str]]


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes calls.tar for the student's containers and secret.json for `score` alone."""
    spec = read_spec(definition)
    split = read_split(job)
    keys = Keyring.from_hex(job["saltHex"].text(), "job.json.saltHex")
    certification = job["kind"].one_of("PRACTICE", "CERTIFICATION") == "CERTIFICATION"
    sample = read_sample(workspace, spec.target.name)
    judged = read_judged(workspace, split, spec.target.name)
    main = "sample" if split == SAMPLE else "hidden"
    calls = {"sample": _plain_rows(sample)}
    if main == "hidden":
        calls["hidden"] = _plain_rows(judged)
    found = _audit(workspace, spec)
    calls["probe"] = _probe_rows(workspace, spec, judged, found, keys)
    files: dict[str, bytes] = {}
    secret: dict[str, dict[str, dict[str, str]]] = {}
    for call, rows in calls.items():
        files[f"{call}/features.csv"], secret[call] = _disguise(call, judged.features, rows, keys)
    permutations = job["permutations"].integer() if certification else 0
    trainings = [f"permuted-{number}" for number in range(1, permutations + 1)]
    for training in trainings:
        shuffled = shuffled_data(workspace, DATA_FILES, LABELLED, spec.target.name, keys.generator(training))
        files |= {f"{training}/data/{name}": content for name, content in shuffled.items()}
    predictions = spec.max_prediction_bytes
    planned = [predict_call(call, predictions, model=FIRST_CALL) for call in calls]
    model_bytes = definition["limits"]["train"]["outputBytes"].integer(at_least=1)
    again = certification and spec.rubric.gate("same-result") is not None
    retrained = _retrain_alike(main, model_bytes, predictions) if again else []
    for training in trainings:
        retrained += _retrain_shuffled(training, len(trainings), main, model_bytes, predictions)
    files["calls.json"] = calls_json([*planned, *retrained], _budget(definition))
    workspace.write("calls.tar", tar_bytes(files))
    told = {
        "calls": secret,
        "trainings": trainings,
        "main": main,
        "again": again,
        "suspects": [suspect.to_json() for suspect in found.suspects],
    }
    workspace.write_json("secret.json", told)


def _audit(workspace: Workspace, spec: BinarySpec) -> Audit:
    """Returns nothing if leaks were planted: finding them is the task, and `leak-gap` measures what they
    cost.
    """
    if spec.columns:
        return Audit([], {})
    numeric, shift = _numeric_columns(workspace), spec.rule != "group"
    return audit(workspace, numeric, spec.target.name, classes=True, shift=shift)


def _retrain_shuffled(training: str, count: int, main: str, model_bytes: int, max_bytes: int) -> list[Call]:
    """Trains on shuffled labels, then predicts the rows of `main`. An honest model then knows nothing about
    them.
    """
    shown = f"permuted {training.rpartition('-')[2]} of {count}"
    calls = _retrain(training, "on shuffled labels", main, model_bytes, max_bytes)
    return [replace(call, label=shown, group="permuted") for call in calls]


def _retrain_alike(main: str, model_bytes: int, max_bytes: int) -> list[Call]:
    """Trains on the public data once more with the same seed, then predicts the rows of `main`."""
    train, predict = _retrain(AGAIN, "run again", main, model_bytes, max_bytes)
    return [replace(train, data="public", label="again"), replace(predict, label="again")]


def _retrain(training: str, how: str, main: str, model_bytes: int, max_bytes: int) -> list[Call]:
    train = Call(
        name=training,
        phase="TRAIN",
        command="train",
        subject=f"The train command {how}",
        probe=True,
        data="own",
        limits="train",
        outputs={"model": Output("model", model_bytes, kind="tree", required=False)},
    )
    predict = replace(
        predict_call(predictions_of(training), max_bytes, model=training),
        subject=f"The predict command {how}",
        probe=True,
        files_of=main,
    )
    return [train, predict]


def predictions_of(training: str) -> str:
    """The call that predicts with what `training` learned."""
    return f"{training}-predict"


def _budget(definition: Node) -> dict[str, int | None]:
    retrains = definition["probes"].get("permutedRetrains")
    budget = retrains.get("budgetSeconds") if retrains else None
    return {"permuted": budget.integer(at_least=1) if budget else None}


def _plain_rows(judged: Judged) -> list[Named]:
    return [(row, {"key": row["key"], "kind": "row"}) for row in judged.table.rows]


def _probe_rows(
    workspace: Workspace, spec: BinarySpec, judged: Judged, found: Audit, keys: Keyring
) -> list[Named]:
    """A subset of rows unchanged, some rows changed a little, and the sample as train.csv would have recorded
    it.
    """
    generator = keys.generator("probe")
    rows = judged.table.rows
    chosen = [rows[i] for i in generator.permutation(len(rows))]
    # With their changed copies, always fewer rows than are judged, so that code that checks the size sees
    # another one.
    twins = chosen[: min(spec.probes.twins, (len(rows) - 1) // 2)]
    probe: list[Named] = [(row, {"key": row["key"], "kind": "twin"}) for row in twins]
    # Sample rows only: their labels are public, so a filled-in leak reveals nothing.
    if workspace.has("hidden/sample_as_train.csv"):
        for row in read_table(workspace.input("hidden/sample_as_train.csv")).rows:
            probe.append((row, {"key": row["id"], "kind": "as-train"}))
        numeric = [node.text() for node in workspace.read_json("hidden/truth.json")["numericColumns"].each()]
    else:
        numeric = _numeric_columns(workspace)
    for row in twins[: spec.probes.perturbed]:
        factors = 1.0 + spec.probes.relative * generator.uniform(-1.0, 1.0, size=len(numeric))
        changed = {
            name: _as_written(row[name], float(row[name]) * float(factor))
            for name, factor in zip(numeric, factors, strict=True)
            if row[name]
        }
        probe.append((row | changed, {"key": row["key"], "kind": "perturbed"}))
    if found.suspects:
        sample = read_sample(workspace, spec.target.name).table.rows
        for row, kind in refilled(found, sample, keys.generator("refilled")):
            probe.append((row, {"key": row["key"], "kind": kind}))
    return probe[:-1] if len(probe) == len(rows) else probe


def _as_written(cell: str, value: float) -> str:
    """Keeps whole numbers whole if the change is at least one unit, so that a row still looks realistic."""
    if "." not in cell and abs(value - float(cell)) >= 1.0:
        return str(round(value))
    return f"{value:.4f}"


def _numeric_columns(workspace: Workspace) -> list[str]:
    dictionary = read_table(workspace.input("public/data/data_dictionary.csv"))
    return sorted(row["column"] for row in dictionary.rows if row["type"] == "number")


def _disguise(
    call: str, features: Sequence[str], rows: list[Named], keys: Keyring
) -> tuple[bytes, dict[str, dict[str, str]]]:
    """Gives rows fresh ids and a fresh order. Returns the CSV and what each id stands for."""
    order = keys.generator(f"order:{call}").permutation(len(rows))
    written, meaning = [], {}
    for place in order:
        row, stands_for = rows[place]
        name = keys.name(f"id:{call}:{stands_for['kind']}:{stands_for['key']}")
        written.append(row | {"id": name})
        meaning[name] = stands_for
    return csv_bytes(["id", *features], written), meaning
