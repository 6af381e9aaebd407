"""How often the probes catch what they are for, and how often they accuse an honest forecast.

python3 measure_probes.py --seeds 50    → probes.json (then run Prettier)

Every seed is a new split and a new salt. Three private origins instead of 13, and no streams: the probes
look at three origins of a run and at one that is forecast twice. Run it in the image `checks`; submissions
run without a sandbox, for they are ours.
"""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from local_run import HERE, Json, Run, make_split, merged
from measure import secret_of

sys.path.insert(0, str(HERE.parent / "scorer/tests"))

from fixture_files import assemble
from probe_counts import Measurement, ProbeCounts

ABOUT = "Honest seeds: a new split and salt each, for the naive and the simple reference."
GATES = ("series-lookup", "same-result")
HONEST = ("naive", "simple")
HOSTILE = {
    "series-lookup": "series-lookup",
    "series-lookup-scaled": "series-lookup",
    "series-lookup-evading": "series-lookup",
    "no-seed": "same-result",
    "no-seed-rarely": "same-result",
}
ORIGINS = 3


def definition() -> Json:
    """The assignment, cut down to what the probes look at."""
    found = merged()
    found["split"] |= {"sampleOrigins": 1, "publicOrigins": 1, "privateOrigins": ORIGINS}
    found["bootstrap"] = {"resamples": 100, "level": 0.95}
    del found["streams"]
    found["metrics"] = [metric for metric in found["metrics"] if metric["name"] != "alarmF1"]
    found["criteria"] = [c for c in found["criteria"] if "alarmF1" not in c["metrics"]]
    return found


@contextlib.contextmanager
def inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def gates(run: Run, submission: Path, seed: int) -> dict[str, Json]:
    """What the probes say of a submission. Planning writes every history anew, so all share a seed's plan."""
    for left in ("in/outputs", "model"):
        shutil.rmtree(run.root / left, ignore_errors=True)
    with inside(submission):
        run.student(submission)
    return {gate["key"]: gate for gate in run.score({"metrics": {}}, seed)["gates"]}


def main() -> None:
    assignment = definition()
    measurement = Measurement(ABOUT, HERE / "probes.json")
    counts = ProbeCounts(GATES, HOSTILE, measurement.found)

    def one_seed(folder: Path, seed: int) -> None:
        split = make_split(folder / "split", assignment, secret_of("probes", seed))
        run = Run(folder / "run", split, assignment, salt=secret_of("salt", seed))
        run.in_process = True
        for reference in HONEST:
            counts.add_honest(gates(run, HERE / "reference" / reference, seed))
        for fixture in HOSTILE:
            submission = assemble(HERE, f"rejected/{fixture}", folder / f"{fixture}-code")
            counts.add_hostile(fixture, gates(run, submission, seed))

    measurement.run(counts, one_seed)


if __name__ == "__main__":
    main()
