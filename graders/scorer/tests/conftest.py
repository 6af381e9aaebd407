"""One split and one honest run, shared by the tests that only read them."""

import json
from pathlib import Path

import pytest
from harness import ASSIGNMENT, Grading, Json, Split, make_split, shipped_anchors


@pytest.fixture(scope="session")
def split(tmp_path_factory: pytest.TempPathFactory) -> Split:
    return make_split(tmp_path_factory.mktemp("split"))


@pytest.fixture(scope="session")
def honest(split: Split, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graded run of the simple reference on PUBLIC_TEST. Copy it before changing anything."""
    root = tmp_path_factory.mktemp("honest") / "run"
    run = Grading(root, split, part="PUBLIC_TEST")
    run.run_student(ASSIGNMENT / "reference/simple")
    run.score(shipped_anchors())
    return root


@pytest.fixture(scope="session")
def honest_result(honest: Path) -> Json:
    loaded: Json = json.loads((honest / "out/result.json").read_text())
    return loaded
