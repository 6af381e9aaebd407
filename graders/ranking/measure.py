"""Measures the anchors: runs the references on many splits through the scorer's own commands.

python3 measure.py WORK --splits 20 [--fresh]    → anchors.json; --fresh: points on other splits, printed

Keeps its runs in WORK and goes on from there.

Runs references without a sandbox: they are ours. What is judged on drawn questions alone needs no lists and
no split, so it is measured on many more draws: 20 of them once made an anchor two hundredths too high.
"""

import argparse
import hashlib
import json
import math
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
from scipy import stats

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "scorer"), str(HERE.parent / "scorer/tests")]

from calls_harness import Json, Run, definition, make_split, run_here  # noqa: E402
from holdout_scorer.keys import Keyring  # noqa: E402
from holdout_scorer.node import Node  # noqa: E402
from holdout_scorer.ranking.experiments import VERDICTS, draw_task  # noqa: E402
from holdout_scorer.ranking.outputs import read_design, read_verdicts  # noqa: E402
from holdout_scorer.ranking.spec import read_spec  # noqa: E402

REFERENCES = ("naive", "simple", "strong")
LEVEL = 0.95
DRAWS = 300
# By metric and reference, one value for each draw.
Drawn = dict[str, dict[str, list[float]]]
Runs = list[dict[str, tuple[Run, Json]]]


def secret_of(label: str, number: int) -> str:
    """A secret for measuring only. No deployment uses it, so publishing how it is made gives nothing away."""
    return hashlib.sha256(f"holdout measuring {label} {number}".encode()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=Path)
    parser.add_argument("--splits", type=int, default=20)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--out", type=Path, default=HERE / "anchors.json")
    arguments = parser.parse_args()
    assignment = definition(HERE)
    label = "fresh" if arguments.fresh else "anchors"
    runs = _all_runs(arguments.work / label, assignment, arguments.splits, label)
    if arguments.fresh:
        print(json.dumps(_chances(runs, json.loads((HERE / "anchors.json").read_text())), indent=1))
        return
    drawn = _drawn(assignment)
    written: Json = {
        "schema": "holdout.anchors/1",
        "assignment": "ranking",
        "splits": arguments.splits,
        "provisional": False,
        "level": LEVEL,
        "metrics": {metric["name"]: _anchor(metric, runs, drawn) for metric in assignment["metrics"]},
    }
    written |= _chances(runs, written)
    written["curves"] = {"ndcg-by-k": {name: _curve(name, runs) for name in REFERENCES[1:]}}
    arguments.out.write_text(json.dumps(written, indent=2) + "\n")


def _all_runs(folder: Path, assignment: Json, splits: int, label: str) -> Runs:
    runs: Runs = []
    for number in range(splits):
        root = folder / str(number)
        runs.append({name: _one_run(root, assignment, secret_of(label, number), name) for name in REFERENCES})
        print(number + 1, {name: list(_values(r).values()) for name, (_, r) in runs[-1].items()}, flush=True)
    return runs


def _one_run(root: Path, assignment: Json, secret: str, name: str) -> tuple[Run, Json]:
    done = root / name / "measured.json"
    if done.is_file():
        return Run.reopen(root / name, assignment), json.loads(done.read_text())
    for left in (root / name, root / "split" / name):
        shutil.rmtree(left, ignore_errors=True)
    split = make_split(root / "split" / name, assignment, HERE / "data", secret)
    run = Run(root / name, split, assignment)
    run.run_student(HERE / "reference" / name, in_process=True)
    result = run.score({"metrics": {}})
    done.write_text(json.dumps(result))
    return run, result


def _values(result: Json) -> dict[str, float]:
    if result["status"] != "SCORED":
        raise RuntimeError(json.dumps(result["rejection"]))
    return {metric["name"]: metric["value"] for metric in result["metrics"]}


def _drawn(assignment: Json) -> Drawn:
    """Right verdicts and sample sizes of the references on questions drawn from many secrets."""
    spec = read_spec(Node(assignment, "assignment.json"))
    if spec.experiments is None:
        return {}
    found: Drawn = {name: {ref: [] for ref in REFERENCES} for name in ("verdicts", "sampleSizes")}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = {key: folder / key for key in ("questions", "cases", "design", "verdicts")}
        for number in range(DRAWS):
            keys = Keyring.from_hex(secret_of("anchors", number), "secret")
            task = draw_task(keys, spec.experiments)
            paths["questions"].write_text(json.dumps(task.questions))
            paths["cases"].write_bytes(task.cases)
            for ref in REFERENCES:
                words = [word for key, path in paths.items() for word in (f"--{key}", str(path))]
                run_here(HERE / "reference" / ref, ["experiment.py", *words])
                most = spec.max_bytes["experiment"]
                sizes = read_design(paths["design"], "experiment.json", most, task.sizes).sizes
                most = spec.max_bytes["verdicts"]
                named = read_verdicts(paths["verdicts"], "verdicts.csv", most, task.verdicts, VERDICTS)
                close = [abs(sizes[k] / v - 1) <= spec.experiments.tolerance for k, v in task.sizes.items()]
                # Rounded as results are.
                found["sampleSizes"][ref].append(round(float(np.mean(close)), 4))
                right = [named[case] == verdict for case, verdict in task.verdicts.items()]
                found["verdicts"][ref].append(round(float(np.mean(right)), 4))
    return found


def _anchor(metric: Json, runs: Runs, drawn: Drawn) -> Json:
    name = metric["name"]
    values = {
        ref: np.array(drawn[name][ref] if name in drawn else [_values(run[ref][1])[name] for run in runs])
        for ref in REFERENCES
    }
    gap = (1.0 if metric["direction"] == "HIGHER" else -1.0) * (values["strong"] - values["simple"])
    error = float(gap.std(ddof=1) / math.sqrt(len(gap)))
    reach = float(stats.t.ppf(0.5 + LEVEL / 2, len(gap) - 1)) * error
    mean = float(gap.mean())
    limits = {"mean": mean, "se": error, "low": mean - reach, "high": mean + reach}
    return {ref: round(float(values[ref].mean()), 5) for ref in REFERENCES} | {
        "splits": len(gap),
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
