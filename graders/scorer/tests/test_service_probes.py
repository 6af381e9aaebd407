"""Template `service`: what its probes ask, and what they make of the answers."""

import asyncio
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from service_harness import definition, make_split, untar

from holdout_driver.drive import Driver
from holdout_scorer.cli import main as scorer
from holdout_scorer.errors import RejectedError
from holdout_scorer.node import Node
from holdout_scorer.service.data import Columns
from holdout_scorer.service.evidence import _registry
from holdout_scorer.service.probes import Probes, judge, read_probes
from holdout_scorer.service.spec import read_spec
from holdout_scorer.workspace import Workspace

Json = dict[str, Any]
GENERATOR = np.random.default_rng(4)
TARGET = GENERATOR.normal(5.0, 1.0, 400)
SERVED = TARGET + GENERATOR.normal(0.0, 0.3, 400)
HONEST: Json = {
    "target": TARGET,
    "served": SERVED,
    "alone": SERVED[:20],
    "changed": SERVED[:200] + GENERATOR.normal(0.0, 0.01, 200),
    "shuffled": np.full(400, 5.0) + GENERATOR.normal(0.0, 0.1, 400),
    "repeats": True,
    "center": 5.0,
}


def verdicts(**changes: Any) -> dict[str, str]:
    spec = read_spec(Node(definition(), "assignment"))
    gates, findings = judge(spec, Probes(**(HONEST | changes)))
    assert {f.key for f in findings} == {g.key for g in gates if g.status != "PASSED"}
    return {gate.key: gate.status for gate in gates}


def test_an_honest_service_passes_every_gate() -> None:
    assert verdicts() == {
        "row-independence": "PASSED",
        "row-lookup": "PASSED",
        "embedded-answers": "PASSED",
        "same-result": "PASSED",
    }


@pytest.mark.parametrize(
    ("changes", "gate", "status"),
    [
        ({"alone": SERVED[:20] + 0.01}, "row-independence", "FAILED"),
        ({"changed": np.full(200, 5.0)}, "row-lookup", "FAILED"),
        ({"shuffled": SERVED}, "embedded-answers", "FAILED"),
        ({"repeats": False}, "same-result", "CAPPED"),
    ],
)
def test_each_gate_catches_what_it_is_for_and_nothing_else(changes: Json, gate: str, status: str) -> None:
    found = verdicts(**changes)
    assert found.pop(gate) == status
    assert set(found.values()) == {"PASSED"}


def test_what_was_not_asked_is_not_judged() -> None:
    assert verdicts(alone=None, changed=None, shuffled=None, repeats=None) == {}


def test_a_service_that_knows_nothing_carries_no_answers() -> None:
    assert verdicts(served=np.full(400, 5.0), shuffled=SERVED)["embedded-answers"] == "PASSED"


def test_a_service_that_will_not_answer_after_shuffling_is_refused(tmp_path: Path) -> None:
    report = tmp_path / "in/outputs/changed-serve/report.json"
    report.parent.mkdir(parents=True)
    report.write_text(json.dumps({"readyMs": None}))
    columns = Columns(("size",), ("size",), ("size",), None, 5.0)
    truth = Node({"target": [1.0, 2.0]}, "truth")
    with pytest.raises(RejectedError, match="shuffled targets"):
        read_probes(Workspace(tmp_path), {}, truth, np.array([1.0, 2.0]), columns)


@pytest.mark.parametrize(("key", "words"), [("alone", "answered alone"), ("changed", "one percent")])
def test_a_service_that_refuses_what_it_takes_for_a_probe_is_refused(
    tmp_path: Path, key: str, words: str
) -> None:
    columns = Columns(("size",), ("size",), ("size",), None, 5.0)
    truth = Node({"target": [1.0, 2.0]}, "truth")
    with pytest.raises(RejectedError, match=words):
        read_probes(Workspace(tmp_path), {key: None}, truth, np.array([1.0, 2.0]), columns)


class Tardy:
    """A service that leaves its first question unanswered."""

    def __init__(self) -> None:
        self.asked = 0

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        size = int(head.lower().partition(b"content-length: ")[2].partition(b"\r")[0])
        rows = json.loads(await reader.readexactly(size))["rows"]
        self.asked += 1
        if self.asked > 1:
            body = json.dumps({"predictions": [1.0] * len(rows)}).encode()
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        writer.close()


