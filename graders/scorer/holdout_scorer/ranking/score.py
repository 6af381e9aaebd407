"""`score`: lists, estimates and verdicts become metrics, points, gates, findings and plots."""

from holdout_scorer.anchors import read_anchors
from holdout_scorer.bootstrap import resample_counts
from holdout_scorer.node import Node
from holdout_scorer.ranking.evidence import Evidence, gather
from holdout_scorer.ranking.measures import measure_all
from holdout_scorer.ranking.plots import coverage_plot, loop_plot, ndcg_plot, popularity_plot
from holdout_scorer.ranking.probes import judge
from holdout_scorer.ranking.spec import SAMPLE, RankingSpec, read_spec
from holdout_scorer.ranking.tasks import loop_keys, read_part
from holdout_scorer.reference_curves import with_reference_curves
from holdout_scorer.result import Plot, PlotSource
from holdout_scorer.scoring import Scored, scored, write_result
from holdout_scorer.workspace import Workspace

SAMPLE_PLOT_RESAMPLES = 200


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes result.json and, for a scored run, resamples.f64."""
    spec = read_spec(definition)
    part = read_part(job)
    write_result(workspace, part, spec.rubric, lambda: score(workspace, spec, part, job))


def score(workspace: Workspace, spec: RankingSpec, part: str, job: Node) -> Scored:
    """Raises RejectedError for a malformed student file."""
    evidence = gather(workspace, spec, part)
    rubric = spec.rubric
    seed = job["resampleSeed"].integer()
    weights = resample_counts(len(evidence.top.users), rubric.resamples, seed)
    keys = loop_keys(workspace, part)
    measures = measure_all(spec, evidence, weights, seed, keys.generator("graded"))
    verdicts = judge(spec, evidence)
    source: PlotSource = "SAMPLE" if part == SAMPLE else "HIDDEN_AGGREGATED"
    plots = _plots(spec, evidence, seed, source)
    if spec.simulation_rounds:
        plots.append(loop_plot(spec, evidence, keys.generator("plot"), source))
    return scored(
        part,
        rubric,
        measures,
        read_anchors(job["anchors"]),
        gates=verdicts.gates,
        findings=verdicts.findings,
        plots=with_reference_curves(plots, job["anchors"]),
    )


def _plots(spec: RankingSpec, evidence: Evidence, seed: int, source: PlotSource) -> list[Plot]:
    few = resample_counts(len(evidence.top.users), SAMPLE_PLOT_RESAMPLES, seed)
    return [
        ndcg_plot(spec, evidence.top, few, source),
        coverage_plot(spec, evidence, source),
        popularity_plot(evidence, source),
    ]
