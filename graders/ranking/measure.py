"""Measures the anchors: runs the references on many splits through the scorer's own commands.

python3 measure.py --splits 24 [--fresh]    → anchors.json; --fresh: points on other splits, printed

Runs references without a sandbox: they are ours.
"""

import argparse
import hashlib
import json
import math
import sys
import tempfile
from pathlib import Path

import numpy as np
from scipy import stats

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "scorer"), str(HERE.parent / "scorer/tests")]

from calls_harness import Json, Run, definition, make_split  # noqa: E402

REFERENCES = ("naive", "simple", "strong")
LEVEL = 0.95
Runs = list[dict[str, tuple[Run, Json]]]


def secret_of(label: str, number: int) -> str:
    """A secret for measuring only. No deployment uses it, so publishing how it is made gives nothing away."""
    return hashlib.sha256(f"holdout measuring {label} {number}".encode()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--splits", type=int, default=24)
    parser.add_argument("--fresh", action="store_true")
    arguments = parser.parse_args()
    assignment = definition(HERE)
    with tempfile.TemporaryDirectory() as folder:
        label = "fresh" if arguments.fresh else "anchors"
        runs = _all_runs(Path(folder), assignment, arguments.splits, label)
        if arguments.fresh:
            print(json.dumps(_chances(runs, json.loads((HERE / "anchors.json").read_text())), indent=1))
            return
        written: Json = {
            "schema": "holdout.anchors/1",
            "assignment": "ranking",
            "splits": arguments.splits,
            "provisional": False,
            "level": LEVEL,
            "metrics": {metric["name"]: _anchor(metric, runs) for metric in assignment["metrics"]},
        }
        written |= _chances(runs, written)
        written["curves"] = {"ndcg-by-k": {name: _curve(name, runs) for name in REFERENCES[1:]}}
    (HERE / "anchors.json").write_text(json.dumps(written, indent=2) + "\n")


def _all_runs(folder: Path, assignment: Json, splits: int, label: str) -> Runs:
    runs: Runs = []
    for number in range(splits):
        root = folder / str(number)
        split = make_split(root / "split", assignment, HERE / "data", secret_of(label, number))
        scored = {}
        for name in REFERENCES:
            run = Run(root / name, split, assignment)
            run.run_student(HERE / "reference" / name, in_process=True)
            scored[name] = (run, run.score({"metrics": {}}))
        runs.append(scored)
        print(number + 1, {name: list(_values(r).values()) for name, (_, r) in scored.items()}, flush=True)
    return runs


def _values(result: Json) -> dict[str, float]:
    if result["status"] != "SCORED":
        raise RuntimeError(json.dumps(result["rejection"]))
    return {metric["name"]: metric["value"] for metric in result["metrics"]}


def _anchor(metric: Json, runs: Runs) -> Json:
    values = {ref: np.array([_values(run[ref][1])[metric["name"]] for run in runs]) for ref in REFERENCES}
    gap = (1.0 if metric["direction"] == "HIGHER" else -1.0) * (values["strong"] - values["simple"])
    error = float(gap.std(ddof=1) / math.sqrt(len(gap)))
    reach = float(stats.t.ppf(0.5 + LEVEL / 2, len(gap) - 1)) * error
    mean = float(gap.mean())
    limits = {"mean": mean, "se": error, "low": mean - reach, "high": mean + reach}
    return {ref: round(float(values[ref].mean()), 5) for ref in REFERENCES} | {
        "gap": {key: round(value, 5) for key, value in limits.items()},
        "sd": {ref: round(float(values[ref].std(ddof=1)), 5) for ref in REFERENCES},
    }


def _curve(reference: str, runs: Runs) -> list[list[float]]:
    plots = [next(p for p in run[reference][1]["plots"] if p["key"] == "ndcg-by-k") for run in runs]
    lines = np.array([[point["y"] for point in plot["series"][0]["points"]] for plot in plots])
    return [[k, round(float(y), 3)] for k, y in enumerate(lines.mean(axis=0), start=1)]


def _chances(runs: Runs, anchors: Json) -> Json:
    """How often each reference passes, and its points."""
    points: dict[str, list[float]] = {name: [] for name in REFERENCES}
    passes = dict.fromkeys(REFERENCES, 0)
    for run in runs:
        for name in REFERENCES:
            result = run[name][0].score(anchors)
            points[name].append(result["points"]["value"])
            passes[name] += result["passed"]
    return {
        "points": {
            n: {"mean": round(float(np.mean(v)), 1), "low": min(v), "high": max(v)} for n, v in points.items()
        },
        "passChance": {name: passes[name] / len(runs) for name in REFERENCES},
    }


if __name__ == "__main__":
    main()
