"""Every malformed prediction file is turned down with its code and line, and none of its text comes back."""

from pathlib import Path

import pytest

from holdout_scorer.binary_classification.predictions import read_predictions
from holdout_scorer.errors import RejectedError

COLUMNS = ("id", "probability", "decision")
IDS = ("a1", "b2", "c3")
GOOD = "id,probability,decision\na1,0.1,0\nb2,0.9,1\nc3,0.5,1\n"


def read(tmp_path: Path, content: bytes) -> dict[str, tuple[float, int]]:
    path = tmp_path / "predictions.csv"
    path.write_bytes(content)
    found = read_predictions(path, "predictions.csv", COLUMNS, 1000, IDS)
    return {name: (item.probability, item.decision) for name, item in found.items()}


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        GOOD.replace("\n", "\r\n"),
        "\ufeff" + GOOD,
        GOOD.rstrip("\n"),
        'id,probability,decision\n"c3","0.5","1.0"\na1,1e-1,0.0\nb2,.9,1\n',
    ],
)
def test_plain_csv_in_any_order_is_read(tmp_path: Path, content: str) -> None:
    assert read(tmp_path, content.encode()) == {"a1": (0.1, 0), "b2": (0.9, 1), "c3": (0.5, 1)}


CELL = "id,probability,decision\na1,0.1,0\nb2,{},1\nc3,0.5,1\n"
DECISION = "id,probability,decision\na1,0.1,0\nb2,0.9,{}\nc3,0.5,1\n"
MALFORMED = [
    ("NaN", CELL.format("nan"), "NOT_A_NUMBER", 3),
    ("empty cell", CELL.format(""), "NOT_A_NUMBER", 3),
    ("word", CELL.format("high"), "NOT_A_NUMBER", 3),
    ("underscores", CELL.format("0_1"), "NOT_A_NUMBER", 3),
    ("other digits", CELL.format("\u0660.\u0665"), "NOT_A_NUMBER", 3),
    ("spaces", CELL.format(" 0.5"), "NOT_A_NUMBER", 3),
    ("hexadecimal", CELL.format("0x1"), "NOT_A_NUMBER", 3),
    ("inf", CELL.format("inf"), "NOT_FINITE", 3),
    ("minus infinity", CELL.format("-Infinity"), "NOT_FINITE", 3),
    ("overflow", CELL.format("1e999"), "NOT_FINITE", 3),
    ("above one", CELL.format("1.0000001"), "OUT_OF_RANGE", 3),
    ("below zero", CELL.format("-1e-9"), "OUT_OF_RANGE", 3),
    ("decision two", DECISION.format("2"), "DECISION_VALUE", 3),
    ("decision empty", DECISION.format(""), "DECISION_VALUE", 3),
    ("decision true", DECISION.format("True"), "DECISION_VALUE", 3),
    ("wrong header", GOOD.replace("probability", "score"), "COLUMNS", 1),
    ("header order", GOOD.replace("id,probability", "probability,id", 1), "COLUMNS", 1),
    ("no header", GOOD.split("\n", 1)[1], "COLUMNS", 1),
    ("empty file", "", "COLUMNS", 1),
    ("extra cell", CELL.format("0.2,7"), "COLUMNS", 3),
    ("missing cell", "id,probability,decision\na1,0.1\n", "COLUMNS", 2),
    ("blank line", GOOD.replace("b2", "\nb2", 1), "COLUMNS", 3),
    ("open quote", CELL.format('"0.9'), "COLUMNS", None),
    ("header only", "id,probability,decision\n", "ROW_COUNT", None),
    ("short", GOOD.rsplit("c3", 1)[0], "MISSING_IDS", None),
    ("foreign id", GOOD.replace("b2", "zz"), "EXTRA_IDS", 3),
    ("long", GOOD + "d4,0.5,1\n", "EXTRA_IDS", 5),
    ("duplicate id", GOOD + "a1,0.1,0\n", "DUPLICATE_IDS", 5),
    ("NUL byte", CELL.format("0.9\0"), "ENCODING", 3),
    ("too large", GOOD + "x" * 2000, "FILE_TOO_LARGE", None),
]


@pytest.mark.parametrize(
    ("content", "code", "line"), [case[1:] for case in MALFORMED], ids=[c[0] for c in MALFORMED]
)
def test_malformed_files_are_rejected(tmp_path: Path, content: str, code: str, line: int | None) -> None:
    with pytest.raises(RejectedError) as caught:
        read(tmp_path, content.encode())
    rejection = caught.value.rejection
    assert rejection.code == code
    assert rejection.file == "predictions.csv"
    if line is not None:
        assert rejection.row == line
    assert rejection.rule in rejection.message


def test_bytes_that_are_not_utf8_are_rejected_with_their_line(tmp_path: Path) -> None:
    with pytest.raises(RejectedError) as caught:
        read(tmp_path, GOOD.encode() + b"caf\xe9,0.5,1\n")
    assert (caught.value.rejection.code, caught.value.rejection.row) == ("ENCODING", 5)


@pytest.mark.parametrize("cell", ["Alice, 34", "SECRET", "12345678"])
def test_no_text_of_the_file_is_repeated(tmp_path: Path, cell: str) -> None:
    for content in (CELL.format(cell), GOOD.replace("b2", cell), DECISION.format(cell), cell + GOOD):
        with pytest.raises(RejectedError) as caught:
            read(tmp_path, content.encode())
        assert cell.split(",")[0] not in str(vars(caught.value.rejection))
