"""An assignment's own scorer: what it is given, what is taken of it, and every way in which it goes wrong."""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from calls_harness import Run, make_split
from test_tabular import SECRET, anchors, assignment, submission, write_table

from holdout_scorer.cli import main
from holdout_scorer.own import Rows
from holdout_scorer.own_scorer.handed import Handed, hand_over, take_over
from holdout_scorer.workspace import Workspace

OWN = Path(__file__).parent / "own_scorers"
Json = dict[str, Any]

METRICS = [
    {"name": name, "label": name, "direction": direction, "bound": bound, "graded": True, "own": True}
    for name, direction, bound in (("close", "HIGHER", 1), ("worstTenth", "LOWER", 0))
]


def judged(n: int = 90, groups: int = 90) -> Rows:
    generator = np.random.default_rng(3)
    labels = generator.normal(100, 40, n)
    return Rows(labels, labels + generator.normal(0, 30, n), np.arange(n) % groups)


def run_own(root: Path, source: str, rows: Rows, **job: Any) -> Json:
    """own.json, or the fault."""
    hand_over(Workspace(root), Handed(rows))
    inputs = root / "in"
    inputs.mkdir()
    shutil.move(root / "out/rows.npz", inputs / "rows.npz")
    (inputs / "scorer.py").write_text(source)
    (inputs / "assignment.json").write_text(json.dumps(assignment("regression", metrics=METRICS)))
    usual = {"split": "PRIVATE_TEST", "resampleSeed": 5, "seconds": 60, "isTrial": True}
    (inputs / "job.json").write_text(json.dumps(usual | job))
    assert main(["own"], root) == 0
    fault = root / "out/fault.json"
    found: Json = json.loads((fault if fault.exists() else root / "out/own.json").read_text())
    return found


def named(name: str) -> str:
    return (OWN / f"{name}.py").read_text()


def test_what_it_measures_has_intervals_and_is_paired(tmp_path: Path) -> None:
    rows = judged()
    found = run_own(tmp_path / "a", named("good"), rows)
    close, worst = found["metrics"]
    assert close["value"] == pytest.approx((abs(rows.labels - rows.predictions) <= 60).mean())
    assert (close["isMean"], worst["isMean"], close["isOfGroups"]) == (True, False, False)
    for metric in found["metrics"]:
        low, high = np.quantile(metric["draws"], [0.025, 0.975])
        assert len(metric["draws"]) == 1000
        assert low <= metric["value"] <= high
        assert low < high
    assert [point["n"] for point in found["charts"][0]["points"]] == [30, 30, 30]
    assert run_own(tmp_path / "b", named("good"), rows) == found


