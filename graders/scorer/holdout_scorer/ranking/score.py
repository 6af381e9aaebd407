"""`score`: lists, estimates and verdicts become metrics, points, gates, findings and plots."""

from holdout_scorer.anchors import read_anchors
from holdout_scorer.bootstrap import resample_counts
from holdout_scorer.errors import RejectedError
from holdout_scorer.grading import grade, points_result
from holdout_scorer.node import Node
from holdout_scorer.ranking.evidence import Evidence, gather
from holdout_scorer.ranking.measures import measure_all
from holdout_scorer.ranking.plots import coverage_plot, loop_plot, ndcg_plot, popularity_plot
from holdout_scorer.ranking.probes import judge
from holdout_scorer.ranking.spec import SAMPLE, RankingSpec, read_spec
from holdout_scorer.ranking.tasks import loop_keys, read_part
from holdout_scorer.reference_curves import with_reference_curves
from holdout_scorer.result import GradingResult, Plot, PlotSource, plain, rejected
from holdout_scorer.workspace import Workspace

SAMPLE_PLOT_RESAMPLES = 200


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes result.json and, for a scored run, resamples.f64."""
    spec = read_spec(definition)
    part = read_part(job)
    try:
        result, draws = score(workspace, spec, part, job)
    except RejectedError as error:
        result, draws = rejected(part, spec.rubric.pass_mark, error.rejection), None
    workspace.write_json("result.json", plain(result))
    if draws is not None:
        workspace.write("resamples.f64", draws)


def score(workspace: Workspace, spec: RankingSpec, part: str, job: Node) -> tuple[GradingResult, bytes]:
    """Raises RejectedError for a malformed student file."""
    evidence = gather(workspace, spec, part)
    rubric = spec.rubric
    seed = job["resampleSeed"].integer()
    weights = resample_counts(len(evidence.top.users), rubric.resamples, seed)
    keys = loop_keys(workspace, part)
    measures = measure_all(spec, evidence, weights, seed, keys.generator("graded"))
    verdicts = judge(spec, evidence)
    graded = grade(measures, read_anchors(job["anchors"]), rubric)
    total = graded.capped(verdicts.gates, rubric)
    shown = points_result(total, rubric.level)
    failed = any(gate.status == "FAILED" for gate in verdicts.gates)
    source: PlotSource = "SAMPLE" if part == SAMPLE else "HIDDEN_AGGREGATED"
    plots = _plots(spec, evidence, seed, source)
    if spec.simulation_rounds:
        plots.append(loop_plot(spec, evidence, keys.generator("plot"), source))
    result = GradingResult(
        split=part,
        passMark=rubric.pass_mark,
        status="SCORED",
        metrics=[measure.to_result(part, rubric) for measure in measures.values()],
        criteria=graded.criteria,
        points=shown,
        gates=verdicts.gates,
        findings=verdicts.findings,
        plots=with_reference_curves(plots, job["anchors"]),
        passed=shown.value >= rubric.pass_mark and not failed,
    )
    return result, total.draws.astype("<f8").tobytes()


def _plots(spec: RankingSpec, evidence: Evidence, seed: int, source: PlotSource) -> list[Plot]:
    few = resample_counts(len(evidence.top.users), SAMPLE_PLOT_RESAMPLES, seed)
    return [
        ndcg_plot(spec, evidence.top, few, source),
        coverage_plot(spec, evidence, source),
        popularity_plot(evidence, source),
    ]
