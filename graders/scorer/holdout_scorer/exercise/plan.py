"""`plan`: the sample's tasks with their log, then the hidden ones with fresh names in a fresh order."""

from dataclasses import replace

from holdout_scorer.calls import Call, Output, calls_json
from holdout_scorer.exercise.spec import HIDDEN_FILES, SAMPLE, ExerciseSpec, read_spec
from holdout_scorer.exercise.task import Task, read_tasks, sent
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace

ANSWERS = "answers.json"


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes calls.tar and secret.json."""
    spec = read_spec(definition)
    part = job["split"].one_of(SAMPLE, *HIDDEN_FILES)
    files: dict[str, bytes] = {}
    names: dict[str, str] = {}
    if spec.files:
        calls = [_files_call(spec)]
    else:
        calls = [_call("sample", "The solve command on the sample's tasks", spec)]
        files["sample/tasks.json"] = sent(read_tasks(workspace.input("public/sample.json")))
        if part != SAMPLE:
            calls.append(_call("hidden", "The solve command on hidden tasks", spec))
            keys = Keyring.from_hex(job["saltHex"].text(), "job.json.saltHex")
            tasks = read_tasks(workspace.input(f"hidden/{HIDDEN_FILES[part]}"))
            shuffled, names = _disguised(tasks, keys)
            files["hidden/tasks.json"] = sent(shuffled)
    files["calls.json"] = calls_json(calls, {})
    workspace.write("calls.tar", tar_bytes(files))
    workspace.write_json("secret.json", {"names": names})


def _disguised(tasks: list[Task], keys: Keyring) -> tuple[list[Task], dict[str, str]]:
    """Gives tasks new ids in a new order, because the ids of a set tell which case is the edge. Returns what
    each stands for.
    """
    names = {keys.name(f"task:{task.id}"): task.id for task in tasks}
    renamed = [replace(task, id=keys.name(f"task:{task.id}")) for task in tasks]
    return [renamed[int(place)] for place in keys.generator("order").permutation(len(renamed))], names


def _call(name: str, subject: str, spec: ExerciseSpec) -> Call:
    return Call(
        name=name,
        phase="PREDICT",
        command="solve",
        subject=subject,
        limits="predict",
        visible=name == "sample",
        inputs={"tasks": "tasks.json"},
        outputs={"answers": Output(ANSWERS, spec.answer_bytes)},
    )


def _files_call(spec: ExerciseSpec) -> Call:
    return Call(
        name="files",
        phase="PREDICT",
        command="solve",
        subject="The solve command",
        limits="predict",
        visible=True,
        outputs={file.name: Output(file.path, file.max_bytes, required=False) for file in spec.files},
    )
