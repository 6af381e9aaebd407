"""The programs that measure the probes still run, and one seed of each comes out as it should."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

GRADERS = Path(__file__).resolve().parents[2]
# Known limits, which the programs measure as well.
EVADING = {
    "embedded-answers-evading",
    "series-lookup-evading",
    "no-seed-rarely",
    "row-lookup-beside-a-model",
    "day-seeded",
}


@pytest.mark.long
@pytest.mark.parametrize("grader", ["forecasting", "mlops", "templates", "vision"])
def test_one_seed(grader: str, tmp_path: Path) -> None:
    if grader == "vision" and find_spec("onnxruntime") is None:
        pytest.skip("models run in the image `onnx`")
    out = tmp_path / "probes.json"
    program = str(GRADERS / grader / "measure_probes.py")
    subprocess.run([sys.executable, program, "--seeds", "1", "--out", str(out)], check=True)
    written = json.loads(out.read_text())
    for found in written.get("templates", {"": written}).values():
        check(found)


def check(found: dict[str, Any]) -> None:
    assert {key: alarm["fired"] for key, alarm in found["falseAlarms"].items() if alarm["fired"]} == {}
    missed = {name for name, entry in found["detection"].items() if entry["caught"] < entry["of"]}
    assert missed <= EVADING
