"""What `plan` and `score` both need: the judged users and the tasks drawn for a split."""

from dataclasses import dataclass

from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.ranking import experiments, offpolicy
from holdout_scorer.ranking.spec import PARTS, SAMPLE, RankingSpec
from holdout_scorer.tables import Table, read_table
from holdout_scorer.workspace import Workspace


@dataclass(frozen=True)
class Judged:
    """The split's users by their key: known rows, and hidden rows."""

    histories: Table
    hidden: Table


def read_part(job: Node) -> str:
    return job["split"].one_of(*PARTS)


def main_call(part: str) -> str:
    return "sample" if part == SAMPLE else "hidden"


def read_judged(workspace: Workspace, part: str) -> Judged:
    """The scored users. SAMPLE comes from the public bundle, so a student can score it locally."""
    start = "public/data/sample" if part == SAMPLE else f"hidden/{part.lower()}"
    return Judged(
        read_table(workspace.input(f"{start}_histories.csv")),
        read_table(workspace.input(f"{start}_hidden.csv")),
    )


def _keys(workspace: Workspace, part: str) -> Keyring:
    if part == SAMPLE:
        return Keyring.from_hex(
            workspace.read_json("public/data/facts.json")["sampleKeyHex"].text(), "facts.json"
        )
    return Keyring.from_hex(workspace.read_json("hidden/tasks.json")[part].text(), "tasks.json")


def off_policy_task(workspace: Workspace, spec: RankingSpec, part: str) -> offpolicy.OffPolicyTask | None:
    return offpolicy.draw_task(_keys(workspace, part), spec.off_policy) if spec.off_policy else None


def experiment_task(workspace: Workspace, spec: RankingSpec, part: str) -> experiments.ExperimentTask | None:
    return experiments.draw_task(_keys(workspace, part), spec.experiments) if spec.experiments else None


def loop_keys(workspace: Workspace, part: str) -> Keyring:
    return _keys(workspace, part).child("feedback-loop")
