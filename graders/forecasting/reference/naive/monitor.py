"""Raises an alarm when one week's mean lies far from the weeks of the reference period."""

import argparse

import pandas as pd

LIMIT = 3.0


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("streams", "out"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    table = pd.read_csv(arguments.streams, dtype={"stream": str})
    rows = []
    for name, stream in table.groupby("stream"):
        weeks = stream["value"].rolling(7).mean()
        past = weeks[stream["monitored"] == 0].dropna()[::7]
        far = ((weeks - past.mean()).abs() > LIMIT * past.std()) & (stream["monitored"] == 1)
        rows.append([name, int(far.any()), stream["date"][far.idxmax()] if far.any() else ""])
    pd.DataFrame(rows, columns=["stream", "alarm", "date"]).to_csv(arguments.out, index=False)


if __name__ == "__main__":
    main()
