"""`score`: probabilities, an audit and a log become metrics, points, gates, findings and plots."""

from holdout_scorer.anchors import read_anchors
from holdout_scorer.bootstrap import resample_counts
from holdout_scorer.image_classification.evidence import gather
from holdout_scorer.image_classification.measures import measure_all
from holdout_scorer.image_classification.plots import draw
from holdout_scorer.image_classification.probes import judge
from holdout_scorer.image_classification.spec import PARTS, ImageSpec, read_spec
from holdout_scorer.node import Node
from holdout_scorer.own_scorer.measures import in_order, own_measures
from holdout_scorer.reference_curves import with_reference_curves
from holdout_scorer.scoring import Scored, scored, write_result
from holdout_scorer.workspace import Workspace


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes result.json and, for a scored run, resamples.f64."""
    spec = read_spec(definition)
    split = job["split"].one_of(*PARTS)
    write_result(workspace, split, spec.rubric, lambda: score(workspace, spec, split, job))


def score(workspace: Workspace, spec: ImageSpec, split: str, job: Node) -> Scored:
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
    return scored(
        split,
        rubric,
        measures,
        anchors,
        gates=gates,
        findings=findings,
        plots=[*with_reference_curves(draw(spec, evidence, weights, split), job["anchors"]), *own_plots],
    )
