"""Reports at once, and with the line, what an own scorer may not do. Prevention is the container's job."""

import os
import sys
from typing import Any, NoReturn, TextIO, cast

from holdout_scorer.own_scorer.fault import OwnScorerError, line_of

MOST_PRINTED = 65_536
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FILES = (
    *("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate"),
    *("os.chmod", "shutil.rmtree", "shutil.move", "tempfile.mkstemp", "tempfile.mkdtemp"),
)
_PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.kill")
_NETWORK = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto")


class ForbiddenError(BaseException):
    """Not an Exception, so that no `except Exception` of a scorer takes it for an error of its own."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


def forbidden(error: ForbiddenError) -> OwnScorerError:
    return OwnScorerError(error.code, error.message, line_of(error))


class Guard:
    """While active, ends the scorer if it writes files, starts processes, uses the network or prints too
    much.
    """

    def __init__(self) -> None:
        self.broken: ForbiddenError | None = None
        self._is_on = False
        self._printed = Printed(self, sys.stderr)
        self._streams = sys.stdout, sys.stderr
        sys.addaudithook(self._audit)

    def __enter__(self) -> None:
        self._is_on = True
        self._streams = sys.stdout, sys.stderr
        # Both go to the container's log, so the limit applies to the sum of both.
        sys.stdout = sys.stderr = cast(TextIO, self._printed)

    def __exit__(self, *_: object) -> None:
        sys.stdout, sys.stderr = self._streams
        self._is_on = False

    def refuse(self, code: str, message: str) -> NoReturn:
        self.broken = ForbiddenError(code, message)
        raise self.broken

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._is_on:
            return
        if event == "open" and _writes(arguments):
            self.refuse("WRITES_FILES", "A scorer may not write files. Return what it found.")
        elif event in _FILES:
            self.refuse("WRITES_FILES", "A scorer may not change files. Return what it found.")
        elif event in _PROGRAMS:
            self.refuse("STARTS_PROGRAMS", "A scorer may not start other programs.")
        elif event in _NETWORK:
            self.refuse("USES_NETWORK", "A scorer has no network.")


class Printed:
    """stdout and stderr of a scorer: nobody reads them, so little is kept."""

    def __init__(self, guard: Guard, stream: TextIO) -> None:
        self._guard, self._stream, self._left = guard, stream, MOST_PRINTED

    def write(self, text: str) -> int:
        self._left -= len(text)
        if self._left < 0:
            self._guard.refuse(
                "PRINTS_TOO_MUCH", f"A scorer may print {MOST_PRINTED // 1024} KiB. Print less, or nothing."
            )
        return self._stream.write(text)

    def flush(self) -> None:
        self._stream.flush()


def _writes(arguments: tuple[Any, ...]) -> bool:
    mode, flags = arguments[1], arguments[2]
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    return isinstance(flags, int) and bool(flags & _WRITING)
