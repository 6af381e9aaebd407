"""assignment.yaml over the defaults of its template as libs/grading/src/template-defaults.ts merges them."""

from pathlib import Path
from typing import Any

import yaml

Json = dict[str, Any]

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
NAMED_LISTS = {"metrics": "name", "criteria": "key", "gates": "key"}


def merged_definition(folder: Path) -> Json:
    own: Json = yaml.safe_load((folder / "assignment.yaml").read_text())
    defaults: Json = yaml.safe_load((TEMPLATES / f"{own['template']}.yaml").read_text())
    return with_defaults(own, {"slug": folder.name, "version": 1, "summary": own["title"]} | defaults)


def with_defaults(own: Json, defaults: Json) -> Json:
    """Mappings merge, lists replace; metrics, criteria and gates merge by name."""
    merged = _merge(own, defaults)
    for key, name in NAMED_LISTS.items():
        if key in own and key in defaults:
            merged[key] = _merge_named(own[key], defaults[key], name)
    return merged


def _merge(own: Json, defaults: Json) -> Json:
    merged = dict(defaults)
    for key, value in own.items():
        before = defaults.get(key)
        merged[key] = _merge(value, before) if isinstance(value, dict) and isinstance(before, dict) else value
    return merged


def _merge_named(own: list[Json], defaults: list[Json], name: str) -> list[Json]:
    merged = list(defaults)
    after = len(merged) - 1
    for entry in own:
        place = next((i for i, each in enumerate(merged) if each[name] == entry[name]), None)
        if entry.get("remove") is True:
            if place is not None:
                merged.pop(place)
            after = min(after, len(merged) - 1)
        elif place is not None:
            merged[place], after = _merge(entry, merged[place]), place
        else:
            after += 1
            merged.insert(after, entry)
    return merged
