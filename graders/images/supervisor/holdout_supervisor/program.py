"""The student's program, run in a forked child whose libraries are already imported."""

from __future__ import annotations

import atexit
import builtins
import errno
import gc
import importlib.machinery
import io
import json
import os
import signal
import sys
import threading
import types
from collections.abc import Callable
from typing import NoReturn

from . import notebook
from .lockdown import set_dumpable

_IGNORED_FLAGS = {"-I", "-s", "-E", "-B", "-u"}  # already true of this interpreter, or fixed by the platform
_OWN = "holdout_supervisor"


def become(argv: list[str], env: dict[str, str], cwd: str, report_fd: int) -> Callable[[], None]:
    """Turn a freshly forked child into the student's process; the returned call runs the program.

    `report_fd` takes one small JSON line about an uncaught exception: its type and where in the project it
    was raised.
    """
    os.setsid()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, 1)  # what the student prints is a log; only the supervisor writes frames
    os.closerange(3, report_fd)
    os.closerange(report_fd + 1, 4096)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    set_dumpable(True)
    script = _script_of(argv)
    if script is not None and script[1]:
        import runpy  # noqa: F401, before the project's modules can stand in its way
    if script is None:
        return lambda: _execute(argv, report_fd)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(line_buffering=True, write_through=True)
    sys.dont_write_bytecode = True
    for name in [name for name in sys.modules if name == _OWN or name.startswith(_OWN + ".")]:
        del sys.modules[name]
    return lambda: _run_python(*script, report_fd)


def _script_of(argv: list[str]) -> tuple[str, bool, list[str]] | None:
    """(script or module, is a module, arguments) when the command is one this interpreter can run itself."""
    if os.path.basename(argv[0]) not in ("python", "python3"):
        return None
    rest = argv[1:]
    while rest and rest[0] in _IGNORED_FLAGS:
        rest = rest[1:]
    if len(rest) >= 2 and rest[0] == "-m":
        return rest[1], True, rest[2:]
    if rest and not rest[0].startswith("-"):
        return rest[0], False, rest[1:]
    return None


def _execute(argv: list[str], report_fd: int) -> None:
    try:
        os.execvpe(argv[0], argv, os.environ)
    except OSError as error:
        print(f"{argv[0]}: {os.strerror(error.errno or 0)}", file=sys.stderr)
        if error.errno in (errno.ENOENT, errno.EACCES, errno.ENOEXEC):
            _report(report_fd, {"type": "EntryPointMissing", "file": argv[0]})
        os._exit(127)


def _run_python(target: str, is_module: bool, arguments: list[str], report_fd: int) -> None:
    """What `python target` does, in this process."""
    library = [path for path in sys.path if not os.path.isdir(os.path.join(path, _OWN))]
    sys.path[:] = [os.getcwd() if is_module else os.path.dirname(os.path.abspath(target)), *library]
    sys.argv[:] = [target, *arguments]
    _leave(_status_of(lambda: _run_target(target, is_module, report_fd), is_module, report_fd))


def _run_target(target: str, is_module: bool, report_fd: int) -> None:
    if is_module:
        import runpy

        runpy.run_module(target, run_name="__main__", alter_sys=True)
    else:
        _run_script(target, report_fd)


def _status_of(run: Callable[[], None], is_module: bool, report_fd: int) -> int:
    """Run to the end and give the exit status, with what Python prints on the way."""
    try:
        run()
    except SystemExit as leaving:
        if leaving.code is None or isinstance(leaving.code, int):
            return (leaving.code or 0) & 0xFF
        print(leaving.code, file=sys.stderr)
        return 1
    except BaseException as error:
        trace = error.__traceback__
        while trace is not None and (_is_ours(trace) or (is_module and _is_runpy(trace))):
            trace = trace.tb_next
        error.__traceback__ = trace
        _report(report_fd, _describe(error, trace))
        sys.excepthook(type(error), error, trace)
        return 1
    return 0


