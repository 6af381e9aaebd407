"""Template `service`: faults and streams are what their answers say; hostile files get what they deserve."""

import asyncio
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from fixture_files import assemble, expectations
from service_harness import ASSIGNMENT, Run, definition, make_split

from holdout_driver.http import Answer, predictions_of
from holdout_scorer.node import Node
from holdout_scorer.service.evidence import _contract, _only
from holdout_scorer.service.faults import ID, ROWS, Batch, Spoiler, draw_batches, traits_of
from holdout_scorer.service.rows import as_number
from holdout_scorer.service.spec import StreamSpec
from holdout_scorer.service.streams import draw_streams, regime
from holdout_scorer.service.validate import problems

SECRET = "5e" * 32
QUICK = ("reject-every-batch", "verdicts-nan")
LONG = ("alarm-out-of-range", "verdicts-missing", "verdicts-foreign")


def rows(count: int = 400) -> list[dict[str, str]]:
    draw = np.random.default_rng(3)
    return [
        {
            "id": f"r{number}",
            "size": str(round(float(draw.lognormal()), 4)),
            "wide": str(round(float(draw.lognormal(3.0)), 3)),
            "count": str(int(draw.poisson(6)) + 1),
            "flag": str(int(draw.random() < 0.4)),
            "y": str(round(float(draw.lognormal(4.0)), 2)),
        }
        for number in range(count)
    ]


NUMERIC = ("size", "wide", "count", "flag")


@pytest.mark.parametrize("seed", range(5))
def test_every_kind_of_fault_changes_exactly_the_column_it_names(seed: int) -> None:
    table = rows()
    spoiler = Spoiler(traits_of(table, NUMERIC), np.random.default_rng(seed))
    clean = Batch(["id", *NUMERIC], table)
    for kind, spoil in spoiler.kinds().items():
        spoilt = spoil(clean)
        assert spoilt.kind == kind
        assert spoilt.to_csv() != clean.to_csv()
        if spoilt.column in (ROWS, ID):
            assert len(spoilt.rows) < 10 or len({row["id"] for row in spoilt.rows}) < len(spoilt.rows)
            continue
        named = set((spoilt.column or "").split("|"))
        kept = [name for name in NUMERIC if name not in named]
        assert all(a[name] == b[name] for a, b in zip(table, spoilt.rows, strict=True) for name in kept)


def test_faults_of_shape_may_hit_a_part_of_the_rows_and_never_fewer_than_asked() -> None:
    table = rows()
    clean = Batch(["id", *NUMERIC], table)
    shares = []
    for seed in range(20):
        spoiler = Spoiler(traits_of(table, NUMERIC), np.random.default_rng(seed), 0.3)
        for kind in ("changed-unit", "swapped-columns"):
            spoilt = spoiler.kinds()[kind](clean)
            hit = sum(a != b for a, b in zip(table, spoilt.rows, strict=True))
            shares.append(hit / len(table))
    assert 0.29 < min(shares) < 0.45
    assert 0.85 < max(shares) <= 1.0


def test_as_many_batches_are_clean_as_faulty_and_the_secret_decides_which() -> None:
    table = rows()
    traits = traits_of(table, NUMERIC)
    draw = [
        draw_batches(table, ["id", *NUMERIC], traits, 28, 100, np.random.default_rng(seed))
        for seed in (1, 1, 2)
    ]
    assert sum(batch.kind is None for batch in draw[0]) == 28
    assert len({batch.kind for batch in draw[0]}) == 15
    assert [b.to_csv() for b in draw[0]] == [b.to_csv() for b in draw[1]]
    assert [b.column for b in draw[0]] != [b.column for b in draw[2]]


def test_a_stream_is_untouched_before_its_drift_and_moved_after() -> None:
    table = rows(1500)
    spec = StreamSpec(count=40, sample_count=8, windows=12, rows=100, grace=3)
    original = {row["id"]: float(row["y"]) for row in table}
    streams = draw_streams(table, ("size", "wide"), "y", 40, spec, None, np.random.default_rng(4))
    assert sum(stream.start is None for stream in streams) == 20
    for stream in streams:
        moved = {int(row["window"]) for row in stream.rows if float(row["y"]) != original[row["id"]]}
        if stream.kind in ("target-shifted", "target-bent"):
            assert stream.start is not None
            assert min(moved) == stream.start
        else:
            assert not moved


