"""Datasets as authors have them: gaps, dates, any script, unseen levels, wide, tall; what cannot be cut."""

import csv
import gzip
import io
import json
import resource
import tarfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from calls_harness import GRADERS, command, merged

from holdout_scorer.cli import main

SECRET = "5e" * 32
Json = dict[str, Any]
TARGETS: dict[str, Json] = {
    "regression": {"column": "target"},
    "multiclass-classification": {"column": "target"},
    "binary-classification": {"column": "target", "positive": "yes"},
}


def assignment(template: str, **changes: Any) -> Json:
    defaults = yaml.safe_load((GRADERS / f"templates/{template}.yaml").read_text())
    own = {"slug": "mine", "version": 1, "template": template, "title": "Mine"}
    dataset = {"file": "data/table.csv", "target": TARGETS[template]}
    found: Json = merged(merged(defaults, own | {"dataset": dataset}), changes)
    return found


def outcome(template: str, row: int) -> str:
    return {
        "regression": str(row % 97 / 10),
        "multiclass-classification": "αβγ"[row % 3],
        "binary-classification": ("yes", "no")[row % 2],
    }[template]


def table(template: str, rows: int, columns: list[str], cell: Any) -> str:
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow([*columns, "target"])
    out.writerows([*(cell(row, name) for name in columns), outcome(template, row)] for row in range(rows))
    return text.getvalue()


def problems(root: Path, definition: Json, content: bytes, file: str = "table.csv") -> list[Json]:
    (root / "in/data").mkdir(parents=True, exist_ok=True)
    (root / "in/data" / file).write_bytes(content)
    (root / "in/assignment.json").write_text(json.dumps(definition))
    defaults = yaml.safe_load((GRADERS / f"templates/{definition['template']}.yaml").read_text())
    (root / "in/defaults.json").write_text(json.dumps(defaults))
    (root / "out").mkdir(exist_ok=True)
    assert main(["validate"], root) == 0
    found: list[Json] = json.loads((root / "out/problems.json").read_text())
    return found


def split(root: Path, definition: Json) -> tuple[dict[str, list[Json]], Json]:
    command(root, "split", {"secretHex": SECRET, "splitIndex": 0}, definition)
    parts = {}
    for name in ("public", "hidden"):
        with tarfile.open(root / f"out/bundle-{name}.tar") as bundle:
            for member in bundle.getmembers():
                if member.name.endswith(".csv") and (source := bundle.extractfile(member)):
                    parts[Path(member.name).name] = list(csv.DictReader(io.StringIO(source.read().decode())))
    return parts, json.loads((root / "out/split.json").read_text())


@pytest.mark.parametrize("template", TARGETS)
def test_missing_values_dates_and_any_script_reach_students_as_they_were(
    tmp_path: Path, template: str
) -> None:
    def cell(row: int, name: str) -> str:
        if name == "città":
            return ["Zürich", 'Łódź, "centrum"', "東京", "NA"][row % 4]
        if name == "sold_on":
            return f"2024-{row % 12 + 1:02d}-{row % 28 + 1:02d}"
        return "" if row % 5 == 0 else repr(row / 7)

    content = table(template, 400, ["città", "sold_on", "size"], cell).encode("utf-8-sig")
    definition = assignment(template)
    assert problems(tmp_path, definition, content) == []
    parts, report = split(tmp_path, definition)
    train = parts["train.csv"]
    assert {row["città"] for row in train} == {"Zürich", 'Łódź, "centrum"', "東京", ""}
    assert "" in {row["size"] for row in train}
    assert sum(part["rows"] for part in report["parts"].values()) == 400
    kinds = {row["column"]: row["type"] for row in parts["data_dictionary.csv"]}
    assert kinds["size"] == "number"
    assert kinds["città"] != "number"


@pytest.mark.parametrize("template", TARGETS)
def test_levels_that_train_lacks_are_counted_for_the_author(tmp_path: Path, template: str) -> None:
    content = table(
        template, 600, ["code", "x"], lambda row, name: f"only-{row}" if name == "code" else str(row)
    )
    definition = assignment(template)
    assert problems(tmp_path, definition, content.encode()) == []
    _, report = split(tmp_path, definition)
    drift = {entry["column"]: entry for entry in report["drift"]}
    assert drift["code"]["unseenLevels"] == report["parts"]["PRIVATE_TEST"]["rows"]
    assert drift["x"]["size"] < 0.2


def test_a_gzip_file_is_read_and_one_that_is_none_is_named(tmp_path: Path) -> None:
    definition = assignment("regression", dataset={"file": "data/table.csv.gz"})
    content = table("regression", 200, ["x"], lambda row, _: str(row)).encode()
    assert problems(tmp_path, definition, gzip.compress(content), "table.csv.gz") == []
    [broken] = problems(tmp_path, definition, content, "table.csv.gz")
    assert "cannot be read as gzip" in broken["message"]


@pytest.mark.parametrize("template", TARGETS)
def test_a_thousand_columns_can_be_split(tmp_path: Path, template: str) -> None:
    columns = [f"c{number}" for number in range(1000)]
    content = table(template, 300, columns, lambda row, name: str((row * 31 + int(name[1:])) % 1009))
    definition = assignment(template)
    assert problems(tmp_path, definition, content.encode()) == []
    parts, _ = split(tmp_path, definition)
    assert len(parts["train.csv"][0]) == 1002


