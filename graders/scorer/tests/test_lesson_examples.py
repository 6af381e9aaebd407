"""Every worked example of the lessons runs, on shipped data in the shape in which a project publishes it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from harness import Split

GRADERS = Path(__file__).resolve().parents[2]
LESSONS = GRADERS.parent / "prisma/seed/content/lessons"
STAGES = {
    "math-and-python",
    "classical-baselines",
    "deep-learning",
    "domain-specialization",
    "ml-systems",
    "production-judgment",
}

BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
PRINTED = re.compile(r"^```text\n(.*?)^```", re.MULTILINE | re.DOTALL)
PROJECT = re.compile(r"^# ([a-z-]+): run it in the folder that holds the project's data/$", re.MULTILINE)


def examples() -> dict[str, str]:
    """The code of each lesson that has any, in one piece, as a reader pastes it."""
    code = {path.stem: "\n".join(BLOCK.findall(path.read_text())) for path in sorted(LESSONS.glob("*.md"))}
    return {name: text for name, text in code.items() if text}


def publish(project: str, split: Split, data: Path) -> None:
    """Writes what the example reads as the project's public data."""
    source = GRADERS / project / "data"
    if project == "tabular-risk":
        shutil.copytree(split.public / "data", data, dirs_exist_ok=True)
    elif project == "vision":
        pictures = np.load(source / "fashion_6000.npz")
        np.savez(data / "train.npz", images=pictures["images"][:2000], labels=pictures["labels"][:2000])
    elif project == "forecasting":
        table = pd.read_csv(source / "ridership.csv.gz")
        table.rename(columns={"station": "series", "riders": "value"}).to_csv(
            data / "history.csv", index=False, columns=["series", "date", "value"]
        )
    elif project == "mlops":
        pd.read_csv(source / "check_times.csv.gz").drop(columns="status").rename(
            columns={"package": "id"}
        ).to_csv(data / "train.csv", index=False)
    elif project == "ranking":
        names = {"s": "user", "d": "item", "y": "rating"}
        pd.read_csv(source / "insteval.csv.gz").rename(columns=names).to_csv(data / "train.csv", index=False)
    elif project == "nlp-sections":
        source = GRADERS / "exercises" / project / "data"
        table = pd.read_csv(source / "descriptions.csv.gz").rename(columns={"source": "id"})
        table = table.sample(2300, random_state=1)
        table[:1900].to_csv(data / "train.csv", index=False)
        table[1900:].to_csv(data / "sample.csv", index=False)
    else:
        raise ValueError(f"no data for {project}")


def promised(lesson: str) -> str:
    """What the lesson says that its example prints, empty where it says nothing."""
    return "".join(PRINTED.findall((LESSONS / f"{lesson}.md").read_text()))


def test_every_stage_has_an_example_on_shipped_data() -> None:
    with_data = {name.split(".")[0] for name, code in examples().items() if PROJECT.search(code)}
    assert with_data == STAGES


@pytest.mark.parametrize("lesson", examples())
def test_the_example_runs(lesson: str, split: Split, tmp_path: Path) -> None:
    code = examples()[lesson]
    (tmp_path / "data").mkdir()
    for project in set(PROJECT.findall(code)):
        publish(project, split, tmp_path / "data")
    ran = subprocess.run(
        [sys.executable, "-W", "error::SyntaxWarning", "-c", code],
        cwd=tmp_path,
        # Threads that wait for each other on a busy machine take longer than one.
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip(), "an example prints what it finds"
    if expected := promised(lesson):
        assert ran.stdout == expected, "the lesson shows what its example prints"
