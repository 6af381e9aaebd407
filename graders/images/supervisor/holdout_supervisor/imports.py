"""Libraries that are imported for the program, before its time begins to count."""

from __future__ import annotations

import gc
import importlib
import os
import re
import sys

_SOURCES = (".py", ".ipynb")
_MOST_FILE = 1 << 20
# Also inside a notebook, where lines end as text. What only looks like an import costs time and nothing else.
_IMPORT = re.compile(rb"(?:\b|\\n)(?:import|from)\s+([\w., \t]*)")
_WORD = re.compile(rb"[A-Za-z_][A-Za-z_0-9]*")


def import_all(names: list[str]) -> list[str]:
    """Import what the image names. Arguments with a dash are no modules: they stand for an empty list."""
    imported = []
    for name in (name for name in names if not name.startswith("-")):
        try:
            importlib.import_module(name)
        except Exception as error:  # the program may meet it itself, or never
            print(f"holdout supervisor: {name} cannot be imported ({error}).", file=sys.stderr)
        else:
            imported.append(name)
    gc.collect()
    gc.freeze()  # keeps the collector from touching, and so copying, pages shared with the child
    return imported


def named_in(project: str, names: list[str]) -> list[str]:
    """Those of the modules whose package some source of the project imports."""
    packages = {name.partition(".")[0].encode() for name in names}
    found: set[bytes] = set()
    for folder, _, files in os.walk(project):
        for file in files:
            if packages and file.endswith(_SOURCES):
                words = _imported_by(os.path.join(folder, file)) & packages
                found |= words
                packages -= words
    return [name for name in names if name.partition(".")[0].encode() in found]


def _imported_by(source: str) -> set[bytes]:
    with open(source, "rb") as file:
        lines = _IMPORT.findall(file.read(_MOST_FILE))
    return {word for line in lines for word in _WORD.findall(line)}
