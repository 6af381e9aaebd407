"""Measures the anchors: runs the references on many splits through the scorer's own commands.

python3 measure.py run WORK FIRST LAST    runs splits FIRST..LAST-1 and keeps what scoring needs in WORK
python3 measure.py write WORK             scores them all and writes anchors.json (then run Prettier)

`run` belongs inside the light image, whose packages count; it may run in several processes. The images have
no YAML reader: `python3 local_run.py > merged.json` outside, and MERGED_JSON=merged.json inside. References
run without a sandbox: they are ours.
"""

import hashlib  # noqa: I001 (whether local_run is first-party depends on the folder ruff is run in)
import json
import math
import shutil
import sys
import time
from pathlib import Path

import numpy as np
from scipy import stats

from local_run import HERE, Json, Run, make_split, merged
from holdout_scorer.anchors import points, read_anchors
from holdout_scorer.node import Node
from holdout_scorer.rubric import read_rubric

REFERENCES = ("naive", "simple", "strong")
LEVEL = 0.95


def secret_of(label: str, number: int) -> str:
    """A secret for measuring only. No deployment uses it, so publishing how it is made gives nothing away."""
    return hashlib.sha256(f"holdout measuring {label} {number}".encode()).hexdigest()


def run(work: Path, first: int, last: int) -> None:
    definition = merged()
    for number in range(first, last):
        split = make_split(work / str(number) / "split", definition, secret_of("anchors", number))
        seconds = {}
        for name in REFERENCES:
            begin = time.time()
            done = Run(work / str(number) / name, split, definition)
            done.in_process = True
            done.student(HERE / "reference" / name)
            (done.root / "out/calls.tar").unlink()
            for folder in (done.root / "in/plan").iterdir():
                if folder.is_dir():
                    shutil.rmtree(folder)
            seconds[name] = round(time.time() - begin, 1)
        print(number, seconds, flush=True)


def write(work: Path) -> None:
    definition = merged()
    splits = sorted(
        path for path in work.iterdir() if (path / "strong/in/outputs/hidden-monitor/alarms.csv").is_file()
    )
    runs = [{name: _reopened(path, name, definition) for name in REFERENCES} for path in splits]
    results = [{name: _scored(done) for name, done in row.items()} for row in runs]
    anchors: Json = {
        "schema": "holdout.anchors/1",
        "assignment": definition["slug"],
        "splits": len(runs),
        "provisional": False,
        "level": LEVEL,
        "metrics": {metric["name"]: _anchor(metric, results) for metric in definition["metrics"]},
    }
    anchors |= _chances(results, definition, anchors)
    anchors["curves"] = {"error-by-horizon": {name: _curve(name, results) for name in ("simple", "strong")}}
    (HERE / "anchors.json").write_text(json.dumps(anchors, indent=2) + "\n")


def _reopened(path: Path, name: str, definition: Json) -> Run:
    """A finished run, ready to be scored again."""
    done = Run.__new__(Run)
    done.root, done.split, done.definition, done.part = (
        path / name,
        path / "split",
        definition,
        "PRIVATE_TEST",
    )
    done.job = {"kind": "CERTIFICATION", "split": "PRIVATE_TEST", "saltHex": "a7" * 32, "permutations": 0}
    return done


def _scored(done: Run) -> Json:
    """The result of a run, from an earlier `write` if any: its metrics do not depend on anchors."""
    path = done.root / "out/result.json"
    found: Json = json.loads(path.read_text()) if path.is_file() else done.score({"metrics": {}})
    return found


def _values(result: Json) -> dict[str, float]:
    return {metric["name"]: metric["value"] for metric in result["metrics"]}


def _anchor(metric: Json, results: list[dict[str, Json]]) -> Json:
    name = metric["name"]
    values = {ref: np.array([_values(row[ref])[name] for row in results]) for ref in REFERENCES}
    gap = (1.0 if metric["direction"] == "HIGHER" else -1.0) * (values["strong"] - values["simple"])
    error = float(gap.std(ddof=1) / math.sqrt(len(gap)))
    reach = float(stats.t.ppf(0.5 + LEVEL / 2, len(gap) - 1)) * error
    mean = float(gap.mean())
    limits = {"mean": mean, "se": error, "low": mean - reach, "high": mean + reach}
    return {
        **{ref: round(float(values[ref].mean()), 5) for ref in REFERENCES},
        "gap": {key: round(value, 5) for key, value in limits.items()},
        "sd": {ref: round(float(values[ref].std(ddof=1)), 5) for ref in REFERENCES},
    }


def _curve(reference: str, results: list[dict[str, Json]]) -> list[list[float]]:
    curves = []
    for row in results:
        plot = next(plot for plot in row[reference]["plots"] if plot["key"] == "error-by-horizon")
        curves.append([point["y"] for point in plot["series"][0]["points"]])
    return [[k + 1, round(float(y), 3)] for k, y in enumerate(np.mean(curves, axis=0))]


def _points(result: Json, definition: Json, anchors: Json) -> float:
    """Points of a result under these anchors: the weighted mean over automatic criteria."""
    rubric, measured = read_rubric(Node(definition, "assignment")), read_anchors(Node(anchors, "anchors"))
    metrics = {metric.name: metric for metric in rubric.metrics}
    values, total, weight = _values(result), 0.0, 0.0
    for criterion in rubric.criteria:
        earned = [points(np.array([values[n]]), measured[n], metrics[n])[0] for n in criterion.metrics]
        total += criterion.weight * float(np.mean(earned))
        weight += criterion.weight
    return total / weight


def _chances(results: list[dict[str, Json]], definition: Json, anchors: Json) -> Json:
    """How often each reference passes, its points, and how often a gate stops it."""
    earned: dict[str, list[float]] = {name: [] for name in REFERENCES}
    passes, stopped = dict.fromkeys(REFERENCES, 0), dict.fromkeys(REFERENCES, 0)
    largest = dict.fromkeys(REFERENCES, 0.0)
    for row in results:
        for name, result in row.items():
            held = all(gate["status"] == "PASSED" for gate in result["gates"])
            earned[name].append(round(_points(result, definition, anchors), 2))
            passes[name] += held and earned[name][-1] >= definition["passMark"]
            stopped[name] += not held
            largest[name] = max(largest[name], result["gates"][0]["value"])
    return {
        "points": {
            name: {"mean": round(float(np.mean(found)), 1), "low": min(found), "high": max(found)}
            for name, found in earned.items()
        },
        "passChance": {name: round(passes[name] / len(results), 3) for name in REFERENCES},
        "gatesStopped": stopped,
        "largestLookupRatio": largest,
    }


if __name__ == "__main__":
    if sys.argv[1] == "run":
        run(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    else:
        write(Path(sys.argv[2]))
