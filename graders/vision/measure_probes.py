"""How often the probes catch what they are for, and how often they accuse an honest model.

python3 measure_probes.py --seeds 50    → probes.json (then run Prettier)

Every seed is a new split, a new salt and new shuffles. Corruptions are left out, for no probe looks at them.
Honest models are linear: the probes judge what a model does with a picture, not how it was trained, and a
network takes minutes a seed. Trainings are forked from this process: else most of the time would go into
imports. Run it in the image `onnx` with PyYAML at hand; submissions run without a sandbox, for they are ours.
"""

import json
import sys
from pathlib import Path
from typing import IO

import onnx  # noqa: F401
import sklearn.linear_model
import sklearn.model_selection  # noqa: F401
from local_run import HERE, TRAIN_SECONDS, Json, Run, definition, make_split, secret_of

sys.path.insert(0, str(HERE.parent / "scorer/tests"))

from fixture_files import assemble
from forked import Forked
from probe_counts import PASSED, Measurement, ProbeCounts

PERMUTATIONS = 5
ABOUT = "Honest seeds: a new split, salt and shuffles each, for the naive and the simple reference."
# The last one is a finding.
GATES = ("row-independence", "row-lookup", "embedded-answers", "same-result")
HONEST = ("naive", "simple")
HOSTILE = {
    "batch-ranks": "row-independence",
    "size-sniffer": "row-independence",
    "image-lookup": "row-lookup",
    "embedded-answers": "embedded-answers",
    "embedded-answers-evading": "embedded-answers",
    "no-seed": "same-result",
}
# How often these train on shuffled labels: the other probes are judged on the first training. The run of a
# certification, which has one at least, is what trains twice on the same data.
RETRAINED = {"embedded-answers": PERMUTATIONS, "embedded-answers-evading": PERMUTATIONS, "no-seed": 1}


class QuickRun(Run):
    """Trainings are forked."""

    def execute(self, words: list[str], project: Path, log: IO[str]) -> int:
        return Forked(words[1:], project, log).wait(TRAIN_SECONDS)


def clean_only() -> Json:
    """The assignment without what no probe looks at."""
    found = definition()
    del found["corruptions"]
    found["latency"] = {"runs": 1}
    found["bootstrap"] = {"resamples": 100, "level": 0.95}
    left_out = {"mce", "auditAp"}
    found["metrics"] = [metric for metric in found["metrics"] if metric["name"] not in left_out]
    found["criteria"] = [c for c in found["criteria"] if not set(c["metrics"]) & left_out]
    return found


def gates(root: Path, split: Path, assignment: Json, project: Path, seed: int, count: int) -> dict[str, Json]:
    run = QuickRun(root, split, assignment, permutations=count, salt=secret_of("salt", seed))
    run.produce(project)
    result = run.score({"metrics": {}}, seed)
    if result["status"] != "SCORED":
        raise RuntimeError(json.dumps(result["rejection"]))
    told = {finding["key"] for finding in result["findings"]}
    repeated = PASSED | ({"status": "TOLD", "value": 1.0} if "same-result" in told else {})
    return {"same-result": repeated} | {gate["key"]: gate for gate in result["gates"]}


def main() -> None:
    assignment = clean_only()
    measurement = Measurement(ABOUT, HERE / "probes.json")
    counts = ProbeCounts(GATES, HOSTILE, measurement.found)

    def one_seed(folder: Path, seed: int) -> None:
        split = make_split(folder / "split", secret_of("probes", seed), assignment)
        for reference in HONEST:
            project = HERE / "reference" / reference
            counts.add_honest(gates(folder / reference, split, assignment, project, seed, PERMUTATIONS))
        for fixture in HOSTILE:
            project = assemble(HERE, f"rejected/{fixture}", folder / f"{fixture}-code")
            count = RETRAINED.get(fixture, 0)
            counts.add_hostile(fixture, gates(folder / fixture, split, assignment, project, seed, count))

    measurement.run(counts, one_seed, lambda found: found | {"permutations": PERMUTATIONS})


if __name__ == "__main__":
    main()
