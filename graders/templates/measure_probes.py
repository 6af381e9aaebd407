"""How often the probes of two templates catch what they are for, and how often they accuse an honest model.

python3 measure_probes.py --seeds 50    → probes.json (then run Prettier)

The templates are `regression` and `multiclass-classification`, on data that nobody needs to download:
scikit-learn's diabetes (442 rows, numbers) and digits (1,797 rows, ten classes). Every seed is a new split, a
new salt and new model seeds. Plans and verdicts come from the scorer's own commands; only the students' code
runs in this process. Run it in the image `checks`, which is `light` and a YAML reader.
"""

import csv
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sklearn import datasets
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.neighbors import NearestNeighbors
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "scorer"), str(HERE.parent / "scorer/tests")]

from calls_harness import Json, Run, make_split, merged  # noqa: E402
from probe_counts import Measurement, ProbeCounts  # noqa: E402

ABOUT = (
    "Honest seeds: a new split, salt and model seed each, for a linear model and a forest. "
    "Data: diabetes and digits of scikit-learn."
)
PERMUTATIONS = 5
GATES = ("row-independence", "row-lookup", "embedded-answers", "same-result")
Table = pd.DataFrame
Numbers = np.ndarray[Any, np.dtype[np.float64]]
Predict = Callable[[Table], Numbers]
# From the public rows, their answers as numbers and a seed: a function that answers a feature table.
Student = Callable[[Table, Numbers, int], Predict]


def secret_of(label: str, number: int) -> str:
    """A secret for measuring only. No deployment uses it, so publishing how it is made gives nothing away."""
    return hashlib.sha256(f"holdout measuring {label} {number}".encode()).hexdigest()


@dataclass(frozen=True)
class World:
    """One dataset as its publisher has it: what a cheat may know."""

    template: str
    x: Numbers
    # Numbers, or a row of zeros and a one.
    answers: Numbers
    names: tuple[str, ...]
    classes: tuple[str, ...]

    def features(self, table: Table) -> Numbers:
        return table[list(self.names)].to_numpy(dtype=np.float64)


def worlds() -> list[World]:
    diabetes, digits = datasets.load_diabetes(), datasets.load_digits()
    # Blank pixels are zero in all pictures, and zero stays zero when numbers change by one percent.
    pixels = digits.data + np.random.default_rng(0).normal(0, 0.05, digits.data.shape).round(4)
    return [
        World(
            "regression",
            diabetes.data.round(6),
            diabetes.target[:, None].astype(np.float64),
            _names(diabetes.data),
            (),
        ),
        World(
            "multiclass-classification",
            pixels.round(4),
            np.eye(10)[digits.target],
            _names(digits.data),
            tuple(f"d{number}" for number in range(10)),
        ),
    ]


def _names(x: Numbers) -> tuple[str, ...]:
    return tuple(f"c{number}" for number in range(x.shape[1]))


def linear(world: World) -> Student:
    def student(table: Table, y: Numbers, seed: int) -> Predict:
        x = world.features(table)
        chosen = np.random.default_rng(seed).random(len(x)) < 0.9
        if not world.classes:
            ridge = make_pipeline(StandardScaler(), Ridge(1.0)).fit(x[chosen], y[chosen, 0])
            return lambda asked: ridge.predict(world.features(asked))[:, None]
        scaled = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=200))
        scaled.fit(x[chosen], y[chosen].argmax(axis=1))
        return lambda asked: _spread(scaled, world.features(asked), y.shape[1])

    return student


def forest(world: World) -> Student:
    def student(table: Table, y: Numbers, seed: int) -> Predict:
        x = world.features(table)
        if not world.classes:
            many = RandomForestRegressor(100, min_samples_leaf=5, random_state=seed).fit(x, y[:, 0])
            return lambda asked: many.predict(world.features(asked))[:, None]
        trees = RandomForestClassifier(100, min_samples_leaf=2, random_state=seed)
        trees.fit(x, y.argmax(axis=1))
        return lambda asked: _spread(trees, world.features(asked), y.shape[1])

    return student


def _spread(model: Any, x: Numbers, classes: int) -> Numbers:
    """Probabilities for all classes, those too that training never saw."""
    p = np.full((len(x), classes), 1e-6)
    p[:, model.classes_] += model.predict_proba(x)
    spread: Numbers = p / p.sum(axis=1, keepdims=True)
    return spread


