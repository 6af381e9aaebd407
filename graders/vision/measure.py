"""Measures the anchors: runs the references on many splits through the scorer's own commands.

python3 measure.py run --splits 8 --kept values.jsonl [--references naive simple] [--fresh]
python3 measure.py write --kept values.jsonl          → anchors.json, and the corruption denominators, printed
python3 measure.py check --kept fresh.jsonl           → points of the references on other splits, printed

`run` keeps what it has measured line by line and goes on from there: a strong run takes two minutes.
Run it inside the image torch-cpu, where the references are run.
"""

import argparse
import json
import math
import shutil
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from local_run import HERE, Json, Run, definition, make_split, secret_of
from scipy import stats

REFERENCES = ("naive", "simple", "strong")
LEVEL = 0.95


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("run", "write", "check"))
    parser.add_argument("--kept", type=Path, required=True)
    parser.add_argument("--splits", type=int, default=8)
    parser.add_argument("--references", nargs="+", default=REFERENCES)
    parser.add_argument("--fresh", action="store_true")
    arguments = parser.parse_args()
    if arguments.what == "run":
        run(arguments)
        return
    rows = [json.loads(line) for line in arguments.kept.read_text().splitlines()]
    if arguments.what == "write":
        write(rows)
    else:
        json.dump(chances(rows, json.loads((HERE / "anchors.json").read_text())), sys.stdout, indent=1)


def run(arguments: argparse.Namespace) -> None:
    """One line per split and reference: metrics and errors by corruption."""
    kept = arguments.kept
    done = set()
    if kept.is_file():
        done = {(row["split"], row["reference"]) for row in map(json.loads, kept.read_text().splitlines())}
    assignment = definition()
    label = "fresh" if arguments.fresh else "anchors"
    for number in range(arguments.splits):
        wanted = [name for name in arguments.references if (number, name) not in done]
        folder = Path(tempfile.mkdtemp())
        for name in wanted:
            split = folder / "split"
            if not split.exists():
                make_split(split, secret_of(label, number), assignment)
            started = time.monotonic()
            one = Run(folder / name, split, assignment)
            one.produce(HERE / "reference" / name)
            seconds = time.monotonic() - started
            result = one.score({"metrics": {}})
            row = {"split": number, "reference": name, "seconds": round(seconds, 1), **_values(result)}
            print(json.dumps(row), flush=True)
            with kept.open("a") as file:
                file.write(json.dumps(row) + "\n")
        shutil.rmtree(folder)


def _values(result: Json) -> Json:
    if result["status"] != "SCORED":
        raise RuntimeError(json.dumps(result["rejection"]))
    robustness = next(plot for plot in result["plots"] if plot["key"] == "robustness")
    errors = {
        series["name"]: float(np.mean([point["y"] for point in series["points"] if point["x"] > 0]))
        for series in robustness["series"]
    }
    return {"metrics": {metric["name"]: metric["value"] for metric in result["metrics"]}, "errors": errors}


def write(rows: list[Json]) -> None:
    """anchors.json of every split that all three references were measured on."""
    by = {(row["split"], row["reference"]): row for row in rows}
    splits = [n for n in sorted({row["split"] for row in rows}) if all((n, r) in by for r in REFERENCES)]
    assignment = definition()
    kinds = by[splits[0], "simple"]["errors"]
    mean = {kind: np.mean([by[n, "simple"]["errors"][kind] for n in splits]) for kind in kinds}
    denominators = {kind: round(float(value), 3) for kind, value in mean.items()}
    print("denominators", json.dumps(denominators))
    for row in rows:
        row["metrics"]["mce"] = float(np.mean([row["errors"][kind] / denominators[kind] for kind in kinds]))
    anchors = {
        "schema": "holdout.anchors/1",
        "assignment": "vision",
        "splits": len(splits),
        "level": LEVEL,
        "metrics": {
            metric["name"]: _anchor(metric, by, splits)
            for metric in assignment["metrics"]
            if "scale" not in metric and metric["name"] != "latencyMs"
        },
    }
    (HERE / "anchors.json").write_text(json.dumps(anchors, indent=2) + "\n")


def _anchor(metric: Json, by: dict[tuple[int, str], Json], splits: list[int]) -> Json:
    name = metric["name"]
    values = {ref: np.array([by[n, ref]["metrics"][name] for n in splits]) for ref in REFERENCES}
    gap = (1.0 if metric["direction"] == "HIGHER" else -1.0) * (values["strong"] - values["simple"])
    error = float(gap.std(ddof=1) / math.sqrt(len(gap)))
    reach = float(stats.t.ppf(0.5 + LEVEL / 2, len(gap) - 1)) * error
    middle = float(gap.mean())
    limits = {"mean": middle, "se": error, "low": middle - reach, "high": middle + reach}
    return {ref: round(float(values[ref].mean()), 5) for ref in REFERENCES} | {
        "gap": {key: round(value, 5) for key, value in limits.items()},
        "sd": {ref: round(float(values[ref].std(ddof=1)), 5) for ref in REFERENCES},
    }


def chances(rows: list[Json], anchors: Json) -> Json:
    """Points of each reference, and how often it passes, from kept values: without intervals and gates."""
    from holdout_scorer.anchors import points, read_anchors
    from holdout_scorer.grading import FULL_SKILL_POINTS
    from holdout_scorer.image_classification.spec import read_spec
    from holdout_scorer.node import Node

    spec = read_spec(Node(definition(), "assignment.json"))
    found = read_anchors(Node(anchors, "anchors")) | spec.stated
    metrics = {metric.name: metric for metric in spec.rubric.metrics}
    totals: dict[str, list[float]] = {name: [] for name in REFERENCES}
    for row in rows:
        if spec.corruptions:
            relative = [error / spec.corruptions.denominators[kind] for kind, error in row["errors"].items()]
            row["metrics"]["mce"] = float(np.mean(relative))
        earned = {
            name: float(points(np.array([row["metrics"][name]]), anchor, metrics[name])[0])
            for name, anchor in found.items()
            if anchor.separates()
        }
        skill = min(earned["macroF1"] / FULL_SKILL_POINTS, 1.0)
        earned = {name: value * (skill if metrics[name].needs_skill else 1) for name, value in earned.items()}
        parts = [
            (criterion.weight * len(have) / len(criterion.metrics), float(np.mean(have)))
            for criterion in spec.rubric.criteria
            if (have := [earned[name] for name in criterion.metrics if name in earned])
        ]
        total = sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)
        totals[row["reference"]].append(round(total, 1))
    return {
        name: {
            "points": {"mean": round(float(np.mean(v)), 1), "low": min(v), "high": max(v)},
            "passChance": float(np.mean([value >= spec.rubric.pass_mark for value in v])),
            "runs": len(v),
        }
        for name, v in totals.items()
        if v
    }


if __name__ == "__main__":
    main()
