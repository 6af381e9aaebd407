"""Assignments made of a dataset and a target alone, from scikit-learn's bundled data, end to end."""

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from calls_harness import GRADERS, Run, make_split, merged
from sklearn import datasets

from holdout_scorer.cli import main

SECRET = "5e" * 32
Json = dict[str, Any]

TRAIN = """
import csv, json, sys
from pathlib import Path
rows = list(csv.DictReader(open(Path(sys.argv[1]) / "train.csv")))
(Path(sys.argv[2]) / "model.json").write_text(json.dumps(rows))
"""
# Nearest neighbours on ranks-free scaled numbers: simple, deterministic and really learning from train.csv.
PREDICT = """
import csv, json, sys
from pathlib import Path
import numpy as np
rows = json.loads((Path(sys.argv[1]) / "model.json").read_text())
asked = list(csv.DictReader(open(sys.argv[2])))
names = [n for n in asked[0] if n != "id"]
def table(of):
    return np.array([[float(r[n] or 0) for n in names] for r in of])
x, q = table(rows), table(asked)
mean, spread = x.mean(0), x.std(0) + 1e-9
x, q = (x - mean) / spread, (q - mean) / spread
y = [r["target"] for r in rows]
classes = sorted(set(y)) if KIND == "multiclass" else None
with open(sys.argv[3], "w", newline="") as f:
    out = csv.writer(f, lineterminator="\\n")
    out.writerow(["id", *(f"p_{c}" for c in classes)] if classes else ["id", "prediction"])
    for row, point in zip(asked, q):
        near = np.argsort(((x - point) ** 2).sum(1), kind="stable")[:9]
        if classes:
            share = [(sum(y[i] == c for i in near) + 0.2) / (9 + 0.2 * len(classes)) for c in classes]
            out.writerow([row["id"], *share])
        else:
            out.writerow([row["id"], SPOIL(np.mean([float(y[i]) for i in near]), row["id"])])
"""


def assignment(template: str, **changes: Any) -> Json:
    defaults = yaml.safe_load((GRADERS / f"templates/{template}.yaml").read_text())
    own = {"slug": "mine", "version": 1, "template": template, "title": "Mine"}
    dataset = {"file": "data/table.csv", "target": {"column": "target"}}
    found: Json = merged(merged(defaults, own | {"dataset": dataset}), changes)
    return found


def write_table(folder: Path, name: str) -> Path:
    bunch = getattr(datasets, f"load_{name}")()
    names = [f"c{i}" for i in range(bunch.data.shape[1])]
    target = [str(bunch.target_names[t]) if name != "diabetes" else str(t) for t in bunch.target]
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "table.csv").open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow([*names, "target"])
        out.writerows([*map(repr, map(float, row)), t] for row, t in zip(bunch.data, target, strict=True))
    return folder


def submission(folder: Path, kind: str, spoil: str = "lambda value, name: value") -> Path:
    folder.mkdir()
    (folder / "train.py").write_text(TRAIN)
    (folder / "predict.py").write_text(f"KIND = {kind!r}\nSPOIL = {spoil}\n{PREDICT}")
    (folder / "holdout.toml").write_text(
        '[project]\nassignment = "mine"\n[commands]\ntrain = "python train.py {data} {model}"\n'
        'predict = "python predict.py {model} {features} {predictions}"\n'
    )
    return folder


def anchors(definition: Json) -> Json:
    scale = {"LOWER": (1.0, 0.5, 0.3), "HIGHER": (0.0, 0.5, 0.8)}
    made = {}
    for metric in definition["metrics"]:
        naive, simple, strong = (
            v * (80 if metric["name"] in ("mae", "rmse") else 1) for v in scale[metric["direction"]]
        )
        made[metric["name"]] = {"naive": naive, "simple": simple, "strong": strong, "gap": {"low": 0.1}}
    return {"schema": "holdout.anchors/1", "metrics": made}


def graded(
    tmp_path: Path, template: str, table: str, permutations: int = 0, spoil: str = "", **changes: Any
) -> Json:
    kind = "regression" if template == "regression" else "multiclass"
    chosen = assignment(template, **changes)
    split = make_split(tmp_path / "split", chosen, write_table(tmp_path / "data", table), SECRET)
    run = Run(tmp_path / "run", split, chosen, permutations=permutations)
    run.run_student(submission(tmp_path / "student", kind, *([spoil] if spoil else [])), in_process=True)
    return run.score(anchors(chosen))


@pytest.mark.parametrize(
    ("template", "table"),
    [
        ("multiclass-classification", "iris"),
        ("multiclass-classification", "wine"),
        ("multiclass-classification", "breast_cancer"),
        ("regression", "diabetes"),
    ],
)
def test_a_dataset_and_a_target_make_an_assignment(tmp_path: Path, template: str, table: str) -> None:
    result = graded(tmp_path, template, table, permutations=2)
    assert result["status"] == "SCORED", result["rejection"]
    values = {metric["name"]: metric for metric in result["metrics"]}
    assert values["skill"]["value"] > 0.2
    assert all(metric["low"] <= metric["value"] <= metric["high"] for metric in values.values())
    assert {gate["key"]: gate["status"] for gate in result["gates"]} == {
        "row-independence": "PASSED",
        "row-lookup": "PASSED",
        "embedded-answers": "PASSED",
        "same-result": "PASSED",
    }
    assert result["points"]["value"] > 0


