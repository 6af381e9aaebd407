"""Fixtures of an assignment as fixtures/expectations.json states them."""

import json
import shutil
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def expectations(assignment: Path) -> dict[str, Json]:
    """What must become of each fixture, by name ("rejected/nan"), with all files that it includes."""
    read = json.loads((assignment / "fixtures/expectations.json").read_text())
    common = read.get("include", {})
    return {
        name: expected | {"include": common | expected.get("include", {})}
        for name, expected in read["fixtures"].items()
    }


def assemble(assignment: Path, name: str, target: Path) -> Path:
    """The submission: the fixture's own files, and of the included ones those it does not bring itself."""
    shutil.copytree(assignment / "fixtures" / name, target)
    for own, source in expectations(assignment)[name]["include"].items():
        if not (target / own).exists():
            (target / own).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(assignment / source, target / own)
    return target
