"""How often the probes catch what they are for, and how often they accuse an honest service.

python3 measure_probes.py --seeds 50    → probes.json (then run Prettier)

Every seed is a new split and a new salt. Batches, streams, odd requests and retraining are left out: no
probe looks at them. A cheat runs through those calls that the probe for it looks at. Services run in plain
processes, one after the other, forked from this one: else most of the time would go into imports. Run it in
the image `checks`; submissions run without a sandbox, for they are ours.
"""

import json
import sys
from pathlib import Path
from typing import IO

import numpy  # noqa: F401
import pandas  # noqa: F401
import sklearn.linear_model
import sklearn.neighbors
import sklearn.pipeline
import sklearn.preprocessing  # noqa: F401

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "scorer"), str(HERE.parent / "scorer/tests")]

from fixture_files import assemble  # noqa: E402
from forked import Forked  # noqa: E402
from measure import secret_of  # noqa: E402
from probe_counts import Measurement, ProbeCounts  # noqa: E402
from service_harness import Json, Run, definition, make_split  # noqa: E402

ABOUT = "Honest seeds: a new split and salt each, for the simple reference. Cheats on the first 20 of them."
CHEATED = 20
GATES = ("row-independence", "row-lookup", "embedded-answers", "same-result")
HONEST = "simple"
HOSTILE = {
    "company": "row-independence",
    "size-sniffer": "row-independence",
    "row-lookup": "row-lookup",
    "embedded-answers": "embedded-answers",
    "embedded-answers-evading": "embedded-answers",
    "no-seed": "same-result",
}
JUDGED_ON = {
    "row-independence": ("train", "hidden-serve"),
    "row-lookup": ("train", "hidden-serve"),
    "embedded-answers": ("train", "hidden-serve", "changed", "changed-serve"),
    "same-result": ("train", "hidden-serve", "again"),
}


class QuickRun(Run):
    """Programs are forked, and the driver asks only what probes look at."""

    def start(self, words: list[str], folder: Path, env: dict[str, str], log: IO[str]) -> Forked:
        return Forked(words[1:], folder, log)

    def call(self, call: Json, submission: Path) -> None:
        path = self.root / "in/plan" / call["name"] / "drive.json"
        if path.is_file():
            path.write_text(json.dumps(json.loads(path.read_text()) | {"malformed": [], "unusual": []}))
        super().call(call, submission)


def probes_only() -> Json:
    """The assignment without what no probe looks at."""
    found = definition()
    for key in ("batches", "streams", "retraining"):
        del found[key]
    found["load"] |= {"requests": 80}
    found["split"] |= {"sampleRows": 50}
    found["bootstrap"] = {"resamples": 100, "level": 0.95}
    kept = {"mae", "contract", "availability"}
    found["metrics"] = [metric for metric in found["metrics"] if metric["name"] in kept]
    found["criteria"] = [c for c in found["criteria"] if set(c["metrics"]) <= kept]
    return found


def gates(
    root: Path, split: Path, assignment: Json, submission: Path, seed: int, probes: tuple[str, ...]
) -> dict[str, Json]:
    run = QuickRun(root, split, salt=secret_of("salt", seed), assignment=assignment)
    wanted = {name for probe in probes for name in JUDGED_ON[probe]}
    for call in run.calls:
        if call["name"] in wanted:
            run.call(call, submission)
    result = run.score({"metrics": {}}, seed)
    if result["status"] != "SCORED":
        raise RuntimeError(json.dumps(result["rejection"]))
    return {gate["key"]: gate for gate in result["gates"]}


def main() -> None:
    assignment = probes_only()
    measurement = Measurement(ABOUT, HERE / "probes.json")
    counts = ProbeCounts(GATES, HOSTILE, measurement.found)

    def one_seed(folder: Path, seed: int) -> None:
        split = make_split(folder / "split", secret_of("probes", seed), assignment=assignment)
        submission = HERE / "reference" / HONEST
        counts.add_honest(gates(folder / HONEST, split, assignment, submission, seed, GATES))
        for fixture, probe in HOSTILE.items() if seed < CHEATED else ():
            submission = assemble(HERE, f"rejected/{fixture}", folder / f"{fixture}-code")
            found = gates(folder / fixture, split, assignment, submission, seed, (probe,))
            counts.add_hostile(fixture, found)

    measurement.run(counts, one_seed)


if __name__ == "__main__":
    main()
