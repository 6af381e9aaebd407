"""`score`: probabilities, an audit and a log become metrics, points, gates, findings and plots."""

from holdout_scorer.anchors import read_anchors
from holdout_scorer.bootstrap import resample_counts
from holdout_scorer.errors import RejectedError
from holdout_scorer.grading import grade, points_result
from holdout_scorer.image_classification.evidence import gather
from holdout_scorer.image_classification.measures import measure_all
from holdout_scorer.image_classification.plots import draw
from holdout_scorer.image_classification.probes import judge
from holdout_scorer.image_classification.spec import PARTS, ImageSpec, read_spec
from holdout_scorer.node import Node
from holdout_scorer.own_scorer.measures import in_order, own_measures
from holdout_scorer.reference_curves import with_reference_curves
from holdout_scorer.result import GradingResult, plain, rejected
from holdout_scorer.workspace import Workspace


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes result.json and, for a scored run, resamples.f64."""
    spec = read_spec(definition)
    split = job["split"].one_of(*PARTS)
    try:
        result, draws = score(workspace, spec, split, job)
    except RejectedError as error:
        result, draws = rejected(split, spec.rubric.pass_mark, error.rejection), None
    workspace.write_json("result.json", plain(result))
    if draws is not None:
        workspace.write("resamples.f64", draws)


def score(workspace: Workspace, spec: ImageSpec, split: str, job: Node) -> tuple[GradingResult, bytes]:
    """Raises RejectedError for a malformed file."""
    evidence = gather(workspace, spec, split)
    rubric, seed = spec.rubric, job["resampleSeed"].integer()
    weights = resample_counts(len(evidence.main.y), rubric.resamples, seed)
    own, own_plots = own_measures(workspace, rubric, len(evidence.main.y), split)
    measures = in_order(measure_all(spec, evidence, weights, seed) | own, rubric)
    gates, findings = judge(spec, evidence)
    anchors = read_anchors(job["anchors"])
    # A stated scale holds only beside anchors that say what skill is.
    if "macroF1" in anchors:
        anchors |= spec.stated
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
        plots=[*with_reference_curves(draw(spec, evidence, weights, split), job["anchors"]), *own_plots],
        passed=shown.value >= rubric.pass_mark and not failed,
    )
    return result, total.draws.astype("<f8").tobytes()
