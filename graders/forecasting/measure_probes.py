"""How often the probes catch what they are for, and how often they accuse an honest forecast.

python3 measure_probes.py --seeds 50    → probes.json (then run Prettier)

Every seed is a new split and a new salt. Three private origins instead of 13, and no streams: the probes
look at three origins of a run and at one that is forecast twice. Run it in the image `checks`; submissions
run without a sandbox, for they are ours.
"""

import argparse
import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from local_run import HERE, Json, Run, make_split, merged
from measure import secret_of

sys.path.insert(0, str(HERE.parent / "scorer/tests"))

from fixture_files import assemble

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
    found["bootstrap"] = {"resamples": 20, "level": 0.95}
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
    honest: dict[str, list[Json]] = {key: [] for key in GATES}
    caught: dict[str, list[bool]] = {name: [] for name in HOSTILE}
    for seed in range(arguments.seeds):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            split = make_split(folder / "split", assignment, secret_of("probes", seed))
            for reference in HONEST:
                submission = HERE / "reference" / reference
                found = gates(folder / reference, split, assignment, submission, seed)
                for key in GATES:
                    honest[key].append(found[key])
            for fixture, key in HOSTILE.items():
                submission = assemble(HERE, f"rejected/{fixture}", folder / f"{fixture}-code")
                found = gates(folder / fixture, split, assignment, submission, seed)
                caught[fixture].append(found[key]["status"] != "PASSED")
        print(seed + 1, {name: sum(found) for name, found in caught.items()}, flush=True)
        write(arguments.out, seed + 1, honest, caught)


def write(out: Path, seeds: int, honest: dict[str, list[Json]], caught: dict[str, list[bool]]) -> None:
    written = {
        "about": "Honest seeds: a new split and salt each, for the naive and the simple reference.",
        "seeds": seeds,
        "falseAlarms": {
            key: {
                "fired": sum(gate["status"] != "PASSED" for gate in found),
                "of": len(found),
                "largestHonestValue": round(max(gate["value"] for gate in found), 4),
                "limit": found[0]["limit"],
            }
            for key, found in honest.items()
        },
        "detection": {
            name: {"probe": HOSTILE[name], "caught": sum(found), "of": len(found)}
            for name, found in caught.items()
        },
    }
    out.write_text(json.dumps(written, indent=2) + "\n")


if __name__ == "__main__":
    main()
