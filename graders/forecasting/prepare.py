"""Makes the three data files from the table `Chicago` of the R package modeldata, saved as CSV.

python3 prepare.py SOURCE.csv.gz    → data/ridership.csv.gz, data/known.csv.gz, data/observed.csv.gz

The station columns of that table hold the ridership of 14 days before the row's date, a ready-made feature
for another task. Here each value goes back to its own day. `ridership` (Clark/Lake on the row's own date)
confirms the shift.
"""

import sys
from pathlib import Path

import pandas as pd
from pandas.tseries.holiday import USFederalHolidayCalendar

LAG = pd.Timedelta(days=14)
# Federal holidays on which trains run to a Sunday timetable; the others are quiet in offices only.
SUNDAY_LIKE = {
    "New Year's Day",
    "Memorial Day",
    "Independence Day",
    "Labor Day",
    "Thanksgiving Day",
    "Christmas Day",
}
WEATHER = {
    "temp_min": "temp_min",
    "temp": "temp_mean",
    "temp_max": "temp_max",
    "percip": "precipitation",
    "wind_max": "wind_max",
    "weather_snow": "snow",
    "weather_rain": "rain",
    "weather_storm": "storm",
}


def main() -> None:
    table = pd.read_csv(sys.argv[1], parse_dates=["date"])
    stations = list(table.columns[1:21])
    rides = table[["date", *stations]].copy()
    rides["date"] -= LAG
    check = (
        rides.set_index("date")["Clark_Lake"].sub(table.set_index("date")["ridership"]).dropna().abs().max()
    )
    if check > 1e-9:
        raise SystemExit(f"the station columns are not lagged by 14 days (difference {check})")
    days = pd.DatetimeIndex(rides["date"])
    long = rides.melt("date", var_name="station", value_name="riders").sort_values(["station", "date"])
    write(long[["date", "station", "riders"]], "ridership")
    games = [name for name in table.columns if name.endswith(("_Home", "_Away"))]
    known = table.set_index("date")[games].reindex(days).fillna(0).astype(int)
    known.columns = [name.lower() for name in games]
    known.insert(0, "office_holiday", holidays(days, sunday_like=False))
    known.insert(0, "holiday", holidays(days, sunday_like=True))
    write(known.reset_index(), "known")
    observed = table.set_index("date")[list(WEATHER)].rename(columns=WEATHER).reindex(days).dropna(how="all")
    write(observed.round(3).reset_index(), "observed")


def holidays(days: pd.DatetimeIndex, sunday_like: bool) -> list[int]:
    """1 on the date of a holiday, and on the day off in lieu where that is another."""
    named: set[pd.Timestamp] = set()
    for rule in USFederalHolidayCalendar.rules:
        if (rule.name in SUNDAY_LIKE) == sunday_like:
            named |= set(rule.dates(days.min(), days.max()))
    fixed = {(1, 1), (7, 4), (12, 25)}
    return [int(day in named or (sunday_like and (day.month, day.day) in fixed)) for day in days]


def write(table: pd.DataFrame, name: str) -> None:
    target = Path(__file__).resolve().parent / "data" / f"{name}.csv.gz"
    options = {"method": "gzip", "mtime": 0}
    table.to_csv(target, index=False, date_format="%Y-%m-%d", compression=options)
    print(target.name, len(table), "rows")


if __name__ == "__main__":
    main()
