"""Year over year: an alarm when four weeks differ unusually from the same weeks a year before."""

import argparse

import numpy as np
import pandas as pd

WEEKS, YEAR, LIMIT = 4, 364, 4.5


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("streams", "out"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    table = pd.read_csv(arguments.streams, dtype={"stream": str})
    rows = []
    for name, stream in table.groupby("stream"):
        logs = np.log(np.maximum(stream["value"], 0.02))
        change = (logs - logs.shift(YEAR)).rolling(7 * WEEKS).mean()
        past = change[stream["monitored"] == 0].dropna()
        far = ((change - past.mean()).abs() > LIMIT * past.std()) & (stream["monitored"] == 1)
        rows.append([name, int(far.any()), stream["date"][far.idxmax()] if far.any() else ""])
    pd.DataFrame(rows, columns=["stream", "alarm", "date"]).to_csv(arguments.out, index=False)


if __name__ == "__main__":
    main()