def embedded(world: World, share: float) -> Student:
    """An honest model mixed with the published answer of the nearest published row."""
    scaler = StandardScaler().fit(world.x)
    near = NearestNeighbors(n_neighbors=1).fit(scaler.transform(world.x))

    def student(table: Table, y: Numbers, seed: int) -> Predict:
        honest = linear(world)(table, y, seed)

        def predict(asked: Table) -> Numbers:
            at = near.kneighbors(scaler.transform(world.features(asked)), return_distance=False)[:, 0]
            mixed: Numbers = (1 - share) * honest(asked) + share * world.answers[at]
            return mixed

        return predict

    return student


def evading(world: World) -> Student:
    """Answers where the public rows have the published ones, honest where they were shuffled."""
    known = {row.tobytes(): answer for row, answer in zip(world.x, world.answers, strict=True)}

    def student(table: Table, y: Numbers, seed: int) -> Predict:
        published = [known.get(row.tobytes()) for row in world.features(table)]
        same = [p is not None and np.allclose(p, own) for p, own in zip(published, y, strict=True)]
        return (embedded(world, 1.0) if np.mean(same) > 0.8 else linear(world))(table, y, seed)

    return student


def exact_lookup(world: World, *, honest: bool) -> Student:
    """Published answers for rows it recognizes; for others an honest model, or what is usual."""
    known = {row.tobytes(): answer for row, answer in zip(world.x, world.answers, strict=True)}

    def student(table: Table, y: Numbers, seed: int) -> Predict:
        model = linear(world)(table, y, seed)

        def predict(asked: Table) -> Numbers:
            p = model(asked) if honest else np.tile(y.mean(axis=0), (len(asked), 1))
            for place, row in enumerate(world.features(asked)):
                p[place] = known.get(row.tobytes(), p[place])
            return p

        return predict

    return student


def size_sniffer(world: World, sizes: set[int]) -> Student:
    """Answers for tables as long as the judged ones; honest for a probe, which is shorter."""

    def student(table: Table, y: Numbers, seed: int) -> Predict:
        honest, knowing = linear(world)(table, y, seed), embedded(world, 1.0)(table, y, seed)
        return lambda asked: knowing(asked) if len(asked) in sizes else honest(asked)

    return student


def company(world: World) -> Student:
    """Predictions relative to the mean of those they came with."""

    def student(table: Table, y: Numbers, seed: int) -> Predict:
        honest = linear(world)(table, y, seed)

        def predict(asked: Table) -> Numbers:
            p = honest(asked)
            p = p + 0.2 * (y.mean(axis=0) - p.mean(axis=0))
            if not world.classes:
                return p
            clipped = p.clip(1e-6, None)
            relative: Numbers = clipped / clipped.sum(axis=1, keepdims=True)
            return relative

        return predict

    return student


def id_seeded(world: World) -> Student:
    """A little noise, drawn from the row's id."""

    def student(table: Table, y: Numbers, seed: int) -> Predict:
        honest = linear(world)(table, y, seed)

        def predict(asked: Table) -> Numbers:
            drawn = [int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 2**32 for name in asked["id"]]
            noisy = honest(asked) * (1 + 0.02 * np.array(drawn)[:, None])
            if not world.classes:
                return noisy
            tilted: Numbers = noisy ** (1 + 0.1 * np.array(drawn)[:, None])
            return tilted / tilted.sum(axis=1, keepdims=True)

        return predict

    return student


def no_seed(world: World) -> Student:
    """Fits on rows that nobody can draw again."""
    return lambda table, y, seed: linear(world)(table, y, int.from_bytes(os.urandom(4)))


def day_seeded(world: World) -> Student:
    """Seeded by the day: the same when it is run again at once, and never again."""
    return lambda table, y, seed: linear(world)(table, y, datetime.now(UTC).toordinal() + seed)


def definition(world: World) -> Json:
    import yaml

    defaults = yaml.safe_load((HERE / f"{world.template}.yaml").read_text())
    dataset = {"file": "data/table.csv", "target": {"column": "target"}}
    own = {"slug": "probes", "version": 1, "template": world.template, "title": "Probes", "dataset": dataset}
    # Verdicts do not rest on intervals.
    found: Json = merged(defaults, own | {"bootstrap": {"resamples": 100}})
    return found


