"""A fault in an own scorer, described for its author."""

import builtins
import traceback

SOURCE = "scorer.py"


class OwnScorerError(Exception):
    """line: of the scorer's file, if one is at fault. message: contains nothing that the scorer read or
    printed. detail: Python's own message, which may contain labels, so only the author sees it.
    """

    def __init__(self, code: str, message: str, line: int | None = None, detail: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.line, self.detail = code, message, line, detail


def line_of(error: BaseException) -> int | None:
    """The last line of the scorer in the error's traceback."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == SOURCE]
    return lines[-1] if lines else None


def raised(error: BaseException) -> OwnScorerError:
    if isinstance(error, SyntaxError) and error.filename == SOURCE:
        return OwnScorerError("NOT_PYTHON", "This is not Python.", error.lineno, error.msg)
    kind = type(error).__name__
    if isinstance(error, MemoryError):
        return OwnScorerError("OUT_OF_MEMORY", "The scorer wants more memory than it has.", line_of(error))
    if getattr(builtins, kind, None) is not type(error):
        # Its name may be chosen by the scorer, or by a library.
        message, told = "The scorer raised an error that is not Python's own.", f"{kind}: {error}"
    else:
        message, told = f"The scorer raised {kind}.", str(error)
    return OwnScorerError("RAISED", message, line_of(error), told[:500])
