"""Runs a project of ours through split, plan, training, the runner and score in plain processes, no sandbox.

For tests and measuring only. Needs what the image torch-cpu holds, and PyYAML.
"""

import hashlib
import json
import shlex
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from typing import IO, Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / part) for part in ("scorer", "scorer/tests", "images/runner")]

from definitions import merged_definition  # noqa: E402
from holdout_runner.cli import main as runner  # noqa: E402
from holdout_scorer.cli import main as scorer  # noqa: E402

Json = dict[str, Any]
FIRST: Json = {
    "name": "train",
    "command": "train",
    "data": "public",
    "outputs": {
        "onnx": {"path": "reports/model.onnx"},
        "labelAudit": {"path": "reports/label_audit.csv"},
        "log": {"path": "reports/log.csv"},
    },
}
TRAIN_SECONDS = 600


def secret_of(label: str, number: int) -> str:
    """A secret for measuring only. No deployment uses it, so publishing how it is made gives nothing away."""
    return hashlib.sha256(f"holdout measuring vision {label} {number}".encode()).hexdigest()


def definition() -> Json:
    """The assignment over the defaults of its template."""
    return merged_definition(HERE)


class LocalError(Exception):
    """A command failed. `told`: what it says to whom it concerns."""

    def __init__(self, told: str) -> None:
        super().__init__(told)
        self.told = told


def command(root: Path, name: str, job: Json, assignment: Json) -> None:
    """One command of the scorer in `root`."""
    (root / "in").mkdir(parents=True, exist_ok=True)
    (root / "out").mkdir(exist_ok=True)
    (root / "in/assignment.json").write_text(json.dumps(assignment))
    (root / "in/job.json").write_text(json.dumps(job))
    if scorer([name], root):
        raise LocalError((root / "out/error.json").read_text())


def untar(archive: Path, target: Path) -> None:
    """Ours, so all of it."""
    with tarfile.open(archive) as bundle:
        bundle.extractall(target, filter="data")


def make_split(root: Path, secret: str, assignment: Json, data: Path = HERE / "data") -> Path:
    """The bundles lie unpacked below `root/public` and `root/hidden`."""
    shutil.copytree(data, root / "in/data")
    command(root, "split", {"secretHex": secret, "splitIndex": 0}, assignment)
    for name in ("public", "hidden"):
        untar(root / f"out/bundle-{name}.tar", root / name)
    return root


class Run:
    """One run of one project."""

    def __init__(
        self,
        root: Path,
        split: Path,
        assignment: Json,
        part: str = "PRIVATE_TEST",
        permutations: int = 0,
        salt: str = "a7" * 32,
    ) -> None:
        self.root, self.assignment = root, assignment
        self.inputs = root / "in"
        self.inputs.mkdir(parents=True)
        (self.inputs / "public").symlink_to(split / "public")
        if part != "SAMPLE":
            (self.inputs / "hidden").symlink_to(split / "hidden")
        self.job = {"kind": "CERTIFICATION" if permutations else "PRACTICE", "split": part, "seed": 7}
        command(root, "plan", self.job | {"saltHex": salt, "permutations": permutations}, assignment)
        untar(root / "out/calls.tar", self.inputs / "plan")
        shutil.copy(root / "out/secret.json", self.inputs / "plan/secret.json")
        self.calls: list[Json] = json.loads((self.inputs / "plan/calls.json").read_text())["calls"]

    def produce(self, project: Path) -> None:
        """Every call, with a project of ours."""
        for call in (FIRST, *self.calls):
            out = self.inputs / "outputs" / call["name"]
            (out / "reports").mkdir(parents=True)
            if call.get("runner"):
                self._classify(call, out)
            else:
                self._train(call, project, out)

    def _train(self, call: Json, project: Path, out: Path) -> None:
        own = call["data"] == "own"
        data = self.inputs / ("plan/" + call["name"] if own else "public") / "data"
        values = {"data": str(data), "seed": "7"}
        values |= {name: str(out / output["path"]) for name, output in call["outputs"].items()}
        config = tomllib.loads((project / "holdout.toml").read_text())
        words = [word.format(**values) for word in shlex.split(config["commands"]["train"])]
        words[0] = sys.executable if words[0] in ("python", "python3") else words[0]
        log = self.root / "log"
        with log.open("w") as file:
            status = self.execute(words, project, file)
        if status:
            raise LocalError(log.read_text()[-4000:])

    def execute(self, words: list[str], project: Path, log: IO[str]) -> int:
        """The exit status of a command of a project of ours."""
        return subprocess.run(
            words, cwd=project, stdout=log, stderr=log, timeout=TRAIN_SECONDS, check=False
        ).returncode

    def _classify(self, call: Json, out: Path) -> None:
        folder = self.root / "runner" / call["name"]
        given = self.inputs / "plan" / call.get("filesOf", call["name"])
        shutil.copytree(given, folder / "in")
        taken = call["takes"]["model.onnx"]["call"]
        model = self.inputs / "outputs" / taken / "reports/model.onnx"
        if model.is_file():
            shutil.copy(model, folder / "in/model.onnx")
        if runner([call["runner"]], folder):
            raise LocalError((folder / "out/error.json").read_text())
        for name in ("probabilities.npy", "report.json"):
            shutil.copy(folder / "out" / name, out / name)
        shutil.rmtree(folder)

    def score(self, anchors: Json, seed: int = 11) -> Json:
        """The result on the part."""
        command(self.root, "score", self.job | {"resampleSeed": seed, "anchors": anchors}, self.assignment)
        result: Json = json.loads((self.root / "out/result.json").read_text())
        return result
