"""Columns that tell the outcome alone or change after train.csv, and whether a model leans on them."""

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from calls_harness import Run, make_split
from test_tabular import SECRET, anchors, assignment, submission

Json = dict[str, Any]
ROWS = 600


def table(folder: Path, seed: int, **columns: np.ndarray) -> Path:
    """A target that `a` and `b` tell in part, with further columns."""
    generator = np.random.default_rng(seed)
    a, b = generator.normal(size=(2, ROWS))
    target = a + b + generator.normal(size=ROWS)
    made = {"a": a, "b": b, "day": np.arange(ROWS, dtype=np.float64)} | columns
    if "leak" in columns:
        made["leak"] = target + columns["leak"]
    folder.mkdir()
    with (folder / "table.csv").open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow([*made, "target"])
        out.writerows(
            [*(repr(float(values[row])) for values in made.values()), repr(float(target[row]))]
            for row in range(ROWS)
        )
    return folder


def findings(tmp_path: Path, data: Path, ignored: str = "", **split: Any) -> list[Json]:
    chosen = assignment("regression", split=split)
    if "rule" in split:
        chosen["dataset"]["time"] = "day"
    run = Run(tmp_path / "run", make_split(tmp_path / "split", chosen, data, SECRET), chosen, "PUBLIC_TEST")
    student = submission(tmp_path / "student", "regression")
    program = student / "predict.py"
    ignores = f'if n not in ("id", {ignored!r})'
    program.write_text(program.read_text().replace('if n != "id"', ignores))
    run.run_student(student, in_process=True)
    found: list[Json] = run.score(anchors(chosen))["findings"]
    return found


def test_a_column_that_tells_the_outcome_is_named_to_whom_leans_on_it(tmp_path: Path) -> None:
    leak = np.random.default_rng(1).normal(0, 0.1, ROWS)
    (found,) = findings(tmp_path, table(tmp_path / "data", 0, leak=leak))
    assert (found["key"], found["severity"]) == ("single-feature-leak", "WARNING")
    assert found["message"].startswith("Column leak alone tells")


def test_a_column_that_changes_after_train_is_named(tmp_path: Path) -> None:
    moved = np.random.default_rng(2).normal(0, 1, ROWS) + 3.0 * (np.arange(ROWS) > 0.5 * ROWS)
    found = findings(tmp_path, table(tmp_path / "data", 0, moved=moved), rule="temporal")
    told = {entry["key"] for entry in found}
    assert told == {"shifted-column"}
    assert any("Column moved is not as in train.csv" in entry["message"] for entry in found)


@pytest.mark.parametrize("seed", range(3))
def test_an_honest_table_and_a_model_that_leaves_the_column_out_hear_nothing(
    tmp_path: Path, seed: int
) -> None:
    leak = np.random.default_rng(seed).normal(0, 0.1, ROWS)
    assert findings(tmp_path, table(tmp_path / "data", seed, leak=leak), ignored="leak") == []
