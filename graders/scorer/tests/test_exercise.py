"""Every exercise with a set, end to end: its solution earns 100, its starter runs and earns little."""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from calls_harness import GRADERS, CallError, Run, command, definition, make_split

from holdout_scorer.cli import main
from holdout_scorer.exercise.compare import difference
from holdout_scorer.exercise.task import Failure

SECRET = "3c" * 32
EXERCISES = sorted(
    path.parent
    for path in (GRADERS / "exercises").glob("*/assignment.yaml")
    if "template: exercise" in path.read_text()
)
NAMES = [path.name for path in EXERCISES]
Json = dict[str, Any]


def split_of(root: Path, folder: Path, secret: str = SECRET) -> Path:
    data = folder / "data"
    if not data.is_dir():
        data = root / "none"
        data.mkdir(parents=True)
    return make_split(root / "split", definition(folder), data, secret)


def graded(root: Path, folder: Path, student: str, part: str = "PRIVATE_TEST") -> Json:
    run = Run(root / "run", split_of(root, folder), definition(folder), part=part)
    run.run_student(folder / student)
    return run.score({"metrics": {}})


def by_tasks(folder: Path) -> bool:
    return "files" not in definition(folder)["exercise"]


def by_task_folders() -> list[Any]:
    """Training-runs trains networks for every task, which takes seconds."""
    return [
        pytest.param(folder, marks=pytest.mark.long if folder.name == "training-runs" else (), id=str(folder))
        for folder in EXERCISES
        if by_tasks(folder)
    ]


@pytest.mark.parametrize("folder", EXERCISES, ids=NAMES)
def test_every_assignment_is_sound(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "in").mkdir()
    if (folder / "data").is_dir():
        shutil.copytree(folder / "data", tmp_path / "in/data")
    else:
        (tmp_path / "in/data").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "in/assignment.json").write_text(json.dumps(definition(folder)))
    assert main(["validate"], tmp_path) == 0
    assert json.loads((tmp_path / "out/problems.json").read_text()) == []


@pytest.mark.parametrize("folder", by_task_folders())
@pytest.mark.parametrize("part", ["SAMPLE", "PRIVATE_TEST"])
def test_the_solution_earns_everything(tmp_path: Path, folder: Path, part: str) -> None:
    result = graded(tmp_path, folder, "reference/solution", part)
    assert result["status"] == "SCORED", result["rejection"]
    assert [finding["message"] for finding in result["findings"]] == []
    assert (result["points"]["value"], result["passed"]) == (100.0, True)


@pytest.mark.parametrize("folder", by_task_folders())
def test_the_starter_runs_and_is_told_what_to_do(tmp_path: Path, folder: Path) -> None:
    result = graded(tmp_path, folder, "starter", "PUBLIC_TEST")
    assert result["status"] == "SCORED", result["rejection"]
    assert result["points"]["value"] < 45
    assert not result["passed"]
    wrong = {metric["name"] for metric in result["metrics"] if metric["value"] < 1}
    assert {finding["key"] for finding in result["findings"]} == wrong
    assert all(len(finding["message"]) > 40 for finding in result["findings"])


@pytest.mark.parametrize("folder", by_task_folders())
def test_tasks_follow_the_secret_and_nothing_public_answers_hidden_ones(tmp_path: Path, folder: Path) -> None:
    one = split_of(tmp_path / "a", folder)
    same = split_of(tmp_path / "b", folder)
    other = split_of(tmp_path / "c", folder, "7f" * 32)
    hidden = [(root / "hidden/private_test.json").read_text() for root in (one, same, other)]
    assert hidden[0] == hidden[1] != hidden[2]
    public = (one / "public/sample.json").read_text()
    assert hidden[0] != public != (one / "hidden/public_test.json").read_text()
    given = json.loads((one / "public/data/tasks.json").read_text())["tasks"]
    assert all(set(task) == {"id", "function", "arguments"} for task in given)


