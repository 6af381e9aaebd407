"""The bundled forecasting project, cut down so that a run takes seconds."""

import shutil
from pathlib import Path
from typing import Any

import local_run
import yaml

FOLDER = Path(__file__).resolve().parents[2] / "forecasting"

Json = dict[str, Any]
SECRET = "5e" * 32


def small() -> Json:
    """Two public origins, a probe at each, and few streams."""
    definition: Json = local_run.merged()
    definition["split"] |= {"publicOrigins": 2, "privateOrigins": 3, "sampleOrigins": 2}
    definition["probes"]["seriesLookup"]["origins"] = 2
    definition["streams"] |= {"sample": 8, "public": 10, "private": 12}
    return definition


def expected_of(fixture: Path) -> Json:
    loaded: Json = yaml.safe_load((fixture / "expected.yaml").read_text())
    return loaded


def with_included(fixture: Path, target: Path) -> Path:
    """The submission: the fixture's own files and those it names of the project."""
    shutil.copytree(fixture, target)
    for name, source in expected_of(fixture).get("include", {}).items():
        shutil.copy(FOLDER / source, target / name)
    return target


def anchors() -> Json:
    path = FOLDER / "anchors.json"
    loaded: Json = yaml.safe_load(path.read_text())
    return loaded
