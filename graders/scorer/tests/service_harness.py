"""Runs a submission of template `service` in plain processes, without sandbox or private network.

For code we trust only.
"""

import asyncio
import io
import json
import os
import shlex
import shutil
import socket
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from typing import IO, Any, Protocol

import yaml

from holdout_driver.drive import Driver
from holdout_scorer.cli import main as scorer

GRADERS = Path(__file__).resolve().parents[2]
ASSIGNMENT = GRADERS / "mlops"
Json = dict[str, Any]


class Program(Protocol):
    """A program that was started."""

    def kill(self) -> None: ...

    def wait(self) -> int: ...


def merged(base: Any, over: Any) -> Any:
    """Maps merge, lists of named entries merge by name or key, everything else is replaced."""
    if isinstance(base, dict) and isinstance(over, dict):
        return {
            k: merged(base[k], over[k]) if k in base and k in over else over.get(k, base.get(k))
            for k in base | over
        }
    if isinstance(base, list) and isinstance(over, list) and over and isinstance(over[0], dict):
        mark = "key" if "key" in over[0] else "name"
        left = {entry[mark]: entry for entry in base}
        joined = left | {e[mark]: merged(left.get(e[mark], {}), e) for e in over}
        return [entry for entry in joined.values() if not entry.get("remove")]
    return over


def definition(folder: Path = ASSIGNMENT) -> Json:
    defaults = yaml.safe_load((GRADERS / "templates/service.yaml").read_text())
    loaded: Json = merged(defaults, yaml.safe_load((folder / "assignment.yaml").read_text()))
    return loaded


def command(root: Path, name: str, job: Json, assignment: Json) -> None:
    """Raises RuntimeError with the scorer's words when it refuses."""
    (root / "in").mkdir(parents=True, exist_ok=True)
    (root / "out").mkdir(exist_ok=True)
    (root / "in/assignment.json").write_text(json.dumps(assignment))
    (root / "in/job.json").write_text(json.dumps(job))
    if scorer([name], root):
        raise RuntimeError((root / "out/error.json").read_text())


def untar(archive: Path, target: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(archive.read_bytes())) as bundle:
        bundle.extractall(target, filter="data")


def make_split(root: Path, secret: str, folder: Path = ASSIGNMENT, assignment: Json | None = None) -> Path:
    """A folder with `public` and `hidden`."""
    chosen = assignment or definition(folder)
    (root / "in/data").mkdir(parents=True, exist_ok=True)
    for name in (chosen["dataset"]["file"], chosen["dataset"].get("dictionary")):
        if name:
            shutil.copy(folder / name, root / "in/data" / Path(name).name)
    command(root, "split", {"secretHex": secret, "splitIndex": 0}, chosen)
    untar(root / "out/bundle-public.tar", root / "public")
    untar(root / "out/bundle-hidden.tar", root / "hidden")
    return root


class Run:
    """One run. Steps can be called one by one, so that tests can spoil what lies between."""

    def __init__(
        self,
        root: Path,
        split: Path,
        part: str = "PRIVATE_TEST",
        salt: str = "a7" * 32,
        assignment: Json | None = None,
    ) -> None:
        self.root, self.part = root, part
        self.assignment = assignment or definition()
        (root / "in").mkdir(parents=True, exist_ok=True)
        (root / "in/public").symlink_to(split / "public", target_is_directory=True)
        if part != "SAMPLE":
            (root / "in/hidden").symlink_to(split / "hidden", target_is_directory=True)
        self.job = {"kind": "CERTIFICATION", "split": part, "saltHex": salt, "permutations": 0}
        command(root, "plan", self.job, self.assignment)
        untar(root / "out/calls.tar", root / "in/plan")
        (root / "in/plan/secret.json").write_bytes((root / "out/secret.json").read_bytes())
        self.calls: list[Json] = json.loads((root / "in/plan/calls.json").read_text())["calls"]

    @classmethod
    def reopen(cls, root: Path, part: str = "PRIVATE_TEST") -> "Run":
        """A finished run, ready to be scored again."""
        run = cls.__new__(cls)
        run.root, run.part, run.assignment = root, part, definition()
        run.job = {"kind": "CERTIFICATION", "split": part, "saltHex": "a7" * 32, "permutations": 0}
        run.calls = []
        return run

    def call(self, call: Json, submission: Path) -> None:
        config = tomllib.loads((submission / "holdout.toml").read_text())
        work = self.root / "work" / call["name"]
        out = work / "out"
        (out / "reports").mkdir(parents=True, exist_ok=True)
        shutil.copytree(submission, work / "project")
        model = work / "model" if call["model"] is None else self.root / "work" / call["model"] / "model"
        model.mkdir(exist_ok=True)
        plan = self.root / "in/plan" / call["name"]
        data = self.root / "in/public/data" if call["data"] == "public" else plan / "data"
        port = free_port()
        values = {
            "seed": config["project"].get("seed", 0),
            "model": model,
            "data": data,
            "reports": out / "reports",
        }
        values |= {name: plan / path for name, path in call["inputs"].items()}
        values |= {name: out / entry["path"] for name, entry in call["outputs"].items() if name != "model"}
        values |= {"port": port} if call["phase"] == "SERVE" else {}
        words = [word.format(**values) for word in shlex.split(config["commands"][call["command"]])]
        words[0] = sys.executable if words[0] in ("python", "python3") else words[0]
        env = os.environ | {"OMP_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
        if call["phase"] == "SERVE":
            self._serve(words, work, plan, port, out, env)
        else:
            with (work / "log").open("w") as log:
                program = self.start(words, work / "project", env, log)
                if program.wait():
                    raise RuntimeError(f"{call['name']}: {(work / 'log').read_text()[-2000:]}")
        for entry in call["outputs"].values():
            made = out / entry["path"]
            if entry["kind"] == "file" and made.is_file():
                target = self.root / "in/outputs" / call["name"] / entry["path"]
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(made, target)

    def start(self, words: list[str], folder: Path, env: dict[str, str], log: IO[str]) -> Program:
        """A command of a submission, begun."""
        return subprocess.Popen(words, cwd=folder, env=env, stdout=log, stderr=log)

    def _serve(
        self, words: list[str], work: Path, plan: Path, port: int, out: Path, env: dict[str, str]
    ) -> None:
        other = free_port()
        log = (work / "log").open("w")
        trivial = [
            sys.executable,
            "-c",
            f"import asyncio; from holdout_driver.trivial import serve; asyncio.run(serve({other}))",
        ]
        path = env | {"PYTHONPATH": str(GRADERS / "scorer")}
        running = [
            self.start(words, work / "project", env, log),
            subprocess.Popen(trivial, env=path, stdout=log, stderr=log),
        ]
        try:
            task = json.loads((plan / "drive.json").read_text())
            report = asyncio.run(Driver(task, ("127.0.0.1", port), ("127.0.0.1", other)).run())
            (out / "report.json").write_text(json.dumps(report, allow_nan=False))
        finally:
            for process in running:
                process.kill()
                process.wait()
            log.close()

    def run_student(self, submission: Path) -> None:
        for call in self.calls:
            self.call(call, submission)

    def score(self, anchors: Json, seed: int = 11) -> Json:
        # As the platform does: of the plan, `score` gets no files of calls.
        for folder in (self.root / "in/plan").iterdir():
            if folder.is_dir():
                shutil.rmtree(folder)
        command(
            self.root,
            "score",
            self.job | {"seed": 7, "resampleSeed": seed, "anchors": anchors},
            self.assignment,
        )
        result: Json = json.loads((self.root / "out/result.json").read_text())
        return result


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
