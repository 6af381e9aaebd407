"""Measures the anchors on many splits, through the scorer's own commands.

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
SCORER = HERE.parents[1] / "scorer"
sys.path[:0] = [str(SCORER), str(SCORER / "tests")]

from calls_harness import Json, Run, definition, make_split  # noqa: E402

REFERENCES = ("naive", "simple", "strong")
LEVEL = 0.95


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--splits", type=int, default=24)
    parser.add_argument("--fresh", action="store_true")
    arguments = parser.parse_args()
    assignment = definition(HERE)
    file = HERE / "anchors.json"
    anchors: Json = json.loads(file.read_text()) if arguments.fresh else {"metrics": {}}
    results: dict[str, list[Json]] = {name: [] for name in REFERENCES}
    for number in range(arguments.splits):
        label = "fresh" if arguments.fresh else "anchors"
        # For measuring only: no deployment uses such a secret.
        secret = hashlib.sha256(f"holdout measuring {label} {number}".encode()).hexdigest()
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            split = make_split(root / "split", assignment, HERE / "data", secret)
            for name in REFERENCES:
                run = Run(root / name, split, assignment)
                run.run_student(HERE / "reference" / name, in_process=True)
                results[name].append(run.score(anchors))
        print(number + 1, {n: [round(m["value"], 3) for m in r[-1]["metrics"]] for n, r in results.items()})
    if arguments.fresh:
        for name, runs in results.items():
            points = [run["points"]["value"] for run in runs]
            passed = np.mean([run["passed"] for run in runs])
            print(name, f"{np.mean(points):.1f} (sd {np.std(points):.1f}), passes {passed:.2f}")
        return
    written: Json = {
        "schema": "holdout.anchors/1",
        "assignment": assignment["slug"],
        "splits": arguments.splits,
        "provisional": False,
        "level": LEVEL,
        "metrics": {
            metric["name"]: anchor(metric["name"], metric["direction"], results)
            for metric in assignment["metrics"]
        },
    }
    file.write_text(json.dumps(written, indent=2) + "\n")


def anchor(metric: str, direction: str, results: dict[str, list[Json]]) -> Json:
    values = {
        name: np.array([next(m["value"] for m in run["metrics"] if m["name"] == metric) for run in runs])
        for name, runs in results.items()
    }
    gap = (1.0 if direction == "HIGHER" else -1.0) * (values["strong"] - values["simple"])
    error = float(gap.std(ddof=1) / math.sqrt(len(gap)))
    reach = float(stats.t.ppf(0.5 + LEVEL / 2, len(gap) - 1)) * error
    mean = float(gap.mean())
    limits = {"mean": mean, "se": error, "low": mean - reach, "high": mean + reach}
    return {name: round(float(found.mean()), 5) for name, found in values.items()} | {
        "gap": {key: round(value, 5) for key, value in limits.items()},
        "sd": {name: round(float(found.std(ddof=1)), 5) for name, found in values.items()},
    }


if __name__ == "__main__":
    main()
