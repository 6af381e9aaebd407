"""`score`: forecasts, alarms and what really came become metrics, points, gates, findings and plots."""

from holdout_scorer.anchors import read_anchors
from holdout_scorer.errors import RejectedError
from holdout_scorer.forecasting.evidence import gather
from holdout_scorer.forecasting.measures import measure_all
from holdout_scorer.forecasting.plots import all_plots
from holdout_scorer.forecasting.spec import ForecastingSpec, read_spec
from holdout_scorer.forecasting.task import read_split, read_task
from holdout_scorer.forecasting.verdicts import judge
from holdout_scorer.grading import grade, points_result
from holdout_scorer.node import Node
from holdout_scorer.reference_curves import with_reference_curves
from holdout_scorer.result import GradingResult, plain, rejected
from holdout_scorer.workspace import Workspace


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes result.json and, for a scored run, resamples.f64."""
    spec = read_spec(definition)
    split = read_split(job)
    try:
        result, draws = score(workspace, spec, split, job)
    except RejectedError as error:
        result, draws = rejected(split, spec.rubric.pass_mark, error.rejection), None
    workspace.write_json("result.json", plain(result))
    if draws is not None:
        workspace.write("resamples.f64", draws)


def score(workspace: Workspace, spec: ForecastingSpec, split: str, job: Node) -> tuple[GradingResult, bytes]:
    """Raises RejectedError for a malformed student file."""
    task = read_task(workspace, spec, split)
    evidence = gather(workspace, spec, task)
    rubric, seed = spec.rubric, job["resampleSeed"].integer()
    measures = measure_all(spec, evidence, seed)
    verdicts = judge(spec, evidence)
    graded = grade(measures, read_anchors(job["anchors"]), rubric)
    total = graded.capped(verdicts.gates, rubric)
    shown = points_result(total, rubric.level)
    failed = any(gate.status == "FAILED" for gate in verdicts.gates)
    result = GradingResult(
        split=split,
        passMark=rubric.pass_mark,
        status="SCORED",
        metrics=[measure.to_result(split, rubric) for measure in measures.values()],
        criteria=graded.criteria,
        points=shown,
        gates=verdicts.gates,
        findings=verdicts.findings,
        slices=[],
        plots=with_reference_curves(all_plots(task, evidence, seed), job["anchors"]),
        passed=shown.value >= rubric.pass_mark and not failed,
    )
    return result, total.draws.astype("<f8").tobytes()