def test_rows_of_a_group_are_drawn_together(tmp_path: Path) -> None:
    """Of ten groups whose rows are all alike the interval is that of ten values, however many rows."""
    source = (
        "from holdout_scorer.own import Metric\n"
        "def score(rows):\n"
        "    mean = Metric('worstTenth', 'LOWER', value=rows.labels.mean())\n"
        "    return [Metric('close', 'HIGHER', rows=rows.labels), mean]\n"
    )
    values = np.arange(10.0) / 10
    few = Rows(np.tile(values, 20), np.zeros(200), np.tile(np.arange(10), 20))
    found = run_own(tmp_path, source, few)
    spread = values.std(ddof=1) / np.sqrt(10)
    for metric in found["metrics"]:
        low, high = np.quantile(metric["draws"], [0.025, 0.975])
        assert metric["isOfGroups"] is True
        assert 1.6 * spread < (high - low) / 2 < 3.2 * spread


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        (named("raises"), "RAISED", 6),
        (named("returns_nan"), "NOT_FINITE", 4),
        (named("undeclared"), "UNDECLARED_METRIC", 4),
        (named("prints"), "PRINTS_TOO_MUCH", 6),
        (named("writes"), "WRITES_FILES", 7),
        (named("random_answer"), "NOT_DETERMINISTIC", 6),
        ("def score(rows)\n    return []\n", "NOT_PYTHON", 1),
        ("import no_such_module\n", "RAISED", 1),
        ("scores = []\n", "NO_SCORE", None),
        ("def score(rows):\n    return {'close': 1}\n", "NOT_METRICS", 1),
        ("def score(rows):\n    rows.labels[0] = 1\n", "RAISED", 2),
        ("def score(rows):\n    raise SystemExit\n", "RAISED", 2),
        ("import subprocess\ndef score(rows):\n    subprocess.run(['id'])\n", "STARTS_PROGRAMS", 3),
        (
            "import socket\ndef score(rows):\n    socket.create_connection(('1.1.1.1', 1))\n",
            "USES_NETWORK",
            3,
        ),
        (
            "def score(rows):\n  try:\n    open('/tmp/x', 'w')\n  except BaseException:\n    return []\n",
            "WRITES_FILES",
            3,
        ),
    ],
)
def test_a_fault_is_told_with_its_kind_and_line(
    tmp_path: Path, source: str, code: str, line: int | None
) -> None:
    found = run_own(tmp_path, source, judged())
    assert (found["code"], found["line"]) == (code, line)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("[Metric('close', 'LOWER', value=1.0)]", "WRONG_DIRECTION"),
        ("[Metric('close', 'HIGHER', value=1.0)]", "METRIC_MISSING"),
        ("[Metric('close', 'HIGHER')]", "BAD_METRIC"),
        ("[Metric('close', 'HIGHER', rows=[1.0])]", "BAD_METRIC"),
        ("[Metric('close', 'HIGHER', value='much')]", "BAD_METRIC"),
        ("[Metric('close', 'HIGHER', value=float('inf'))]", "NOT_FINITE"),
        ("[Metric('close', 'HIGHER', value=1.0), Metric('close', 'HIGHER', value=1.0)]", "METRIC_TWICE"),
        ("[Chart('a', 'A', 'pie', 'x', 'y', [Point('few', 1.0, 30)])]", "BAD_CHART"),
    ],
)
def test_an_answer_is_held_to_what_was_declared(tmp_path: Path, answer: str, code: str) -> None:
    source = f"from holdout_scorer.own import Chart, Metric, Point\ndef score(rows):\n    return {answer}\n"
    assert run_own(tmp_path, source, judged())["code"] == code


@pytest.mark.parametrize(
    ("way", "message"),
    [
        ("raise ValueError(f'label {rows.labels[0]}')", "The scorer raised ValueError."),
        ("raise type(label, (Exception,), {})()", "The scorer raised an error that is not Python's own."),
        (
            "return [Metric(label, 'HIGHER', value=1.0)]",
            "`score` returned a metric that is not declared. Declared are `close`, `worstTenth`.",
        ),
        (
            "return [Metric('close', label, value=1.0)]",
            "The metric `close` is declared HIGHER, and `score` says otherwise.",
        ),
        (
            "return [Chart('c' + label.replace('.', '-'), 'C', 'pie', 'x', 'y', [])]",
            "A chart must be a bar or a line.",
        ),
    ],
)
def test_a_message_holds_nothing_that_the_scorer_read_but_its_author_is_told_more(
    tmp_path: Path, way: str, message: str
) -> None:
    start = "from holdout_scorer.own import Chart, Metric\ndef score(rows):\n"
    found = run_own(tmp_path, f"{start}    label = str(rows.labels[0])\n    {way}\n", judged())
    assert found["message"] == message
    label = str(judged().labels[0])
    assert label in found["detail"] or label.replace(".", "-") in found["detail"]


@pytest.mark.parametrize(("split", "shown"), [("PRIVATE_TEST", ["many"]), ("SAMPLE", ["few", "many"])])
def test_of_few_hidden_rows_nothing_is_drawn(tmp_path: Path, split: str, shown: list[str]) -> None:
    """How many rows a point stands for may depend on what a student predicts: that must not end a run."""
    source = named("good").replace(
        'zip("lmh", thirds, strict=True)', '(("few", thirds[0][:3]), ("many", thirds[1]))'
    )
    found = run_own(tmp_path, source, judged(), split=split)
    assert [point["x"] for point in found["charts"][0]["points"]] == shown