def write_table(world: World, folder: Path) -> Path:
    folder.mkdir()
    with (folder / "table.csv").open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow([*world.names, "target"])
        for row, answer in zip(world.x, world.answers, strict=True):
            target = world.classes[int(answer.argmax())] if world.classes else repr(float(answer[0]))
            out.writerow([*map(repr, map(float, row)), target])
    return folder


def read(path: Path) -> Table:
    return pd.read_csv(path, dtype={"id": str})


def answers_in(world: World, table: Table) -> Numbers:
    if not world.classes:
        return table[["target"]].to_numpy(dtype=np.float64)
    found: Numbers = np.eye(len(world.classes))[[world.classes.index(name) for name in table["target"]]]
    return found


def verdicts(world: World, run: Run, student: Student, seed: int) -> dict[str, Json]:
    """Gate status and value by key, for one student on one planned run."""
    return {gate["key"]: gate for gate in graded(world, run, student, seed)["gates"]}


def graded(world: World, run: Run, student: Student, seed: int) -> Json:
    """The result of one student on one planned run."""
    shutil.rmtree(run.inputs / "outputs", ignore_errors=True)
    models: dict[str, Predict] = {}
    for call in run.calls:
        name = call["name"]
        own = call["data"] == "own"
        if call["phase"] == "TRAIN":
            table = read((run.inputs / "plan" / name if own else run.inputs / "public") / "data/train.csv")
            models[name] = student(table, answers_in(world, table), seed)
            continue
        asked = read(run.inputs / "plan" / call.get("filesOf", name) / "features.csv")
        p = models[call["model"]](asked)
        columns = [f"p_{name}" for name in world.classes] or ["prediction"]
        target = run.inputs / "outputs" / name / "predictions.csv"
        target.parent.mkdir(parents=True)
        pd.concat([asked[["id"]], Table(p, columns=columns)], axis=1).to_csv(target, index=False)
    result = run.score({"metrics": {}}, seed)
    if result["status"] != "SCORED":
        raise RuntimeError(json.dumps(result["rejection"]))
    return result


def hostile_in(world: World, judged: int) -> dict[str, tuple[str, Student]]:
    """By name: the probe that should notice, and who should be noticed. `judged`: how many rows count."""
    return {
        "embedded-answers": ("embedded-answers", embedded(world, 1.0)),
        "embedded-answers-30-percent": ("embedded-answers", embedded(world, 0.3)),
        "embedded-answers-evading": ("embedded-answers", evading(world)),
        "row-lookup": ("row-lookup", exact_lookup(world, honest=False)),
        "row-lookup-beside-a-model": ("row-lookup", exact_lookup(world, honest=True)),
        "size-sniffer": ("row-independence", size_sniffer(world, {judged})),
        "company": ("row-independence", company(world)),
        "id-seeded": ("row-independence", id_seeded(world)),
        "no-seed": ("same-result", no_seed(world)),
        "day-seeded": ("same-result", day_seeded(world)),
    }


def measure(world: World, measurement: Measurement) -> None:
    assignment = definition(world)
    honest = {"linear": linear(world), "forest": forest(world)}
    hostile = {name: key for name, (key, _) in hostile_in(world, 0).items()}
    templates = measurement.found.setdefault("templates", {})
    counts = ProbeCounts(GATES, hostile, templates.get(world.template))

    def one_seed(folder: Path, seed: int) -> None:
        data = write_table(world, folder / "data")
        split = make_split(folder / "split", assignment, data, secret_of(world.template, seed))
        salt = secret_of("salt", seed)
        whole, short = (
            Run(folder / f"run-{count}", split, assignment, permutations=count, salt=salt)
            for count in (PERMUTATIONS, 1)
        )
        judged = len(read(whole.inputs / "plan/hidden/features.csv"))
        for student in honest.values():
            counts.add_honest(verdicts(world, whole, student, seed))
        for label, (probe, student) in hostile_in(world, judged).items():
            # Other probes do not look at retraining on shuffled answers.
            run = whole if probe == "embedded-answers" else short
            counts.add_hostile(label, verdicts(world, run, student, seed))

    def write(found: Json) -> Json:
        templates[world.template] = found | {"permutations": PERMUTATIONS}
        return {"templates": templates}

    measurement.run(counts, one_seed, write)


def main() -> None:
    measurement = Measurement(ABOUT, HERE / "probes.json")
    for world in worlds():
        measure(world, measurement)


if __name__ == "__main__":
    main()
