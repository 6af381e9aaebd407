"""failure_analysis.json: where the model fails, with counts that add up."""

import math

from holdout_scorer.exercise.dossier.document import (
    Facts,
    Findings,
    close,
    number_of,
    objects_of,
    says,
    text_of,
)

LEAST_SEGMENTS, LEAST_ROWS = 4, 20
TOLERANCE = 0.002
Z = 1.959963984540054


def wilson(errors: float, n: float) -> tuple[float, float]:
    """95 % interval of a share. Source: Wilson (1927), JASA 22(158)."""
    p, z = errors / n, Z * Z / n
    middle, half = (p + z / 2) / (1 + z), Z / (1 + z) * math.sqrt(p * (1 - p) / n + z / (4 * n))
    return middle - half, middle + half


def judge(analysis: Facts) -> Findings:
    """Counts, rates and intervals of the segments; the worst one; a theory and a change for each bad one."""
    found = Findings()
    for key in ("project", "errorDefinition"):
        found.expect(bool(text_of(analysis, key)), f"`{key}` is missing.")
    overall = analysis.get("overall")
    n = errors = None
    if isinstance(overall, dict):
        n, errors = number_of(overall, "n"), number_of(overall, "errors")
    if n is None or errors is None or not 0 <= errors <= n or n < 1:
        found.expect(False, "`overall` must hold `n` and `errors`, with 0 <= errors <= n.")
        return found
    segments = objects_of(analysis, "segments")
    names = {text_of(segment, "name") for segment in segments}
    message = f"`segments` needs at least {LEAST_SEGMENTS} of different names."
    found.expect(len(segments) >= LEAST_SEGMENTS and len(names) == len(segments) and "" not in names, message)
    rates: dict[str, float] = {}
    for segment in segments:
        rate = _segment(found, segment, n, errors)
        if rate is not None:
            rates[text_of(segment, "name")] = rate
    worst = text_of(analysis, "worst")
    message = "`worst` must name the segment with the highest error rate."
    found.expect(bool(rates) and rates.get(worst) == max(rates.values(), default=None), message)
    theories = objects_of(analysis, "theories")
    named = [text_of(theory, "segment") for theory in theories]
    found.expect(worst in named, "`theories` must explain the worst segment.")
    found.expect(
        len(theories) >= 2, "`theories` needs at least two: each with segment, cause, test and change."
    )
    for theory in theories:
        where = text_of(theory, "segment")
        complete = where in names and all(
            says(text_of(theory, key), 6) for key in ("cause", "test", "change")
        )
        message = (
            f"The theory on `{where[:60]}` needs a listed segment, and six words on cause, test and change."
        )
        found.expect(complete, message)
    return found


def _segment(found: Findings, segment: Facts, most: float, most_errors: float) -> float | None:
    name = text_of(segment, "name")[:60]
    n, errors = number_of(segment, "n"), number_of(segment, "errors")
    if (
        n is None
        or errors is None
        or not 0 <= errors <= n
        or n < LEAST_ROWS
        or n > most
        or errors > most_errors
    ):
        message = (
            f"`{name}`: n and errors must be counts within the overall ones, and n at least "
            f"{LEAST_ROWS}: fewer rows tell "
            "nothing."
        )
        found.expect(False, message)
        return None
    rate, (low, high) = errors / n, wilson(errors, n)
    message = f"`{name}`: errorRate is not errors / n."
    found.expect(close(number_of(segment, "errorRate"), rate, TOLERANCE), message)
    inside = close(number_of(segment, "low"), low, TOLERANCE) and close(
        number_of(segment, "high"), high, TOLERANCE
    )
    found.expect(inside, f"`{name}`: low and high are not the 95 % Wilson interval of errors out of n.")
    return rate
