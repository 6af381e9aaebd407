"""The forecasting template: nothing after an origin is shown, splits follow the secret, runs are scored."""

import csv
import io
import json
from itertools import pairwise
from pathlib import Path

import local_run
import pytest
from fixture_files import assemble, expectations
from forecasting_setup import FOLDER, SECRET, Json, anchors, small

NAIVE = FOLDER / "reference/naive"
# The last value again. The next months are read off the calendar, as a student's code would.
PERSISTENCE = """import csv, sys
history, horizon, out = sys.argv[1:]
last = {row["series"]: row for row in csv.DictReader(open(history + "/history.csv"))}
quantiles = ["q0.025", "q0.1", "q0.25", "q0.5", "q0.75", "q0.9", "q0.975"]
with open(out, "w") as file:
    file.write(",".join(["series", "date", "mean", *quantiles]) + "\\n")
    for name, row in last.items():
        year, month = map(int, row["date"].split("-"))
        for step in range(1, int(horizon) + 1):
            at = 12 * year + month - 1 + step
            cells = [name, f"{at // 12}-{at % 12 + 1:02d}", *[row["value"]] * 8]
            file.write(",".join(cells) + "\\n")
"""


@pytest.fixture(scope="module")
def definition() -> Json:
    return small()


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory, definition: Json) -> Path:
    made: Path = local_run.make_split(tmp_path_factory.mktemp("forecasting"), definition, SECRET)
    return made


def dates(path: Path) -> list[str]:
    return [row["date"] for row in csv.DictReader(io.StringIO(path.read_text()))]


def test_public_data_end_before_the_first_hidden_day(split: Path) -> None:
    origins = json.loads((split / "hidden/origins.json").read_text())
    first = min(origins["PUBLIC_TEST"] + origins["PRIVATE_TEST"])
    for name in ("history.csv", "sample.csv", "observed.csv", "streams_sample.csv"):
        assert max(dates(split / "public/data" / name)) <= first


def test_hidden_blocks_do_not_overlap(split: Path) -> None:
    origins = json.loads((split / "hidden/origins.json").read_text())
    labels = sorted(set(dates(split / "hidden/known.csv")))
    steps = sorted(labels.index(label) for part in origins.values() for label in part)
    assert min(b - a for a, b in pairwise(steps)) >= 28


def test_another_secret_gives_other_origins_and_drifts(tmp_path: Path, split: Path, definition: Json) -> None:
    other = local_run.make_split(tmp_path, definition, "11" * 32)
    for name in ("origins.json", "drifts_private_test.csv"):
        assert (other / "hidden" / name).read_text() != (split / "hidden" / name).read_text()


def test_a_call_sees_no_day_after_its_origin(tmp_path: Path, split: Path, definition: Json) -> None:
    run = local_run.Run(tmp_path / "run", split, definition, "PUBLIC_TEST")
    forecasts = [call for call in run.calls["calls"] if call["command"] == "forecast"]
    assert len(forecasts) == 1 + 2 + 1 + 2
    for call in forecasts:
        folder = tmp_path / "run/in/plan" / call.get("filesOf", call["name"]) / "history"
        origin = call["values"]["origin"]
        assert max(dates(folder / "history.csv")) == origin
        assert max(dates(folder / "observed.csv")) <= origin
        assert len([date for date in dates(folder / "known.csv") if date > origin]) == 28


def test_every_origin_gets_its_own_container(tmp_path: Path, split: Path, definition: Json) -> None:
    run = local_run.Run(tmp_path / "run", split, definition, "PRIVATE_TEST")
    names = [call["name"] for call in run.calls["calls"]]
    assert len(set(names)) == len(names)
    assert {"hidden-1", "hidden-2", "hidden-3", "repeat", "lookup-1"} <= set(names)
    assert [call["visible"] for call in run.calls["calls"] if call["name"].startswith("hidden")] == [
        False
    ] * 4


def test_the_sample_is_scored_from_public_files_alone(tmp_path: Path, split: Path, definition: Json) -> None:
    run = local_run.Run(tmp_path / "run", split, definition, "SAMPLE").student(NAIVE)
    result = run.score(anchors())
    assert result["status"] == "SCORED"
    assert {plot["source"] for plot in result["plots"]} == {"SAMPLE"}
    assert sum(plot["key"].startswith("fan-") for plot in result["plots"]) == 20


