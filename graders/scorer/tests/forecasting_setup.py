"""The bundled forecasting project, cut down so that a run takes seconds."""

import json
from pathlib import Path
from typing import Any

import local_run

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


def anchors() -> Json:
    path = FOLDER / "anchors.json"
    loaded: Json = json.loads(path.read_text())
    return loaded
