"""How often the audit of columns names a leak or a shift that a model leans on, and how often an honest one.

python3 measure_audit.py --seeds 50    → audit.json (then run Prettier)

Honest: a linear model on five tables of scikit-learn as they are, cut at random. Every seed is a new split
and a new salt. A leak is the outcome with noise of 5 percent of its spread; it evades where it stands in two
columns that tell little alone. A shift moves a column by three spreads in the newer half of the rows, which
are judged; it evades where only what two columns have in common changes. Run it in the image `checks`.
"""

from pathlib import Path

import numpy as np
from measure_probes import (
    HERE,
    Numbers,
    Run,
    World,
    definition,
    graded,
    linear,
    make_split,
    secret_of,
    write_table,
)
from probe_counts import PASSED, Json, Measurement, ProbeCounts
from sklearn import datasets

ABOUT = (
    "Honest seeds: a new split and salt each, for a linear model on diabetes, digits, iris, wine and breast "
    "cancer of scikit-learn."
)
TABLES = ("diabetes", "digits", "iris", "wine", "breast_cancer")
KEYS = ("single-feature-leak", "shifted-column")
HOSTILE = {
    "leak": "single-feature-leak",
    "leak-in-two-columns": "single-feature-leak",
    "shift": "shifted-column",
    "shift-of-two-together": "shifted-column",
}
NOISE, MOVED = 0.05, 3.0


def table(name: str) -> World:
    loaded = getattr(datasets, f"load_{name}")()
    names = tuple(f"c{number}" for number in range(loaded.data.shape[1]))
    if name == "diabetes":
        return World("regression", loaded.data, loaded.target[:, None].astype(np.float64), names, ())
    classes = tuple(f"d{number}" for number in range(len(loaded.target_names)))
    return World(
        "multiclass-classification", loaded.data, np.eye(len(classes))[loaded.target], names, classes
    )


def with_columns(world: World, **columns: Numbers) -> World:
    x = np.column_stack([world.x, *columns.values()])
    return World(world.template, x, world.answers, (*world.names, *columns), world.classes)


def spoiled(kind: str, seed: int) -> World:
    """Diabetes with the columns of that kind."""
    generator, world = np.random.default_rng(seed), table("diabetes")
    outcome = world.answers[:, 0]
    count, spread = outcome.size, float(outcome.std())
    noise, late = generator.normal(size=(2, count)), np.arange(count) >= count / 2
    if kind == "leak":
        return with_columns(world, leak=outcome + NOISE * spread * noise[0])
    if kind == "leak-in-two-columns":
        mask = 2.0 * spread * noise[0]
        return with_columns(world, one=outcome + mask, two=outcome - mask)
    day = np.arange(count, dtype=np.float64)
    if kind == "shift":
        return with_columns(world, day=day, moved=noise[0] + MOVED * late)
    return with_columns(world, day=day, one=noise[0], two=np.where(late, -noise[0], noise[0]))


def told(folder: Path, world: World, seed: int, *, temporal: bool) -> dict[str, Json]:
    """By key of the audit: whether the run of a linear model was told of it."""
    assignment = definition(world)
    if temporal:
        assignment["split"] |= {"rule": "temporal"}
        assignment["dataset"] |= {"time": "day"}
    folder.mkdir()
    data = write_table(world, folder / "data")
    split = make_split(folder / "split", assignment, data, secret_of("audit", seed))
    run = Run(folder / "run", split, assignment, "PUBLIC_TEST", salt=secret_of("salt", seed))
    found = {finding["key"] for finding in graded(world, run, linear(world), seed)["findings"]}
    return {key: PASSED | ({"status": "TOLD", "value": 1.0} if key in found else {}) for key in KEYS}


def main() -> None:
    measurement = Measurement(ABOUT, HERE / "audit.json")
    counts = ProbeCounts(KEYS, HOSTILE, measurement.found)

    def one_seed(folder: Path, seed: int) -> None:
        for name in TABLES:
            counts.add_honest(told(folder / name, table(name), seed, temporal=False))
        for kind in HOSTILE:
            world = spoiled(kind, seed)
            counts.add_hostile(kind, told(folder / kind, world, seed, temporal=kind.startswith("shift")))

    measurement.run(counts, one_seed)


if __name__ == "__main__":
    main()
