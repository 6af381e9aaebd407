"""The split: exact sizes, disjoint parts, same secret same bytes, and nothing to read from outside."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest
from harness import ASSIGNMENT, SECRET, Json, Split, definition, make_split, run_command

from holdout_scorer.binary_classification.assign import assign_parts
from holdout_scorer.errors import AssignmentError
from holdout_scorer.keys import Keyring
from holdout_scorer.tables import read_table

FORM = tuple(row["column"] for row in read_table(ASSIGNMENT / "dictionary.csv").rows)
OTHER_SECRET = "c4" * 32


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text().splitlines()))


def form(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in FORM)


def truth(split: Split) -> Json:
    loaded: Json = json.loads((split.hidden / "truth.json").read_text())
    return loaded


def test_the_same_secret_gives_the_same_bytes_and_another_gives_others(tmp_path: Path) -> None:
    bundles = {}
    for name, secret, index in (("a", SECRET, 0), ("b", SECRET, 0), ("c", OTHER_SECRET, 0), ("d", SECRET, 1)):
        make_split(tmp_path / name, secret, index)
        out = tmp_path / name / "out"
        bundles[name] = ((out / "bundle-public.tar").read_bytes(), (out / "bundle-hidden.tar").read_bytes())
    assert bundles["a"] == bundles["b"]
    assert bundles["a"][0] != bundles["c"][0]
    assert bundles["a"][1] != bundles["d"][1]


def test_parts_have_their_sizes_and_share_no_applicant_but_the_planted_copies(split: Split) -> None:
    train = rows(split.public / "data/train.csv")
    parts = {
        "sample": rows(split.public / "data/sample.csv"),
        "public": rows(split.hidden / "public_test.csv"),
        "private": rows(split.hidden / "private_test.csv"),
    }
    assert {name: len(found) for name, found in parts.items()} == {
        "sample": 250,
        "public": 600,
        "private": 1400,
    }
    keys = [row.get("key") or row["id"] for found in parts.values() for row in found]
    assert len(set(keys)) == len(keys)
    seen = {form(row) for row in train}
    for name in ("public", "private"):
        for row in parts[name]:
            assert (form(row) in seen) == (row["contaminated"] == "1")
    planted = sum(row["contaminated"] == "1" for name in ("public", "private") for row in parts[name])
    assert planted == definition()["plants"]["duplicates"]["hidden"]


def test_parts_have_the_same_shares_of_outcome_and_age(split: Split) -> None:
    def shares(found: list[dict[str, str]], label: str) -> dict[tuple[str, bool], float]:
        counts = Counter((row[label], float(row["age"]) < 30) for row in found)
        return {key: count / len(found) for key, count in counts.items()}

    private = shares(rows(split.hidden / "private_test.csv"), "label")
    public = shares(rows(split.hidden / "public_test.csv"), "label")
    for key, share in private.items():
        assert public[key] == pytest.approx(share, abs=0.01)


def test_reported_pairs_are_copies_and_half_of_them_are_altered(split: Split) -> None:
    train = {row["id"]: row for row in rows(split.public / "data/train.csv")}
    sample = {row["id"]: row for row in rows(split.public / "data/sample.csv")}
    differing = []
    for train_id, sample_id in truth(split)["duplicatePairs"]:
        assert train[train_id]["default"] == sample[sample_id]["default"]
        differing.append(
            sum(a != b for a, b in zip(form(train[train_id]), form(sample[sample_id]), strict=True))
        )
    plants = definition()["plants"]["duplicates"]
    assert len(differing) == plants["sample"]
    assert sum(count > 0 for count in differing) == plants["altered"]
    assert max(differing) <= 2


def test_leaking_columns_know_the_outcome_in_train_only(split: Split) -> None:
    train, private = rows(split.public / "data/train.csv"), rows(split.hidden / "private_test.csv")

    def distance(found: list[dict[str, str]], name: str, label: str) -> float:
        means = [[float(row[name]) for row in found if row[label] == outcome] for outcome in ("0", "1")]
        values = [float(row[name]) for row in found]
        spread = (max(values) - min(values)) or 1.0
        return abs(sum(means[1]) / len(means[1]) - sum(means[0]) / len(means[0])) / spread

    for name in truth(split)["leakingColumns"]:
        assert distance(train, name, "default") > 0.15
        assert distance(private, name, "label") < 0.05


def test_which_names_leak_differs_between_secrets(tmp_path: Path) -> None:
    found = set()
    for number in range(6):
        split = make_split(tmp_path / str(number), f"{number:02x}" * 32)
        found.add(tuple(sorted(truth(split)["leakingColumns"])))
    assert len(found) >= 4


def test_no_public_file_tells_the_truth(split: Split) -> None:
    public = "".join(path.read_text() for path in (split.public / "data").iterdir())
    hidden_keys = {
        row["key"] for name in ("public_test.csv", "private_test.csv") for row in rows(split.hidden / name)
    }
    assert not any(key in public for key in hidden_keys)
    assert SECRET not in public
    train = rows(split.public / "data/train.csv")
    header = set(train[0])
    assert {"contaminated", "key", "label"}.isdisjoint(header)
    leaking = truth(split)["leakingColumns"]
    descriptions = {row["column"]: row for row in rows(split.public / "data/data_dictionary.csv")}
    assert {"type", "unit"} <= set(descriptions[leaking[0]])
    assert not any("leak" in row["description"].lower() for row in descriptions.values())


def test_sample_features_lack_the_outcome(split: Split) -> None:
    assert "default" not in rows(split.public / "data/sample_features.csv")[0]


def test_commitments_are_salted(tmp_path: Path) -> None:
    make_split(tmp_path / "a", SECRET)
    parts = json.loads((tmp_path / "a/out/split.json").read_text())["parts"]
    assert set(parts) == {"TRAIN", "SAMPLE", "PUBLIC_TEST", "PRIVATE_TEST"}
    content = (tmp_path / "a/public/data/train.csv").read_bytes()
    keys, others = Keyring(bytes.fromhex(SECRET)), Keyring(bytes.fromhex(OTHER_SECRET))
    inner = keys.child("tabular-risk/1/split-0")
    assert parts["TRAIN"]["commitment"] == inner.commitment("TRAIN", content)
    assert inner.commitment("TRAIN", content) != others.child("tabular-risk/1/split-0").commitment(
        "TRAIN", content
    )


def test_every_part_takes_its_share_of_every_stratum() -> None:
    strata = [("a",)] * 700 + [("b",)] * 290 + [("c",)] * 10
    parts = assign_parts(strata, {"X": 100, "Y": 300}, Keyring(b"k" * 32))
    counts = Counter(zip(strata, parts, strict=True))
    assert counts[("a",), "X"] == pytest.approx(70, abs=1)
    assert counts[("b",), "Y"] == pytest.approx(87, abs=1)
    assert counts[("c",), "Y"] == pytest.approx(3, abs=1)
    assert Counter(parts) == {"TRAIN": 600, "Y": 300, "X": 100}


def test_parts_that_leave_nothing_to_train_on_are_refused() -> None:
    with pytest.raises(AssignmentError):
        assign_parts([("a",)] * 10, {"X": 10}, Keyring(b"k" * 32))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"template": "nothing"}, "template"),
        ({"split": {"rule": "stratified", "by": ["planet"]}}, "split.by"),
        ({"metrics": [{"name": "auc"}]}, "metrics[0]"),
        ({"plants": None}, "plants"),
    ],
)
def test_a_malformed_assignment_names_the_place(tmp_path: Path, change: Json, place: str) -> None:
    (tmp_path / "in/data").mkdir(parents=True)
    code = run_command(tmp_path, "split", {"secretHex": SECRET, "splitIndex": 0}, definition() | change)
    error = json.loads((tmp_path / "out/error.json").read_text())
    assert code == 2
    assert error["code"] == "ASSIGNMENT_INVALID"
    assert place in error["message"]


def test_data_that_disagree_with_the_dictionary_name_the_column(tmp_path: Path) -> None:
    data = tmp_path / "in/data"
    data.mkdir(parents=True)
    (data / "credit_data.csv.gz").write_bytes((ASSIGNMENT / "data/credit_data.csv.gz").read_bytes())
    (data / "dictionary.csv").write_text(
        (ASSIGNMENT / "dictionary.csv").read_text().replace("seniority", "tenure")
    )
    assert run_command(tmp_path, "split", {"secretHex": SECRET, "splitIndex": 0}) == 2
    assert "seniority" in json.loads((tmp_path / "out/error.json").read_text())["message"]