def test_hidden_tasks_have_other_names_in_every_run(tmp_path: Path) -> None:
    folder = GRADERS / "exercises/time-series-evaluation"
    split, assignment = split_of(tmp_path, folder), definition(folder)
    seen = []
    for salt in ("a1" * 32, "b2" * 32):
        run = Run(tmp_path / salt, split, assignment, salt=salt)
        tasks = json.loads((run.inputs / "plan/hidden/tasks.json").read_text())["tasks"]
        seen.append([task["id"] for task in tasks])
        assert not any("mase" in name for name in seen[-1])
    assert set(seen[0]).isdisjoint(seen[1])


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{", "NOT_JSON"),
        ('{"answers": {"x": {"value": NaN}}}', "NOT_JSON"),
        ('{"answers": {"x": {"value": 1}}}', "EXTRA_IDS"),
        ("[]", "SHAPE"),
        ('{"answers": {"step-0": 5}}', "SHAPE"),
        ('{"answers": {"step-0": {"value": 1e999}}}', "NOT_FINITE"),
        ('{"answers": {"step-0": {"value": ' + "[" * 30 + "]" * 30 + "}}}", "NOT_FINITE"),
        ("[" * 100_000, "NOT_JSON"),
        (None, "MISSING_FILE"),
    ],
)
def test_a_file_of_answers_that_cannot_be_read_is_turned_down(
    tmp_path: Path, written: str | None, code: str
) -> None:
    folder = GRADERS / "exercises/inventory-control"
    run = Run(tmp_path / "run", split_of(tmp_path, folder), definition(folder), part="SAMPLE")
    answers = run.inputs / "outputs/sample/answers.json"
    answers.parent.mkdir(parents=True)
    if written is not None:
        answers.write_text(written)
    result = run.score({"metrics": {}})
    assert (result["status"], result["rejection"]["code"]) == ("REJECTED", code)


def test_what_student_code_says_of_hidden_tasks_is_not_shown(tmp_path: Path) -> None:
    student = tmp_path / "student"
    student.mkdir()
    folder = GRADERS / "exercises/model-registry"
    for name in ("holdout.toml", "solve.py"):
        (student / name).write_bytes((folder / "starter" / name).read_bytes())
    (student / "student.py").write_text("def __getattr__(name):\n    raise ValueError('told you')\n")
    run = Run(tmp_path / "run", split_of(tmp_path, folder), definition(folder))
    run.run_student(student)
    assert "told you" in (run.inputs / "outputs/hidden/answers.json").read_text()
    result = run.score({"metrics": {}})
    assert result["points"]["value"] == 0
    assert "told you" not in json.dumps(result)


def test_a_solve_command_that_fails_is_an_error_of_the_run(tmp_path: Path) -> None:
    folder = GRADERS / "exercises/model-registry"
    student = tmp_path / "student"
    student.mkdir()
    (student / "holdout.toml").write_text('[commands]\nsolve = "python3 nothing.py"\n')
    run = Run(tmp_path / "run", split_of(tmp_path, folder), definition(folder))
    with pytest.raises(CallError):
        run.run_student(student)


@pytest.mark.parametrize(
    ("answer", "expected", "word"),
    [
        (1, True, "true or false"),
        (True, 1, "number"),
        (None, 1.0, "null"),
        ("a", "b", "wrong"),
        ([1], [1, 2], "elements"),
        ({"a": 1}, {"b": 1}, "lacks"),
        ({"a": 1, "b": 2}, {"a": 1}, "entries"),
        ([1.0, 2.1], [1.0, 2.0], "[1] is too high"),
        (float("nan"), 0.0, "finite"),
        (Failure("ValueError: x"), 1, "raised"),
        (3, None, "null"),
    ],
)
def test_a_difference_is_named(answer: object, expected: object, word: str) -> None:
    assert word in str(difference(answer, expected, 1e-6))


def test_equal_answers_do_not_differ() -> None:
    value: Json = {"a": [1.0, None, True, "x", {"b": []}]}
    assert difference(json.loads(json.dumps(value)), value, 1e-6) is None
    assert difference(1.0 + 1e-8, 1, 1e-6) is None


