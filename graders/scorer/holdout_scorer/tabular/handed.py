"""`rows`: what an assignment's own scorer gets to see of a run."""

import numpy as np

from holdout_scorer.errors import RejectedError
from holdout_scorer.node import Node
from holdout_scorer.own import Rows
from holdout_scorer.own_scorer.handed import Handed, hand_over
from holdout_scorer.result import plain, rejected
from holdout_scorer.tabular.evidence import gather
from holdout_scorer.tabular.rows import read_judged, train_labels
from holdout_scorer.tabular.scale import scale_of
from holdout_scorer.tabular.spec import HIDDEN_FILES, SAMPLE, Kind, read_spec
from holdout_scorer.workspace import Workspace


def hand(workspace: Workspace, definition: Node, job: Node, kind: Kind) -> None:
    """Writes rows.npz, or result.json where a student's file is turned down."""
    spec = read_spec(definition, kind)
    split = job["split"].one_of(SAMPLE, *HIDDEN_FILES)
    scale = scale_of(spec, train_labels(workspace, spec))
    judged = read_judged(workspace, spec, split)
    try:
        evidence = gather(workspace, spec, split, judged, scale)
    except RejectedError as error:
        workspace.write_json("result.json", plain(rejected(split, spec.rubric.pass_mark, error.rejection)))
        return
    _, unit_of = np.unique([row["unit"] for row in judged.rows], return_inverse=True)
    p = evidence.p if scale.classes else evidence.p[:, 0]
    hand_over(workspace, Handed(Rows(evidence.y, p, unit_of.astype(np.int64), scale.classes)))
