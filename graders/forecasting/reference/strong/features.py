"""History as arrays, and features of a day to forecast: all relative to a recent week profile."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

LEVELS = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
WEEKS, YEAR, FLOOR = 8, 364, 0.02
LEAST = YEAR + 7 * WEEKS + 7


@dataclass(frozen=True)
class History:
    """logs: shape (days known, series). days and known reach to the end of the horizon."""

    names: tuple[str, ...]
    days: pd.DatetimeIndex
    logs: np.ndarray
    known: np.ndarray
    holiday: np.ndarray
    special: np.ndarray
    weekday: np.ndarray


def read_history(folder: Path, files: tuple[str, ...], ahead: int) -> History:
    table = pd.concat([pd.read_csv(folder / name, parse_dates=["date"]) for name in files])
    wide = table.pivot(index="date", columns="series", values="value").asfreq("D").ffill().bfill()
    days = pd.date_range(wide.index[0], periods=len(wide) + ahead)
    calendar = (
        pd.read_csv(folder / "known.csv", parse_dates=["date"]).set_index("date").reindex(days).fillna(0)
    )
    holiday = calendar["holiday"].to_numpy() > 0
    # Days around holidays on which few people go to work, recognized by the calendar's own flags.
    before, after = np.r_[holiday[1:], False], np.r_[False, holiday[:-1]]
    near_year_end = ((days.month == 12) & (days.day >= 24)) | ((days.month == 1) & (days.day <= 2))
    special = holiday | near_year_end | ((before | after) & (days.dayofweek.isin([0, 4])))
    return History(
        tuple(wide.columns),
        days,
        np.log(np.maximum(wide.to_numpy(), FLOOR)),
        calendar.to_numpy(dtype=float),
        holiday,
        np.asarray(special),
        days.dayofweek.to_numpy(),
    )


def profile(history: History, origin: int, weeks: int) -> np.ndarray:
    """Median log by weekday over the last weeks without special days, shape (7, series)."""
    days = np.arange(origin - 7 * weeks + 1, origin + 1)
    plain = ~history.special[days]
    found = np.zeros((7, history.logs.shape[1]))
    for weekday in range(7):
        alike = days[plain & (history.weekday[days] == weekday)]
        found[weekday] = np.median(history.logs[alike if alike.size else days], axis=0)
    return found


def features(history: History, origin: int, steps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Features, shape (steps, series, k), and the base that the model corrects, shape (steps, series)."""
    logs, series = history.logs, history.logs.shape[1]
    long, short = profile(history, origin, WEEKS), profile(history, origin, 3)
    kind = np.where(history.holiday, 6, history.weekday)
    recent_days = np.arange(origin - 6, origin + 1)
    recent = np.median(logs[recent_days] - long[kind[recent_days]], axis=0)
    blocks, bases = [], []
    year_back = np.median(logs[origin - YEAR - 27 : origin - YEAR + 1], axis=0)
    for step in steps:
        day = origin + int(step)
        base = long[kind[day]]
        same = day - YEAR
        last_year = logs[same] - np.median([logs[same - 7 * week] for week in (1, 2, 3, 4)], axis=0)
        around = np.median(logs[same - 14 : min(same + 14, origin) + 1], axis=0) - year_back
        date = history.days[day]
        shared = [
            step,
            history.weekday[day],
            date.month,
            date.dayofyear,
            date.day,
            float(history.special[day]),
            float(history.holiday[day - 1]),
            float(history.holiday[min(day + 1, len(history.days) - 1)]),
            *history.known[day],
        ]
        own = [
            np.arange(series),
            recent,
            short[kind[day]] - base,
            last_year,
            around,
            base - long.mean(axis=0),
        ]
        blocks.append(np.column_stack([*own, np.tile(shared, (series, 1))]))
        bases.append(base)
    return np.array(blocks), np.array(bases)
