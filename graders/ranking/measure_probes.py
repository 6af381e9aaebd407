"""How often the probes catch what they are for, and how often they accuse an honest model.

python3 measure_probes.py --seeds 50    → probes.json

Every seed is a new split, a new salt and new shuffles. Fixtures that embed the whole data are slow and
stand on every
tenth seed.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "scorer"), str(HERE.parent / "scorer/tests")]

from calls_harness import Json, Run, definition, make_split  # noqa: E402
from fixture_files import assemble  # noqa: E402
from measure import secret_of  # noqa: E402

PERMUTATIONS, SLOW_EVERY = 2, 10
HONEST = ("simple", "strong")
HOSTILE = {
    "id-seeded": "user-independence",
    "company": "user-independence",
    "embedded-answers": "embedded-answers",
    "embedded-answers-evading": "embedded-answers",
}
SLOW = ("embedded-answers", "embedded-answers-evading")
TASKS = ("offPolicy", "experiments", "simulation")


def lists_only() -> Json:
    """The assignment without the tasks that the probes do not look at."""
    found = definition(HERE)
    for key in TASKS:
        del found[key]
    kept = {"ndcg", "map", "coverage", "novelty", "recall"}
    found["metrics"] = [metric for metric in found["metrics"] if metric["name"] in kept]
    found["criteria"] = [c for c in found["criteria"] if set(c["metrics"]) <= kept]
    return found


def gates(root: Path, split: Path, submission: Path, seed: int, *, in_process: bool) -> dict[str, Json]:
    run = Run(root, split, lists_only(), permutations=PERMUTATIONS, salt=secret_of("salt", seed))
    run.run_student(submission, in_process=in_process, only=("recommend",))
    return {gate["key"]: gate for gate in run.score({"metrics": {}}, seed)["gates"]}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=50)
    values: dict[str, list[float]] = {}
    fired: dict[str, int] = {}
    caught: dict[str, list[bool]] = {name: [] for name in HOSTILE}
    for seed in range(parser.parse_args().seeds):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            split = make_split(root / "split", lists_only(), HERE / "data", secret_of("probes", seed))
            for name in HONEST:
                found = gates(root / name, split, HERE / "reference" / name, seed, in_process=True)
                for key, gate in found.items():
                    values.setdefault(key, []).append(gate["value"])
                    fired[key] = fired.get(key, 0) + (gate["status"] != "PASSED")
            for name, key in HOSTILE.items():
                if name not in SLOW or seed % SLOW_EVERY == 0:
                    submission = assemble(HERE, f"rejected/{name}", root / f"{name}-code")
                    found = gates(root / name, split, submission, seed, in_process=False)
                    caught[name].append(found[key]["status"] != "PASSED")
        print(seed + 1, {key: max(found) for key, found in values.items()}, fired, caught, flush=True)
        write(seed + 1, values, fired, caught)


def write(
    seeds: int, values: dict[str, list[float]], fired: dict[str, int], caught: dict[str, list[bool]]
) -> None:
    written = {
        "about": "Honest seeds: a new split, salt and shuffles each, for the simple and the strong "
        "reference.",
        "seeds": seeds,
        "permutations": PERMUTATIONS,
        "falseAlarms": {
            key: {"fired": fired[key], "of": len(found), "largestHonestValue": round(max(found), 4)}
            for key, found in values.items()
        },
        "detection": {
            name: {"probe": HOSTILE[name], "caught": sum(found), "of": len(found)}
            for name, found in caught.items()
        },
    }
    (HERE / "probes.json").write_text(json.dumps(written, indent=2) + "\n")


if __name__ == "__main__":
    main()
