"""What is imported for a program whose container was made for it."""

from __future__ import annotations

from pathlib import Path

from holdout_supervisor.imports import named_in

IMAGE = ["numpy", "pandas", "scipy.stats", "sklearn.metrics", "sklearn.pipeline", "torch"]


def test_is_what_some_source_of_the_project_imports(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "train.py").write_text("import csv, numpy as np\n\ndef late():\n    from src import model\n")
    (tmp_path / "src/model.py").write_text("import sklearn.linear_model\nprint('torch')\n")
    (tmp_path / "notes.txt").write_text("import torch\n")

    assert named_in(str(tmp_path), IMAGE) == ["numpy", "sklearn.metrics", "sklearn.pipeline"]


def test_reads_notebooks_however_their_lines_are_kept(tmp_path: Path) -> None:
    (tmp_path / "train.ipynb").write_text(
        '{"cells": [{"source": "import csv\\nimport pandas"}, {"source": ["from scipy import stats\\n"]}]}'
    )

    assert named_in(str(tmp_path), IMAGE) == ["pandas", "scipy.stats"]


def test_is_nothing_where_nothing_is_imported(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("import csv; print('numpy')\n")

    assert named_in(str(tmp_path), IMAGE) == []
    assert named_in(str(tmp_path / "nowhere"), IMAGE) == []
