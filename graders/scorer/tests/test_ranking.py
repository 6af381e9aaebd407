"""The ranking template on made-up ratings: what is split, planned and scored, and what is refused."""

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest
from calls_harness import GRADERS, Json, Run, definition, make_split, merged
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import proportion_effectsize

from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.ranking import experiments, offpolicy, simulation
from holdout_scorer.ranking.spec import ExperimentSpec, OffPolicySpec
from holdout_scorer.ranking.validate import problems

PROJECT = GRADERS / "ranking"
SECRET = "3c" * 32
NAIVE = PROJECT / "reference/naive"


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ranking") / "split"
    return make_split(root, definition(PROJECT), PROJECT / "data", SECRET)


@pytest.fixture(scope="module")
def scored(split: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Json]:
    run = Run(tmp_path_factory.mktemp("run") / "r", split, definition(PROJECT))
    run.run_student(NAIVE)
    return run, run.score({"metrics": {}})


def rows(path: Path) -> list[dict[str, str]]:
    with path.open() as file:
        return list(csv.DictReader(file))


def test_no_user_stands_in_two_parts_and_no_hidden_row_is_public(split: Path) -> None:
    files = {
        "train": split / "public/data/train.csv",
        "sample": split / "public/data/sample_histories.csv",
        "public": split / "hidden/public_test_histories.csv",
        "private": split / "hidden/private_test_histories.csv",
    }
    users = {name: {row["user"] for row in rows(path)} for name, path in files.items()}
    assert sum(map(len, users.values())) == len(set().union(*users.values()))
    for part in ("public", "private"):
        known = {(row["user"], row["item"]) for row in rows(files[part])}
        hidden = {(row["user"], row["item"]) for row in rows(split / f"hidden/{part}_test_hidden.csv")}
        assert hidden
        assert not known & hidden


def test_the_secret_decides_who_is_judged(split: Path, tmp_path: Path) -> None:
    again = make_split(tmp_path / "a", definition(PROJECT), PROJECT / "data", SECRET)
    other = make_split(tmp_path / "b", definition(PROJECT), PROJECT / "data", "4d" * 32)
    name = "hidden/private_test_hidden.csv"
    assert (again / name).read_bytes() == (split / name).read_bytes()
    assert not {r["user"] for r in rows(other / name)} & {r["user"] for r in rows(split / name)}


def test_user_ids_are_new_in_every_call(scored: tuple[Run, Json]) -> None:
    secret = json.loads((scored[0].inputs / "plan/secret.json").read_text())
    assert not set(secret["users"]["hidden"]) & set(secret["users"]["probe"])
    assert set(secret["users"]["probe"].values()) <= set(secret["users"]["hidden"].values())


def test_popularity_is_scored_and_flagged(scored: tuple[Run, Json]) -> None:
    result = scored[1]
    values = {metric["name"]: metric for metric in result["metrics"]}
    assert result["status"] == "SCORED"
    assert 0.05 < values["ndcg"]["value"] < 0.12
    assert values["ndcg"]["low"] < values["ndcg"]["value"] < values["ndcg"]["high"]
    assert "degenerate" in {finding["key"] for finding in result["findings"]}
    assert {plot["key"] for plot in result["plots"]} == {
        "ndcg-by-k",
        "coverage-accuracy",
        "popularity",
        "feedback-loop",
    }


def spoil(scored: tuple[Run, Json], name: str, change: str) -> str:
    """The code of the rejection when one line of a hidden output is changed; the file is put back."""
    run = scored[0]
    path = next((run.inputs / "outputs").glob(f"*hidden/{name}"))
    before = path.read_text()
    lines = before.splitlines()
    user, _, item = lines[1].split(",") if name in ("topk.csv", "candidates.csv") else ("", "", "")
    histories = rows(run.inputs / "plan/hidden/histories.csv")
    seen = next((row["item"] for row in histories if row["user"] == user), "")
    spoiled = {
        "duplicate": [*lines[:2], f"{user},2,{item}", *lines[3:]],
        "seen": [lines[0], f"{user},1,{seen}", *lines[2:]],
        "foreign-item": [lines[0], f"{user},1,nothing", *lines[2:]],
        "foreign-user": [*lines, f"nobody,1,{item}"],
        "long": [*lines, f"{user},{11 if name == 'topk.csv' else 101},{item}"],
        "short": lines[:-1],
        "no-users": lines[:1],
        "nan-rank": [lines[0], f"{user},nan,{item}", *lines[2:]],
        "nan": [lines[0], lines[1].split(",")[0] + ",nan", *lines[2:]],
        "inf": [lines[0], lines[1].split(",")[0] + ",inf", *lines[2:]],
        "text": [lines[0], lines[1].split(",")[0] + ",maybe", *lines[2:]],
        "columns": ["a,b", *lines[1:]],
    }[change]
    try:
        path.write_text("\n".join(spoiled) + "\n")
        result = run.score({"metrics": {}})
    finally:
        path.write_text(before)
    assert "rejection" in result
    assert result["status"] == "REJECTED"
    assert not item or item not in result["rejection"]["message"]
    return str(result["rejection"]["code"])


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("topk.csv", "duplicate", "DUPLICATE_ITEMS"),
        ("topk.csv", "seen", "SEEN_ITEMS"),
        ("topk.csv", "foreign-item", "FOREIGN_ITEMS"),
        ("topk.csv", "foreign-user", "EXTRA_IDS"),
        ("topk.csv", "long", "LIST_TOO_LONG"),
        ("topk.csv", "short", "LIST_TOO_SHORT"),
        ("topk.csv", "no-users", "MISSING_IDS"),
        ("topk.csv", "nan-rank", "NOT_A_NUMBER"),
        ("topk.csv", "columns", "COLUMNS"),
        ("candidates.csv", "long", "LIST_TOO_LONG"),
        ("candidates.csv", "seen", "SEEN_ITEMS"),
        ("off_policy.csv", "nan", "NOT_A_NUMBER"),
        ("off_policy.csv", "inf", "NOT_FINITE"),
        ("off_policy.csv", "short", "MISSING_IDS"),
        ("verdicts.csv", "text", "VERDICT_VALUE"),
        ("verdicts.csv", "short", "MISSING_IDS"),
    ],
)
def test_malformed_files_are_refused(scored: tuple[Run, Json], name: str, change: str, code: str) -> None:
    assert spoil(scored, name, change) == code


