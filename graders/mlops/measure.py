"""Measures the anchors: runs the references on many splits, each as a running service.

python3 measure.py WORK --splits 20              → anchors.json
python3 measure.py WORK --splits 5 --fresh       prints points on splits that the anchors were not measured on
python3 measure.py WORK --splits 12 --metrics validation blame
                                                 → those metrics in anchors.json; the others stay as they are

Of metrics that hang on no machine (shares of right answers) a measurement without containers tells all.
Keeps its runs in WORK and goes on from there. Belongs inside the image `light`, whose packages count, with
PyYAML besides. Runs references without a sandbox: they are ours.
"""

import argparse
import hashlib
import json
import math
import shutil
import sys
from pathlib import Path
from typing import IO

import numpy as np
from scipy import stats

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "scorer"), str(HERE.parent / "scorer/tests")]

from forked import Forked  # noqa: E402
from holdout_scorer.service.drive import recheck  # noqa: E402
from service_harness import Json, Run, definition, make_split  # noqa: E402

REFERENCES = ("naive", "simple", "strong")
LEVEL = 0.95
# Calls whose outputs the private part does not score.
UNSCORED = ("sample-validate", "sample-monitor")
# Shares of right answers to what the platform asks, with the calls that tell them: they hang neither on a
# machine nor on its load.
COUNTED = {
    "validation": {"hidden-validate"},
    "blame": {"hidden-validate"},
    "contract": {"hidden-serve"},
    "operations": {"sample-serve", "hidden-serve"},
}


def secret_of(label: str, number: int) -> str:
    """A secret for measuring only. No deployment uses it, so publishing how it is made gives nothing away."""
    return hashlib.sha256(f"holdout measuring {label} {number}".encode()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=Path)
    parser.add_argument("--splits", type=int, default=20)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--out", type=Path, default=HERE / "anchors.json")
    parser.add_argument("--metrics", nargs="+", choices=sorted(COUNTED))
    arguments = parser.parse_args()
    if arguments.metrics:
        measure_counted(arguments)
        return
    label = "mlops fresh" if arguments.fresh else "mlops"
    runs: list[dict[str, tuple[Run, Json]]] = []
    for number in range(arguments.splits):
        runs.append(run_all(arguments.work / label.replace(" ", "-") / str(number), label, number))
        if not arguments.fresh:
            arguments.out.write_text(json.dumps(anchors_of(runs), indent=2) + "\n")
    if arguments.fresh:
        print(json.dumps(points_of(runs, json.loads((HERE / "anchors.json").read_text())), indent=2))


class CountedRun(Run):
    """Only the calls in `telling`, forked from this process; the service is asked for predictions else."""

    telling: frozenset[str] = frozenset()

    def start(self, words: list[str], folder: Path, env: dict[str, str], log: IO[str]) -> Forked:
        return Forked(words[1:], folder, log)

    def call(self, call: Json, submission: Path) -> None:
        name = call["name"]
        if name not in self.telling | {"train", "hidden-serve"}:
            return
        drive = self.root / "in/plan" / name / "drive.json"
        if name == "hidden-serve" and name not in self.telling:
            drive.write_text(json.dumps(recheck(json.loads(drive.read_text()))))
        super().call(call, submission)


def measure_counted(arguments: argparse.Namespace) -> None:
    """Measures some metrics and writes them into the file of anchors."""
    chosen = counted_only(arguments.metrics)
    CountedRun.telling = frozenset().union(*(COUNTED[metric] for metric in arguments.metrics))
    folder = arguments.work / "-".join(sorted(arguments.metrics))
    runs: list[dict[str, tuple[Run, Json]]] = []
    for number in range(arguments.splits):
        root = folder / str(number)
        runs.append({name: run_one(root, "mlops", number, name, chosen, CountedRun) for name in REFERENCES})
    written = json.loads(arguments.out.read_text())
    for metric in (each for each in chosen["metrics"] if each["name"] in arguments.metrics):
        other = {"splits": len(runs)} if len(runs) != written["splits"] else {}
        measured = anchor_of(metric, runs) | {"measured": list(REFERENCES)}
        written["metrics"][metric["name"]] = measured | other
    arguments.out.write_text(json.dumps(written, indent=2) + "\n")


