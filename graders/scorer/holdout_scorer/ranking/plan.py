"""`plan`: the containers of a run. User ids and their order hold for one call of one run only."""

import json

import numpy as np

from holdout_scorer.calls import AGAIN
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.ranking.spec import SAMPLE, RankingSpec, read_spec
from holdout_scorer.ranking.tasks import experiment_task, main_call, off_policy_task, read_judged, read_part
from holdout_scorer.tables import Table, csv_bytes, read_table
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace

SCHEMA = "holdout.calls/2"
MODEL_BYTES = 33_554_432
RETRAIN_SECONDS = 600
Call = dict[str, object]


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes calls.tar for the student's containers and secret.json for `score` alone."""
    spec = read_spec(definition)
    part = read_part(job)
    keys = Keyring.from_hex(job["saltHex"].text(), "job.json.saltHex")
    main = main_call(part)
    files: dict[str, bytes] = {}
    users: dict[str, dict[str, str]] = {}
    calls = [_train("train", visible=True)]
    for call in dict.fromkeys(("sample", main)):
        judged = read_judged(workspace, SAMPLE if call == "sample" else part)
        files[f"{call}/histories.csv"], users[call] = _disguise(call, judged.histories, keys, None)
        calls.append(_recommend(spec, call, "train", visible=call == "sample"))
    histories = read_judged(workspace, part).histories
    files["probe/histories.csv"], users["probe"] = _disguise("probe", histories, keys, spec.twins)
    calls.append(_recommend(spec, "probe", "train", visible=False))
    for call in dict.fromkeys(("sample", main)):
        of = SAMPLE if call == "sample" else part
        extra, contents = _task_calls(workspace, spec, of, call)
        calls += extra
        files |= contents
    certification = job["kind"].one_of("PRACTICE", "CERTIFICATION") == "CERTIFICATION"
    again = certification and spec.rubric.gate("same-result") is not None
    if again:
        calls.append(_train(AGAIN, visible=False) | {"label": "again", "probe": True})
        calls.append(
            _recommend(spec, f"{AGAIN}-recommend", AGAIN, visible=False)
            | {"filesOf": main, "label": "again", "probe": True}
        )
    wanted = job.get("permutations")
    count = (wanted.integer() if wanted else spec.permutations) if certification else 0
    for number in range(1, count + 1):
        name = f"permuted-{number}"
        files |= {f"{name}/data/{k}": v for k, v in permuted_data(workspace, keys.generator(name)).items()}
        lists = f"{name}-recommend"
        # `recommend` reads {data} too, so the second call gets the same shuffled folder.
        files |= {f"{lists}/data/{k}": files[f"{name}/data/{k}"] for k in ("train.csv", "facts.json")}
        calls += [
            _train(name, visible=False) | {"data": "own", "group": "permuted"},
            _recommend(spec, lists, name, visible=False)
            | {"data": "own", "group": "permuted", "filesOf": main},
        ]
    groups = {"permuted": {"budgetSeconds": RETRAIN_SECONDS}} if count else {}
    files["calls.json"] = json.dumps({"schema": SCHEMA, "groups": groups, "calls": calls}).encode()
    workspace.write("calls.tar", tar_bytes(files))
    workspace.write_json("secret.json", {"users": users, "main": main, "permutations": count, "again": again})


def _call(name: str, command: str, *, visible: bool, subject: str) -> Call:
    return {
        "name": name,
        "phase": "PREDICT",
        "command": command,
        "visible": visible,
        "subject": subject,
        "data": "public",
        "model": None,
        "limits": "predict",
        "inputs": {},
        "values": {},
        "takes": {},
        "outputs": {},
    }


def _train(name: str, *, visible: bool) -> Call:
    model = {"kind": "tree", "path": "model", "maxBytes": MODEL_BYTES, "required": False}
    return _call(name, "train", visible=visible, subject="The train command") | {
        "phase": "TRAIN",
        "limits": "train",
        "optional": True,
        "outputs": {"model": model},
    }


