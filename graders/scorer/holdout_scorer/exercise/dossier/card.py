"""model_card.json: what the model is for, and numbers that are the platform's own."""

from holdout_scorer.exercise.dossier.document import (
    Facts,
    Findings,
    close,
    known,
    number_of,
    objects_of,
    says,
    text_of,
)
from holdout_scorer.node import Node

TEXTS = {
    "intendedUse": 12,
    "outOfScope": 8,
    "trainingData": 10,
    "evaluationData": 8,
    "ethicalConsiderations": 10,
}
LEAST_LIMITATIONS = 2
# Three decimals are what a page shows; a number rounded to them still agrees.
ABSOLUTE, RELATIVE = 0.0006, 0.001
QUOTED = ("value", "low", "high")


def judge_form(card: Facts) -> Findings:
    """The parts that a card must have."""
    found = Findings()
    for key, least in TEXTS.items():
        found.expect(says(text_of(card, key), least), f"`{key}` needs at least {least} words.")
    for key in ("project", "version", "owner"):
        found.expect(bool(text_of(card, key)), f"`{key}` is missing.")
    limits = card.get("limitations")
    listed = [x for x in limits if isinstance(x, str) and says(x, 5)] if isinstance(limits, list) else []
    message = f"`limitations` needs at least {LEAST_LIMITATIONS} different ones of five words or more."
    found.expect(len(set(listed)) >= LEAST_LIMITATIONS, message)
    found.expect(bool(objects_of(card, "metrics")), "`metrics` must list what was measured.")
    return found


def judge_numbers(card: Facts, platform: Node) -> Findings:
    """Every graded metric and the points, as the platform measured them for this student's project."""
    found = Findings()
    runs = platform.get("measured")
    if runs is None:
        message = (
            "The numbers are compared with what the platform measured for you, which only the server "
            "knows. This check is "
            "skipped here and counts there."
        )
        found.expect(False, message)
        return found
    own = {node["assignment"].text(): node for node in runs.each()}
    project = text_of(card, "project")
    if not own:
        found.expect(
            False, "You have no scored run of a project yet. Submit one, then quote what its page shows."
        )
        return found
    if project not in own:
        message = f"`project` is `{project[:60]}`. Of these you have a scored run: {known(sorted(own))}."
        found.expect(False, message)
        return found
    measured = own[project]
    points = measured["points"].number()
    message = "`points` must be those of your latest scored run of the project whose score you were shown."
    found.expect(close(number_of(card, "points"), points, 0.06), message)
    _compare(found, card, measured)
    return found


def _compare(found: Findings, card: Facts, measured: Node) -> None:
    quoted: dict[str, Facts] = {}
    for entry in objects_of(card, "metrics"):
        name = text_of(entry, "name")
        if name in quoted:
            found.expect(False, f"The metric `{name[:60]}` is quoted twice.")
        quoted.setdefault(name, entry)
    names = set()
    for node in measured["metrics"].each():
        name = node["name"].text()
        names.add(name)
        if name not in quoted:
            if node["graded"].flag():
                found.expect(False, f"The graded metric `{name}` is not quoted.")
            continue
        wrong = [
            key
            for key in QUOTED
            if not close(number_of(quoted[name], key), node[key].number(), ABSOLUTE, RELATIVE)
        ]
        message = f"`{name}`: {known(wrong)} are not what the page of your latest scored run shows."
        found.expect(not wrong, message)
    for name in quoted.keys() - names:
        found.expect(False, f"`{name[:60]}` is no metric that the platform measured for this run.")
