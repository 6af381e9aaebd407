"""design.md: a section for every question that a reviewer asks before anything is built."""

import re

from holdout_scorer.exercise.dossier.document import Findings, says, words

SECTIONS = (
    "Problem and decision",
    "Users and cost of errors",
    "Data and leakage",
    "Split",
    "Baseline",
    "Metrics and guardrails",
    "Serving",
    "Monitoring",
    "Risks and open questions",
)
LEAST_WORDS = 25
UNFINISHED = re.compile(r"\b(todo|tbd|fixme|lorem ipsum|xxx)\b", re.IGNORECASE)


def judge(content: bytes | None) -> Findings:
    """Sections are headings of level 2; each needs its own words, and one number must stand among them."""
    found = Findings()
    if content is None:
        found.expect(False, "The file is missing. The solve command must write it.")
        return found
    text = content.decode("utf-8", errors="replace")
    parts = re.split(r"^##[ \t]+(.+?)[ \t]*#*$", text, flags=re.MULTILINE)
    bodies = {title.strip().lower(): body for title, body in zip(parts[1::2], parts[2::2], strict=True)}
    seen: set[str] = set()
    for section in SECTIONS:
        body = bodies.get(section.lower())
        if body is None:
            found.expect(False, f"The section `## {section}` is missing.")
            continue
        enough = says(body, LEAST_WORDS)
        have = words(body)
        message = f"`{section}` has {have} words of its own, {LEAST_WORDS} different ones are the least."
        found.expect(enough and body.strip() not in seen, message)
        seen.add(body.strip())
    numbers = bodies.get("metrics and guardrails", "")
    message = (
        "`Metrics and guardrails` names no number: say what must be reached and what must not be passed."
    )
    found.expect(bool(re.search(r"\d", numbers)), message)
    marks = UNFINISHED.search(text)
    found.expect(marks is None, f"The text still says `{marks.group(0) if marks else ''}`: finish it.")
    return found
