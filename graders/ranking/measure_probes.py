"""How often the probes catch what they are for, and how often they accuse an honest model.

python3 measure_probes.py --seeds 50    → probes.json

Every seed is a new split, a new salt and new shuffles. Fixtures that embed the whole data are slow and stand
on every tenth seed.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "scorer"), str(HERE.parent / "scorer/tests")]

from calls_harness import Json, Run, definition, make_split  # noqa: E402
from fixture_files import assemble  # noqa: E402
from measure import secret_of  # noqa: E402
from probe_counts import Measurement, ProbeCounts  # noqa: E402

ABOUT = "Honest seeds: a new split, salt and shuffles each, for the simple and the strong reference."
GATES = ("user-independence", "embedded-answers", "same-result")
PERMUTATIONS, SLOW_EVERY = 2, 10
HONEST = ("simple", "strong")
HOSTILE = {
    "id-seeded": "user-independence",
    "company": "user-independence",
    "no-seed": "same-result",
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
    run.run_student(submission, in_process=in_process, only=("train", "recommend"))
    return {gate["key"]: gate for gate in run.score({"metrics": {}}, seed)["gates"]}


def main() -> None:
    measurement = Measurement(ABOUT, HERE / "probes.json")
    counts = ProbeCounts(GATES, HOSTILE, measurement.found)

    def one_seed(folder: Path, seed: int) -> None:
        split = make_split(folder / "split", lists_only(), HERE / "data", secret_of("probes", seed))
        for name in HONEST:
            submission = HERE / "reference" / name
            counts.add_honest(gates(folder / name, split, submission, seed, in_process=True))
        for name in HOSTILE:
            if name not in SLOW or seed % SLOW_EVERY == 0:
                submission = assemble(HERE, f"rejected/{name}", folder / f"{name}-code")
                counts.add_hostile(name, gates(folder / name, split, submission, seed, in_process=False))

    measurement.run(counts, one_seed, lambda found: found | {"permutations": PERMUTATIONS})


if __name__ == "__main__":
    main()
