"""Change of the newest three weeks against the sixteen before, less the same change a year ago; week by week.

Two statistics per stream: the level of busy days, and how far the quiet days lie below it. An alarm needs
three weeks in a row beyond a limit that is both large in itself and large for this stream.
"""

import argparse

import numpy as np
import pandas as pd

NEW, OLD, YEAR, IN_A_ROW = 3, 16, 52, 3
LEVEL_LIMIT, LEVEL_SPREADS = 0.14, 3.0
QUIET_LIMIT, QUIET_SPREADS = 0.20, 2.8


def yearly_change(weeks: np.ndarray) -> np.ndarray:
    """Shape (weeks,), NaN where there is no year to compare with."""
    change = np.full(len(weeks), np.nan)
    for week in range(NEW + OLD - 1, len(weeks)):
        newest = weeks[week - NEW + 1 : week + 1]
        change[week] = np.median(newest) - np.median(weeks[week - NEW - OLD + 1 : week - NEW + 1])
    result = np.full(len(weeks), np.nan)
    result[YEAR:] = change[YEAR:] - change[:-YEAR]
    return result


def alarm_week(values: np.ndarray, reference: int) -> int | None:
    """values: daily, whole weeks. reference: weeks that are known to be quiet."""
    logs = np.log(np.maximum(values, 0.02)).reshape(-1, 7)
    order = np.argsort(np.median(logs[:reference], axis=0))
    quiet, busy = order[:2], order[2:]
    level = np.median(logs[:, busy], axis=1)
    contrast = logs[:, quiet].mean(axis=1) - level
    far = np.zeros(len(logs), dtype=bool)
    limits = ((level, LEVEL_LIMIT, LEVEL_SPREADS), (contrast, QUIET_LIMIT, QUIET_SPREADS))
    for weeks, least, spreads in limits:
        change = yearly_change(weeks)
        far |= np.abs(change) > max(least, spreads * float(np.nanstd(change[:reference])))
    in_a_row = 0
    for week in range(reference, len(logs)):
        in_a_row = in_a_row + 1 if far[week] else 0
        if in_a_row == IN_A_ROW:
            return week
    return None


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("streams", "out"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    table = pd.read_csv(arguments.streams, dtype={"stream": str})
    rows = []
    for name, stream in table.groupby("stream"):
        whole = len(stream) // 7 * 7
        reference = int((stream["monitored"] == 0).sum()) // 7
        week = alarm_week(stream["value"].to_numpy()[:whole], reference)
        rows.append([name, int(week is not None), "" if week is None else stream["date"].iloc[7 * week + 6]])
    pd.DataFrame(rows, columns=["stream", "alarm", "date"]).to_csv(arguments.out, index=False)


if __name__ == "__main__":
    main()
