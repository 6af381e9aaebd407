"""The two folders a command sees: `in/` to read, `out/` to write."""

import json
from dataclasses import dataclass
from pathlib import Path

from holdout_scorer.errors import AssignmentError
from holdout_scorer.node import Node


@dataclass(frozen=True)
class Workspace:
    """`root/in` holds what the worker gave, `root/out` what it will collect."""

    root: Path

    def input(self, path: str) -> Path:
        return self.root / "in" / path

    def has(self, path: str) -> bool:
        return self.input(path).is_file()

    def read_json(self, path: str) -> Node:
        """Raises AssignmentError when the file is absent or not JSON."""
        try:
            return Node(json.loads(self.input(path).read_text("utf-8")), path)
        except (OSError, ValueError) as error:
            raise AssignmentError("INPUT_UNREADABLE", f"in/{path} is missing or is not JSON.") from error

    def write(self, path: str, content: bytes) -> None:
        target = self.root / "out" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    def write_json(self, path: str, value: object) -> None:
        # allow_nan=False: a NaN would be written as a token that no other JSON reader accepts.
        self.write(path, json.dumps(value, allow_nan=False, ensure_ascii=False).encode())
