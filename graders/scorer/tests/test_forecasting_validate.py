"""An author hears of every mistake in a forecasting assignment, with its place."""

from pathlib import Path

import pytest
from forecasting_setup import FOLDER, Json, small

from holdout_scorer.forecasting.validate import problems
from holdout_scorer.node import Node

HEADER = "date,station,riders"


def found(tmp_path: Path, lines: list[str], **split: object) -> list[tuple[str, int | None]]:
    definition: Json = small()
    definition["dataset"] = {"file": "x.csv", "time": "date", "series": "station", "target": "riders"}
    definition["split"] |= split
    (tmp_path / "x.csv").write_text("\n".join([HEADER, *lines]) + "\n")
    return [(p.path, p.line) for p in problems(Node(definition, "assignment.json"), tmp_path)]


def test_the_bundled_project_has_no_problems() -> None:
    assert problems(Node(small(), "assignment.json"), FOLDER / "data") == []


def test_wrong_cells_are_named_by_line(tmp_path: Path) -> None:
    lines = ["2020-01-01,a,1", "01.02.2020,a,2", "2020-01-03,a,many", "2020-01-01,a,3"]
    assert found(tmp_path, lines) == [("dataset.time", 3), ("dataset.target", 4), ("dataset.series", 5)]


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    definition = small()
    definition["dataset"] |= {"target": "rides"}
    paths = [p.path for p in problems(Node(definition, "assignment.json"), FOLDER / "data")]
    assert paths == ["dataset.target"]


def test_series_too_short_say_so(tmp_path: Path) -> None:
    lines = [f"2020-01-{day:02d},a,{day % 5}" for day in range(1, 29)]
    assert ("split", None) in found(tmp_path, lines, horizon=7, season=7, blocks=5)


@pytest.mark.parametrize("season", [7])
def test_series_that_repeat_themselves_have_no_scale(tmp_path: Path, season: int) -> None:
    lines = [f"{day},a,{day % season}" for day in range(400)]
    assert ("split.season", None) in found(tmp_path, lines, horizon=7, season=season, blocks=5)
