"""Sizes and tests that heed clusters, comparisons, looks and the sample ratio."""

import json
import sys

import pandas as pd
from scipy import stats
from tables import options

POLICY = {"explore": 2, "penalty": 0.8}


def size(question: dict) -> float:
    """Normal approximation with Bonferroni, design effect and what a covariate explains."""
    level = question["alpha"] / question["comparisons"]
    z = stats.norm.ppf(1 - level / 2) + stats.norm.ppf(question["power"])
    if question["metric"] == "proportion":
        p, q = question["baseline"], question["baseline"] + question["lift"]
        variance = p * (1 - p) + q * (1 - q) / question["ratio"]
    else:
        variance = question["sd"] ** 2 * (1 + 1 / question["ratio"])
    variance *= 1 - question["correlation"] ** 2
    return z**2 * variance / question["lift"] ** 2 * (1 + (question["cluster_size"] - 1) * question["icc"])


def verdict(case) -> str:
    control, treated = case.users_control, case.users_treatment
    planned = [(control + treated) * (1 - case.planned_share), (control + treated) * case.planned_share]
    if stats.chisquare([control, treated], planned).pvalue < 0.001:
        return "invalid"
    p, q = case.conversions_control / control, case.conversions_treatment / treated
    pooled = (case.conversions_control + case.conversions_treatment) / (control + treated)
    effect = 1 + (case.cluster_size - 1) * case.icc
    z = (q - p) / (pooled * (1 - pooled) * effect * (1 / control + 1 / treated)) ** 0.5
    if 2 * stats.norm.sf(abs(z)) * case.looks >= 0.05:
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
