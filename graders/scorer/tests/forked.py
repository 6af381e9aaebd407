"""Scripts of ours run in copies of this process: else measuring many seeds would mostly measure imports."""

import multiprocessing
import os
import runpy
import sys
from pathlib import Path
from typing import IO

FORK = multiprocessing.get_context("fork")


class Forked:
    """A script that runs as in an interpreter of its own, but for what this one has imported already.

    words: the script and its arguments. log: gets what it prints.
    """

    def __init__(self, words: list[str], folder: Path, log: IO[str]) -> None:
        self.process = FORK.Process(target=_run, args=(words, folder, log.fileno()))
        self.process.start()

    def kill(self) -> None:
        self.process.kill()

    def wait(self, seconds: float | None = None) -> int:
        """The exit status, -1 for one that takes longer than `seconds` and is killed."""
        self.process.join(seconds)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()
            return -1
        return self.process.exitcode


def _run(words: list[str], folder: Path, log: int) -> None:
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.chdir(folder)
    # Its own modules come first, also where one of ours has the same name.
    for path in folder.glob("*.py"):
        sys.modules.pop(path.stem, None)
    sys.path.insert(0, str(folder))
    sys.argv = words
    runpy.run_path(words[0], run_name="__main__")
