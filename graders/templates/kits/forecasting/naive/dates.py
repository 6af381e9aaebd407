"""The times that come after the history, written as its own."""

from datetime import datetime, timedelta
from itertools import pairwise


def following(labels: list[str], origin: str, count: int) -> list[str]:
    """labels: the history's times in order, at least two. origin: the last of them."""
    if origin.lstrip("-").isdigit():
        step = round(middle([int(b) - int(a) for a, b in pairwise(labels)]))
        return [str(int(origin) + step * (n + 1)) for n in range(count)]
    times = [datetime.fromisoformat(label if len(label) > 7 else f"{label}-01") for label in labels]
    last = datetime.fromisoformat(origin if len(origin) > 7 else f"{origin}-01")
    days = middle([(b - a) / timedelta(days=1) for a, b in pairwise(times)])
    if days < 27.5:
        step = timedelta(days=days)
        return [written(last + (n + 1) * step, origin) for n in range(count)]
    months = round(days / 30.44)
    return [written(later(last, months * (n + 1)), origin) for n in range(count)]


def later(time: datetime, months: int) -> datetime:
    """So many months later; the last day of a month stays the last."""
    tomorrow = time + timedelta(days=1)
    is_end = tomorrow.month != time.month
    base = tomorrow if is_end else time
    year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
    moved = base.replace(year=year, month=month + 1)
    return moved - timedelta(days=1) if is_end else moved


def written(time: datetime, like: str) -> str:
    return time.isoformat()[: len(like)] if len(like) <= 10 else time.isoformat(like[10])[: len(like)]


def middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
