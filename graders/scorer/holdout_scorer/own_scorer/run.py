"""`own`: runs the assignment's own scorer on the rows passed to it. Its code runs here and nowhere else."""

import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import numpy as np

from holdout_scorer.arrays import Floats, Ints
from holdout_scorer.bootstrap import MeanOfUnits, widened
from holdout_scorer.node import Node
from holdout_scorer.own import Rows
from holdout_scorer.own_scorer.answers import Answered, checked
from holdout_scorer.own_scorer.fault import SOURCE, OwnScorerError, raised
from holdout_scorer.own_scorer.guard import Guard, forbidden
from holdout_scorer.own_scorer.handed import BATCH_CELLS, Handed, drawn, take_over, unit_counts, units_of
from holdout_scorer.result import plain
from holdout_scorer.rubric import MetricSpec, read_rubric
from holdout_scorer.workspace import Workspace

ENTRY = "score"
# In a trial, a scorer must leave time for a busier machine.
SHARE_OF_TIME = 0.5
TIMED_CALLS = 3


@dataclass(frozen=True)
class Scorer:
    """The function of an author, and how to call it."""

    function: Callable[[Rows], object]
    line: int
    guard: Guard
    metrics: tuple[MetricSpec, ...]
    is_hidden: bool

    def __call__(self, rows: Rows, *, is_draw: bool = False) -> Answered:
        """Raises OwnScorerError for whatever goes wrong."""
        found = _guarded(self.guard, lambda: self.function(rows))
        return checked(found, self.metrics, len(rows), self.line, is_hidden=self.is_hidden, is_draw=is_draw)


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes own.json, or fault.json with what the author should fix."""
    try:
        answered = _answered(workspace, definition, job)
    except OwnScorerError as error:
        fault = {"code": error.code, "message": error.message, "line": error.line, "detail": error.detail}
        workspace.write_json("fault.json", fault)
        return
    workspace.write_json("own.json", answered)


def _answered(workspace: Workspace, definition: Node, job: Node) -> object:
    rubric, handed = read_rubric(definition), take_over(workspace)
    own = tuple(metric for metric in rubric.metrics if metric.own)
    is_hidden = job["split"].text() != "SAMPLE"
    scorer = _loaded(workspace.input(SOURCE).read_bytes(), own, is_hidden=is_hidden)
    first = scorer(handed.rows)
    is_called_again = any(value.rows is None for value in first.values.values())
    if is_called_again and job["isTrial"].flag():
        _require_speed(scorer, handed.rows, rubric.resamples, job["seconds"].number() * SHARE_OF_TIME)
    draws = _draws(scorer, first, handed, rubric.resamples, job["resampleSeed"].integer(), rubric.level)
    if not scorer(handed.rows).is_same(first):
        message = (
            "The scorer gives another answer for the same rows. Give every random generator a fixed seed."
        )
        raise OwnScorerError("NOT_DETERMINISTIC", message, scorer.line)
    units, _ = units_of(handed.rows)
    return {
        "metrics": [
            {
                "name": name,
                "value": value.value,
                "draws": draws[name].tolist(),
                "isMean": value.rows is not None,
                "isOfGroups": units != len(handed.rows),
            }
            for name, value in first.values.items()
        ],
        "charts": plain(list(first.charts)),
    }


def _require_speed(scorer: Scorer, rows: Rows, resamples: int, limit: float) -> None:
    """Raises OwnScorerError where calling it on every resample would take longer than `limit` seconds.

    Of its own time, at its best: the first call imports, and a busy machine makes any call look slow.
    """
    seconds = math.inf
    for _ in range(TIMED_CALLS):
        began = time.process_time()
        scorer(rows)
        seconds = min(seconds, resamples * (time.process_time() - began))
        if seconds <= limit:
            return
    raise OwnScorerError(
        "TOO_SLOW",
        f"Called again on {resamples:,} resamples it takes about {seconds:,.0f} s and may take {limit:,.0f}. "
        "Return `rows=`, a value for each row, where the metric is a mean.",
        scorer.line,
    )


def _loaded(source: bytes, metrics: tuple[MetricSpec, ...], *, is_hidden: bool) -> Scorer:
    guard = Guard()
    names: dict[str, object] = {"__name__": "scorer", "__file__": SOURCE}
    # Cache files written by imports would be taken for files of the scorer.
    sys.dont_write_bytecode = True
    _guarded(guard, lambda: exec(compile(source, SOURCE, "exec", dont_inherit=True), names))
    function = names.get(ENTRY)
    if not callable(function):
        raise OwnScorerError("NO_SCORE", "The file needs a function `score(rows)`.")
    code = getattr(function, "__code__", None)
    line = code.co_firstlineno if code is not None and code.co_filename == SOURCE else 1
    return Scorer(cast(Callable[[Rows], object], function), line, guard, metrics, is_hidden)


def _guarded(guard: Guard, work: Callable[[], object]) -> object:
    try:
        with guard:
            found = work()
    except BaseException as error:
        # A forbidden step is reported even if the scorer continued and failed later.
        raise (forbidden(guard.broken) if guard.broken else raised(error)) from error
    if guard.broken:
        raise forbidden(guard.broken)
    return found


def _draws(
    scorer: Scorer, first: Answered, handed: Handed, resamples: int, seed: int, level: float
) -> dict[str, Floats]:
    """One value per resample of each metric, whose percentile interval is the metric's."""
    units, unit_of = units_of(handed.rows)
    called = {name: value for name, value in first.values.items() if value.rows is None}
    means = {
        name: _mean(value.rows, units, unit_of)
        for name, value in first.values.items()
        if value.rows is not None
    }
    kept: list[Floats] = []
    found: dict[str, list[Floats]] = {name: [] for name in first.values}
    # Skewness matters if there are few units; with very many, the counts would fill the memory.
    is_few = units * resamples <= BATCH_CELLS
    for counts in unit_counts(handed, resamples, seed):
        kept += [counts] if is_few else []
        for name, mean in means.items():
            found[name].append(mean.values(counts))
        if called:
            answers = [scorer(drawn(handed.rows, _places(each, unit_of)), is_draw=True) for each in counts]
            for name in called:
                found[name].append(np.array([answer.values[name].value for answer in answers]))
    draws = {
        name: widened(np.concatenate(values), first.values[name].value, units, level)
        for name, values in found.items()
    }
    if is_few:
        draws |= {name: mean.draws(np.concatenate(kept), level) for name, mean in means.items()}
    return draws


def _mean(rows: Floats, units: int, unit_of: Ints) -> MeanOfUnits:
    top = np.bincount(unit_of, rows, minlength=units).astype(np.float64)
    return MeanOfUnits(top, np.bincount(unit_of, minlength=units).astype(np.float64))


def _places(counts: Floats, unit_of: Ints) -> Ints:
    """Each row as often as its unit was drawn."""
    return np.repeat(np.arange(unit_of.size), counts[unit_of].astype(np.int64))