def _leave(status: int) -> NoReturn:
    """Shut down as the interpreter does, but spare the libraries' modules.

    Tearing those down copies every page the fork shares, which takes longer than many programs. Threads end,
    exit functions run, open files are completed, the project's own modules and all they hold are finalized.
    """
    getattr(threading, "_shutdown")()  # noqa: B009, no public name
    getattr(atexit, "_run_exitfuncs")()  # noqa: B009, no public name
    root = os.getcwd() + os.sep
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if name == "__main__" or (isinstance(file, str) and file.startswith(root)):
            del sys.modules[name]
    del module
    _complete_files()
    gc.collect()
    _complete_files()
    os._exit(status)


def _complete_files() -> None:
    """Flush what is still open, outer layers first: collecting a cycle may close a file before its buffer."""
    archives = (sys.modules["zipfile"].ZipFile,) if "zipfile" in sys.modules else ()
    live = [thing for thing in gc.get_objects() if issubclass(type(thing), (io.IOBase, *archives))]
    wrappers = [file for file in live if type(file).__module__ not in ("_io", "io")]
    text = [file for file in live if isinstance(file, io.TextIOWrapper)]
    buffers = [file for file in live if isinstance(file, (io.BufferedWriter, io.BufferedRandom))]
    for file, finish in [
        *((file, "close") for file in wrappers),
        *((file, "flush") for file in (sys.stdout, sys.stderr, *text, *buffers)),
    ]:
        try:
            getattr(file, finish)()
        except Exception as error:
            if not getattr(file, "closed", True):
                print(f"holdout: a file could not be completed ({error}).", file=sys.__stderr__)


def _run_script(target: str, report_fd: int) -> None:
    path = os.path.abspath(target)
    try:
        with open(path, "rb") as file:
            source = file.read()
    except OSError as error:
        print(f"python3: can't open file '{path}': [Errno {error.errno}] {error.strerror}", file=sys.stderr)
        _report(report_fd, {"type": "EntryPointMissing", "file": target})
        sys.exit(2)
    main = types.ModuleType("__main__")
    loader = importlib.machinery.SourceFileLoader("__main__", path)
    main.__dict__.update(__file__=path, __loader__=loader, __builtins__=builtins, __cached__=None)
    sys.modules["__main__"] = main
    if path.endswith(notebook.SUFFIX):
        main.__dict__.update(display=print)  # what every notebook has
    for code in _code_of(path, source):
        exec(code, main.__dict__)


def _code_of(path: str, source: bytes) -> list[types.CodeType]:
    if not path.endswith(notebook.SUFFIX):
        return [compile(source, path, "exec", dont_inherit=True)]
    try:
        return notebook.compiled(path, notebook.code_cells(source))
    except notebook.NotebookInvalid as error:
        print(f"{os.path.basename(path)} {error}", file=sys.stderr)
        sys.exit(2)


def _is_runpy(trace: types.TracebackType) -> bool:
    return "runpy" in trace.tb_frame.f_code.co_filename


def _is_ours(trace: types.TracebackType) -> bool:
    return _OWN in trace.tb_frame.f_code.co_filename


def _describe(error: BaseException, trace: types.TracebackType | None) -> dict[str, object]:
    """Builtin type and last line inside the project:

    Enough to find the fault, too little to carry hidden data out.
    """
    builtin = next(kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins")
    place: dict[str, object] = {}
    root = os.getcwd() + os.sep
    if isinstance(error, SyntaxError) and error.filename and error.filename.startswith(root):
        place = {"file": error.filename.removeprefix(root), "line": error.lineno}
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(root):
            place = {"file": name.removeprefix(root), "line": trace.tb_lineno}
        trace = trace.tb_next
    return {"type": builtin, "errno": error.errno if isinstance(error, OSError) else None, **place}


def _report(fd: int, fact: dict[str, object]) -> None:
    try:
        os.write(fd, json.dumps(fact).encode()[:4096])
    except OSError as error:
        print(f"holdout: the error could not be reported ({error}).", file=sys.stderr)