def test_the_best_policy_of_a_shop_beats_every_other(tmp_path: Path) -> None:
    from holdout_scorer.exercise.shop import draw_shop

    rng = np.random.default_rng(4)
    shop = draw_shop(rng)
    best = shop.best_value()
    assert best > shop.logged_value() > 0
    for _ in range(300):
        policy = np.array([rng.integers(0, shop.capacity - stock + 1) for stock in range(shop.capacity + 1)])
        assert float(shop.value(policy)[0]) <= best + 1e-9
    # The equations agree with plain simulation.
    up_to = np.array([shop.capacity - stock for stock in range(shop.capacity + 1)])
    rewards = []
    for _ in range(300):
        stock, total, discount = 0, 0.0, 1.0
        for asked in rng.choice(shop.demand.size, size=150, p=shop.demand):
            order = int(up_to[stock])
            sold = min(stock + order, int(asked))
            stock = stock + order - sold
            total += discount * shop.reward(order, sold, stock)
            discount *= shop.gamma
        rewards.append(total)
    error = float(np.std(rewards)) / len(rewards) ** 0.5
    assert abs(float(np.mean(rewards)) - float(shop.value(up_to)[0])) < 4 * error + 0.1


def test_validation_of_an_assignment_names_its_mistakes(tmp_path: Path) -> None:
    wrong = definition(GRADERS / "exercises/model-registry")
    wrong["criteria"][0]["weight"] = 7
    wrong["metrics"] = [m for m in wrong["metrics"] if m["name"] != "lineage"]
    wrong["criteria"] = [c for c in wrong["criteria"] if c["key"] != "lineage"]
    root = tmp_path / "check"
    (root / "in/data").mkdir(parents=True)
    (root / "out").mkdir()
    (root / "in/assignment.json").write_text(json.dumps(wrong))
    assert main(["validate"], root) == 0
    messages = [problem["message"] for problem in json.loads((root / "out/problems.json").read_text())]
    assert any("`lineage` is graded by no metric" in message for message in messages)
    assert any("weighs 7" in message for message in messages)


def test_an_unknown_set_is_the_authors_mistake(tmp_path: Path) -> None:
    wrong = definition(GRADERS / "exercises/model-registry")
    wrong["exercise"]["set"] = "nothing"
    with pytest.raises(RuntimeError, match="no exercise that the scorer knows"):
        command(tmp_path, "split", {"secretHex": SECRET, "splitIndex": 0}, wrong)


DOSSIER = GRADERS / "exercises/production-dossier"


def dossier(root: Path, student: Path, measured: object) -> Json:
    run = Run(root / "run", split_of(root, DOSSIER), definition(DOSSIER))
    run.run_student(student)
    given = {} if measured is None else {"measured": measured}
    command(
        root / "run",
        "score",
        run._job() | {"resampleSeed": 1, "anchors": {"metrics": {}}} | given,
        run.assignment,
    )
    result: Json = json.loads((root / "run/out/result.json").read_text())
    return result


def measured_run() -> list[Json]:
    found: list[Json] = json.loads((DOSSIER / "fixtures/measured.json").read_text())
    return found


def test_a_dossier_with_the_measured_numbers_earns_everything(tmp_path: Path) -> None:
    result = dossier(tmp_path, DOSSIER / "reference/solution", measured_run())
    assert result["findings"] == []
    assert result["points"]["value"] == 100


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda runs: runs[0]["metrics"][0].update(value=0.7312), "`auc`: `value` are not"),
        (lambda runs: runs[0]["metrics"][3].update(graded=True), "`averagePrecision` is not quoted"),
        (lambda runs: runs[0]["metrics"].pop(1), "`brierSkill` is no metric"),
        (lambda runs: runs[0].update(points=71.0), "`points` must be those"),
        (lambda runs: runs[0].update(assignment="ranking"), "Of these you have a scored run: `ranking`"),
        (lambda runs: runs.clear(), "no scored run of a project yet"),
    ],
)
def test_a_card_must_quote_what_was_measured(tmp_path: Path, change: Any, told: str) -> None:
    runs = measured_run()
    change(runs)
    result = dossier(tmp_path, DOSSIER / "reference/solution", runs)
    assert told in result["findings"][0]["message"]
    assert [finding["key"] for finding in result["findings"]] == ["numbers"]
    assert result["points"]["value"] == 75


