"""Every hostile and every odd-but-honest submission ends as its expectations say."""

from pathlib import Path

import pytest
from fixture_files import assemble, expectations
from harness import ASSIGNMENT, Json, Split, grade, shipped_anchors

FIXTURES = ASSIGNMENT / "fixtures"
EXPECTED = expectations(ASSIGNMENT)
PERMUTATIONS = 5
# One of each kind stands for the rest where time is short: malformed file and report, finding.
# One that fails a gate runs on the platform, and honest ones are what test_score is about.
SHORT = frozenset({"rejected/nan", "rejected/report-nested", "rejected/size-sniffer"})
CASES = [pytest.param(name, marks=() if name in SHORT else pytest.mark.long) for name in EXPECTED]


def test_every_fixture_has_an_expectation() -> None:
    folders = {
        f"{kind}/{path.name}" for kind in ("accepted", "rejected") for path in (FIXTURES / kind).iterdir()
    }
    assert folders == set(EXPECTED)


@pytest.mark.parametrize("name", CASES)
def test_fixture(name: str, split: Split, tmp_path: Path) -> None:
    expected = EXPECTED[name]
    submission = assemble(ASSIGNMENT, name, tmp_path / "submission")
    certification = expected.get("kind") == "CERTIFICATION"
    options = {"permutations": PERMUTATIONS} if certification else {"part": "PUBLIC_TEST"}
    result = grade(tmp_path / "run", split, submission, shipped_anchors(), **options)
    if "code" in expected:
        assert (result["status"], result["rejection"]["code"]) == ("REJECTED", expected["code"])
        return
    assert result["status"] == "SCORED"
    check_scored(result, expected)


def check_scored(result: Json, expected: Json) -> None:
    gates = {gate["key"]: gate["status"] for gate in result["gates"]}
    metrics = {metric["name"]: metric["value"] for metric in result["metrics"]}
    if "passed" in expected:
        assert result["passed"] == expected["passed"]
    if "gate" in expected:
        assert gates[expected["gate"]["key"]] == expected["gate"]["status"]
    if "finding" in expected:
        assert expected["finding"] in {finding["key"] for finding in result["findings"]}
    if "metric" in expected:
        assert metrics[expected["metric"]["name"]] <= expected["metric"]["max"]
    if "evades" in expected:
        assert gates[expected["evades"]] == "PASSED"
    if expected.get("gatesPass"):
        # Fairness is about the decisions of these plain models, not about how they write files.
        assert {status for key, status in gates.items() if key != "fairness"} == {"PASSED"}
    assert result["points"]["value"] <= expected.get("maxPoints", 100)
