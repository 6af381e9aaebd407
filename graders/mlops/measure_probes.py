"""How often the probes catch what they are for, and how often they accuse an honest service.

python3 measure_probes.py --seeds 50    → probes.json (then run Prettier)

Every seed is a new split and a new salt. Batches, streams, load and retraining are left out: no probe
looks at them. Services run in plain processes, one after the other. Run it in the image `checks`;
submissions run without a sandbox, for they are ours.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "scorer"), str(HERE.parent / "scorer/tests")]

from fixture_files import assemble  # noqa: E402
from measure import secret_of  # noqa: E402
from probe_counts import Measurement, ProbeCounts  # noqa: E402
from service_harness import Json, Run, definition, make_split  # noqa: E402

ABOUT = "Honest seeds: a new split and salt each, for the simple reference."
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


def gates(root: Path, split: Path, assignment: Json, submission: Path, seed: int) -> dict[str, Json]:
    run = Run(root, split, salt=secret_of("salt", seed), assignment=assignment)
    for call in run.calls:
        # The sample's service tells nothing of hidden rows.
        if call["name"] != "sample-serve":
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
        counts.add_honest(gates(folder / HONEST, split, assignment, submission, seed))
        for fixture in HOSTILE:
            submission = assemble(HERE, f"rejected/{fixture}", folder / f"{fixture}-code")
            counts.add_hostile(fixture, gates(folder / fixture, split, assignment, submission, seed))

    measurement.run(counts, one_seed)


if __name__ == "__main__":
    main()
