"""A notebook as a program: its code cells from the top, in one namespace, as a script of the same lines.

What only a notebook's own shell understands (lines that begin with % or !, or end with ?) is refused.
"""

from __future__ import annotations

import json
import linecache
import os
import re
from types import CodeType
from typing import NamedTuple

from .rejection import Rejection, shown

SUFFIX = ".ipynb"
_PYTHON = ("python", "python3")
_MAX_CELLS = 2000
_PLACE = re.compile(r"(.+\.ipynb), code cell ([1-9][0-9]{0,3})")
_MAGIC = re.compile(r"\s*[%!?]|.*=\s*[%!]|.*\?\s*$")


class NotebookInvalid(Exception):
    """It cannot be run; says why and what to do."""


class Cell(NamedTuple):
    """Of code; `number` counts those of code alone, from 1."""

    number: int
    source: str


def code_cells(content: bytes) -> list[Cell]:
    """The code cells of a notebook (nbformat 4, Python). Raises NotebookInvalid."""
    try:
        notebook = json.loads(content)
    except (ValueError, RecursionError):
        raise NotebookInvalid("is no notebook: it is not JSON. Save it again in Jupyter.") from None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or notebook.get("nbformat") != 4:
        raise NotebookInvalid("is no notebook of format 4. Save it again in a current Jupyter.")
    language = _language_of(notebook)
    if language is not None and language != "python":
        raise NotebookInvalid(f"is written in {shown(language)}. Only Python runs here.")
    code = [_text_of(cell) for cell in cells if isinstance(cell, dict) and cell.get("cell_type") == "code"]
    if not any(source.strip() for source in code):
        raise NotebookInvalid("has no code cell: nothing would run.")
    if len(code) > _MAX_CELLS:
        raise NotebookInvalid(f"has more than {_MAX_CELLS} code cells. Split it.")
    return [Cell(number, source) for number, source in enumerate(code, start=1)]


def compiled(path: str, cells: list[Cell]) -> list[CodeType]:
    """The cells as code whose lines are named by cell in a traceback.

    Raises NotebookInvalid for magics, SyntaxError for the rest.
    """
    return [_compiled(place_of(path, cell.number), cell) for cell in cells]


def _compiled(place: str, cell: Cell) -> CodeType:
    lines = cell.source.splitlines(keepends=True)
    linecache.cache[place] = (len(cell.source), None, lines, place)
    try:
        return compile(cell.source, place, "exec", dont_inherit=True)
    except SyntaxError as error:
        line = lines[error.lineno - 1] if error.lineno and error.lineno <= len(lines) else ""
        if not _MAGIC.match(line):
            raise
        raise NotebookInvalid(
            f'has "{shown(line.strip())}" in code cell {cell.number}, line {error.lineno}: '
            "only a notebook's own shell understands that. Remove it, or do the same in Python."
        ) from None


def place_of(path: str, number: int) -> str:
    return f"{path}, code cell {number}"


def file_of(place: str) -> tuple[str, int] | None:
    """The file and the number of the code cell that a place names; None for the place of another file."""
    found = _PLACE.fullmatch(place)
    return (found[1], int(found[2])) if found else None


def refuse_unusable(root: str, config: dict[str, object]) -> None:
    """Look at the notebooks that commands of holdout.toml name, before anything runs. Raises Rejection."""
    commands = config.get("commands")
    for name, command in commands.items() if isinstance(commands, dict) else ():
        notebook = named_by(command) if isinstance(command, str) else None
        path = os.path.normpath(os.path.join(root, notebook)) if notebook else root
        # One that is not there is told of where the command fails; nothing outside the project is read.
        if notebook is None or not path.startswith(root + os.sep) or not os.path.isfile(path):
            continue
        try:
            with open(path, "rb") as file:
                compiled(path, code_cells(file.read()))
        except (NotebookInvalid, SyntaxError, ValueError, RecursionError) as error:
            raise _rejection(str(name), notebook, error) from None


def _rejection(command: str, notebook: str, error: Exception) -> Rejection:
    fact = str(error)
    if isinstance(error, SyntaxError):
        place = file_of(error.filename or "")
        cell = f" in code cell {place[1]}, line {error.lineno}" if place else ""
        fact = f"cannot be read as Python{cell}: {error.msg}. Run all its cells anew, then save it."
    elif not isinstance(error, NotebookInvalid):
        fact = "cannot be read as Python. Run all its cells anew, then save it."
    message = f'holdout.toml, commands.{shown(command)}: "{shown(notebook)}" {fact}'
    return Rejection("CONFIG_INVALID", message, notebook)


def named_by(command: str) -> str | None:
    """The notebook that a command runs with Python, if it does."""
    import shlex  # for PREPARE alone

    try:
        words = shlex.split(command)
    except ValueError:
        return None
    if not words or os.path.basename(words[0]) not in _PYTHON:
        return None
    script = next((word for word in words[1:] if not word.startswith("-")), "")
    return script if script.endswith(SUFFIX) and "-m" not in words and "-c" not in words else None


def _language_of(notebook: dict[str, object]) -> str | None:
    metadata = notebook.get("metadata")
    for part, key in (("language_info", "name"), ("kernelspec", "language")):
        about = metadata.get(part) if isinstance(metadata, dict) else None
        language = about.get(key) if isinstance(about, dict) else None
        if isinstance(language, str):
            return language.lower()
    return None


def _text_of(cell: dict[str, object]) -> str:
    source = cell.get("source")
    if isinstance(source, list) and all(isinstance(part, str) for part in source):
        return "".join(source)
    if isinstance(source, str):
        return source
    raise NotebookInvalid("has a code cell without a source. Save it again in Jupyter.")
