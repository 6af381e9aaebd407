"""The student's `leakage_report.json`: columns that leak, and pairs of rows that are one applicant."""

import json
from dataclasses import dataclass
from pathlib import Path

from holdout_scorer.binary_classification.spec import ReportLimits
from holdout_scorer.errors import RejectedError, Rejection
from holdout_scorer.metrics.sets import f1

FILE = "leakage_report.json"


@dataclass(frozen=True)
class LeakageReport:
    """`pairs` are unordered: (train, sample) and (sample, train) are the same finding."""

    columns: frozenset[str]
    pairs: frozenset[frozenset[str]]

    def f1(self, leaking: list[str], duplicates: list[tuple[str, str]]) -> float:
        """Mean of the F1 of columns and the F1 of pairs, so that neither task dominates the other."""
        true_pairs = {frozenset(pair) for pair in duplicates}
        return (f1(self.columns, leaking) + f1(self.pairs, true_pairs)) / 2.0


def read_report(path: Path, limits: ReportLimits) -> LeakageReport:
    """Raises RejectedError when the report breaks a rule. A missing file is an empty report."""
    if not path.is_file():
        return LeakageReport(frozenset(), frozenset())
    if path.stat().st_size > limits.max_bytes:
        raise _rejected("FILE_TOO_LARGE", f"the file may have at most {limits.max_bytes:,} bytes")
    try:
        value = json.loads(path.read_bytes().decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _rejected("REPORT_MALFORMED", "the file must be JSON in UTF-8") from error
    if not isinstance(value, dict) or not set(value) <= {"columns", "duplicates"}:
        raise _rejected("REPORT_MALFORMED", "the file holds one object with `columns` and `duplicates` only")
    columns, pairs = value.get("columns", []), value.get("duplicates", [])
    if not isinstance(columns, list) or not all(isinstance(name, str) for name in columns):
        raise _rejected("REPORT_MALFORMED", "`columns` is a list of column names")
    if not isinstance(pairs, list) or not all(_is_pair(pair) for pair in pairs):
        raise _rejected("REPORT_MALFORMED", "`duplicates` is a list of pairs of two ids")
    if len(columns) > limits.max_columns or len(pairs) > limits.max_pairs:
        rule = f"at most {limits.max_columns} columns and {limits.max_pairs} pairs may be named"
        raise _rejected("REPORT_MALFORMED", rule)
    return LeakageReport(frozenset(columns), frozenset(frozenset(pair) for pair in pairs))


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(item, str) for item in value)


def _rejected(code: str, rule: str) -> RejectedError:
    return RejectedError(Rejection(code, f"{FILE}: {rule}.", FILE, None, rule))
