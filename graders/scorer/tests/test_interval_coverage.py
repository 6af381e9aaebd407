"""The 95 % intervals cover 93 to 97 %.

A few kinds at every run, all of them in `npm run test:simulation`.
"""

import pytest

from simulation.coverage import coverage
from simulation.worlds import CASES, Case

WORLDS = 1000
# Two standard errors of a share of 95 % among WORLDS.
BY_CHANCE = 0.014
LEAST, MOST = 0.93 - BY_CHANCE, 0.97 + BY_CHANCE
QUICK = {"80 cases", "16 policies", "15 groups", "300 users"}


def check(case: Case, worlds: int, by_chance: float) -> None:
    found = coverage(case, worlds)
    print("", *found, sep="\n")
    wrong = [str(each) for each in found if not LEAST - by_chance <= each.share <= MOST + by_chance]
    assert wrong == []


@pytest.mark.simulation
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_intervals_cover_what_they_say(case: Case) -> None:
    check(case, WORLDS, 0.0)


@pytest.mark.parametrize("case", [case for case in CASES if case.name in QUICK], ids=lambda case: case.name)
def test_intervals_of_few_units_cover_what_they_say(case: Case) -> None:
    check(case, 200, 0.03)
