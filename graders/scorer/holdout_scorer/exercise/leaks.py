"""Columns that know the outcome, and honest ones that look as if they did."""

from collections.abc import Callable

import numpy as np

from holdout_scorer.exercise.credit import Cell

Rng = np.random.Generator
Maker = Callable[[Rng, list[int]], list[Cell]]
# Share of rows that a leak gets wrong, so that none of them is an exact copy.
BLUR = 0.03
NAMES = (
    "branch_code", "contact_count", "desk", "dossier", "follow_up", "form_version", "index_b", "intake",
    "letter_type", "line_item", "note_length", "office", "pages", "rating", "reference_no", "region_code",
    "review_level", "route", "sheet", "ticket", "tier", "visits", "volume", "waiting_days",
)  # fmt: skip


def filled_afterwards(rng: Rng, labels: list[int]) -> list[Cell]:
    """Missing where nothing happened."""
    return [float(rng.integers(1, 9)) if known else None for known in _blurred(rng, labels)]


def sorted_number(rng: Rng, labels: list[int]) -> list[Cell]:
    """A running number given after the rows were sorted by outcome."""
    seen = _blurred(rng, labels)
    order = np.lexsort((rng.uniform(size=len(seen)), np.logical_not(seen)))
    numbers = np.empty(len(seen))
    numbers[order] = np.arange(len(seen)) + int(rng.integers(10_000, 80_000))
    return [float(number) for number in numbers]


def verdict(rng: Rng, labels: list[int]) -> list[Cell]:
    """A rating by somebody who knew."""
    up = float(rng.choice([-1.0, 1.0]))
    return [round(up * (3.0 * label + float(rng.normal(0, 0.9))), 2) for label in labels]


def outcome_code(rng: Rng, labels: list[int]) -> list[Cell]:
    """A code whose letters stand for outcomes."""
    return [("KQ" if known else "BFT")[int(rng.integers(2 + (not known)))] for known in _blurred(rng, labels)]


def honest_score(rng: Rng, labels: list[int]) -> list[Cell]:
    """Strong, and known when the decision was made."""
    return [round(600.0 - 50.0 * (1.15 * label + float(rng.normal())), 1) for label in labels]


def honest_gaps(rng: Rng, labels: list[int]) -> list[Cell]:
    """Missing a little more often for one outcome."""
    return [
        None if rng.uniform() < (0.45 if label else 0.25) else float(rng.integers(1, 40)) for label in labels
    ]


def honest_number(rng: Rng, labels: list[int]) -> list[Cell]:
    """A running number in the order of arrival."""
    return [float(v) for v in rng.permutation(len(labels)) + int(rng.integers(10_000, 80_000))]


def honest_codes(rng: Rng, labels: list[int]) -> list[Cell]:
    """So many codes that each has two or three rows: their rates fit the rows they come from, and no "
    "others."""
    many = len(labels) * 3 // 2
    return [f"{code:04d}" for code in 1000 + 7 * rng.integers(0, many, len(labels))]


LEAKS: tuple[Maker, ...] = (filled_afterwards, sorted_number, verdict, outcome_code)
DECOYS: tuple[Maker, ...] = (honest_score, honest_gaps, honest_number, honest_codes)


def leaking_pair(rng: Rng, labels: list[int]) -> tuple[list[Cell], list[Cell]]:
    """Two amounts; neither says anything, their difference says everything."""
    amounts = rng.lognormal(7, 0.6, len(labels)).round(2)
    signs = np.where(_blurred(rng, labels), 1.0, -1.0)
    after = amounts + signs * rng.uniform(2.0, 30.0, len(labels))
    return [float(v) for v in amounts], [round(float(v), 2) for v in after]


def honest_pair(rng: Rng, labels: list[int]) -> tuple[list[Cell], list[Cell]]:
    """Two amounts that are as close, for no reason."""
    return leaking_pair(rng, [int(v) for v in rng.permutation(labels)])


def _blurred(rng: Rng, labels: list[int]) -> list[bool]:
    return [bool(label) != bool(rng.uniform() < BLUR) for label in labels]