def test_a_trial_is_told_when_the_resamples_would_take_too_long(tmp_path: Path) -> None:
    source = (
        "from holdout_scorer.own import Metric\ndef score(rows):\n    sum(range(1_000_000))\n"
        "    return [Metric('close', 'HIGHER', value=1.0), Metric('worstTenth', 'LOWER', value=1.0)]\n"
    )
    assert run_own(tmp_path, source, judged(), seconds=4)["code"] == "TOO_SLOW"


def test_a_first_call_that_imports_is_no_slow_scorer(tmp_path: Path) -> None:
    source = (
        "from holdout_scorer.own import Metric\nmade = []\ndef score(rows):\n"
        "    made or made.append(sum(range(3_000_000)))\n"
        "    return [Metric('close', 'HIGHER', value=1.0), Metric('worstTenth', 'LOWER', value=1.0)]\n"
    )
    assert "metrics" in run_own(tmp_path, source, judged(), seconds=20)


def test_from_a_run_to_its_points(tmp_path: Path) -> None:
    own = {"key": "own", "mode": "AUTO", "weight": 20, "metrics": ["mae", "close", "worstTenth"]}
    criteria = [own | {"title": "Own", "workflowStep": "IMPROVE", "required": False}]
    chosen = assignment("regression", metrics=METRICS, criteria=criteria)
    split = make_split(tmp_path / "split", chosen, write_table(tmp_path / "data", "diabetes"), SECRET)
    run = Run(tmp_path / "run", split, chosen)
    run.run_student(submission(tmp_path / "student", "regression"), in_process=True)
    without = run.score(anchors(chosen))
    assert "Measured on the server only." in without["criteria"][-1]["note"]
    inputs = tmp_path / "run/in"
    assert main(["rows"], tmp_path / "run") == 0
    (tmp_path / "run/out/rows.npz").rename(inputs / "rows.npz")
    (inputs / "scorer.py").write_text(named("good"))
    job = json.loads((inputs / "job.json").read_text())
    (inputs / "job.json").write_text(json.dumps(job | {"seconds": 60, "isTrial": False}))
    assert main(["own"], tmp_path / "run") == 0
    (tmp_path / "run/out/own.json").rename(inputs / "own.json")
    result = run.score(anchors(chosen))
    found = {metric["name"]: metric for metric in result["metrics"]}
    assert list(found)[-2:] == ["close", "worstTenth"]
    assert found["close"]["method"] == "bootstrap-t, by the assignment's own scorer"
    assert result["criteria"][-1]["note"] is None
    assert result["plots"][-1]["key"] == "own-thirds"


def test_of_classes_it_is_handed_places_and_probabilities(tmp_path: Path) -> None:
    chosen = assignment("multiclass-classification")
    split = make_split(tmp_path / "split", chosen, write_table(tmp_path / "data", "iris"), SECRET)
    run = Run(tmp_path / "run", split, chosen)
    run.run_student(submission(tmp_path / "student", "multiclass"), in_process=True)
    result = run.score(anchors(chosen))
    accuracy = {metric["name"]: metric["value"] for metric in result["metrics"]}["accuracy"]
    assert main(["rows"], tmp_path / "run") == 0
    (tmp_path / "run/out/rows.npz").rename(tmp_path / "run/in/rows.npz")
    rows = take_over(Workspace(tmp_path / "run")).rows
    assert rows.classes == ("setosa", "versicolor", "virginica")
    assert (rows.predictions.argmax(axis=1) == rows.labels).mean() == pytest.approx(accuracy, abs=1e-4)


def test_a_file_that_is_turned_down_never_reaches_it(tmp_path: Path) -> None:
    chosen = assignment("regression", metrics=METRICS)
    split = make_split(tmp_path / "split", chosen, write_table(tmp_path / "data", "diabetes"), SECRET)
    run = Run(tmp_path / "run", split, chosen)
    run.run_student(submission(tmp_path / "student", "regression", "lambda v, n: 'inf'"), in_process=True)
    run.score(anchors(chosen))
    assert main(["rows"], tmp_path / "run") == 0
    assert not (tmp_path / "run/out/rows.npz").exists()
    result = json.loads((tmp_path / "run/out/result.json").read_text())
    assert result["rejection"]["code"] == "NOT_FINITE"
