"""Fixtures of ranking and of the exercise on text end as their expectations say, without a sandbox."""

import json
from pathlib import Path

import pytest
from calls_harness import GRADERS, Json, Run, definition, make_split
from fixture_files import assemble, expectations

FOLDERS = {"ranking": GRADERS / "ranking", "nlp-sections": GRADERS / "exercises/nlp-sections"}
# One stands for the rest where time is short. Others run on the platform.
SHORT = {"nlp-sections rejected/pickle"}
CASES = [
    pytest.param(grader, name, marks=() if f"{grader} {name}" in SHORT else pytest.mark.long)
    for grader, folder in FOLDERS.items()
    for name in expectations(folder)
]
PERMUTATIONS = 2


@pytest.fixture(scope="module")
def splits(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {
        grader: make_split(
            tmp_path_factory.mktemp(grader) / "split", definition(folder), folder / "data", "5e" * 32
        )
        for grader, folder in FOLDERS.items()
    }


@pytest.mark.parametrize(("grader", "name"), CASES)
def test_fixture(grader: str, name: str, splits: dict[str, Path], tmp_path: Path) -> None:
    folder = FOLDERS[grader]
    expected = expectations(folder)[name]
    count = PERMUTATIONS if expected.get("kind") == "CERTIFICATION" else 0
    run = Run(tmp_path / "run", splits[grader], definition(folder), permutations=count)
    run.run_student(assemble(folder, name, tmp_path / "submission"))
    result = run.score(json.loads((folder / "anchors.json").read_text()))
    if "code" in expected:
        assert (result["status"], result["rejection"]["code"]) == ("REJECTED", expected["code"])
        return
    assert result["status"] == "SCORED", result["rejection"]
    check_scored(result, expected)


def check_scored(result: Json, expected: Json) -> None:
    gates = {gate["key"]: gate["status"] for gate in result["gates"]}
    assert result["passed"] == expected.get("passed", result["passed"])
    assert result["points"]["value"] <= expected.get("maxPoints", 100)
    assert expected.get("finding") in {None, *(finding["key"] for finding in result["findings"])}
    if "gate" in expected:
        assert gates[expected["gate"]["key"]] == expected["gate"]["status"]
    if "evades" in expected:
        assert gates[expected["evades"]] == "PASSED"
    if expected.get("gatesPass"):
        assert set(gates.values()) == {"PASSED"}
