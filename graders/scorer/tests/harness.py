"""Runs a submission through split, plan, train, predict and score in plain processes, without the platform.

For tests and measuring only: there is no sandbox here. Never use it on code you do not trust.
"""

import io
import json
import shlex
import shutil
import subprocess
import sys
import tarfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from definitions import Json, merged_definition

from holdout_scorer.calls import FIRST_CALL
from holdout_scorer.cli import main as scorer

GRADERS = Path(__file__).resolve().parents[2]
ASSIGNMENT = GRADERS / "tabular-risk"
SECRET = "5e" * 32
SALT = "a7" * 32
CALL_SECONDS = 300
# What the platform runs before the plan is there.
FIRST_TRAINING: Json = {
    "name": FIRST_CALL,
    "command": "train",
    "data": "public",
    "model": None,
    "outputs": {"model": {"path": "model"}},
}


def definition(folder: Path = ASSIGNMENT) -> Json:
    """The assignment over the defaults of its template, as the platform stores it."""
    return merged_definition(folder)


def run_command(root: Path, command: str, job: Json, assignment: Json | None = None) -> int:
    """One scorer command in `root`, whose `in/` is already filled."""
    (root / "in").mkdir(parents=True, exist_ok=True)
    (root / "out").mkdir(exist_ok=True)
    (root / "in/assignment.json").write_text(json.dumps(assignment or definition()))
    (root / "in/job.json").write_text(json.dumps(job))
    return scorer([command], root)


def untar(archive: Path, target: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(archive.read_bytes())) as bundle:
        bundle.extractall(target, filter="data")


@dataclass(frozen=True)
class Split:
    """The two bundles of one split, unpacked."""

    public: Path
    hidden: Path


def make_split(root: Path, secret: str = SECRET, index: int = 0, assignment: Json | None = None) -> Split:
    chosen = assignment or definition()
    data = root / "in/data"
    data.mkdir(parents=True, exist_ok=True)
    for name in (chosen["dataset"]["file"], chosen["dataset"]["dictionary"]):
        (data / Path(name).name).write_bytes((ASSIGNMENT / name).read_bytes())
    code = run_command(root, "split", {"secretHex": secret, "splitIndex": index}, chosen)
    if code:
        raise RuntimeError((root / "out/error.json").read_text())
    split = Split(root / "public", root / "hidden")
    untar(root / "out/bundle-public.tar", split.public)
    untar(root / "out/bundle-hidden.tar", split.hidden)
    return split


@dataclass(frozen=True)
class StudentError(Exception):
    """An entry point of the submission failed."""

    phase: str
    log: str


class Grading:
    """One run of one submission. Steps can be called one by one, so tests can spoil what lies between."""

    def __init__(
        self, root: Path, split: Split, part: str = "PRIVATE_TEST", permutations: int = 0, salt: str = SALT
    ) -> None:
        self.root, self.split, self.part = root, split, part
        self.kind = "CERTIFICATION" if permutations else "PRACTICE"
        inputs = root / "in"
        inputs.mkdir(parents=True, exist_ok=True)
        (inputs / "public").symlink_to(split.public, target_is_directory=True)
        if part != "SAMPLE":
            (inputs / "hidden").symlink_to(split.hidden, target_is_directory=True)
        job = {"kind": self.kind, "split": part, "saltHex": salt, "permutations": permutations}
        if run_command(root, "plan", job):
            raise RuntimeError((root / "out/error.json").read_text())
        untar(root / "out/calls.tar", inputs / "plan")
        (inputs / "plan/secret.json").write_bytes((root / "out/secret.json").read_bytes())
        self.calls: Json = json.loads((inputs / "plan/calls.json").read_text())

    def run_student(self, submission: Path) -> None:
        """Trains on the public data where the project has `train`, then makes every call of the plan.

        A call of a runner of the platform is left out: tests run those programs themselves.
        """
        if not any(call["name"] == FIRST_CALL for call in self.calls["calls"]):
            self.call(submission, FIRST_TRAINING)
        for call in self.calls["calls"]:
            if not call.get("runner"):
                self.call(submission, call)

    def call(self, submission: Path, call: Json) -> None:
        """One call. What it leaves stands in `in/outputs/<call>/` and its model in `models/<call>/`."""
        config = tomllib.loads((submission / "holdout.toml").read_text())
        command = config["commands"].get(call["command"])
        if command is None:
            return
        given, out = self.root / "given" / call["name"], self.root / "in/outputs" / call["name"]
        shutil.rmtree(given, ignore_errors=True)
        given.mkdir(parents=True)
        (out / "reports").mkdir(parents=True, exist_ok=True)
        own = self.root / "in/plan" / (call.get("filesOf") or call["name"])
        if own.is_dir():
            shutil.copytree(own, given, dirs_exist_ok=True)
        for path, taken in call.get("takes", {}).items():
            (given / path).parent.mkdir(parents=True, exist_ok=True)
            (given / path).write_bytes(self._output(taken["call"], taken["output"]).read_bytes())
        makes_model = "model" in call["outputs"]
        model = self.root / "models" / (call["name"] if makes_model else call["model"] or call["name"])
        model.mkdir(parents=True, exist_ok=True)
        values = {
            "data": self.split.public / "data" if call["data"] == "public" else given / "data",
            "model": model,
            "reports": out / "reports",
            "seed": config.get("project", {}).get("seed", 0),
            **{name: given / path for name, path in call.get("inputs", {}).items()},
            **{name: out / entry["path"] for name, entry in call["outputs"].items() if name != "model"},
            **call.get("values", {}),
        }
        self._run(submission, call["command"], command, {key: str(value) for key, value in values.items()})

    def _output(self, call: str, name: str) -> Path:
        entry = next(item for item in self.calls["calls"] if item["name"] == call)["outputs"][name]
        return self.root / "in/outputs" / call / str(entry["path"])

    @staticmethod
    def _run(submission: Path, name: str, command: str, values: dict[str, str]) -> None:
        words = [word.format(**values) for word in shlex.split(command)]
        words[0] = sys.executable if words[0] in ("python", "python3") else words[0]
        done = subprocess.run(
            words, cwd=submission, capture_output=True, text=True, timeout=CALL_SECONDS, check=False
        )
        if done.returncode:
            raise StudentError(name, done.stderr[-4000:])

    def score(self, anchors: Json, seed: int = 11, assignment: Json | None = None) -> Json:
        job = {"kind": self.kind, "split": self.part, "seed": 7, "resampleSeed": seed, "anchors": anchors}
        if run_command(self.root, "score", job, assignment):
            raise RuntimeError((self.root / "out/error.json").read_text())
        result: Json = json.loads((self.root / "out/result.json").read_text())
        return result


def grade(root: Path, split: Split, submission: Path, anchors: Json, **options: Any) -> Json:
    """The result of a submission on a split."""
    run = Grading(root, split, **options)
    run.run_student(submission)
    return run.score(anchors)


def shipped_anchors() -> Json:
    loaded: Json = json.loads((ASSIGNMENT / "anchors.json").read_text())
    return loaded