def counted_only(metrics: list[str]) -> Json:
    """The assignment without what says nothing of these metrics."""
    found = definition()
    del found["streams"]
    if not {"validation", "blame"} & set(metrics):
        del found["batches"]
    found["registry"] = False
    # Without the error of the model nothing is scored.
    kept = {"mae", *metrics}
    found["metrics"] = [metric for metric in found["metrics"] if metric["name"] in kept]
    found["criteria"] = [c for c in found["criteria"] if set(c["metrics"]) <= kept]
    return found


def run_all(root: Path, label: str, number: int) -> dict[str, tuple[Run, Json]]:
    return {name: run_one(root, label, number, name) for name in REFERENCES}


def run_one(
    root: Path, label: str, number: int, name: str, assignment: Json | None = None, kind: type[Run] = Run
) -> tuple[Run, Json]:
    done = root / name / "measured.json"
    if done.is_file():
        return Run.reopen(root / name), json.loads(done.read_text())
    for left in (root / name, root / "split" / name):
        shutil.rmtree(left, ignore_errors=True)
    split = make_split(root / "split" / name, secret_of(label, number))
    run = kind(root / name, split, salt=secret_of("salt", number), assignment=assignment)
    for call in run.calls:
        if call["name"] not in UNSCORED:
            run.call(call, HERE / "reference" / name)
    shutil.rmtree(run.root / "work")
    result = run.score({"metrics": {}})
    if result["status"] != "SCORED":
        raise RuntimeError(json.dumps(result["rejection"]))
    done.write_text(json.dumps(result))
    print(number, name, json.dumps(values_of(result)), flush=True)
    return run, result


def values_of(result: Json) -> dict[str, float]:
    return {metric["name"]: metric["value"] for metric in result["metrics"]}


def anchors_of(runs: list[dict[str, tuple[Run, Json]]]) -> Json:
    written: Json = {
        "schema": "holdout.anchors/1",
        "assignment": "mlops",
        "splits": len(runs),
        "provisional": len(runs) < 20,
        "level": LEVEL,
        "metrics": {m["name"]: anchor_of(m, runs) for m in definition()["metrics"]},
        "curves": {},
    }
    return written | points_of(runs, written)


def anchor_of(metric: Json, runs: list[dict[str, tuple[Run, Json]]]) -> Json:
    name = metric["name"]
    values = {ref: np.array([values_of(run[ref][1])[name] for run in runs]) for ref in REFERENCES}
    gap = (1.0 if metric["direction"] == "HIGHER" else -1.0) * (values["strong"] - values["simple"])
    mean = float(gap.mean())
    error = float(gap.std(ddof=1) / math.sqrt(len(gap))) if len(gap) > 1 else abs(mean)
    reach = float(stats.t.ppf(0.5 + LEVEL / 2, len(gap) - 1)) * error if len(gap) > 1 else error
    return {ref: round(float(each.mean()), 5) for ref, each in values.items()} | {
        "gap": {
            "mean": round(mean, 5),
            "se": round(error, 5),
            "low": round(mean - reach, 5),
            "high": round(mean + reach, 5),
        },
        "sd": {
            ref: round(float(each.std(ddof=1)), 5) if len(each) > 1 else 0.0 for ref, each in values.items()
        },
    }


def points_of(runs: list[dict[str, tuple[Run, Json]]], anchors: Json) -> Json:
    """Points and chances to pass of each reference under `anchors`."""
    points: dict[str, list[float]] = {name: [] for name in REFERENCES}
    passed = dict.fromkeys(REFERENCES, 0)
    stopped: dict[str, dict[str, int]] = {name: {} for name in REFERENCES}
    for run in runs:
        for name in REFERENCES:
            result = run[name][0].score(anchors)
            points[name].append(result["points"]["value"])
            passed[name] += result["passed"]
            for gate in result["gates"]:
                if gate["status"] != "PASSED":
                    stopped[name][gate["key"]] = stopped[name].get(gate["key"], 0) + 1
    return {
        "points": {
            n: {"mean": round(float(np.mean(v)), 1), "low": min(v), "high": max(v)} for n, v in points.items()
        },
        "passChance": {name: passed[name] / len(runs) for name in REFERENCES},
        "gatesStopped": stopped,
    }


if __name__ == "__main__":
    main()