def test_a_new_regime_changes_the_target_only() -> None:
    table = rows()
    changed = regime(table, ("size", "wide"), "y", None, np.random.default_rng(1))
    assert all(a | {"y": ""} == b | {"y": ""} for a, b in zip(table, changed, strict=True))
    shifts = [abs(math.log(float(b["y"]) / float(a["y"]))) for a, b in zip(table, changed, strict=True)]
    assert float(np.mean(shifts)) > 0.15


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, b'{"predictions": [1.0]}'),
        (200, b'{"predictions": [NaN]}'),
        (200, b'{"predictions": [1e999]}'),
        (200, b'{"predictions": [true]}'),
        (200, b'{"predictions": ["1"]}'),
        (200, b'{"predictions": [1, 2]}'),
        (200, b"[" * 100_000),
        (200, b"\xff"),
    ],
)
def test_an_answer_that_is_not_as_agreed_holds_no_predictions(status: int, body: bytes) -> None:
    assert predictions_of(Answer(status, body, 1.0), 1) is None


def asks_of(assignment: dict[str, Any], split: Path, part: str, tmp_path: Path) -> dict[str, list[Any]]:
    """What the driver is told to ask, by list."""
    run = Run(tmp_path / f"run-{part}", split, part, assignment=assignment)
    asked: dict[str, list[Any]] = json.loads(
        (run.root / "in/plan/hidden-serve/drive.json").read_text("utf-8")
    )
    return asked


def test_odd_requests_are_bytes_of_the_kind_their_names_say(split: Path, tmp_path: Path) -> None:
    asked = asks_of(definition(), split, "PUBLIC_TEST", tmp_path)
    bodies = {ask["name"]: str(ask["body"]).encode("latin-1") for ask in asked["malformed"]}
    assert json.loads(bodies["in-utf-16"].decode("utf-16"))["rows"]
    with pytest.raises(UnicodeDecodeError):
        bodies["not-utf-8"].decode()
    row = json.loads(bodies["integer-without-end"])["rows"][0]
    assert max(value for value in row.values() if isinstance(value, int)) > 10**399
    with pytest.raises(OverflowError):
        [float(value) for value in row.values()]
    chunks = next(ask for ask in asked["unusual"] if ask["name"] == "body-in-chunks")
    sizes = [int(line, 16) for line in chunks["body"].split("\r\n")[0::2] if line]
    assert sum(sizes) > 0
    assert sizes[-1] == 0
    whole = "".join(line for line in chunks["body"].split("\r\n")[1::2])
    assert len(json.loads(whole)["rows"]) == chunks["rows"] == 2


def test_no_hidden_target_is_among_what_is_asked_before_retraining(split: Path, tmp_path: Path) -> None:
    assignment = definition()
    target = assignment["dataset"]["target"]["column"]
    asked = asks_of(assignment, split, "PRIVATE_TEST", tmp_path)
    feeds = [json.loads(ask["body"])["rows"] for ask in asked["malformed"] if "retrain" in ask["path"]]
    assert len(feeds) == 4
    assert {row.get(target) for feed in feeds for row in feed} <= {None, 1.0, 0, "long"}


@pytest.mark.parametrize(
    ("answers", "is_kept"),
    [
        ([[1.0, 2.0]], True),
        ([[1.0, 2.0], [3.0, 4.0]], True),
        ([[1.0, 4.0]], False),
        ([None], False),
        ([], False),
    ],
)
def test_traffic_may_meet_one_version_or_the_other_and_nothing_else(
    answers: list[Any], is_kept: bool
) -> None:
    assert _only(answers, [[1.0, 2.0], [3.0, 4.0]]) is is_kept


@pytest.mark.parametrize(
    ("ask", "is_kept"),
    [
        ({"name": "body-in-chunks", "status": 411, "predicted": False}, True),
        ({"name": "body-in-chunks", "status": 400, "predicted": False}, False),
        ({"name": "most-rows", "status": 413, "predicted": False}, False),
        ({"name": "most-rows", "status": 200, "predicted": True}, True),
        ({"name": "number-of-300-digits", "status": 422, "predicted": False}, True),
        ({"name": "number-of-300-digits", "status": 0, "predicted": False}, False),
    ],
)
def test_what_is_as_agreed_is_answered_or_declined_as_the_brief_allows(
    ask: dict[str, Any], is_kept: bool
) -> None:
    assert dict(_contract({"unusual": [ask]}))[ask["name"]] is is_kept


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_split(tmp_path_factory.mktemp("split"), SECRET)


