"""Experiments drawn from a key: how many users a test needs, and what finished tests allow to conclude."""

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from holdout_scorer.keys import Keyring
from holdout_scorer.ranking.spec import ExperimentSpec
from holdout_scorer.tables import csv_bytes

VERDICTS = ("ship", "stop", "inconclusive", "invalid")
CASE_COLUMNS = (
    "case",
    "planned_share",
    "looks",
    "cluster_size",
    "icc",
    "users_control",
    "users_treatment",
    "conversions_control",
    "conversions_treatment",
)
Question = dict[str, float | str]


@dataclass(frozen=True)
class ExperimentTask:
    """`questions` and `cases` as the student gets them, with the answers."""

    questions: list[Question]
    sizes: dict[str, float]
    cases: bytes
    verdicts: dict[str, str]


def draw_task(keys: Keyring, spec: ExperimentSpec) -> ExperimentTask:
    """The same key gives the same task."""
    generator = keys.generator("experiments")
    questions = [_question(generator, keys, number) for number in range(spec.questions)]
    drawn = [_case(generator, keys, number) for number in generator.permutation(spec.cases)]
    return ExperimentTask(
        questions,
        {str(q["id"]): sample_size(q) for q in questions},
        csv_bytes(CASE_COLUMNS, [row for row, _ in drawn]),
        {row["case"]: verdict for row, verdict in drawn},
    )


def sample_size(question: Question) -> float:
    """Users the control arm needs, by the normal approximation with unpooled variance.

    Two-sided alpha is divided by the number of comparisons (Bonferroni); a covariate of correlation r leaves
    1 - r² of the variance (CUPED); clusters of m users with intraclass correlation c need 1 + (m - 1) c
    times as many.
    Sources: Fleiss, Levin & Paik (2003), ch. 4; Deng et al. (2013), WSDM; Donner & Klar (2000).
    """
    value = {key: float(item) for key, item in question.items() if not isinstance(item, str)}
    z = ndtri(1 - value["alpha"] / value["comparisons"] / 2) + ndtri(value["power"])
    lift, ratio = value["lift"], value["ratio"]
    if question["metric"] == "proportion":
        p, q = value["baseline"], value["baseline"] + lift
        variance = p * (1 - p) + q * (1 - q) / ratio
    else:
        variance = value["sd"] ** 2 * (1 + 1 / ratio)
    variance *= 1 - value["correlation"] ** 2
    effect = 1 + (value["cluster_size"] - 1) * value["icc"]
    return float(z**2 * variance / lift**2 * effect)


def _question(generator: np.random.Generator, keys: Keyring, number: int) -> Question:
    twist = number % 6
    proportion = twist != 4
    baseline = round(float(generator.uniform(0.06, 0.3)), 3) if proportion else 20.0
    sd = 0.0 if proportion else round(float(generator.uniform(8, 30)), 1)
    lift = baseline * float(generator.uniform(0.05, 0.12))
    return {
        "id": keys.name(f"question:{number}", 6),
        "metric": "proportion" if proportion else "mean",
        "baseline": baseline,
        "sd": sd,
        "lift": round(lift, 4),
        "alpha": float(generator.choice([0.05, 0.01])),
        "power": float(generator.choice([0.8, 0.9])),
        "ratio": float(generator.choice([0.25, 0.5])) if twist == 1 else 1.0,
        "comparisons": int(generator.integers(3, 7)) if twist == 2 else 1,
        "cluster_size": int(generator.integers(5, 30)) if twist == 3 else 1,
        "icc": round(float(generator.uniform(0.02, 0.1)), 3) if twist == 3 else 0.0,
        "correlation": round(float(generator.uniform(0.4, 0.8)), 2) if twist == 4 else 0.0,
    }


def _case(generator: np.random.Generator, keys: Keyring, number: int) -> tuple[dict[str, str], str]:
    """One finished test. Effects are so large that a right analysis finds nearly all of them."""
    truth = VERDICTS[number % 4]
    share = float(generator.choice([0.5, 0.5, 0.3, 0.2]))
    users = int(generator.integers(50_000, 90_000))
    rate = float(generator.uniform(0.08, 0.16))
    looks = int(generator.choice([1, 5, 10]))
    clustered = bool(generator.random() < 0.4)
    m, icc = (
        (int(generator.integers(10, 40)), round(float(generator.uniform(0.05, 0.15)), 3))
        if clustered
        else (1, 0.0)
    )
    effect = 1 + (m - 1) * icc
    actual = share * (1 + generator.choice([-1, 1]) * 0.05) if truth == "invalid" else share
    treated = int(generator.binomial(users, actual))
    arms = np.array([users - treated, treated])
    error = math.sqrt(rate * (1 - rate) * effect * (1 / arms[0] + 1 / arms[1]))
    # Five and a half standard errors: found even at a tenth of the level, with power above 0.98.
    lift = {"ship": 5.5, "stop": -5.5, "inconclusive": 0.0, "invalid": 4.0}[truth] * error
    means = np.array([rate, rate + lift])
    spread = np.sqrt(means * (1 - means) * effect / arms)
    observed = means + spread * generator.standard_normal(2)
    if truth == "inconclusive" and looks > 1:
        # Whoever looks often stops on a chance high: the excess a single look would call significant.
        gap = error * float(generator.uniform(1.97, 2.2)) * float(generator.choice([-1, 1]))
        observed = np.array([rate, rate + gap])
    conversions = np.clip(np.rint(observed * arms), 0, arms).astype(int)
    cells = [keys.name(f"case:{number}", 6), f"{share:g}", looks, m, icc, *arms, *conversions]
    return dict(zip(CASE_COLUMNS, map(str, cells), strict=True)), truth
