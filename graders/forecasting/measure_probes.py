"""How often the probes catch what they are for, and how often they accuse an honest forecast.

python3 measure_probes.py --seeds 50    → probes.json (then run Prettier)

Every seed is a new split and a new salt. Three private origins instead of 13, and no streams: the probes
look at three origins of a run and at one that is forecast twice. Run it in the image `checks`; submissions
run without a sandbox, for they are ours.
"""

import argparse
import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from local_run import HERE, Json, Run, make_split, merged
from measure import secret_of

sys.path.insert(0, str(HERE.parent / "scorer/tests"))

from fixture_files import assemble
from probe_counts import ProbeCounts, write_probes

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


def gates(root: Path, split: Path, assignment: Json, submission: Path, seed: int) -> dict[str, Json]:
    run = Run(root, split, assignment, salt=secret_of("salt", seed))
    run.in_process = True
    with inside(submission):
        run.student(submission)
    return {gate["key"]: gate for gate in run.score({"metrics": {}}, seed)["gates"]}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--out", type=Path, default=HERE / "probes.json")
    arguments = parser.parse_args()
    assignment = definition()
    counts = ProbeCounts(GATES, HOSTILE)
    for seed in range(arguments.seeds):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            split = make_split(folder / "split", assignment, secret_of("probes", seed))
            for reference in HONEST:
                submission = HERE / "reference" / reference
                found = gates(folder / reference, split, assignment, submission, seed)
                counts.add_honest(found)
            for fixture in HOSTILE:
                submission = assemble(HERE, f"rejected/{fixture}", folder / f"{fixture}-code")
                found = gates(folder / fixture, split, assignment, submission, seed)
                counts.add_hostile(fixture, found)
        print(seed + 1, counts.told(), flush=True)
        write_probes(arguments.out, ABOUT, counts.to_json(seed + 1))


if __name__ == "__main__":
    main()
