"""release_plan.json: how the model goes out step by step, and how it comes back."""

from itertools import pairwise

from holdout_scorer.exercise.dossier.document import (
    Facts,
    Findings,
    number_of,
    objects_of,
    says,
    text_of,
)

OPERATORS = ("<", "<=", ">", ">=")
KINDS = ("quality", "operations", "business")
FIRST_SHARE = 0.1
MOST_MINUTES = 60.0


def judge(plan: Facts) -> Findings:
    """Shadow, canary and full traffic in order, conditions with numbers, a rollback that was tried."""
    found = Findings()
    for key in ("project", "version", "owner"):
        found.expect(bool(text_of(plan, key)), f"`{key}` is missing.")
    steps = objects_of(plan, "steps")
    kinds = [text_of(step, "kind") for step in steps]
    message = "`steps` must begin with a shadow, go on with one or more canaries, and end with full."
    order = len(kinds) >= 3 and kinds[0] == "shadow" and kinds[-1] == "full"
    found.expect(order and set(kinds[1:-1]) == {"canary"}, message)
    shares = [number_of(step, "trafficShare") for step in steps]
    given = [share for share in shares if share is not None]
    rising = len(given) == len(steps) > 1 and all(a < b for a, b in pairwise(given))
    message = "`trafficShare` must rise from step to step, from 0 in the shadow to 1 at the end."
    found.expect(rising and given[0] == 0 and given[-1] == 1, message)
    message = f"The first canary must get at most {FIRST_SHARE:.0%} of the traffic."
    found.expect(len(given) > 1 and 0 < given[1] <= FIRST_SHARE, message)
    seen: set[str] = set()
    for number, step in enumerate(steps, start=1):
        hours = number_of(step, "hours")
        found.expect(hours is not None and hours > 0, f"Step {number}: `hours` must be above 0.")
        wanted = ("rollbackWhen",) if number == len(steps) else ("advanceWhen", "rollbackWhen")
        if text_of(step, "kind") == "shadow":
            wanted = ("advanceWhen",)
        for key in wanted:
            conditions = objects_of(step, key)
            sound = bool(conditions) and all(_is_condition(condition) for condition in conditions)
            message = (
                f"Step {number}: `{key}` needs conditions with metric, kind ({', '.join(KINDS)}), operator "
                f"({' '.join(OPERATORS)}) and a number as value."
            )
            found.expect(sound, message)
            seen |= {text_of(condition, "kind") for condition in conditions}
    message = "Some condition must watch the quality of predictions and some the operation of the service."
    found.expect({"quality", "operations"} <= seen, message)
    _rollback(found, plan)
    return found


def _rollback(found: Findings, plan: Facts) -> None:
    back = plan.get("rollback")
    rollback: Facts = back if isinstance(back, dict) else {}
    target = text_of(rollback, "toVersion")
    message = "`rollback.toVersion` must name another version than the one released."
    found.expect(bool(target) and target != text_of(plan, "version"), message)
    minutes = number_of(rollback, "minutes")
    message = f"`rollback.minutes` must be above 0 and at most {MOST_MINUTES:g}: slower is no rollback."
    found.expect(minutes is not None and 0 < minutes <= MOST_MINUTES, message)
    found.expect(bool(text_of(rollback, "rehearsedOn")), "`rollback.rehearsedOn` must say when it was tried.")
    steps = rollback.get("steps")
    told = [x for x in steps if isinstance(x, str) and says(x, 4)] if isinstance(steps, list) else []
    found.expect(len(set(told)) >= 3, "`rollback.steps` needs three different ones of four words or more.")
    data = text_of(rollback, "dataAndState")
    message = (
        "`rollback.dataAndState` must say in eight words or more what happens to data written meanwhile."
    )
    found.expect(says(data, 8), message)


def _is_condition(condition: Facts) -> bool:
    return (
        bool(text_of(condition, "metric"))
        and text_of(condition, "kind") in KINDS
        and text_of(condition, "operator") in OPERATORS
        and number_of(condition, "value") is not None
    )
