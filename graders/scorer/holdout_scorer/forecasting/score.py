"""`score`: forecasts, alarms and what really came become metrics, points, gates, findings and plots."""

from holdout_scorer.anchors import read_anchors
from holdout_scorer.forecasting.evidence import gather
from holdout_scorer.forecasting.measures import measure_all
from holdout_scorer.forecasting.plots import all_plots
from holdout_scorer.forecasting.spec import ForecastingSpec, read_spec
from holdout_scorer.forecasting.task import read_split, read_task
from holdout_scorer.forecasting.verdicts import judge
from holdout_scorer.node import Node
from holdout_scorer.reference_curves import with_reference_curves
from holdout_scorer.scoring import Scored, scored, write_result
from holdout_scorer.workspace import Workspace


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes result.json and, for a scored run, resamples.f64."""
    spec = read_spec(definition)
    split = read_split(job)
    write_result(workspace, split, spec.rubric, lambda: score(workspace, spec, split, job))


def score(workspace: Workspace, spec: ForecastingSpec, split: str, job: Node) -> Scored:
    """Raises RejectedError for a malformed student file."""
    task = read_task(workspace, spec, split)
    evidence = gather(workspace, spec, task)
    rubric, seed = spec.rubric, job["resampleSeed"].integer()
    measures = measure_all(spec, evidence, seed)
    verdicts = judge(spec, evidence)
    return scored(
        split,
        rubric,
        measures,
        read_anchors(job["anchors"]),
        gates=verdicts.gates,
        findings=verdicts.findings,
        plots=with_reference_curves(all_plots(task, evidence, seed), job["anchors"]),
    )
