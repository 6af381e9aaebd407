"""The plan: fresh ids and order in every run, no labels, permuted labels that say nothing."""

import csv
import json
from pathlib import Path

import pytest
from harness import Grading, Json, Split, run_command

OTHER_SALT = "b8" * 32


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text().splitlines()))


def features(run: Grading, call: str) -> list[dict[str, str]]:
    return rows(run.root / "in/plan" / call / "features.csv")


@pytest.fixture(scope="module")
def certification(split: Split, tmp_path_factory: pytest.TempPathFactory) -> Grading:
    return Grading(tmp_path_factory.mktemp("plan") / "run", split, permutations=2)


def test_ids_and_order_are_new_in_every_run(split: Split, certification: Grading, tmp_path: Path) -> None:
    other = Grading(tmp_path / "run", split, permutations=2, salt=OTHER_SALT)
    for call in ("sample", "hidden", "probe"):
        first = [row["id"] for row in features(certification, call)]
        second = [row["id"] for row in features(other, call)]
        assert set(first).isdisjoint(second)
    without_ids = [
        [{k: v for k, v in row.items() if k != "id"} for row in features(r, "hidden")]
        for r in (certification, other)
    ]
    assert without_ids[0] != without_ids[1]
    key = str
    assert sorted(map(key, without_ids[0])) == sorted(map(key, without_ids[1]))


def test_the_same_salt_repeats_a_run(split: Split, certification: Grading, tmp_path: Path) -> None:
    again = Grading(tmp_path / "run", split, permutations=2)
    assert (again.root / "out/calls.tar").read_bytes() == (certification.root / "out/calls.tar").read_bytes()


def test_no_call_shares_ids_with_another_or_with_the_data(certification: Grading, split: Split) -> None:
    ids = {
        call: {row["id"] for row in features(certification, call)} for call in ("sample", "hidden", "probe")
    }
    public = {row["id"] for name in ("train", "sample") for row in rows(split.public / f"data/{name}.csv")}
    keys = {row["key"] for row in rows(split.hidden / "private_test.csv")}
    for call, found in ids.items():
        assert found.isdisjoint(public | keys)
        assert all(found.isdisjoint(other) for name, other in ids.items() if name != call)


def test_calls_hold_no_label_and_no_mark(certification: Grading) -> None:
    for call in ("sample", "hidden", "probe"):
        assert {"label", "default", "key", "contaminated"}.isdisjoint(features(certification, call)[0])


def test_only_the_sample_is_visible(certification: Grading) -> None:
    visible = {call["name"]: call["visible"] for call in certification.calls["calls"]}
    assert {name for name, shown in visible.items() if shown} == {"sample"}
    assert {"hidden", "probe", "permuted-1", "permuted-1-predict"} < set(visible)


def test_failing_on_hidden_rows_is_no_mere_probe(certification: Grading) -> None:
    probes = {call["name"]: call["probe"] for call in certification.calls["calls"]}
    assert not probes["hidden"]
    assert not probes["sample"]
    assert probes["probe"]
    assert probes["permuted-2"]


def test_trainings_have_the_whole_data_folder_with_shuffled_labels(
    certification: Grading, split: Split
) -> None:
    again, *trainings = (call for call in certification.calls["calls"] if call["phase"] == "TRAIN")
    assert (again["name"], again["data"]) == ("again", "public")
    assert [training["name"] for training in trainings] == ["permuted-1", "permuted-2"]
    names = {path.name for path in (certification.root / "in/plan/permuted-1/data").iterdir()}
    assert names == {path.name for path in (split.public / "data").iterdir()}
    original = rows(split.public / "data/train.csv")
    shuffled = [rows(certification.root / f"in/plan/{t['name']}/data/train.csv") for t in trainings]
    labels = [[row["default"] for row in table] for table in (original, *shuffled)]
    assert sorted(labels[0]) == sorted(labels[1]) == sorted(labels[2])
    assert labels[0] != labels[1] != labels[2]
    for table in shuffled:
        same = sum(a["default"] == b["default"] for a, b in zip(original, table, strict=True)) / len(table)
        assert 0.5 < same < 0.7
        assert [row["id"] for row in table] == [row["id"] for row in original]


def test_practice_has_no_trainings(split: Split, tmp_path: Path) -> None:
    calls = Grading(tmp_path / "run", split, part="PUBLIC_TEST").calls["calls"]
    assert [call["name"] for call in calls] == ["sample", "hidden", "probe"]


def test_perturbed_rows_stay_close(certification: Grading) -> None:
    secret: Json = json.loads((certification.root / "out/secret.json").read_text())["calls"]
    hidden = {secret["hidden"][row["id"]]["key"]: row for row in features(certification, "hidden")}
    kinds = []
    for row in features(certification, "probe"):
        meaning = secret["probe"][row["id"]]
        kinds.append(meaning["kind"])
        if meaning["kind"] == "perturbed":
            original = hidden[meaning["key"]]
            assert row["home"] == original["home"]
            for name in ("income", "amount", "price"):
                if original[name]:
                    assert (
                        abs(float(row[name]) - float(original[name])) <= 0.01 * float(original[name]) + 0.51
                    )
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "twin": 300,
        "perturbed": 200,
        "as-train": 250,
    }


def test_a_student_can_plan_the_sample_without_the_hidden_bundle(split: Split, tmp_path: Path) -> None:
    run = Grading(tmp_path / "run", split, part="SAMPLE")
    assert [call["name"] for call in run.calls["calls"]] == ["sample", "probe"]


def test_a_short_salt_is_refused(split: Split, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/public").symlink_to(split.public)
    (tmp_path / "in/hidden").symlink_to(split.hidden)
    job = {"kind": "PRACTICE", "split": "PUBLIC_TEST", "saltHex": "ab", "permutations": 0}
    assert run_command(tmp_path, "plan", job) == 2
    assert "16 bytes" in json.loads((tmp_path / "out/error.json").read_text())["message"]
