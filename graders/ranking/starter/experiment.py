"""A rule of thumb for sizes, and the larger rate wins."""

import json
import sys

import pandas as pd
from tables import options

POLICY = {"explore": 0, "penalty": 0}


def size(question: dict) -> float:
    """Sixteen variances over the squared lift."""
    rate = question["baseline"]
    variance = rate * (1 - rate) if question["metric"] == "proportion" else question["sd"] ** 2
    return 16 * variance / question["lift"] ** 2


def verdict(case) -> str:
    treated, control = (
        case.conversions_treatment / case.users_treatment,
        case.conversions_control / case.users_control,
    )
    return "ship" if treated > control else "stop"


def main() -> None:
    given = options(sys.argv[1:])
    questions = json.loads(given["questions"].read_text())
    cases = pd.read_csv(given["cases"], dtype={"case": str})
    design = {"sample_sizes": {q["id"]: size(q) for q in questions}, "policy": POLICY}
    given["design"].write_text(json.dumps(design))
    verdicts = [verdict(case) for case in cases.itertuples()]
    pd.DataFrame({"case": cases["case"], "verdict": verdicts}).to_csv(given["verdicts"], index=False)


if __name__ == "__main__":
    main()
