"""Textbook sizes and tests, with a check of the sample ratio."""

import json
import sys

import pandas as pd
from scipy import stats
from tables import options

POLICY = {"explore": 1, "penalty": 0.6}


def size(question: dict) -> float:
    """Normal approximation for two arms and one comparison, with the covariate."""
    z = stats.norm.ppf(1 - question["alpha"] / 2) + stats.norm.ppf(question["power"])
    if question["metric"] == "proportion":
        p, q = question["baseline"], question["baseline"] + question["lift"]
        variance = p * (1 - p) + q * (1 - q) / question["ratio"]
    else:
        variance = question["sd"] ** 2 * (1 + 1 / question["ratio"])
    return z**2 * variance * (1 - question["correlation"] ** 2) / question["lift"] ** 2


def verdict(case) -> str:
    control, treated = case.users_control, case.users_treatment
    planned = [(control + treated) * (1 - case.planned_share), (control + treated) * case.planned_share]
    if stats.chisquare([control, treated], planned).pvalue < 0.001:
        return "invalid"
    p, q = case.conversions_control / control, case.conversions_treatment / treated
    pooled = (case.conversions_control + case.conversions_treatment) / (control + treated)
    z = (q - p) / (pooled * (1 - pooled) * (1 / control + 1 / treated)) ** 0.5
    if 2 * stats.norm.sf(abs(z)) >= 0.05:
        return "inconclusive"
    return "ship" if z > 0 else "stop"


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
