"""`split`: the secret becomes tasks for the sample, for practice and for certification."""

import json

from holdout_scorer.exercise.spec import HIDDEN_FILES, SAMPLE, ExerciseSpec, read_spec
from holdout_scorer.exercise.task import Task, sent, stored
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace

README = """# Sample of {slug}

{what} `holdout check` runs your commands on it here and tells you everything the graded run would check.
"""
TASKS = "`tasks.json` holds {count} tasks as your command gets them. Graded runs ask others of the same kind."
FILES = "This exercise is answered by files; there are no tasks."


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes bundle-public.tar, bundle-hidden.tar and split.json."""
    spec = read_spec(definition)
    secret = Keyring.from_hex(job["secretHex"].text(), "job.json.secretHex")
    keys = secret.child(f"{spec.slug}/{spec.version}/split-{job['splitIndex'].integer()}")
    folder = workspace.input("data")
    own = {f"data/{path.name}": path.read_bytes() for path in sorted(folder.glob("*"))}
    drawn = {part: _tasks(workspace, spec, keys, part) for part in (SAMPLE, *HIDDEN_FILES)}
    sample = drawn[SAMPLE]
    what = FILES if spec.files else TASKS.format(count=len(sample))
    public = own | {
        "data/README.md": README.format(slug=spec.slug, what=what).encode(),
        "sample.json": stored(sample),
    }
    if not spec.files:
        public["data/tasks.json"] = sent(sample)
    hidden = {name: stored(drawn[part]) for part, name in HIDDEN_FILES.items()}
    workspace.write("bundle-public.tar", tar_bytes(public))
    workspace.write("bundle-hidden.tar", tar_bytes(hidden))
    contents = {SAMPLE: public["sample.json"]} | {part: hidden[name] for part, name in HIDDEN_FILES.items()}
    parts = {
        part: {"rows": len(drawn[part]), "commitment": keys.commitment(part, content)}
        for part, content in contents.items()
    }
    workspace.write_json("split.json", {"parts": parts})


def _tasks(workspace: Workspace, spec: ExerciseSpec, keys: Keyring, part: str) -> list[Task]:
    if spec.files:
        return []
    made = spec.task_set.tasks(keys.generator(part), workspace.input("data"), part)
    # A task that cannot be sent as JSON is the author's mistake, and is found here rather than in a run.
    json.dumps([task.arguments for task in made], allow_nan=False)
    return made
