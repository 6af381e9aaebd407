"""Runs a submission through split, plan, its calls and score in plain processes.

For tests and measuring only: there is no sandbox here. Never use it on code you do not trust.
"""

import io
import json
import os
import runpy
import shlex
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "scorer"))

from holdout_scorer.cli import main as scorer  # noqa: E402

Json = dict[str, Any]
NAMED_LISTS = {"metrics": "name", "criteria": "key", "gates": "key"}


class StudentError(Exception):
    """An entry point of the submission failed; holds the end of its log."""


def merged(folder: Path = HERE) -> Json:
    """The assignment over its template's defaults: maps merge, named lists by name, other lists replace."""
    given = os.environ.get("MERGED_JSON")
    if given:
        read: Json = json.loads(Path(given).read_text())
        return read
    import yaml  # the images have none: there, MERGED_JSON names the merged definition

    own = yaml.safe_load((folder / "assignment.yaml").read_text())
    base = yaml.safe_load((HERE.parent / "templates" / f"{own['template']}.yaml").read_text())
    return _merge(base, own)


def _merge(base: Json, over: Json) -> Json:
    result = dict(base)
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            result[key] = _merge(base[key], value)
        elif key in NAMED_LISTS and key in base:
            name = NAMED_LISTS[key]
            entries = {entry[name]: entry for entry in base[key]}
            for entry in value:
                entries[entry[name]] = {**entries.get(entry[name], {}), **entry}
            result[key] = [entry for entry in entries.values() if not entry.get("remove")]
        else:
            result[key] = value
    return result


def command(root: Path, name: str, definition: Json, job: Json) -> None:
    (root / "in").mkdir(parents=True, exist_ok=True)
    (root / "out").mkdir(exist_ok=True)
    (root / "in/assignment.json").write_text(json.dumps(definition))
    (root / "in/job.json").write_text(json.dumps(job))
    if scorer([name], root):
        raise RuntimeError((root / "out/error.json").read_text())


def untar(archive: Path, target: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(archive.read_bytes())) as bundle:
        bundle.extractall(target, filter="data")


def make_split(root: Path, definition: Json, secret: str, data: Path = HERE) -> Path:
    """A folder with `public/` and `hidden/`."""
    (root / "in/data").mkdir(parents=True, exist_ok=True)
    for key in ("file", "dictionary", "known", "observed"):
        name = definition["dataset"].get(key)
        if name:
            (root / "in/data" / Path(name).name).write_bytes((data / name).read_bytes())
    command(root, "split", definition, {"secretHex": secret, "splitIndex": 0})
    untar(root / "out/bundle-public.tar", root / "public")
    untar(root / "out/bundle-hidden.tar", root / "hidden")
    return root


def _inside(submission: Path, words: list[str]) -> None:
    """Runs a script of ours without starting an interpreter, as measuring does some thousand times."""
    before, place, modules = sys.argv, list(sys.path), set(sys.modules)
    sys.argv = [str(submission / words[0]), *words[1:]]
    sys.path.insert(0, str(submission))
    try:
        runpy.run_path(str(submission / words[0]), run_name="__main__")
    finally:
        sys.argv, sys.path[:] = before, place
        # Modules of this submission must not answer for those of the next.
        for name in set(sys.modules) - modules:
            if str(getattr(sys.modules[name], "__file__", "")).startswith(str(submission)):
                del sys.modules[name]


class Run:
    """One run of one submission. Steps can be called one by one, so tests can spoil what lies between."""

    in_process = False

    def __init__(
        self, root: Path, split: Path, definition: Json, part: str = "PRIVATE_TEST", salt: str = "a7" * 32
    ) -> None:
        self.root, self.split, self.definition, self.part = root, split, definition, part
        (root / "in").mkdir(parents=True)
        (root / "in/public").symlink_to(split / "public", target_is_directory=True)
        if part != "SAMPLE":
            (root / "in/hidden").symlink_to(split / "hidden", target_is_directory=True)
        kind = "CERTIFICATION" if part == "PRIVATE_TEST" else "PRACTICE"
        self.job = {"kind": kind, "split": part, "saltHex": salt, "permutations": 0}
        command(root, "plan", definition, self.job)
        untar(root / "out/calls.tar", root / "in/plan")
        (root / "in/plan/secret.json").write_bytes((root / "out/secret.json").read_bytes())
        self.calls: Json = json.loads((root / "in/plan/calls.json").read_text())

    def student(self, submission: Path) -> "Run":
        config = tomllib.loads((submission / "holdout.toml").read_text())
        for call in self.calls["calls"]:
            if call["command"] in config["commands"]:
                self._call(submission, config, call)
        return self

    def _call(self, submission: Path, config: Json, call: Json) -> None:
        places = {"seed": str(config["project"].get("seed", 0)), "model": str(self.root / "model")} | call[
            "values"
        ]
        if call["data"]:
            places["data"] = str(self.split / "public/data")
        source = self.root / "in/plan" / str(call.get("filesOf") or call["name"])
        places |= {key: str(source / path) for key, path in call["inputs"].items()}
        out = self.root / "in/outputs" / call["name"]
        out.mkdir(parents=True)
        for name, output in call["outputs"].items():
            if output["kind"] == "file":
                places[name] = str(out / output["path"])
        words = [word.format(**places) for word in shlex.split(config["commands"][call["command"]])]
        words[0] = sys.executable if words[0] in ("python", "python3") else words[0]
        (self.root / "model").mkdir(exist_ok=True)
        if self.in_process:
            _inside(submission, words[1:])
            return
        done = subprocess.run(words, cwd=submission, capture_output=True, text=True, timeout=600, check=False)
        if done.returncode:
            raise StudentError(f"{call['name']}: {done.stderr[-2000:]}")

    def score(self, anchors: Json, seed: int = 11) -> Json:
        command(
            self.root,
            "score",
            self.definition,
            {**self.job, "seed": 7, "resampleSeed": seed, "anchors": anchors},
        )
        result: Json = json.loads((self.root / "out/result.json").read_text())
        return result


if __name__ == "__main__":
    print(json.dumps(merged()))
