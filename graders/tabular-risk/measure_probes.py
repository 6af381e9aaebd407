"""How often the probes catch what they are for, and how often they accuse an honest model.

python3 measure_probes.py --seeds 50    → probes.json

Every seed is a new split, a new salt and new model seeds. Plans and verdicts come from the scorer's own
commands; only the students' code runs in this process, because 50 seeds of 6 trainings in fresh interpreters
would mostly measure imports.
"""

import importlib.util
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import numpy as np
import pandas as pd

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "scorer"), str(HERE.parent / "scorer/tests")]

from harness import Grading, Json, make_split  # noqa: E402
from holdout_scorer.arrays import Floats  # noqa: E402
from measure import secret_of  # noqa: E402
from probe_counts import Measurement, ProbeCounts  # noqa: E402

ABOUT = "Honest seeds: a new split, salt and model seed each, for the simple and the strong reference."
PERMUTATIONS = 5
GATES = ("row-independence", "row-lookup", "embedded-answers", "same-result")
TARGET = "default"
Table = pd.DataFrame
Predict = Callable[[Table], Floats]
# From the training table and a seed, a function that predicts a feature table.
Student = Callable[[Table, int], Predict]


def load(path: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SIMPLE = load(HERE / "reference/simple/model.py", "simple_model")
STRONG = load(HERE / "reference/strong/model.py", "strong_model")


def simple(train: Table, seed: int) -> Predict:
    sample = train.sample(frac=0.9, random_state=seed)
    model = SIMPLE.logistic(sample[SIMPLE.FEATURES]).fit(sample[SIMPLE.FEATURES], sample[TARGET])
    return lambda table: np.asarray(model.predict_proba(table[SIMPLE.FEATURES])[:, 1])


def strong(train: Table, seed: int) -> Predict:
    model = STRONG.Blend(seed).fit(STRONG.with_ratios(train), train[TARGET].to_numpy())
    return lambda table: np.asarray(model.predict_proba(STRONG.with_ratios(table))[:, 1])


def answers() -> ModuleType:
    """The lookup of the embedding fixture, beside the file it reads."""
    folder = Path(tempfile.mkdtemp())
    shutil.copy(HERE / "fixtures/rejected/embedded-answers/answers.py", folder)
    shutil.copy(HERE / "data/credit_data.csv.gz", folder / "answers.csv.gz")
    return load(folder / "answers.py", "answers")


def embedded(lookup: ModuleType, share: float) -> Student:
    """An honest model mixed with looked-up answers."""

    def student(train: Table, seed: int) -> Predict:
        honest = simple(train, seed)
        return lambda table: (1 - share) * honest(table) + share * (0.05 + 0.9 * lookup.nearest(table))

    return student


def evading(lookup: ModuleType) -> Student:
    """Answers where train.csv has the public labels, honest where they were shuffled."""

    def student(train: Table, seed: int) -> Predict:
        if (lookup.nearest(train) == train[TARGET]).mean() > 0.9:
            return embedded(lookup, 1.0)(train, seed)
        return simple(train, seed)

    return student


def exact_lookup(lookup: ModuleType) -> Student:
    def student(train: Table, seed: int) -> Predict:
        honest = simple(train, seed)

        def predict(table: Table) -> Floats:
            found = lookup.exact(table)
            mixed: Floats = np.where(np.isnan(found), honest(table), 0.05 + 0.9 * np.nan_to_num(found))
            return mixed

        return predict

    return student


def size_sniffer(lookup: ModuleType) -> Student:
    def student(train: Table, seed: int) -> Predict:
        honest, knowing = simple(train, seed), embedded(lookup, 1.0)(train, seed)
        return lambda table: knowing(table) if len(table) in (600, 1400) else honest(table)

    return student


def batch_ranks(train: Table, seed: int) -> Predict:
    honest = simple(train, seed)

    def predict(table: Table) -> Floats:
        return np.asarray(pd.Series(honest(table)).rank(pct=True), dtype=np.float64)

    return predict


def no_seed(train: Table, seed: int) -> Predict:
    """Fits on rows that nobody can draw again."""
    return simple(train, int.from_bytes(os.urandom(4)))


def verdicts(run: Grading, student: Student, seed: int) -> Json:
    """Gate status and value by key, for one student on one planned run."""
    inputs = run.root / "in"
    shutil.rmtree(inputs / "outputs", ignore_errors=True)
    public = inputs / "public/data/train.csv"
    model = student(pd.read_csv(public, dtype={"id": str}), seed)
    models = {"train": model}
    for call in run.calls["calls"]:
        name = call["name"]
        if call["phase"] == "TRAIN":
            given = public if call["data"] == "public" else inputs / "plan" / name / "data/train.csv"
            models[name] = student(pd.read_csv(given, dtype={"id": str}), seed)
            continue
        rows = inputs / "plan" / call.get("filesOf", name)
        write(models[call["model"]], rows, inputs / "outputs" / name / "predictions.csv")
    result = run.score({"metrics": {}}, seed)
    return {gate["key"]: gate for gate in result["gates"]}


def write(predict: Predict, call: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    table = pd.read_csv(call / "features.csv", dtype={"id": str})
    probability = predict(table).clip(0, 1)
    decision = (probability >= 1 / 6).astype(int)
    Table({"id": table["id"], "probability": probability, "decision": decision}).to_csv(target, index=False)


def main() -> None:
    lookup = answers()
    honest: dict[str, Student] = {"simple": simple, "strong": strong}
    hostile: dict[str, tuple[str, Student]] = {
        "embedded-answers": ("embedded-answers", embedded(lookup, 1.0)),
        "embedded-answers-30-percent": ("embedded-answers", embedded(lookup, 0.3)),
        "embedded-answers-10-percent": ("embedded-answers", embedded(lookup, 0.1)),
        "embedded-answers-evading": ("embedded-answers", evading(lookup)),
        "row-lookup": ("row-lookup", exact_lookup(lookup)),
        "size-sniffer": ("row-independence", size_sniffer(lookup)),
        "batch-ranks": ("row-independence", batch_ranks),
        "no-seed": ("same-result", no_seed),
    }
    measurement = Measurement(ABOUT, HERE / "probes.json")
    counts = ProbeCounts(GATES, {name: key for name, (key, _) in hostile.items()}, measurement.found)

    def one_seed(folder: Path, seed: int) -> None:
        split = make_split(folder / "split", secret_of("probes", seed))
        run = Grading(folder / "run", split, permutations=PERMUTATIONS, salt=secret_of("salt", seed))
        for student in honest.values():
            counts.add_honest(verdicts(run, student, seed))
        for name, (_, student) in hostile.items():
            counts.add_hostile(name, verdicts(run, student, seed))

    measurement.run(counts, one_seed, lambda found: found | {"permutations": PERMUTATIONS})


if __name__ == "__main__":
    main()