def test_hidden_batches_and_streams_stand_nowhere_in_what_students_get(split: Path) -> None:
    public = b"".join(path.read_bytes() for path in sorted((split / "public").rglob("*")) if path.is_file())
    hidden = json.loads((split / "hidden/keys.json").read_text())
    assert all(key.encode() not in public for key in hidden.values())
    for name in ("private_test.csv", "private_pool.csv", "public_test.csv", "public_pool.csv"):
        ids = [line.split(",")[0] for line in (split / "hidden" / name).read_text().splitlines()[1:]]
        assert not [one for one in ids if one.encode() in public]


def test_the_same_secret_gives_the_same_bundles_and_another_gives_others(split: Path, tmp_path: Path) -> None:
    same, other = make_split(tmp_path / "a", SECRET), make_split(tmp_path / "b", "6f" * 32)
    read = [(root / "out/bundle-hidden.tar").read_bytes() for root in (split, same, other)]
    assert read[0] == read[1] != read[2]


def submission(name: str, target: Path) -> tuple[Path, dict[str, Any]]:
    """The fixture as it is handed in, and what must become of it."""
    return assemble(ASSIGNMENT, name, target), expectations(ASSIGNMENT)[name]


@pytest.mark.parametrize("name", [*QUICK, *(pytest.param(name, marks=pytest.mark.long) for name in LONG)])
def test_a_hostile_file_gets_the_answer_its_fixture_states(name: str, split: Path, tmp_path: Path) -> None:
    folder, expected = submission(f"rejected/{name}", tmp_path / "project")
    run = Run(tmp_path / "run", split, "PUBLIC_TEST")
    for call in run.calls:
        if call["name"] in ("train", "hidden-validate", "hidden-monitor", "hidden-serve"):
            run.call(call, folder)
    result = run.score({"metrics": {}})
    if expected["outcome"] == "SCORED":
        assert expected["finding"] in [finding["key"] for finding in result["findings"]]
        assert result["points"]["value"] <= expected["maxPoints"]
    else:
        assert result["rejection"]["code"] == expected["code"]


def test_an_assignment_of_a_table_and_a_target_alone_is_whole(tmp_path: Path) -> None:
    text = "\n".join([",".join(rows(1)[0]), *(",".join(row.values()) for row in rows(1900))])
    (tmp_path / "data").mkdir()
    (tmp_path / "data/table.csv").write_text(text.replace("id,", "name,", 1))
    bare = {"slug": "bare", "version": 1, "title": "Bare", "template": "service"}
    bare["dataset"] = {"file": "data/table.csv", "target": {"column": "y"}, "ignore": ["name"]}
    (tmp_path / "assignment.yaml").write_text(yaml.safe_dump(bare))
    whole = definition(tmp_path)
    assert problems(Node(whole, "assignment"), tmp_path / "data") == []
    cut = make_split(tmp_path / "split", SECRET, tmp_path, whole)
    run = Run(tmp_path / "run", cut, "PRIVATE_TEST", assignment=whole)
    assert [call["name"] for call in run.calls] == ["train", "sample-serve", "hidden-serve"]


def test_a_column_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("a,b\n1,2\n")
    whole = definition() | {"dataset": {"file": "table.csv", "target": {"column": "y"}}}
    found = problems(Node(whole, "assignment"), tmp_path)
    assert "`y`" in found[0].message


def test_numbers_are_read_as_numbers_only() -> None:
    assert [as_number(text) for text in ("1", "1e3", "nan", "inf", "x", "")] == [
        1.0,
        1000.0,
        None,
        None,
        None,
        None,
    ]


def test_the_driver_gives_up_on_nobody_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    from service_harness import free_port

    from holdout_driver import drive

    monkeypatch.setattr(drive, "READY_SECONDS", 0.3)
    nobody = ("127.0.0.1", free_port())
    report = asyncio.run(drive.Driver({"rows": []}, nobody, nobody).run())
    assert report["readyMs"] is None
