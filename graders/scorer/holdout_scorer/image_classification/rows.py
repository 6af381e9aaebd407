"""`rows`: what an assignment's own scorer gets to see of a run. Corrupted images are not among it."""

import numpy as np

from holdout_scorer.errors import RejectedError
from holdout_scorer.image_classification.evidence import gather
from holdout_scorer.image_classification.spec import PARTS, read_spec
from holdout_scorer.node import Node
from holdout_scorer.own import Rows
from holdout_scorer.own_scorer.handed import Handed, hand_over
from holdout_scorer.result import plain, rejected
from holdout_scorer.workspace import Workspace


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes rows.npz, or result.json where a student's file is turned down."""
    spec, split = read_spec(definition), job["split"].one_of(*PARTS)
    try:
        evidence = gather(workspace, spec, split)
    except RejectedError as error:
        workspace.write_json("result.json", plain(rejected(split, spec.rubric.pass_mark, error.rejection)))
        return
    main = evidence.main
    labels = main.y.astype(np.float64)
    hand_over(workspace, Handed(Rows(labels, main.p, np.arange(labels.size), evidence.classes)))