def _file(spec: RankingSpec, name: str, path: str, *, required: bool) -> Call:
    return {"kind": "file", "path": path, "maxBytes": spec.max_bytes[name], "required": required}


def _recommend(spec: RankingSpec, name: str, model: str, *, visible: bool) -> Call:
    outputs = {"topk": _file(spec, "topk", "topk.csv", required=True)}
    if spec.candidates:
        outputs["candidates"] = _file(spec, "candidates", "candidates.csv", required=True)
    subject = "The recommend command on " + ("the public sample" if name == "sample" else "hidden users")
    return _call(name, "recommend", visible=visible, subject=subject) | {
        "model": model,
        "inputs": {"histories": "histories.csv"},
        "outputs": outputs,
    }


def _task_calls(
    workspace: Workspace, spec: RankingSpec, part: str, call: str
) -> tuple[list[Call], dict[str, bytes]]:
    """The optional commands beside `recommend`: `evaluate` on a log, `experiment` on designs and cases."""
    calls: list[Call] = []
    files: dict[str, bytes] = {}
    visible = call == "sample"
    log = off_policy_task(workspace, spec, part)
    if log:
        name = f"evaluate-{call}"
        files |= {f"{name}/log.csv": log.log, f"{name}/policies.csv": log.policies}
        outputs = {"values": _file(spec, "offPolicy", "off_policy.csv", required=True)}
        calls.append(
            _call(name, "evaluate", visible=visible, subject="The evaluate command")
            | {"optional": True, "data": None, "outputs": outputs}
            | {"inputs": {"log": "log.csv", "policies": "policies.csv"}}
        )
    task = experiment_task(workspace, spec, part)
    if task:
        name = f"experiment-{call}"
        files |= {
            f"{name}/questions.json": json.dumps(task.questions).encode(),
            f"{name}/cases.csv": task.cases,
        }
        outputs = {
            "design": _file(spec, "experiment", "experiment.json", required=True),
            "verdicts": _file(spec, "verdicts", "verdicts.csv", required=True),
        }
        calls.append(
            _call(name, "experiment", visible=visible, subject="The experiment command")
            | {"optional": True, "data": None, "outputs": outputs}
            | {"inputs": {"questions": "questions.json", "cases": "cases.csv"}}
        )
    return calls, files


def _disguise(call: str, histories: Table, keys: Keyring, count: int | None) -> tuple[bytes, dict[str, str]]:
    """Fresh user ids in a fresh order, of all users or of `count`. Returns the CSV and whom each id stands
    for.
    """
    users = sorted(set(histories.column("user")))
    chosen = set(sorted(users, key=lambda user: keys.digest(f"chosen:{call}:{user}"))[:count])
    names = {user: keys.name(f"user:{call}:{user}") for user in chosen}
    rows = [row | {"user": names[row["user"]]} for row in histories.rows if row["user"] in chosen]
    rows.sort(key=lambda row: keys.digest(f"order:{call}:{row['user']}:{row['item']}"))
    return csv_bytes(histories.columns, rows), {name: user for user, name in names.items()}


def permuted_data(workspace: Workspace, generator: np.random.Generator) -> dict[str, bytes]:
    """The data folder with everything torn from everything, but items kept with their ratings.

    What is left to learn honestly is which items are popular and liked.
    """
    table = read_table(workspace.input("public/data/train.csv"))
    size = len(table.rows)
    columns = {name: table.column(name) for name in table.columns}
    side = [name for name in table.columns if name not in ("user", "item", "rating")]
    for block in (["user"], side):
        order = generator.permutation(size)
        for name in block:
            columns[name] = [columns[name][place] for place in order]
    rows = [dict(zip(table.columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    return {
        "train.csv": csv_bytes(table.columns, rows),
        "facts.json": workspace.input("public/data/facts.json").read_bytes(),
    }
