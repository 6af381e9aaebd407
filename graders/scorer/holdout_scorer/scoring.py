"""The last steps of `score`, which are the same for every template."""

from collections.abc import Callable, Mapping, Sequence

from holdout_scorer.anchors import Anchor
from holdout_scorer.errors import RejectedError
from holdout_scorer.grading import Measure, grade, points_result
from holdout_scorer.result import Finding, GateResult, GradingResult, Plot, SliceResult, plain, rejected
from holdout_scorer.rubric import Rubric
from holdout_scorer.workspace import Workspace

# A result, and the points on every resample as little-endian doubles.
Scored = tuple[GradingResult, bytes]


def write_result(workspace: Workspace, split: str, rubric: Rubric, score: Callable[[], Scored]) -> None:
    """Writes result.json and, for a scored run, resamples.f64. `score` may raise RejectedError."""
    try:
        result, draws = score()
    except RejectedError as error:
        result, draws = rejected(split, rubric.pass_mark, error.rejection), None
    workspace.write_json("result.json", plain(result))
    if draws is not None:
        workspace.write("resamples.f64", draws)


def scored(
    split: str,
    rubric: Rubric,
    measures: Mapping[str, Measure],
    anchors: Mapping[str, Anchor],
    *,
    gates: list[GateResult],
    findings: list[Finding],
    plots: list[Plot],
    slices: Sequence[SliceResult] = (),
) -> Scored:
    """Points from measured metrics, limited by the gates; a failed gate fails the run whatever its points."""
    graded = grade(measures, anchors, rubric)
    total = graded.capped(gates, rubric)
    shown = points_result(total, rubric.level)
    failed = any(gate.status == "FAILED" for gate in gates)
    result = GradingResult(
        split=split,
        passMark=rubric.pass_mark,
        status="SCORED",
        metrics=[measure.to_result(split, rubric) for measure in measures.values()],
        criteria=graded.criteria,
        points=shown,
        gates=gates,
        findings=findings,
        slices=list(slices),
        plots=plots,
        passed=shown.value >= rubric.pass_mark and not failed,
    )
    return result, total.draws.astype("<f8").tobytes()