def test_a_probe_never_has_as_many_rows_as_are_judged(tmp_path: Path) -> None:
    chosen = assignment("regression")
    split = make_split(tmp_path / "split", chosen, write_table(tmp_path / "data", "diabetes"), SECRET)
    for part in ("PUBLIC_TEST", "PRIVATE_TEST"):
        plan = Run(tmp_path / part, split, chosen, part).inputs / "plan"
        rows = {
            call: len((plan / call / "features.csv").read_text().splitlines()) for call in ("hidden", "probe")
        }
        assert 1 < rows["probe"] < rows["hidden"]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        ("lambda v, n: 'nan'", "NOT_A_NUMBER"),
        ("lambda v, n: 'inf'", "NOT_FINITE"),
        ("lambda v, n: '1e200'", "NOT_FINITE"),
        ("lambda v, n: ''", "NOT_A_NUMBER"),
    ],
)
def test_what_is_no_number_is_rejected(tmp_path: Path, spoil: str, code: str) -> None:
    result = graded(tmp_path, "regression", "diabetes", spoil=spoil)
    assert (result["status"], result["rejection"]["code"]) == ("REJECTED", code)


def test_a_prediction_that_depends_on_the_id_is_found(tmp_path: Path) -> None:
    result = graded(tmp_path, "regression", "diabetes", spoil="lambda v, n: v + int(n, 16) % 7")
    assert {gate["key"]: gate["status"] for gate in result["gates"]}["row-independence"] == "FAILED"


def test_a_training_that_cannot_be_repeated_caps_the_points(tmp_path: Path) -> None:
    chosen = assignment("regression")
    split = make_split(tmp_path / "split", chosen, write_table(tmp_path / "data", "diabetes"), SECRET)
    run = Run(tmp_path / "run", split, chosen, permutations=2)
    student = submission(tmp_path / "student", "regression")
    program = TRAIN.replace("import csv, json, sys", "import csv, json, random, sys")
    (student / "train.py").write_text(
        program.replace("json.dumps(rows)", "json.dumps(random.sample(rows, 150))")
    )
    run.run_student(student, in_process=True)
    result = run.score(anchors(chosen))
    gate = next(gate for gate in result["gates"] if gate["key"] == "same-result")
    assert gate["status"] == "CAPPED"
    assert gate["value"] > 0.5
    assert "seed" in gate["message"]


def test_groups_stay_together_and_the_newest_rows_are_judged(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    for rule in ("group", "temporal"):
        data = tmp_path / rule / "data"
        data.mkdir(parents=True)
        rows = [
            f"{rng.normal():.4f},g{i % 40},2024-01-01T00:{i // 60:02d}:{i % 60:02d},é{i % 3},{i}"
            for i in range(600)
        ]
        (data / "table.csv").write_text("X,Group,when,word,target\n" + "\n".join(rows) + "\n")
        chosen = assignment(
            "regression", dataset={"group": "group", "time": "when"}, split={"rule": rule, "by": ["target"]}
        )
        split = make_split(tmp_path / rule / "split", chosen, data, SECRET)
        train = list(csv.DictReader((split / "public/data/train.csv").open(encoding="utf-8")))
        judged = list(csv.DictReader((split / "hidden/private_test.csv").open(encoding="utf-8")))
        if rule == "group":
            learned = {int(row["target"]) % 40 for row in train}
            assert learned.isdisjoint(int(row["label"]) % 40 for row in judged)
            assert "group" not in train[0]
        else:
            assert max(row["when"] for row in train) < min(row["when"] for row in judged)


def found(tmp_path: Path, table: str, **changes: Any) -> list[Json]:
    root = tmp_path / "check"
    (root / "in/data").mkdir(parents=True)
    (root / "out").mkdir()
    (root / "in/data/table.csv").write_text(table)
    (root / "in/assignment.json").write_text(json.dumps(assignment("multiclass-classification", **changes)))
    assert main(["validate"], root) == 0
    problems: list[Json] = json.loads((root / "out/problems.json").read_text())
    return problems


GOOD = "a,b,target\n" + "".join(f"{i},{i * i % 7},{'xyz'[i % 3]}\n" for i in range(300))


def test_a_sound_assignment_has_no_problems(tmp_path: Path) -> None:
    assert found(tmp_path, GOOD) == []


def test_every_mistake_is_told_with_its_path_and_a_suggestion(tmp_path: Path) -> None:
    problems = found(
        tmp_path,
        GOOD,
        dataset={"target": {"column": "tarket"}},
        metrics=[{"name": "macroF11", "label": "x", "direction": "HIGHER", "bound": 1, "graded": False}],
    )
    assert [(p["path"], p["suggestion"]) for p in problems] == [
        ("metrics[7].name", "Did you mean `macroF1`?"),
        ("dataset.target.column", "Did you mean `target`?"),
    ]


@pytest.mark.parametrize(
    ("table", "changes", "words"),
    [
        (GOOD + "1.5,1,rare\n", {}, "Class `rare` has 1 rows"),
        ("a,b,target\n" + "1,2,x\n" * 40, {}, "leave 0 of 1"),
        (GOOD, {"split": {"rule": "temporal"}, "dataset": {"time": "target"}}, "neither a number nor an ISO"),
        (GOOD, {"split": {"rule": "group"}, "dataset": {"group": "target"}}, "3 values; four parts need"),
        (GOOD + "1,2\n", {}, "line 302 has 2 cells, not 3"),
    ],
)
def test_data_that_cannot_be_cut_says_why(tmp_path: Path, table: str, changes: Json, words: str) -> None:
    problem, *_ = found(tmp_path, table, **changes)
    assert words in problem["message"]