def test_mase_is_that_of_a_plain_loop(tmp_path: Path, split: Path, definition: Json) -> None:
    run = local_run.Run(tmp_path / "run", split, definition, "PUBLIC_TEST").student(NAIVE)
    result = run.score(anchors())
    series: dict[str, list[tuple[str, float]]] = {}
    for row in csv.DictReader(io.StringIO((split / "hidden/panel.csv").read_text())):
        series.setdefault(row["series"], []).append((row["date"], float(row["value"])))
    origins = json.loads((split / "hidden/origins.json").read_text())["PUBLIC_TEST"]
    errors = []
    for number, origin in enumerate(origins, start=1):
        path = tmp_path / f"run/in/outputs/hidden-{number}/forecasts.csv"
        for row in csv.DictReader(io.StringIO(path.read_text())):
            past = [value for date, value in series[row["series"]] if date <= origin]
            scale = sum(abs(a - b) for a, b in zip(past[7:], past, strict=False)) / (len(past) - 7)
            truth = dict(series[row["series"]])[row["date"]]
            errors.append(abs(truth - float(row["q0.5"])) / scale)
    found = next(metric for metric in result["metrics"] if metric["name"] == "mase")
    assert found["value"] == pytest.approx(sum(errors) / len(errors), abs=6e-5)
    assert found["n"] == len(errors) == 2 * 28 * 20


def test_hidden_plots_hold_no_point_of_fewer_than_twenty_rows(
    tmp_path: Path, split: Path, definition: Json
) -> None:
    result = local_run.Run(tmp_path / "run", split, definition, "PUBLIC_TEST").student(NAIVE).score(anchors())
    hidden = [plot for plot in result["plots"] if plot["source"] == "HIDDEN_AGGREGATED"]
    assert hidden
    for plot in hidden:
        own = [series for series in plot["series"] if series["role"] == "student"]
        assert all(point["n"] >= 20 for series in own for point in series["points"])


def test_a_long_table_alone_is_an_assignment(tmp_path: Path) -> None:
    lines = ["month,shop,sold"]
    for shop in ("north", "south"):
        for month in range(120):
            value = 50 + 10 * (month % 12) + (7 * month) % 5 + (20 if shop == "north" else 0)
            lines.append(f"{2010 + month // 12}-{month % 12 + 1:02d},{shop},{value}")
    (tmp_path / "sales.csv").write_text("\n".join(lines) + "\n")
    (tmp_path / "assignment.yaml").write_text(
        "slug: sales\nversion: 1\ntitle: Sales\ntemplate: forecasting\n"
        "dataset: { file: sales.csv, time: month, series: shop, target: sold }\n"
    )
    definition = local_run.merged(tmp_path)
    split = local_run.make_split(tmp_path / "split", definition, SECRET, tmp_path)
    task = json.loads((split / "public/data/task.json").read_text())
    # A year ahead is usual for months; ten blocks of it would leave nothing to train on.
    assert (task["season"], task["horizon"]) == (12, 6)
    submission = tmp_path / "submission"
    submission.mkdir()
    (submission / "forecast.py").write_text(PERSISTENCE)
    (submission / "holdout.toml").write_text(
        '[project]\nassignment = "sales"\n[commands]\n'
        'forecast = "python3 forecast.py {history} {horizon} {forecasts}"\n'
    )
    result = local_run.Run(tmp_path / "run", split, definition).student(submission).score({"metrics": {}})
    assert result["status"] == "SCORED"
    assert next(metric for metric in result["metrics"] if metric["name"] == "mase")["value"] > 0


def test_series_too_short_for_the_origins_say_so(tmp_path: Path, definition: Json) -> None:
    long = {**definition, "split": {**definition["split"], "blocks": 300}}
    with pytest.raises(RuntimeError, match="too few"):
        local_run.make_split(tmp_path, long, SECRET)


EXPECTED = expectations(FOLDER)
SHORT = {"alarms-before"}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=() if name.partition("/")[2] in SHORT else pytest.mark.long)
        for name in EXPECTED
    ],
)
def test_fixture(name: str, tmp_path: Path, split: Path, definition: Json) -> None:
    expected = EXPECTED[name]
    submission = assemble(FOLDER, name, tmp_path / "submission")
    run = local_run.Run(tmp_path / "run", split, definition, "PUBLIC_TEST").student(submission)
    result = run.score(anchors())
    if "code" in expected:
        assert (result["status"], result["rejection"]["code"]) == ("REJECTED", expected["code"])
        return
    assert result["status"] == "SCORED"
    gates = {gate["key"]: gate["status"] for gate in result["gates"]}
    findings = {finding["key"] for finding in result["findings"]}
    metrics = {metric["name"]: metric["value"] for metric in result["metrics"]}
    assert result["points"]["value"] <= expected.get("maxPoints", 100)
    assert result["passed"] == expected.get("passed", result["passed"])
    assert expected.get("finding") in {None, *findings}
    if "gate" in expected:
        assert gates[expected["gate"]["key"]] == expected["gate"]["status"]
    if "metric" in expected:
        assert metrics[expected["metric"]["name"]] <= expected["metric"]["max"]
    if "evades" in expected:
        assert gates[expected["evades"]] == "PASSED"
    if expected.get("gatesPass"):
        assert set(gates.values()) == {"PASSED"}