def test_the_local_check_says_that_it_cannot_see_measured_numbers(tmp_path: Path) -> None:
    result = dossier(tmp_path, DOSSIER / "reference/solution", None)
    assert "only the server knows" in result["findings"][0]["message"]


def test_the_empty_dossier_earns_little_and_every_check_says_what_is_missing(tmp_path: Path) -> None:
    result = dossier(tmp_path, DOSSIER / "starter", measured_run())
    assert result["points"]["value"] < 15
    assert {f["key"] for f in result["findings"]} == {m["name"] for m in result["metrics"]}


WRONG: list[tuple[str, str, Any, str]] = [
    ("costs", "cost_report.json", lambda d: d["items"][1].update(amount=31.0), "`service`: amount"),
    ("costs", "cost_report.json", lambda d: d.update(total=1.0), "`total` is not the sum"),
    ("costs", "cost_report.json", lambda d: d["scenarios"][0].update(total=1), "total is not the total with"),
    ("costs", "cost_report.json", lambda d: d["items"].pop(0), "category `training`"),
    ("costs", "cost_report.json", lambda d: d.update(costPerThousand=3), "`costPerThousand`"),
    ("failures", "failure_analysis.json", lambda d: d["segments"][0].update(low=0.3), "Wilson interval"),
    ("failures", "failure_analysis.json", lambda d: d["segments"][1].update(n=9), "n at least 20"),
    ("failures", "failure_analysis.json", lambda d: d.update(worst="aged under 25"), "highest error rate"),
    ("failures", "failure_analysis.json", lambda d: d["theories"].pop(0), "explain the worst"),
    ("release", "release_plan.json", lambda d: d["steps"][1].update(trafficShare=0.2), "at most 10%"),
    ("release", "release_plan.json", lambda d: d["steps"][2].update(trafficShare=0.01), "must rise"),
    ("release", "release_plan.json", lambda d: d["steps"][2].pop("rollbackWhen"), "`rollbackWhen` needs"),
    ("release", "release_plan.json", lambda d: d["rollback"].update(toVersion="3"), "another version"),
    ("release", "release_plan.json", lambda d: d["steps"].pop(0), "must begin with a shadow"),
    ("card", "model_card.json", lambda d: d.update(outOfScope="nothing"), "`outOfScope` needs"),
    ("card", "model_card.json", lambda d: d.update(limitations=[1]), "`limitations` needs"),
]


@pytest.mark.parametrize(
    ("key", "file", "change", "told"), WRONG, ids=[f"{w[0]}-{n}" for n, w in enumerate(WRONG)]
)
def test_a_fault_in_a_document_is_found_and_named(key: str, file: str, change: Any, told: str) -> None:
    from holdout_scorer.exercise.sets import production_dossier
    from holdout_scorer.node import Node

    documents = DOSSIER / "reference/solution/documents"
    names = {entry["name"]: entry["path"] for entry in definition(DOSSIER)["exercise"]["files"]}
    files: dict[str, bytes | None] = {name: (documents / path).read_bytes() for name, path in names.items()}
    content = json.loads((documents / file).read_text())
    change(content)
    place = next(name for name, path in names.items() if path == file)
    files[place] = json.dumps(content).encode()
    platform = Node({"measured": measured_run()}, "job.json")
    checks = {check.key: check for check in production_dossier.grade_files(files, documents, platform)}
    assert 0 < checks[key].share < 1
    assert told in checks[key].message
    assert all(check.share == 1 for name, check in checks.items() if name != key)


@pytest.mark.parametrize(
    "junk", [None, b"", b"\xff\xfe", b"[]", b"[" * 100_000, b'{"items": 3, "steps": [null]}']
)
def test_junk_for_a_document_is_no_crash(junk: bytes | None) -> None:
    from holdout_scorer.exercise.sets import production_dossier
    from holdout_scorer.node import Node

    files = {entry["name"]: junk for entry in definition(DOSSIER)["exercise"]["files"]}
    checks = production_dossier.grade_files(files, DOSSIER, Node({"measured": []}, "job.json"))
    assert all(check.share < 0.5 and check.message for check in checks)