def test_estimators_find_the_true_values_of_policies() -> None:
    spec = OffPolicySpec(20_000, 6)
    task = offpolicy.draw_task(Keyring(b"k" * 32), spec)
    for estimate in (offpolicy.ips, offpolicy.snips):
        assert offpolicy.relative_errors(estimate(task.log, task.policies), task.values).max() < 0.1
    assert offpolicy.relative_errors({}, task.values).min() == 1


def test_sample_sizes_agree_with_statsmodels() -> None:
    plain: experiments.Question = {
        "metric": "proportion", "baseline": 0.1, "lift": 0.01, "sd": 0.0, "alpha": 0.05, "power": 0.8,
        "ratio": 1.0, "comparisons": 1, "cluster_size": 1, "icc": 0.0, "correlation": 0.0,
    }  # fmt: skip
    expected = NormalIndPower().solve_power(proportion_effectsize(0.11, 0.1), power=0.8, alpha=0.05)
    assert experiments.sample_size(plain) == pytest.approx(expected, rel=0.01)
    clustered = plain | {"cluster_size": 11, "icc": 0.1}
    assert experiments.sample_size(clustered) == pytest.approx(2 * experiments.sample_size(plain))
    assert math.isclose(
        experiments.sample_size(plain | {"comparisons": 5}), experiments.sample_size(plain | {"alpha": 0.01})
    )


def test_cases_hold_every_verdict_alike() -> None:
    task = experiments.draw_task(Keyring(b"k" * 32), ExperimentSpec(12, 80, 0.03))
    assert [list(task.verdicts.values()).count(name) for name in experiments.VERDICTS] == [20] * 4


def test_a_loop_without_a_policy_narrows_and_a_policy_keeps_it_wide() -> None:
    generator = np.random.default_rng(1)
    lists = np.array([generator.permutation(400)[:100] for _ in range(300)])
    hits = np.zeros(lists.shape, dtype=bool)
    hits[:, :3] = True

    def kept(policy: simulation.Policy) -> float:
        play = [simulation.play(lists, hits, 400, p, 8, 10, generator) for p in (policy, simulation.Policy())]
        return simulation.coverage_kept(play[0], play[1])

    assert kept(simulation.Policy()) < 0.5 < kept(simulation.Policy(3, 0.8)) <= 1


def imported(tmp_path: Path) -> Json:
    """An assignment with a dataset alone, as an author would write it, over the template's defaults."""
    generator = np.random.default_rng(0)
    lines = ["who,what,when"]
    for user in range(500):
        chosen = generator.choice(60, 14, replace=False) // 2 + (user % 2) * 30
        lines += [f"ü{user},i{item},2024-{1 + n % 12:02d}-03" for n, item in enumerate(set(chosen.tolist()))]
    (tmp_path / "clicks.csv").write_text("\n".join(lines) + "\n")
    template = definition(PROJECT)
    loaded: Json = merged(
        _defaults(),
        {
            "slug": "clicks",
            "version": 1,
            "title": "Clicks",
            "dataset": {
                "file": "clicks.csv",
                "user": "who",
                "item": "what",
                "implicit": True,
                "time": "when",
            },
            "split": {"minItems": 5},
        },
    )
    assert template["template"] == loaded["template"]
    return loaded


def _defaults() -> Json:
    import yaml

    loaded: Json = yaml.safe_load((GRADERS / "templates/ranking.yaml").read_text())
    return loaded


def test_an_imported_dataset_is_a_whole_assignment(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    assignment = imported(data)
    assert problems(Node(assignment, "assignment.json"), data) == []
    split = make_split(tmp_path / "split", assignment, data, SECRET)
    run = Run(tmp_path / "run", split, assignment)
    assert {call["command"] for call in run.calls} == {"train", "recommend"}
    run.run_student(GRADERS / "scorer/tests/popular")
    result = run.score({"metrics": {}})
    assert result["status"] == "SCORED"
    assert {metric["name"] for metric in result["metrics"]} == {
        "ndcg",
        "map",
        "coverage",
        "novelty",
        "popularityLift",
    }


def test_validate_names_all_that_is_wrong(tmp_path: Path) -> None:
    assignment = imported(tmp_path)
    assignment["dataset"]["item"] = "thing"
    assert [p.path for p in problems(Node(assignment, "assignment.json"), tmp_path)] == ["dataset.item"]
    assignment["dataset"]["item"] = "what"
    (tmp_path / "clicks.csv").write_text("who,what,when\na,,2024\nb,c,\n")
    found = problems(Node(assignment, "assignment.json"), tmp_path)
    assert [(p.path, p.line) for p in found][:1] == [("dataset.item", 2)]
    assert found[-1].path == "split.minItems"
    (tmp_path / "clicks.csv").write_text("who,what,when\na,b,2024\nb,c\n")
    assert [(p.path, p.line) for p in problems(Node(assignment, "assignment.json"), tmp_path)] == [
        ("dataset.file", 3)
    ]
