"""Measures the anchors: runs the references on many splits through the scorer's own commands.

python3 measure.py --splits 24 [--provisional]    → anchors.json

Needs the scorer's test requirements and xgboost. Runs references without a sandbox: they are ours.
"""

import argparse
import hashlib
import json
import math
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from scipy import stats

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "scorer"), str(HERE.parent / "scorer/tests")]

from harness import Grading, Json, definition, make_split  # noqa: E402

REFERENCES = ("naive", "simple", "strong")
DRAWN = ("simple", "strong")
# Curves drawn behind a student's: averaged over splits on a common grid.
CURVES = ("roc", "precision-recall", "cost")
GRID = np.linspace(0.0, 1.0, 41)
LEVEL = 0.95


def secret_of(label: str, number: int) -> str:
    """A secret for measuring only. No deployment uses it, so publishing how it is made gives nothing away."""
    return hashlib.sha256(f"holdout measuring {label} {number}".encode()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--splits", type=int, default=24)
    parser.add_argument("--provisional", action="store_true")
    arguments = parser.parse_args()
    measure_anchors(arguments.splits, arguments.provisional)


def measure_anchors(splits: int, provisional: bool) -> None:
    """Scores every reference on every split twice: once for its metrics, once for its points under the new
    anchors.
    """
    with tempfile.TemporaryDirectory() as folder:
        runs: list[dict[str, tuple[Grading, Json]]] = []
        for number in range(splits):
            root = Path(folder) / str(number)
            split = make_split(root / "split", secret_of("anchors", number))
            runs.append({name: _run(root / name, split, HERE / "reference" / name) for name in REFERENCES})
            print(
                f"split {number + 1} of {splits}",
                {n: _values(r)["auc"] for n, (_, r) in runs[-1].items()},
                flush=True,
            )
        written: Json = {
            "schema": "holdout.anchors/1",
            "assignment": "tabular-risk",
            "splits": splits,
            "provisional": provisional,
            "level": LEVEL,
            "metrics": {m["name"]: _anchor(m, runs) for m in definition()["metrics"]},
        }
        written |= _chances(runs, written)
        written["curves"] = {key: {name: _curve(key, name, runs) for name in DRAWN} for key in CURVES}
    (HERE / "anchors.json").write_text(json.dumps(written, indent=2) + "\n")


def _run(root: Path, split: Any, submission: Path) -> tuple[Grading, Json]:
    run = Grading(root, split)
    run.run_student(submission)
    return run, run.score({"metrics": {}})


def _values(result: Json) -> dict[str, float]:
    return {metric["name"]: metric["value"] for metric in result["metrics"]}


def _anchor(metric: Json, runs: list[dict[str, tuple[Grading, Json]]]) -> Json:
    name = metric["name"]
    values = {ref: np.array([_values(run[ref][1])[name] for run in runs]) for ref in REFERENCES}
    sign = 1.0 if metric["direction"] == "HIGHER" else -1.0
    gap = sign * (values["strong"] - values["simple"])
    error = float(gap.std(ddof=1) / math.sqrt(len(gap)))
    reach = float(stats.t.ppf(0.5 + LEVEL / 2, len(gap) - 1)) * error
    means = {ref: round(float(values[ref].mean()), 5) for ref in REFERENCES}
    mean = float(gap.mean())
    limits = {
        "mean": round(mean, 5),
        "se": round(error, 5),
        "low": round(mean - reach, 5),
        "high": round(mean + reach, 5),
    }
    spread = {ref: round(float(values[ref].std(ddof=1)), 5) for ref in REFERENCES}
    return means | {"gap": limits, "sd": spread}


def _curve(key: str, reference: str, runs: list[dict[str, tuple[Grading, Json]]]) -> list[list[float]]:
    """The mean of a plot's curve over all splits, where every split has one."""
    curves = []
    for run in runs:
        plot = next(plot for plot in run[reference][1]["plots"] if plot["key"] == key)
        points = sorted((point["x"], point["y"]) for point in plot["series"][0]["points"])
        x, y = (np.array(side) for side in zip(*points, strict=True))
        curves.append(np.interp(GRID, x, y, left=np.nan, right=np.nan))
    mean = np.mean(curves, axis=0)
    known = np.isfinite(mean)
    return [[round(float(x), 3), round(float(y), 3)] for x, y in zip(GRID[known], mean[known], strict=True)]


def _chances(runs: list[dict[str, tuple[Grading, Json]]], anchors: Json) -> Json:
    """How often each reference passes, its points, and how often a gate stops it."""
    points: dict[str, list[float]] = {name: [] for name in REFERENCES}
    passes = dict.fromkeys(REFERENCES, 0)
    stopped: dict[str, dict[str, int]] = {name: {} for name in REFERENCES}
    worst: dict[str, float] = dict.fromkeys(REFERENCES, 0.0)
    for run in runs:
        for name in REFERENCES:
            result = run[name][0].score(anchors)
            points[name].append(result["points"]["value"])
            passes[name] += result["passed"]
            for gate in result["gates"]:
                if gate["key"] == "fairness":
                    worst[name] = max(worst[name], gate["value"])
                if gate["status"] != "PASSED":
                    stopped[name][gate["key"]] = stopped[name].get(gate["key"], 0) + 1
    return {
        "points": {
            n: {"mean": round(float(np.mean(v)), 1), "low": min(v), "high": max(v)} for n, v in points.items()
        },
        "passChance": {name: passes[name] / len(runs) for name in REFERENCES},
        "gatesStopped": stopped,
        "largestFairnessLowerBound": worst,
    }


if __name__ == "__main__":
    main()