def test_a_question_that_got_no_answer_is_asked_once_more() -> None:
    async def numbers() -> list[float] | None:
        tardy = Tardy()
        async with await asyncio.start_server(tardy.answer, "127.0.0.1", 0) as server:
            address = server.sockets[0].getsockname()
            return await Driver({}, address, address)._numbers([{"size": 1}, {"size": 2}])

    assert asyncio.run(numbers()) == [1.0, 1.0]


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_split(tmp_path_factory.mktemp("split"), "5e" * 32)


def planned(split: Path, root: Path, kind: str) -> Path:
    (root / "in").mkdir(parents=True)
    (root / "out").mkdir()
    for name in ("public", "hidden"):
        (root / "in" / name).symlink_to(split / name, target_is_directory=True)
    (root / "in/assignment.json").write_text(json.dumps(definition()))
    job = {"kind": kind, "split": "PRIVATE_TEST", "saltHex": "a7" * 32, "permutations": 0}
    (root / "in/job.json").write_text(json.dumps(job))
    assert scorer(["plan"], root) == 0
    untar(root / "out/calls.tar", root / "plan")
    return root / "plan"


def test_only_a_run_that_counts_serves_the_shuffled_targets(split: Path, tmp_path: Path) -> None:
    counts = planned(split, tmp_path / "counts", "CERTIFICATION")
    calls = {call["name"]: call for call in json.loads((counts / "calls.json").read_text())["calls"]}
    assert calls["changed-serve"]["model"] == "changed"
    asked = json.loads((counts / "changed-serve/drive.json").read_text())
    assert asked["predictionsOnly"]
    assert "load" not in asked
    practice = planned(split, tmp_path / "practice", "PRACTICE")
    names = [call["name"] for call in json.loads((practice / "calls.json").read_text())["calls"]]
    assert "changed" in names
    assert "changed-serve" not in names


def test_shuffling_moves_targets_between_rows_and_changes_nothing_else(split: Path, tmp_path: Path) -> None:
    plan = planned(split, tmp_path / "run", "CERTIFICATION")
    public, changed = (
        [line.split(",") for line in path.read_text().splitlines()[1:]]
        for path in (split / "public/data/train.csv", plan / "changed/data/train.csv")
    )
    assert [row[:-1] for row in public] == [row[:-1] for row in changed]
    targets = [row[-1] for row in public], [row[-1] for row in changed]
    assert sorted(targets[0]) == sorted(targets[1])
    assert sum(a != b for a, b in zip(*targets, strict=True)) > len(public) // 2


def test_what_came_of_the_same_and_of_changed_data_is_judged_without_the_files_of_calls(
    split: Path, tmp_path: Path
) -> None:
    plan = planned(split, tmp_path, "CERTIFICATION")
    changed = hashlib.sha256((plan / "changed/data/train.csv").read_bytes()).hexdigest()
    # All that the platform gives to `score` of a plan.
    (tmp_path / "in/plan").mkdir()
    (tmp_path / "in/plan/secret.json").write_bytes((tmp_path / "out/secret.json").read_bytes())
    for call, artifact in (("train", b"a"), ("again", b"a"), ("changed", b"b")):
        reports = tmp_path / "in/outputs" / call / "reports"
        reports.mkdir(parents=True)
        (reports / "artifact.bin").write_bytes(artifact)
    registry = {"active": "v1", "versions": [{"version": "v1", "dataSha256": changed}], "trials": []}
    (tmp_path / "in/outputs/changed/reports/registry.json").write_text(json.dumps(registry))
    spec = read_spec(Node(definition(), "assignment"))
    checks = dict(_registry(Workspace(tmp_path), spec, {})[0])
    assert len(checks) == 9
    assert checks["same-data-same-hash"]
    assert checks["changed-data-changed-hash"]


def test_changed_rows_are_close_and_whole_numbers_stay_whole(split: Path, tmp_path: Path) -> None:
    plan = planned(split, tmp_path / "run", "PRACTICE")
    asked = json.loads((plan / "hidden-serve/drive.json").read_text())
    assert len(asked["changed"]) == 200
    moved = 0
    for row, changed in zip(asked["rows"], asked["changed"], strict=False):
        assert list(row) == list(changed)
        for name, value in row.items():
            if isinstance(value, int):
                assert isinstance(changed[name], int)
            # Rounding to a whole number moves it by up to a half more.
            assert abs(changed[name] - value) <= 0.0101 * abs(value) + 0.5
        moved += row != changed
    assert moved > 150
    assert "changed" not in json.loads((plan / "sample-serve/drive.json").read_text())
