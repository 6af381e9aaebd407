"""cost_report.json: a month of the system, with sums that are sums."""

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

CATEGORIES = ("training", "serving", "storage", "people", "errors")
CENT = 0.011
LEAST_SCENARIOS = 2


def judge(report: Facts) -> Findings:
    """Amounts, total, cost per thousand predictions and scenarios, recomputed."""
    found = Findings()
    found.expect(bool(text_of(report, "currency")), "`currency` is missing.")
    items = objects_of(report, "items")
    amounts: dict[str, float] = {}
    for item in items:
        name = text_of(item, "name")
        quantity, price = number_of(item, "quantity"), number_of(item, "unitPrice")
        if not name or name in amounts or quantity is None or price is None or quantity < 0 or price < 0:
            message = (
                "Every item needs a name of its own, and a quantity and a unitPrice that are not negative."
            )
            found.expect(False, message)
            continue
        amounts[name] = quantity * price
        message = f"`{name[:60]}`: amount is not quantity times unitPrice."
        found.expect(close(number_of(item, "amount"), amounts[name], CENT), message)
        found.expect(bool(text_of(item, "unit")), f"`{name[:60]}` has no unit.")
        found.expect(
            says(text_of(item, "source"), 3), f"`{name[:60]}`: say in `source` where the numbers come from."
        )
    lacking = [c for c in CATEGORIES if c not in {text_of(item, "category") for item in items}]
    found.expect(not lacking, f"No item of the category {known(lacking)}.")
    total = sum(amounts.values())
    message = "`total` is not the sum of the amounts."
    found.expect(
        bool(amounts) and close(number_of(report, "total"), total, CENT * max(1, len(amounts))), message
    )
    _per_thousand(found, report, total)
    _scenarios(found, report, amounts, total)
    return found


def _per_thousand(found: Findings, report: Facts, total: float) -> None:
    daily, days = number_of(report, "predictionsPerDay"), number_of(report, "days")
    if daily is None or days is None or daily <= 0 or not 28 <= days <= 31:
        found.expect(False, "`predictionsPerDay` must be above 0 and `days` from 28 to 31.")
        return
    monthly = daily * days
    message = "`predictions` is not predictionsPerDay times days."
    found.expect(close(number_of(report, "predictions"), monthly, 0.5), message)
    message = "`costPerThousand` is not total / predictions * 1000."
    found.expect(close(number_of(report, "costPerThousand"), total / monthly * 1000, CENT, 0.001), message)


def _scenarios(found: Findings, report: Facts, amounts: dict[str, float], total: float) -> None:
    scenarios = objects_of(report, "scenarios")
    distinct = {(text_of(s, "item"), number_of(s, "factor")) for s in scenarios}
    message = (
        f"`scenarios` needs at least {LEAST_SCENARIOS} different ones: what if an item doubles, or halves?"
    )
    found.expect(len(distinct) >= LEAST_SCENARIOS, message)
    for scenario in scenarios:
        item, factor = text_of(scenario, "item"), number_of(scenario, "factor")
        if item not in amounts or factor is None or factor < 0 or factor == 1:
            found.expect(False, "Every scenario names an item and a factor that is not negative and not 1.")
            continue
        wanted = total + (factor - 1) * amounts[item]
        message = (
            f"The scenario `{item[:60]}` times {factor:g}: total is not the total with that item changed."
        )
        found.expect(close(number_of(scenario, "total"), wanted, CENT * max(1, len(amounts))), message)