@pytest.mark.long
@pytest.mark.parametrize("template", TARGETS)
def test_a_million_rows_can_be_split_within_the_memory_of_its_container(
    tmp_path: Path, template: str
) -> None:
    columns = ["a", "b", "c", "d", "level", "day"]

    def cell(row: int, name: str) -> str:
        if name == "level":
            return f"level-{row % 50}"
        if name == "day":
            return f"2023-{row % 12 + 1:02d}-{row % 28 + 1:02d}"
        return str((row * 7919 + ord(name)) % 1_000_003)

    (tmp_path / "in/data").mkdir(parents=True)
    (tmp_path / "in/data/table.csv").write_text(table(template, 1_000_000, columns, cell))
    command(tmp_path, "split", {"secretHex": SECRET, "splitIndex": 0}, assignment(template))
    report = json.loads((tmp_path / "out/split.json").read_text())
    assert report["parts"]["TRAIN"]["rows"] == 978_000
    assert report["parts"]["PRIVATE_TEST"]["rows"] == 14_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < 1536 * 2**20


@pytest.mark.parametrize("template", TARGETS)
def test_what_is_wrong_is_told_all_at_once(tmp_path: Path, template: str) -> None:
    changes = {
        "dataset": {"id": "numbr", "group": "street"},
        "metrics": [
            {"name": "aucc", "label": "x", "direction": "HIGHER", "bound": 1, "unit": "", "graded": False}
        ],
        "bootstrap": {"resamples": 3},
    }
    content = table(template, 200, ["number", "x"], lambda row, _: str(row)).encode()
    found = problems(tmp_path, assignment(template, **changes), content)
    told = {entry["path"]: entry for entry in found}
    assert "bootstrap.resamples" in told
    assert told["dataset.id"]["suggestion"] == "Did you mean `number`?"
    assert "dataset.group" in told
    assert any(path.startswith("metrics[") for path in told)


@pytest.mark.parametrize(
    ("template", "changes", "cell", "words"),
    [
        ("regression", {"split": {"rule": "temporal"}, "dataset": {"time": "x"}}, "2024-01-01", "same time"),
        (
            "binary-classification",
            {"split": {"rule": "group"}, "dataset": {"group": "x"}},
            "one",
            "has 1 value;",
        ),
        (
            "binary-classification",
            {"dataset": {"target": {"positive": "maybe"}}},
            None,
            "has the outcome `maybe`",
        ),
        ("binary-classification", {"split": {"privateRows": 900}}, None, "to train on"),
    ],
)
def test_a_table_that_cannot_be_cut_says_why(
    tmp_path: Path, template: str, changes: Json, cell: str | None, words: str
) -> None:
    columns = ["x", "y"]
    content = table(template, 400, columns, lambda row, name: cell if cell and name == "x" else str(row))
    [problem] = problems(tmp_path, assignment(template, **changes), content.encode())
    assert words in problem["message"]
    assert problem["suggestion"]


def test_ties_in_time_stay_together_or_say_that_they_cannot(tmp_path: Path) -> None:
    rule: Json = {"split": {"rule": "temporal"}, "dataset": {"time": "week"}}
    definition = assignment("regression", **rule)
    weeks = table(
        "regression", 520, ["week", "x"], lambda row, name: str(row // 10) if name == "week" else str(row)
    )
    assert problems(tmp_path, definition, weeks.encode()) == []
    parts, _ = split(tmp_path, definition)
    newest = max(int(row["week"]) for row in parts["train.csv"])
    assert newest < min(int(row["week"]) for row in parts["private_test.csv"])
    halves = table(
        "regression", 520, ["week", "x"], lambda row, name: str(row // 173) if name == "week" else str(row)
    )
    [problem] = problems(tmp_path, definition, halves.encode())
    assert "Ties in time: 173 rows share one time" in problem["message"]


@pytest.mark.parametrize("rule", ["group", "temporal"])
def test_binary_tables_can_be_cut_by_group_and_by_time(tmp_path: Path, rule: str) -> None:
    key = {"group": "group", "temporal": "time"}[rule]
    definition = assignment("binary-classification", split={"rule": rule}, dataset={key: "who"})
    content = table(
        "binary-classification",
        600,
        ["who", "x"],
        lambda row, name: str(row // 4) if name == "who" else str(row),
    )
    assert problems(tmp_path, definition, content.encode()) == []
    parts, _ = split(tmp_path, definition)
    if rule == "group":
        assert "who" not in parts["train.csv"][0]
        assert len({row["unit"] for row in parts["private_test.csv"]}) < len(parts["private_test.csv"])
    else:
        assert max(int(r["who"]) for r in parts["train.csv"]) < min(
            int(r["who"]) for r in parts["private_test.csv"]
        )


def test_lines_at_fault_are_named_with_their_column(tmp_path: Path) -> None:
    content = "x,target\n" + "".join(f"{row},{row}\n" for row in range(200)) + "1,two\n2,\n3,inf\n"
    found = problems(tmp_path, assignment("regression"), content.encode())
    assert [(entry["file"], entry["line"], entry["column"]) for entry in found] == [
        ("data/table.csv", 202, "target"),
        ("data/table.csv", 204, "target"),
    ]
