"""Runs the calls of a template's plan (holdout.calls/2) in plain processes, without the platform.

For tests and measuring only: there is no sandbox here. Never use it on code you do not trust.
"""

import copy
import json
import runpy
import shlex
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from typing import Any

import yaml

from holdout_scorer.cli import main as scorer

GRADERS = Path(__file__).resolve().parents[2]
SALT = "a7" * 32
Json = dict[str, Any]


class CallError(Exception):
    """A student's command failed, or a file that had to come did not."""


def merged(defaults: Any, own: Any) -> Any:
    """The author's definition over the template's: maps merge, lists of named entries merge by name or
    key.
    """
    if isinstance(defaults, dict) and isinstance(own, dict):
        both = {key: merged(defaults[key], own[key]) for key in defaults if key in own}
        return copy.deepcopy(defaults) | own | both
    if isinstance(defaults, list) and isinstance(own, list) and all(_label(x) for x in [*defaults, *own]):
        named = {_label(entry): entry for entry in defaults}
        for entry in own:
            named[_label(entry)] = merged(named.get(_label(entry)), entry)
        return [entry for entry in named.values() if not entry.get("remove")]
    return copy.deepcopy(own)


def _label(entry: Any) -> str | None:
    return (entry.get("key") or entry.get("name")) if isinstance(entry, dict) else None


def definition(folder: Path) -> Json:
    own = yaml.safe_load((folder / "assignment.yaml").read_text())
    defaults = yaml.safe_load((GRADERS / f"templates/{own['template']}.yaml").read_text())
    found: Json = merged(defaults, own)
    return found


def run_here(submission: Path, words: list[str]) -> None:
    """Runs a script of ours as if in an interpreter of its own."""
    argv, before = sys.argv, set(sys.modules)
    sys.argv = words
    sys.path.insert(0, str(submission))
    try:
        runpy.run_path(str(submission / words[0]), run_name="__main__")
    finally:
        sys.argv = argv
        sys.path.remove(str(submission))
        for name in set(sys.modules) - before:
            if str(getattr(sys.modules[name], "__file__", "")).startswith(str(submission)):
                del sys.modules[name]


def command(root: Path, name: str, job: Json, assignment: Json) -> None:
    """One scorer command in `root`, whose `in/` is already filled."""
    (root / "in").mkdir(parents=True, exist_ok=True)
    (root / "out").mkdir(exist_ok=True)
    (root / "in/assignment.json").write_text(json.dumps(assignment))
    (root / "in/job.json").write_text(json.dumps(job))
    if scorer([name], root):
        raise RuntimeError((root / "out/error.json").read_text())


def make_split(root: Path, assignment: Json, data: Path, secret: str) -> Path:
    """Splits; the bundles lie unpacked below `root/public` and `root/hidden`."""
    (root / "in").mkdir(parents=True)
    shutil.copytree(data, root / "in/data")
    dictionary = assignment["dataset"].get("dictionary")
    if dictionary:
        shutil.copy(data.parent / dictionary, root / "in/data")
    command(root, "split", {"secretHex": secret, "splitIndex": 0}, assignment)
    for name in ("public", "hidden"):
        with tarfile.open(root / f"out/bundle-{name}.tar") as bundle:
            bundle.extractall(root / name, filter="data")
    return root


class Run:
    """One run of one submission."""

    def __init__(
        self,
        root: Path,
        split: Path,
        assignment: Json,
        part: str = "PRIVATE_TEST",
        permutations: int = 0,
        salt: str = SALT,
    ) -> None:
        self.root, self.assignment, self.part = root, assignment, part
        self.kind = "CERTIFICATION" if permutations else "PRACTICE"
        self.inputs = root / "in"
        self.inputs.mkdir(parents=True)
        (self.inputs / "public").symlink_to(split / "public")
        if part != "SAMPLE":
            (self.inputs / "hidden").symlink_to(split / "hidden")
        command(root, "plan", self._job() | {"saltHex": salt, "permutations": permutations}, assignment)
        with tarfile.open(root / "out/calls.tar") as bundle:
            bundle.extractall(self.inputs / "plan", filter="data")
        (self.inputs / "plan/secret.json").write_bytes((root / "out/secret.json").read_bytes())
        self.calls: list[Json] = json.loads((self.inputs / "plan/calls.json").read_text())["calls"]

    @classmethod
    def reopen(cls, root: Path, assignment: Json, part: str = "PRIVATE_TEST") -> "Run":
        """A finished practice run, ready to be scored again."""
        run = cls.__new__(cls)
        run.root, run.assignment, run.part = root, assignment, part
        run.kind, run.inputs, run.calls = "PRACTICE", root / "in", []
        return run

    def _job(self) -> Json:
        return {"kind": self.kind, "split": self.part, "seed": 7}

    def run_student(
        self, submission: Path, in_process: bool = False, only: tuple[str, ...] | None = None
    ) -> None:
        """`in_process` spares an interpreter per call: measuring many splits would mostly measure imports.

        `only`: the commands to run, the others are taken to be absent.
        """
        self.in_process = in_process
        config = tomllib.loads((submission / "holdout.toml").read_text())
        for call in self.calls:
            if call["command"] in config["commands"] and (only is None or call["command"] in only):
                self._run(submission, config["commands"][call["command"]], call)
            elif not call.get("optional"):
                raise CallError(f"{call['name']}: no command")

    def _run(self, submission: Path, template: str, call: Json) -> None:
        out = self.inputs / "outputs" / call["name"]
        out.mkdir(parents=True)
        plan = self.inputs / "plan"
        files = plan / (call.get("filesOf") or call["name"])
        values = {"seed": "7", "model": str(self.root / "models" / (call["model"] or call["name"]))}
        Path(values["model"]).mkdir(parents=True, exist_ok=True)
        if call["data"]:
            own = call["data"] == "own"
            values["data"] = str(plan / call["name"] / "data" if own else self.inputs / "public/data")
        values |= {name: str(files / path) for name, path in call["inputs"].items()}
        values |= {n: str(out / o["path"]) for n, o in call["outputs"].items() if o["kind"] == "file"}
        words = [word.format(**values) for word in shlex.split(template)]
        if self.in_process:
            run_here(submission, words[1:])
            return
        words[0] = sys.executable if words[0] in ("python", "python3") else words[0]
        done = subprocess.run(words, cwd=submission, capture_output=True, text=True, timeout=120, check=False)
        if done.returncode:
            raise CallError(f"{call['name']}: {done.stderr[-4000:]}")

    def score(self, anchors: Json, seed: int = 11) -> Json:
        command(self.root, "score", self._job() | {"resampleSeed": seed, "anchors": anchors}, self.assignment)
        result: Json = json.loads((self.root / "out/result.json").read_text())
        return result
