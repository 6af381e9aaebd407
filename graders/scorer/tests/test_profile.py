"""What an author is told of a table before anything was said about it."""

import io
import json
from pathlib import Path
from typing import Any

import numpy as np

from holdout_scorer.cli import main

Json = dict[str, Any]
ROWS = 400


def profiled(root: Path, content: str | bytes, file: str = "table.csv") -> Json:
    (root / "in/data").mkdir(parents=True)
    (root / "out").mkdir()
    (root / "in/data" / file).write_bytes(content.encode() if isinstance(content, str) else content)
    (root / "in/assignment.json").write_text(json.dumps({"dataset": {"file": f"data/{file}"}}))
    assert main(["profile"], root) == 0
    found: Json = json.loads((root / "out/profile.json").read_text())
    return found


def loans() -> str:
    generator = np.random.default_rng(3)
    income = generator.normal(size=ROWS)
    late = income + generator.normal(size=ROWS) < -1
    lines = ["loan,applied,income,region,calls,late"]
    for row in range(ROWS):
        income_cell = "" if row % 10 == 0 else f"{income[row]:.3f}"
        calls = generator.integers(1, 9) if late[row] else 0
        region = ("north", "south")[row % 2]
        lines.append(
            f"L{row},2024-01-{row % 28 + 1:02},{income_cell},{region},{calls},{'yes' if late[row] else 'no'}"
        )
    return "\n".join([*lines, lines[1]]) + "\n"


def test_every_column_is_told_with_what_is_missing_and_how_it_is_spread(tmp_path: Path) -> None:
    table = profiled(tmp_path, loans())["table"]
    columns = {column["name"]: column for column in table["columns"]}
    assert (table["rows"], table["copies"], table["columnCount"]) == (ROWS + 1, 1, 6)
    assert {name: column["kind"] for name, column in columns.items()} == {
        "loan": "TEXT",
        "applied": "TIME",
        "income": "NUMBER",
        "region": "TEXT",
        "calls": "NUMBER",
        "late": "TEXT",
    }
    assert columns["income"]["missing"] == 41
    assert sum(each["count"] for each in columns["income"]["bins"]) == ROWS - 40
    assert columns["loan"]["distinct"] == ROWS
    assert {each["label"] for each in columns["late"]["bins"]} == {"yes", "no"}
    assert (columns["calls"]["isWhole"], columns["income"]["isWhole"]) == (True, False)


def test_a_column_that_alone_tells_an_outcome_is_named(tmp_path: Path) -> None:
    table = profiled(tmp_path, loans())["table"]
    assert table["comparedTargets"][0] == "late"
    told = {(each["column"], each["target"]) for each in table["determined"]}
    assert ("calls", "late") in told
    assert ("income", "late") not in told


def test_a_table_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    found = profiled(tmp_path, "a,b\n1,2\n3\n")
    assert found["table"] is None
    assert (found["problems"][0]["line"], found["problems"][0]["file"]) == (3, "data/table.csv")


def npz(**arrays: Any) -> bytes:
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    return buffer.getvalue()


def test_images_are_told_by_their_size_copies_and_what_may_be_their_labels(tmp_path: Path) -> None:
    pictures = np.arange(12 * 8 * 9, dtype=np.int64).reshape(12, 8, 9).astype(np.uint8)
    pictures[11] = pictures[0]
    labels = np.array(["cat", "dog", "cat"] * 4)
    content = npz(pictures=pictures, labels=labels, camera=np.arange(12), weights=np.zeros(12))
    table = profiled(tmp_path, content, "pets.npz")["table"]
    assert table["images"] == {"array": "pictures", "height": 8, "width": 9, "channels": 1}
    copies = 12 - len({image.tobytes() for image in pictures})
    assert (table["rows"], table["copies"]) == (12, copies)
    assert [column["name"] for column in table["columns"]] == ["camera", "labels"]
    assert {each["label"]: each["count"] for each in table["columns"][-1]["bins"]} == {"cat": 8, "dog": 4}


def test_an_npz_without_images_says_what_it_holds(tmp_path: Path) -> None:
    found = profiled(tmp_path, npz(x=np.zeros((4, 8, 8))), "floats.npz")
    assert found["table"] is None
    assert "x (float64, (4, 8, 8))" in found["problems"][0]["message"]
