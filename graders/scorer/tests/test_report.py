"""The leakage report: read strictly, scored as sets."""

import json
from pathlib import Path

import pytest

from holdout_scorer.binary_classification.report import LeakageReport, read_report
from holdout_scorer.binary_classification.spec import ReportLimits
from holdout_scorer.errors import RejectedError

LIMITS = ReportLimits(max_bytes=2000, max_columns=5, max_pairs=10)
LEAKING = ["calls", "file_no"]
PAIRS = [("t1", "s1"), ("t2", "s2")]


def report(tmp_path: Path, text: str) -> LeakageReport:
    path = tmp_path / "leakage_report.json"
    path.write_text(text)
    return read_report(path, LIMITS)


def test_the_score_is_the_mean_of_both_f1() -> None:
    full = LeakageReport(frozenset(LEAKING), frozenset(map(frozenset, PAIRS)))
    assert full.f1(LEAKING, PAIRS) == 1.0
    half = LeakageReport(frozenset(LEAKING), frozenset())
    assert half.f1(LEAKING, PAIRS) == 0.5


def test_pairs_count_in_either_order(tmp_path: Path) -> None:
    found = report(tmp_path, json.dumps({"columns": LEAKING, "duplicates": [["s1", "t1"], ["t2", "s2"]]}))
    assert found.f1(LEAKING, PAIRS) == 1.0


def test_a_missing_report_is_an_empty_one(tmp_path: Path) -> None:
    assert read_report(tmp_path / "none.json", LIMITS).f1(LEAKING, PAIRS) == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        "NaN",
        "[" * 900,
        '{"columns": "calls"}',
        '{"columns": [1]}',
        '{"duplicates": [["a"]]}',
        '{"duplicates": [["a", 2]]}',
        '{"columns": [], "other": 1}',
        json.dumps({"columns": [f"c{i}" for i in range(6)]}),
        json.dumps({"duplicates": [["a", "b"]] * 11}),
    ],
)
def test_malformed_reports_are_rejected(tmp_path: Path, text: str) -> None:
    with pytest.raises(RejectedError) as caught:
        report(tmp_path, text)
    assert caught.value.rejection.code == "REPORT_MALFORMED"
    assert caught.value.rejection.file == "leakage_report.json"


def test_a_large_report_is_rejected_before_it_is_read(tmp_path: Path) -> None:
    with pytest.raises(RejectedError) as caught:
        report(tmp_path, " " * 2001)
    assert caught.value.rejection.code == "FILE_TOO_LARGE"
