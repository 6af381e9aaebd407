"""`rows`: the part of a run that an assignment's own scorer may see."""

import numpy as np

from holdout_scorer.binary_classification.evidence import gather
from holdout_scorer.binary_classification.job import read_split
from holdout_scorer.binary_classification.spec import read_spec
from holdout_scorer.errors import AssignmentError, RejectedError
from holdout_scorer.node import Node
from holdout_scorer.own import Rows
from holdout_scorer.own_scorer.handed import Handed, hand_over
from holdout_scorer.result import plain, rejected
from holdout_scorer.workspace import Workspace


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes rows.npz, or result.json if a student's file is rejected."""
    spec, split = read_spec(definition), read_split(job)
    try:
        answers = gather(workspace, spec, split).main
    except RejectedError as error:
        workspace.write_json("result.json", plain(rejected(split, spec.rubric.pass_mark, error.rejection)))
        return
    if not answers.both_classes():
        raise AssignmentError("SPLIT_INVALID", f"{split} needs rows of both outcomes.")
    units, unit_of = np.unique([row["unit"] for row in answers.rows], return_inverse=True)
    is_single = units.size == answers.y.size
    groups = np.arange(answers.y.size) if is_single else unit_of.astype(np.int64)
    hand_over(workspace, Handed(Rows(answers.y, answers.p, groups, ("0", "1"), answers.d), has_both=True))
